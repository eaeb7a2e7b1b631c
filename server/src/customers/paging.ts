import { decodeCursor } from '../platform/http/index.ts'
import type { Conditions } from './conditions.ts'

/** One way a list can be ordered: an SQL expression that is never null, and its type. */
export interface SortKey {
  readonly sql: string
  readonly type: 'timestamptz' | 'text' | 'bigint'
}

export type SortKeys = Readonly<Record<string, SortKey>>

export interface SortOrder {
  readonly key: SortKey
  readonly descending: boolean
}

/** `-createdAt` → descending by createdAt. Names are checked by the route's schema. */
export function sortOrder(keys: SortKeys, wanted: string): SortOrder {
  const descending = wanted.startsWith('-')
  const key = keys[descending ? wanted.slice(1) : wanted]
  if (key === undefined) throw new Error(`${wanted} is not sortable`)
  return { key, descending }
}

/** Names a route accepts for `sort`, both directions. */
export function sortNames<K extends string>(keys: Readonly<Record<K, SortKey>>): [string, ...string[]] {
  const [first = '', ...rest] = Object.keys(keys).flatMap((name) => [name, `-${name}`])
  return [first, ...rest]
}

/** Adds the place the page starts after, and returns the rest of the statement: the id makes the order total. */
export function pageClause(
  where: Conditions,
  order: SortOrder,
  id: string,
  cursor: string | undefined,
  limit: number,
): string {
  const { sql, type } = order.key
  if (cursor !== undefined) {
    const [at, after] = decodeCursor(cursor, 2)
    const sign = order.descending ? '<' : '>'
    where.plain(`(${sql}, ${id}) ${sign} (${where.value(at)}::${type}, ${where.value(after)}::uuid)`)
  }
  const direction = order.descending ? 'desc' : 'asc'
  return `order by ${sql} ${direction}, ${id} ${direction} limit ${where.value(limit + 1)}`
}

interface WantedPage {
  readonly alias: string
  /** What stands behind `from`, for the conditions and the key that are asked. */
  readonly tables: (asked: string) => string
  readonly cursor: string | undefined
  readonly limit: number
}

/**
 * The ids of one page as a statement of `id` and `sort_at`, and the order to show them in. Only what is asked about is
 * read to find them; the rest of a row, a kilobyte, is read for the page alone.
 */
export function pageOfIds(
  where: Conditions,
  order: SortOrder,
  { alias, tables, cursor, limit }: WantedPage,
): { sql: string; order: string } {
  const { sql } = order.key
  const tail = pageClause(where, order, `${alias}.id`, cursor, limit)
  const from = tables(`${where.sql} ${sql}`)
  const direction = order.descending ? 'desc' : 'asc'
  return {
    sql: `select ${alias}.id, ${sql} as sort_at from ${from} where ${where.sql} ${tail}`,
    order: `order by page.sort_at ${direction}, page.id ${direction}`,
  }
}

/** What cursors of such lists carry: the sort value as text, and the id. */
export const sortKeyOf = (row: {
  readonly id: string
  readonly sort_key: string
}): readonly [string, string] => [row.sort_key, row.id]
