import { periodEnd, periodStart } from '@peineng/engine'
import {
  type ActivityInput,
  activityLogged,
  type MarkedActivity,
  refuseContact,
} from '../../customers/index.ts'
import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { serveWaiting } from '../decide/serve-waiting.ts'
import { periodKeys, type TenantContext } from '../decide/tenant-context.ts'
import { isUnread } from '../handing-over/handover-gate.ts'
import { requireItemReadable } from '../reach.ts'
import type { Services } from '../services.ts'
import { lockOne } from '../state/lock-tenant-work.ts'
import { applyClaims } from '../state/rep-load-store.ts'
import type { WorkItemRow } from '../state/work-item-store.ts'

/**
 * Writes down what was done for a customer. A next step beyond this week takes the item off its owner's load index
 * until that week begins (Decision 1); one within it keeps or puts it back on.
 */
export async function logActivity(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  kind: 'lead' | 'opportunity',
  itemId: string,
  activity: ActivityInput,
): Promise<MarkedActivity> {
  const context = await services.contextOf(db, now)
  const row = await lockOne(db, context, now, itemId)
  await requireItemReadable(db, services.people, caller, row)
  if (row.kind !== kind) throw new ProblemError('NOT_FOUND')
  if (row.state === 'closed') throw new ProblemError('LEAD_CLOSED')
  const whose = {
    itemKind: kind,
    itemId,
    repId: caller.principal.repId ?? row.ownerId,
    actorId: caller.principal.id,
  }
  const marked = await services.customers.markActivity(db, { ...activity, ...whose }, now)
  if (marked === null) throw new ProblemError('NOT_FOUND')
  if (marked.known) return marked
  // Whoever writes it down: the one it counts for has not read the handover.
  if (isUnread(row) && whose.repId === row.ownerId && marked.counts.isContact)
    refuseContact({ handoverId: row.handoverId })
  const freed = await moveLoad(db, context, now, row, activity.nextStepAt ?? null)
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: `${kind}.activity_logged`,
    entityKind: kind,
    entityId: itemId,
    detail: { activityId: marked.id, kind: activity.kind },
  })
  await announce(db, now, [
    activityLogged(marked, { ...activity, ...whose }, row.ownerId),
    {
      type: `${kind}.activity_logged`,
      entityKind: kind,
      entityId: itemId,
      actorId: caller.principal.id,
      payload: {
        activityId: marked.id,
        kind: activity.kind,
        firstResponse: marked.firstResponse,
        ownerId: row.ownerId,
      },
    },
  ])
  if (freed) await serveWaiting(db, services.customers, context, now, { allLocked: true, enough: 1 })
  return marked
}

/** True where room came free. */
async function moveLoad(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  row: WorkItemRow,
  nextStepAt: number | null,
): Promise<boolean> {
  if (row.state !== 'owned' || row.ownerId === null) return false
  const later = nextStepAt !== null && nextStepAt >= periodEnd('week', now, context.timeZone)
  const load = later || row.openTasks > 0 ? 0 : row.pointsHundredths
  const returnsAt = later ? new Date(periodStart('week', nextStepAt, context.timeZone)) : null
  const change = load - row.loadHundredths
  await db.query(
    `update work_item set load_hundredths = $3, load_returns_at = $4, version = version + 1 where tenant_id = $1 and id = $2`,
    [db.tenantId, row.id, load, returnsAt],
  )
  if (change === 0) return false
  await applyClaims(db, periodKeys(now, context.timeZone), [
    { repId: row.ownerId, effects: { load_index: change }, received: 0, limits: {} },
  ])
  return change < 0
}

/** Puts items back on their owners' load whose week has begun. Returns how many. */
export async function returnLoads(db: TenantWriter, context: TenantContext, now: number): Promise<number> {
  const due = await db.query<{ id: string; ownerId: string; points: number }>(
    `select id, owner_id as "ownerId", case when open_tasks > 0 then 0 else points_hundredths - load_hundredths end as points from work_item
     where tenant_id = $1 and load_returns_at <= $2 and state = 'owned' order by id limit 1000 for update skip locked`,
    [db.tenantId, new Date(now)],
  )
  if (due.length === 0) return 0
  const sums = new Map<string, number>()
  for (const row of due) sums.set(row.ownerId, (sums.get(row.ownerId) ?? 0) + row.points)
  const keys = periodKeys(now, context.timeZone)
  await db.query(
    'select 1 from rep_load where tenant_id = $1 and rep_id = any($2) order by rep_id for update',
    [db.tenantId, [...sums.keys()]],
  )
  await applyClaims(
    db,
    keys,
    [...sums].map(([repId, points]) => ({ repId, effects: { load_index: points }, received: 0, limits: {} })),
  )
  await db.query(
    `update work_item set load_returns_at = null,
       load_hundredths = case when open_tasks > 0 then load_hundredths else points_hundredths end, version = version + 1
     where tenant_id = $1 and id = any($2)`,
    [db.tenantId, due.map((row) => row.id)],
  )
  return due.length
}
