import type { TenantReader } from '../platform/database/index.ts'
import type { Conditions } from './conditions.ts'
import type { RecordKind } from './records/record-kind.ts'

/** Beyond this many, the first page is found sooner by looking at rows in the order of the list. */
const MOST_BY_INDEX = 2000
/** A trigram needs three letters, or one Chinese character between blanks. */
const inIndex = /[\p{L}\p{N}]{3}|[\u3400-\u9fff]/u

type Searched = 'lead' | RecordKind['name']

/**
 * Ids of the records whose search text (`numbers`: or phone, or number elsewhere) fits all patterns, by the trigram
 * index; null where there are too many or the needle is too short for it. PostgreSQL keeps `like` off the index under
 * row security, because it could tell about other companies' rows, so a function with the owner's rights looks for us.
 */
export async function idsByText(
  db: TenantReader,
  table: Searched,
  patterns: readonly string[],
  numbers = false,
): Promise<string[] | null> {
  if (!patterns.some((pattern) => inIndex.test(pattern))) return null
  const rows = await db.query<{ id: string | null }>(
    'select id from ids_by_text($1, $2, $3, $4, $5) as id',
    [db.tenantId, table, patterns, numbers, MOST_BY_INDEX + 1],
    'customers_ids_by_text',
  )
  const ids = rows.map((row) => row.id).filter((id) => id !== null)
  // One row without an id: it saw at once that there are many.
  return ids.length > MOST_BY_INDEX || ids.length < rows.length ? null : ids
}

/**
 * Narrows to records that fit a text: to the ids found, where there are few; else row by row. The planner takes every
 * pattern for rare and their product for next to nothing, and would sort all matches; in a `case` it cannot look.
 */
export function narrowByText(
  where: Conditions,
  alias: string,
  found: readonly string[] | null,
  sqlOf: (value: (one: unknown) => string) => string,
): void {
  if (found !== null) where.and((ids) => `${alias}.id = any(${ids}::uuid[])`, found)
  where.plain(`case when ${sqlOf(where.value)} then true else false end`)
}

/** Every pattern fits the search text. */
export const fitsAll =
  (alias: string, patterns: readonly string[]) =>
  (value: (one: unknown) => string): string =>
    patterns.map((pattern) => `${alias}.search like ${value(pattern)}`).join(' and ')
