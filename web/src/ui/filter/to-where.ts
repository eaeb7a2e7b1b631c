import { type Condition, completed, type Group, isGroup } from './condition.ts'
import { encodeFilter } from './filter-codec.ts'

/** What a list's server understands: names of fields, and those whose amounts it counts in whole units. */
export type WhereFields = { readonly known: readonly string[]; readonly money: readonly string[] }

const MINOR_PER_MAJOR = 100

/**
 * The conditions as the server is asked: the same groups as in the address, complete ones only. A field of an old link
 * that the list does not know any more narrows nothing.
 */
export function toWhere(filter: Group, fields: WhereFields): string | undefined {
  const travelling = (condition: Condition): Condition =>
    fields.money.includes(condition.field)
      ? { ...condition, values: condition.values.map((value) => String(Number(value) / MINOR_PER_MAJOR)) }
      : condition
  const kept = (group: Group): Group => ({
    match: group.match,
    items: group.items.flatMap((item): (Condition | Group)[] => {
      if (isGroup(item)) return [kept(item)]
      const values = item.values.map((value) => value.trim()).filter((value) => value !== '')
      return fields.known.includes(item.field) ? [travelling({ ...item, values })] : []
    }),
  })
  const coded = encodeFilter(kept(completed(filter)))
  return coded && JSON.stringify(coded)
}
