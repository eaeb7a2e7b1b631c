import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { serveWaiting } from '../decide/serve-waiting.ts'
import { type LeadPlace, placeOf } from '../decide/submit-lead.ts'
import { ledgerPeriod, periodKeys, type TenantContext } from '../decide/tenant-context.ts'
import { requireItemInReach } from '../reach.ts'
import type { Services } from '../services.ts'
import { forgetCapUses } from '../state/cap-store.ts'
import type { BookedTurn } from '../state/credit-turn.ts'
import { giveBack } from '../state/give-back.ts'
import { appendOwnershipChanges } from '../state/history-store.ts'
import { addTurns } from '../state/ledger-store.ts'
import { lockOne } from '../state/lock-tenant-work.ts'
import { applyClaims } from '../state/rep-load-store.ts'
import { leavePool } from '../state/stay-store.ts'
import { readWorkItems, type WorkItemRow } from '../state/work-item-store.ts'
import { giveTo } from './override-owner.ts'

/** How long a decision may be undone: long enough to notice, short enough that nobody has called the customer twice. */
export const UNDO_WINDOW_MS = 24 * 3_600_000

interface UndoneDecision {
  readonly itemId: string
  readonly at: Date
  readonly fromState: string | null
  readonly toState: string
  readonly fromOwnerId: string | null
  /** It gave back what was somebody's before: it counted nothing, so undoing it takes no count away. */
  readonly again: boolean
  readonly turn: BookedTurn
}

/**
 * Takes the newest decision of an item back: it returns to whom it was with, or waits for a manager where it was with
 * nobody. Turn and count go back too. The decision itself stays on record; history only grows.
 */
export async function undoDecision(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  decisionId: string,
  turnOf: (decisionId: string) => Promise<UndoneDecision['turn']>,
): Promise<LeadPlace> {
  const context = await services.contextOf(db, now)
  const undone = await findChange(db, decisionId)
  const row = await lockOne(db, context, now, undone.itemId)
  await requireItemInReach(db, services.people, caller, row)
  if (row.state === 'closed') throw new ProblemError('LEAD_CLOSED')
  if (row.decisionId !== decisionId)
    throw new ProblemError('DECISION_SUPERSEDED', { extra: { decisionId: row.decisionId } })
  if (row.state === 'waiting' && row.reasonCode === 'WAITING_FOR_MANAGER' && undone.toState !== 'waiting')
    throw new ProblemError('ALREADY_IN_STATE', { detail: 'undone_waits' })
  if (now - undone.at.getTime() > UNDO_WINDOW_MS)
    throw new ProblemError('UNDO_TOO_LATE', { detail: 'decision_undo_hours' })

  await returnTurn(db, context, now, row, await turnOf(decisionId), undone)
  if (undone.fromOwnerId !== null && context.repById.has(undone.fromOwnerId))
    await giveTo(db, services, context, now, row, undone.fromOwnerId, {
      cause: 'undone',
      actorId: caller.principal.id,
      note: null,
      pinned: row.pinned,
      again: !undone.again,
    })
  else await waitForManager(db, context, now, row, caller)
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: 'decision.undone',
    entityKind: 'decision',
    entityId: decisionId,
    detail: { itemId: row.id, from: row.ownerId, to: undone.fromOwnerId },
  })
  if (row.ownerId !== null)
    await serveWaiting(db, services.customers, context, now, { allLocked: true, enough: 1 })
  const [after] = await readWorkItems(db, [row.id])
  if (after === undefined) throw new ProblemError('NOT_FOUND')
  return placeOf(context, after)
}

async function findChange(db: TenantWriter, decisionId: string): Promise<Omit<UndoneDecision, 'turn'>> {
  const [change] = await db.query<Omit<UndoneDecision, 'turn'> & Record<string, unknown>>(
    `select c.item_id as "itemId", c.at, c.from_state as "fromState", c.to_state as "toState",
       c.from_owner_id as "fromOwnerId", c.cause in ('undone', 'handed_back') as again
     from decision d join ownership_change c on c.tenant_id = d.tenant_id and c.item_id = d.item_id and c.decision_id = d.id
     where d.tenant_id = $1 and d.id = $2`,
    [db.tenantId, decisionId],
  )
  if (change === undefined) throw new ProblemError('NOT_FOUND')
  return change
}

async function returnTurn(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  row: WorkItemRow,
  turn: UndoneDecision['turn'],
  { at, again }: Pick<UndoneDecision, 'at' | 'again'>,
): Promise<void> {
  // What is only offered goes back with the offer.
  if (row.ownerId === null || row.state === 'offered') return
  await forgetCapUses(db, context, [row.id])
  const keys = periodKeys(now, context.timeZone)
  const then = periodKeys(at.getTime(), context.timeZone)
  if (!again)
    await applyClaims(db, keys, [
      {
        repId: row.ownerId,
        effects: {
          high_intent_today: -(row.effects.high_intent_today ?? 0),
          followed_this_month: -(row.effects.followed_this_month ?? 0),
        },
        received: -1,
        periods: {
          day: then.day === keys.day,
          week: then.week === keys.week,
          month: then.month === keys.month,
        },
        limits: {},
      },
    ])
  if (turn !== null && ledgerPeriod(context, then) === ledgerPeriod(context, keys))
    await addTurns(db, ledgerPeriod(context, keys), [
      { queue: turn.queue, repId: row.ownerId, thousandths: -turn.thousandths },
    ])
}

async function waitForManager(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  row: WorkItemRow,
  caller: Caller,
): Promise<void> {
  await giveBack(db, context, now, row)
  await db.query(
    `update work_item set state = 'waiting', owner_id = null, pool_id = null, waiting_since = $3, release_at = null,
       release = '{"kind":"manager_decides"}', reason_code = 'WAITING_FOR_MANAGER', reason_params = '{}',
       load_hundredths = 0, load_returns_at = null, effects = '{}', owned_since = null, accepted_at = null, pinned = false, offers = null,
       version = version + 1
     where tenant_id = $1 and id = $2`,
    [db.tenantId, row.id, new Date(now)],
  )
  if (row.state === 'pooled') await leavePool(db, now, [{ itemId: row.id, takenBy: null }])
  await appendOwnershipChanges(db, now, [
    {
      itemId: row.id,
      fromState: row.state,
      fromOwnerId: row.ownerId,
      toState: 'waiting',
      toOwnerId: null,
      toPoolId: null,
      decisionId: null,
      cause: 'undone',
      actorId: caller.principal.id,
      note: null,
    },
  ])
  await announce(db, now, [
    {
      type: `${row.kind}.waiting`,
      entityKind: row.kind,
      entityId: row.id,
      actorId: caller.principal.id,
      payload: { previousOwnerId: row.ownerId, cause: 'undone', reason: 'WAITING_FOR_MANAGER' },
    },
  ])
}
