import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../app/session/use-may.ts'
import { m } from '../../i18n/messages.ts'
import type { FilterField, Group } from '../../ui/filter/condition.ts'
import { FilterBar } from '../../ui/filter/filter-bar.tsx'
import { repsQuery } from '../assignment/decision-api.ts'
import { outcomes } from './deal-words.ts'
import type { Noun } from './record-api.ts'

type RecordFilterBarProps = { noun: Noun; filter: Group; onChange: (filter: Group) => void }

/** What customers and deals can be narrowed by; the fields and their words come with it, not with the first rows. */
export function RecordFilterBar({ noun, filter, onChange }: RecordFilterBarProps) {
  const may = useMay()
  const reps = useQuery({ ...repsQuery(''), enabled: may('people.read') })
  return <FilterBar filter={filter} fields={fieldsOf(noun, reps.data?.items ?? [])} onChange={onChange} />
}

const text = (key: string, label: string): FilterField => ({ key, label, kind: 'text' })
const day = (key: string, label: string): FilterField => ({ key, label, kind: 'day' })

function fieldsOf(noun: Noun, reps: readonly { id: string; name: string }[]): FilterField[] {
  const owner: FilterField = {
    key: 'owner',
    label: m.accounts_owner(),
    kind: 'choice',
    options: reps.map(({ id, name }) => ({ value: id, label: name })),
  }
  const common = [
    ...(reps.length > 0 ? [owner] : []),
    text('region', m.accounts_region()),
    text('industry', m.accounts_industry()),
  ]
  const times = [
    day('lastActivity', m.accounts_last()),
    day('nextStep', m.accounts_next()),
    day('created', m.accounts_created()),
  ]
  if (noun === 'account')
    return [
      text('name', m.accounts_name()),
      text('customerLevel', m.accounts_level()),
      ...common,
      text('city', m.accounts_city()),
      text('lifecycleStage', m.accounts_lifecycle()),
      { key: 'employees', label: m.accounts_size(), kind: 'number' },
      ...times,
    ]
  return [
    text('name', m.accounts_name()),
    text('stage', m.accounts_stage()),
    {
      key: 'outcome',
      label: m.accounts_outcome(),
      kind: 'choice',
      operators: ['is', 'isNot'],
      options: (['open', 'won', 'lost', 'invalid'] as const).map((value) => ({
        value,
        label: outcomes[value](),
      })),
    },
    ...common,
    text('product', m.accounts_product()),
    text('source', m.accounts_source()),
    { key: 'amount', label: m.accounts_amount(), kind: 'money' },
    day('closeOn', m.accounts_close()),
    ...times,
  ]
}
