import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Database, TenantWriter } from '../database/index.ts'
import { ProblemError } from '../errors/catalogue.ts'
import { principalOf } from './guard.ts'

export interface IdempotencyClaim {
  readonly principalId: string
  readonly key: string
  /** Method, path and body: the same key with another request is refused. */
  readonly requestHash: string
}

export interface StoredAnswer {
  readonly status: number
  readonly body: unknown
}

/** The claim of a request, or null where it carries no Idempotency-Key. */
export function idempotencyOf(request: FastifyRequest): IdempotencyClaim | null {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key !== 'string' || key.length < 1 || key.length > 255)
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'headers.idempotency-key', code: 'length', message: 'key_length' }],
    })
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url.split('?')[0]}\n${JSON.stringify(request.body ?? null)}`)
    .digest('base64url')
  return { principalId: principalOf(request).id, key, requestHash }
}

/** What an earlier request with this key was answered, or null where there was none. */
export async function storedAnswer(
  db: { tenantId: string; query: TenantWriter['query'] },
  claim: IdempotencyClaim,
): Promise<StoredAnswer | null> {
  const [row] = await db.query<{ request_hash: string; status: number | null; response: unknown }>(
    'select request_hash, status, response from idempotency_key where tenant_id = $1 and principal_id = $2 and key = $3',
    [db.tenantId, claim.principalId, claim.key],
    'idempotency_read',
  )
  if (row === undefined) return null
  if (row.request_hash !== claim.requestHash) throw new ProblemError('IDEMPOTENCY_KEY_REUSED')
  if (row.status === null) throw new ProblemError('CONFLICT', { detail: 'key_failed_half_way' })
  return { status: row.status, body: row.response }
}

/**
 * Runs a write at most once per key: the key row is inserted first, so parallel twins wait on it and then read the
 * winner's answer; it commits or rolls back together with the write.
 */
export async function writeOnce(
  database: Database,
  tenantId: string,
  claim: IdempotencyClaim | null,
  now: number,
  work: (db: TenantWriter) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  return database.write(tenantId, async (db) => {
    if (claim === null) return work(db)
    const inserted = await db.query(
      `insert into idempotency_key (tenant_id, principal_id, key, request_hash, created_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing returning 1 as one`,
      [tenantId, claim.principalId, claim.key, claim.requestHash, new Date(now)],
      'idempotency_claim',
    )
    if (inserted.length === 0) {
      const answer = await storedAnswer(db, claim)
      if (answer !== null) return answer
    }
    const answer = await work(db)
    await db.query(
      'update idempotency_key set status = $4, response = $5 where tenant_id = $1 and principal_id = $2 and key = $3',
      [tenantId, claim.principalId, claim.key, answer.status, JSON.stringify(answer.body)],
      'idempotency_answer',
    )
    return answer
  })
}
