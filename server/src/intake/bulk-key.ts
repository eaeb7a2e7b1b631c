import { createHash } from 'node:crypto'
import type { Database } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { IdempotencyClaim } from '../platform/http/index.ts'

/**
 * The key of one item of a bulk call: the call's key with the item's place, so that a repeated call repeats nothing.
 * Hashed, because the longest key there may be leaves no room for a place behind it.
 */
export function itemKey(key: string, index: number): string {
  return `${createHash('sha256').update(key).digest('base64url')}#${index}`
}

/**
 * Ties the key of a bulk call to its body before any item is taken in: a call with the same key and another body is
 * refused whole. It has no answer of its own; the items keep theirs.
 */
export async function holdBulkKey(
  database: Database,
  tenantId: string,
  claim: IdempotencyClaim,
  now: number,
): Promise<void> {
  const hash = await database.write(tenantId, async (db) => {
    await db.query(
      `insert into idempotency_key (tenant_id, principal_id, key, request_hash, created_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [tenantId, claim.principalId, claim.key, claim.requestHash, new Date(now)],
      'bulk_key_hold',
    )
    const [row] = await db.query<{ request_hash: string }>(
      'select request_hash from idempotency_key where tenant_id = $1 and principal_id = $2 and key = $3',
      [tenantId, claim.principalId, claim.key],
      'bulk_key_read',
    )
    return row?.request_hash
  })
  if (hash !== claim.requestHash) throw new ProblemError('IDEMPOTENCY_KEY_REUSED')
}
