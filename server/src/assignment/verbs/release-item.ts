import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import { seedOf } from '../decide/assign-new-leads.ts'
import { commitMoves } from '../decide/commit-moves.ts'
import { decideBatch } from '../decide/decide-batch.ts'
import { serveWaiting, workItemsOf } from '../decide/serve-waiting.ts'
import { type LeadPlace, placeOf } from '../decide/submit-lead.ts'
import { requireItemInReach } from '../reach.ts'
import type { Services } from '../services.ts'
import { giveBack } from '../state/give-back.ts'
import { lockOne } from '../state/lock-tenant-work.ts'
import { readWorkItems } from '../state/work-item-store.ts'

/**
 * The owner gives an item back. Somebody else is looked for at once, never the one who gave it back; the room they
 * gained goes to whoever waits longest (X16).
 */
export async function releaseItem(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  itemId: string,
  note: string | null,
): Promise<LeadPlace> {
  const context = await services.contextOf(db, now)
  const row = await lockOne(db, context, now, itemId)
  await requireItemInReach(db, services.people, caller, row)
  if (row.state === 'closed') throw new ProblemError('LEAD_CLOSED')
  if (row.state === 'offered') throw new ProblemError('OFFER_NOT_ANSWERED')
  if (row.state !== 'owned' || row.ownerId === null)
    throw new ProblemError('ALREADY_IN_STATE', {
      detail: 'nothing_to_give_back',
      extra: { state: row.state },
    })

  await giveBack(db, context, now, row)
  const leaving = {
    ...row,
    continuityOwnerId: null,
    excludedRepIds: [...new Set([...row.excludedRepIds, row.ownerId])],
  }
  const items = await workItemsOf(db, services.customers, [leaving])
  const decided = await decideBatch(db, context, now, items, { seed: seedOf(now), allLocked: true })
  await commitMoves(
    db,
    context,
    now,
    decided.map((one) => ({
      decided: one,
      before: row,
      cause: 'released',
      actorId: caller.principal.id,
      note,
      pinned: false,
    })),
  )
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: `${row.kind}.released`,
    entityKind: row.kind,
    entityId: itemId,
    detail: { from: row.ownerId, reason: note },
  })
  await serveWaiting(db, services.customers, context, now, { allLocked: true, enough: 1 })
  const [after] = await readWorkItems(db, [itemId])
  if (after === undefined) throw new ProblemError('NOT_FOUND')
  return placeOf(context, after)
}
