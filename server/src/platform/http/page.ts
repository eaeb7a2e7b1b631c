import { z } from 'zod'
import { ProblemError } from '../errors/catalogue.ts'

/** How every list is asked for: keyset paging, so a page costs the same wherever it lies. */
export const pageQuery = {
  cursor: z.string().max(500).optional().describe('nextCursor of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
}

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

/** Cursors are opaque to clients: base64url of the sort values of the last row. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** One page of a list, and where the next one starts. */
export interface Page<R> {
  readonly items: readonly R[]
  readonly nextCursor: string | null
}

/**
 * The page of rows that were asked for with one more than `limit`: the one too many is cut off and says that there is
 * a next page, which starts after the values `keyOf` takes from the last row.
 */
export function cutPage<R>(
  rows: readonly R[],
  limit: number,
  keyOf: (last: R) => readonly (string | number | null)[],
): Page<R> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null }
}

export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((v) => v === null || typeof v === 'string' || typeof v === 'number')
    )
      return values as (string | number | null)[]
  } catch {
    // falls through to the refusal below
  }
  throw new ProblemError('VALIDATION_FAILED', {
    errors: [
      {
        field: 'querystring.cursor',
        code: 'cursor',
        message: 'use_next_cursor',
      },
    ],
  })
}
