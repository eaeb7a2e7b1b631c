import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { cx } from '../../ui/cx.ts'
import type { Condition, Group } from '../../ui/filter/condition.ts'
import { isGroup } from '../../ui/filter/condition.ts'
import { leadCountQuery } from './lead-api.ts'
import { word, wordOptions } from './lead-words.ts'

const waitingCodes = () => wordOptions('reason').filter(({ value }) => value.startsWith('WAITING_'))

type WaitingReasonsProps = { filter: Group; onChange: (filter: Group) => void }

/** How many wait for what: one press narrows the queue to a reason, another takes it back. */
export function WaitingReasons({ filter, onChange }: WaitingReasonsProps) {
  const rest = filter.items.filter((item) => isGroup(item) || item.field !== 'reason')
  const chosen = filter.items.find((item): item is Condition => !isGroup(item) && item.field === 'reason')
  const choose = (code: string) =>
    onChange({
      match: 'all',
      items:
        chosen?.values[0] === code ? rest : [...rest, { field: 'reason', operator: 'is', values: [code] }],
    })
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="sr-only">{m.leads_waiting_reasons()}</legend>
      {waitingCodes().map(({ value }) => (
        <ReasonChip key={value} code={value} on={chosen?.values[0] === value} onPress={() => choose(value)} />
      ))}
    </fieldset>
  )
}

function ReasonChip({ code, on, onPress }: { code: string; on: boolean; onPress: () => void }) {
  const count = useQuery(leadCountQuery({ state: ['waiting'], reason: [code] }))
  if (!count.data?.total) return null
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onPress}
      className={cx(
        'inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-sm max-md:h-9',
        on ? 'border-transparent bg-tint text-on-tint' : 'border-edge text-quiet hover:text-ink',
      )}
    >
      {word('reason', code)}
      <span className="text-xs">{formatNumber(count.data.total)}</span>
    </button>
  )
}
