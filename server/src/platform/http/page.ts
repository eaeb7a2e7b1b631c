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
        message: 'use nextCursor of the page before, unchanged',
      },
    ],
  })
}
