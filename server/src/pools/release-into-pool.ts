import { requireItemInReach } from '../assignment/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller } from '../platform/http/index.ts'
import { readPool } from './pool-store.ts'
import type { PoolServices } from './services.ts'

/** Why somebody gives a record back, coded; `other` needs words. */
export const releaseReasons = [
  'no_need',
  'no_budget',
  'unreachable',
  'wrong_contact',
  'bought_elsewhere',
  'not_my_field',
  'too_busy',
  'low_value',
  'duplicate',
  'other',
] as const
export type ReleaseReason = (typeof releaseReasons)[number]

export interface Release {
  readonly itemIds: readonly string[]
  readonly poolId: string
  readonly reason: ReleaseReason
  readonly note: string | null
}

/**
 * Gives records back into a chosen pool, one or many (F7), with a coded reason. A rep gives back what is theirs; a
 * leader also what their people own (then it is called back) and what waits.
 */
export async function releaseIntoPool(
  db: TenantWriter,
  services: PoolServices,
  caller: Caller,
  now: number,
  release: Release,
): Promise<{ readonly released: readonly string[]; readonly skipped: readonly string[] }> {
  if (release.reason === 'other' && (release.note ?? '').trim() === '')
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'note', code: 'required', message: 'say_why' }],
    })
  const pool = await readPool(db, release.poolId)
  if (pool === null) throw new ProblemError('NOT_FOUND', { detail: 'no_such_pool' })
  const ids = [...new Set(release.itemIds)]
  const rows = await db.query<{ id: string; ownerId: string | null }>(
    `select item_id as id, owner_id as "ownerId" from item_ownership where tenant_id = $1 and item_id = any($2::uuid[])`,
    [db.tenantId, ids],
  )
  if (rows.length < ids.length) throw new ProblemError('NOT_FOUND')
  for (const row of rows) await requireItemInReach(db, services.people, caller, row)
  const taken = await services.assignment.takeIntoPool(
    db,
    now,
    rows.map((row) => ({
      itemId: row.id,
      poolId: pool.id,
      cause: row.ownerId === caller.principal.repId ? ('released' as const) : ('recalled' as const),
      reason: release.reason,
      note: release.note,
      actorId: caller.principal.id,
      // Whoever has it by now is not the one this caller may take it from.
      ...(row.ownerId === null ? {} : { ownerId: row.ownerId }),
    })),
  )
  const released = taken.map((row) => row.id)
  return { released, skipped: ids.filter((id) => !released.includes(id)) }
}
