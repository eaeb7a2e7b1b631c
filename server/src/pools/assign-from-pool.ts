import { requireRepInReach } from '../assignment/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller } from '../platform/http/index.ts'
import type { PoolServices } from './services.ts'

/**
 * A manager gives records of a pool to people, one each in turn where several are named. Claim rules do not hold for a
 * manager's word; that it was theirs stands in the history. What was claimed meanwhile stays with whoever has it.
 */
export async function assignFromPool(
  db: TenantWriter,
  services: PoolServices,
  caller: Caller,
  now: number,
  order: { readonly poolId: string; readonly itemIds: readonly string[]; readonly repIds: readonly string[] },
): Promise<{
  readonly assigned: readonly { id: string; repId: string }[]
  readonly skipped: readonly string[]
}> {
  for (const repId of order.repIds) await requireRepInReach(db, services.people, caller, repId)
  const assigned: { id: string; repId: string }[] = []
  const skipped: string[] = []
  const rows = await db.query<{ id: string }>(
    `select item_id as id from item_ownership
     where tenant_id = $1 and item_id = any($2::uuid[]) and state = 'pooled' and pool_id = $3 order by item_id`,
    [db.tenantId, order.itemIds, order.poolId],
  )
  const lying = new Set(rows.map((row) => row.id))
  for (const [index, id] of [...new Set(order.itemIds)].sort().entries()) {
    const repId = order.repIds[index % order.repIds.length]
    if (!lying.has(id) || repId === undefined) {
      skipped.push(id)
      continue
    }
    try {
      await services.assignment.claim(db, now, {
        itemId: id,
        repId,
        actorId: caller.principal.id,
        note: null,
        how: 'assign',
        permit: async () => ({ withinLimits: false }),
      })
      assigned.push({ id, repId })
    } catch (error) {
      if (!(error instanceof ProblemError) || !goneCodes.has(error.code)) throw error
      skipped.push(id)
    }
  }
  return { assigned, skipped }
}

const goneCodes: ReadonlySet<string> = new Set(['LEAD_ALREADY_CLAIMED', 'LEAD_CLOSED', 'NOT_IN_POOL'])
