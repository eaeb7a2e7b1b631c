import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { serveWaiting } from '../decide/serve-waiting.ts'
import { type LeadPlace, placeOf } from '../decide/submit-lead.ts'
import { requireItemInReach } from '../reach.ts'
import type { Services } from '../services.ts'
import { type BookedTurn, creditTurn } from '../state/credit-turn.ts'
import { giveBack } from '../state/give-back.ts'
import { appendOwnershipChanges } from '../state/history-store.ts'
import { lockOne } from '../state/lock-tenant-work.ts'
import { leavePool } from '../state/stay-store.ts'

export interface Closure {
  readonly outcome: 'won' | 'lost' | 'invalid'
  readonly reason: string | null
  readonly amountMinor: number | null
}

/** Ends an item. Its owner stays on record; the room it took goes to whoever waits longest. */
export async function closeItem(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  itemId: string,
  closure: Closure,
  /** Absent: no turn goes back, whatever the outcome. */
  turnOf?: (decisionId: string) => Promise<BookedTurn>,
): Promise<LeadPlace> {
  const context = await services.contextOf(db, now)
  const row = await lockOne(db, context, now, itemId)
  await requireItemInReach(db, services.people, caller, row)
  if (row.state === 'offered' && caller.reach === 'own') throw new ProblemError('OFFER_NOT_ANSWERED')
  if (row.kind !== 'lead' && row.kind !== 'opportunity') throw new ProblemError('NOT_FOUND')
  const closed =
    row.state !== 'closed' &&
    (await services.customers.markClosed(
      db,
      { kind: row.kind, id: itemId, repId: row.ownerId, ...closure },
      now,
    ))
  if (!closed) throw new ProblemError('LEAD_CLOSED')

  const turnReturned =
    turnOf !== undefined &&
    closure.outcome === 'invalid' &&
    (await creditTurn(db, context, now, caller, row, turnOf))
  await giveBack(db, context, now, row)
  await db.query(
    `update work_item set state = 'closed', load_hundredths = 0, load_returns_at = null, effects = '{}', release = null,
       release_at = null, waiting_since = null, offers = null, version = version + 1 where tenant_id = $1 and id = $2`,
    [db.tenantId, itemId],
  )
  if (row.state === 'pooled') await leavePool(db, now, [{ itemId, takenBy: null }])
  await appendOwnershipChanges(db, now, [
    {
      itemId,
      fromState: row.state,
      fromOwnerId: row.ownerId,
      toState: 'closed',
      toOwnerId: row.ownerId,
      toPoolId: null,
      decisionId: null,
      cause: 'closed',
      actorId: caller.principal.id,
      note: closure.reason,
    },
  ])
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: `${row.kind}.closed`,
    entityKind: row.kind,
    entityId: itemId,
    detail: { outcome: closure.outcome, turnReturned },
  })
  await announce(db, now, [
    {
      type: `${row.kind}.closed`,
      entityKind: row.kind,
      entityId: itemId,
      actorId: caller.principal.id,
      payload: { outcome: closure.outcome, ownerId: row.ownerId, turnReturned },
    },
  ])
  await serveWaiting(db, services.customers, context, now, { allLocked: true, enough: 1 })
  return { ...placeOf(context, row), state: 'closed', turnReturned }
}
