import type { CreditPolicy, Policy } from '../model/index.ts'
import { integer, type JsonSchema, shape } from './schema-types.ts'

/** Shape of the group `credits`. */
export const creditsSchema: JsonSchema = shape(
  {},
  {
    days: integer(0, 90, 'Days after it was given in which closing a lead as invalid gives the turn back.'),
    perMonth: integer(0, 1000, 'So many a month by the rep alone; beyond that a manager has to close it.'),
  },
  'A lead that was none (duplicate, bogus, nobody there) gives the turn back; every part may be absent.',
)

/** `policy.credits` with every default filled in. */
export function creditSettings({ credits = {} }: Pick<Policy, 'credits'>): Required<CreditPolicy> {
  return { days: credits.days ?? 7, perMonth: credits.perMonth ?? 5 }
}
