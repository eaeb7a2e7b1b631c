import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import { serveWaiting } from '../decide/serve-waiting.ts'
import type { Services } from '../services.ts'
import { lockEverybody } from '../state/cap-store.ts'
import { giveBack } from '../state/give-back.ts'
import { appendOwnershipChanges } from '../state/history-store.ts'
import { lockWorkItems } from '../state/work-item-store.ts'
import { carryByTasks } from './carry-by-tasks.ts'

/** A task is over: its load comes off its owner, its customer's implicit task returns, whoever waits is served. */
export async function endTask(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  task: { readonly id: string; readonly itemId: string | null },
): Promise<void> {
  const context = await services.contextOf(db, now)
  const rows = await lockWorkItems(db, [task.id, ...(task.itemId === null ? [] : [task.itemId])])
  const row = rows.find((one) => one.id === task.id)
  if (row === undefined) throw new ProblemError('NOT_FOUND')
  if (row.state === 'closed') return
  await lockEverybody(db, context, now)
  await giveBack(db, context, now, row)
  const item = rows.find((one) => one.id === task.itemId)
  if (item !== undefined) await carryByTasks(db, context, now, item, -1)
  await db.query(
    `update work_item set state = 'closed', load_hundredths = 0, load_returns_at = null, effects = '{}', release = null,
       release_at = null, waiting_since = null, version = version + 1 where tenant_id = $1 and id = $2`,
    [db.tenantId, task.id],
  )
  await appendOwnershipChanges(db, now, [
    {
      itemId: task.id,
      fromState: row.state,
      fromOwnerId: row.ownerId,
      toState: 'closed',
      toOwnerId: row.ownerId,
      toPoolId: null,
      decisionId: null,
      cause: 'closed',
      actorId: caller.principal.id,
      note: null,
    },
  ])
  await serveWaiting(db, services.customers, context, now, { allLocked: true, enough: 1 })
}
