import { m } from '../../i18n/messages.ts'
import type { FilterField } from '../../ui/filter/condition.ts'
import { wordOptions } from './lead-words.ts'

/** What the list can be narrowed by: exactly what the server's list understands. */
export function leadFilterFields(owners: readonly { id: string; name: string }[]): FilterField[] {
  const choice = (key: string, label: string, options: FilterField['options'] = []): FilterField => ({
    key,
    label,
    kind: 'choice',
    options,
  })
  const words = (key: string, label: string): FilterField => ({ key, label, kind: 'text' })
  return [
    choice('state', m.leads_state(), wordOptions('state')),
    choice(
      'tier',
      m.leads_tier(),
      ['A', 'B', 'C'].map((value) => ({ value, label: value })),
    ),
    ...(owners.length > 0
      ? [
          choice(
            'owner',
            m.leads_owner(),
            owners.map(({ id, name }) => ({ value: id, label: name })),
          ),
        ]
      : []),
    words('company', m.leads_company()),
    words('region', m.leads_region()),
    words('industry', m.leads_industry()),
    words('source', m.leads_source()),
    choice('value', m.leads_value(), wordOptions('value')),
    choice('difficulty', m.leads_difficulty(), wordOptions('difficulty')),
    choice('quadrant', m.leads_quadrant(), wordOptions('quadrant')),
    choice('reason', m.leads_reason_label(), wordOptions('reason')),
    { key: 'score', label: m.leads_score(), kind: 'number' },
    { key: 'amount', label: m.leads_amount(), kind: 'money' },
    { key: 'created', label: m.leads_created(), kind: 'day' },
    { key: 'nextStep', label: m.leads_due(), kind: 'day' },
    { key: 'lastActivity', label: m.leads_last_activity(), kind: 'day' },
  ]
}
