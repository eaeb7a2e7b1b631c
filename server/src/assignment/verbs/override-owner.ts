import { type Decision, gaugeEffects } from '@peineng/engine'
import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import { seedOf } from '../decide/assign-new-leads.ts'
import { commitMoves } from '../decide/commit-moves.ts'
import { type Decided, decide } from '../decide/decide-batch.ts'
import { serveWaiting } from '../decide/serve-waiting.ts'
import { type LeadPlace, placeOf } from '../decide/submit-lead.ts'
import { ledgerPeriod, periodKeys, type TenantContext } from '../decide/tenant-context.ts'
import { planWorkItems } from '../planning/plan-work-items.ts'
import { requireItemInReach, requireRepInReach } from '../reach.ts'
import type { Services } from '../services.ts'
import { giveBack } from '../state/give-back.ts'
import type { ChangeCause } from '../state/history-store.ts'
import { readLedger } from '../state/ledger-store.ts'
import { lockOne } from '../state/lock-tenant-work.ts'
import { applyClaims, type RepClaim, readRepLoads } from '../state/rep-load-store.ts'
import { readWorkItems, type WorkItemRow } from '../state/work-item-store.ts'

/**
 * A manager decides (D15, I4). The reason is mandatory and kept; gauges and caps may be passed, on the record; the
 * rotation is not disturbed (X23): no turn is booked, and the engine's own ranking is stored beside the choice.
 */
export async function overrideOwner(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  itemId: string,
  repId: string,
  note: string,
): Promise<LeadPlace> {
  const context = await services.contextOf(db, now)
  const row = await lockOne(db, context, now, itemId)
  await requireItemInReach(db, services.people, caller, row)
  await requireRepInReach(db, services.people, caller, repId)
  if (row.state === 'closed') throw new ProblemError('LEAD_CLOSED')
  if (!context.repById.has(repId)) throw new ProblemError('NOT_FOUND', { detail: 'no_such_rep' })
  if (row.state === 'owned' && row.ownerId === repId)
    throw new ProblemError('ALREADY_OWNED', { detail: 'owner_already', extra: { ownerId: repId } })

  await giveTo(db, services, context, now, row, repId, {
    cause: 'overridden',
    actorId: caller.principal.id,
    note,
    pinned: true,
  })
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: `${row.kind}.overridden`,
    entityKind: row.kind,
    entityId: itemId,
    detail: { from: row.ownerId, to: repId, reason: note },
  })
  if (row.ownerId !== null)
    await serveWaiting(db, services.customers, context, now, { allLocked: true, enough: 1 })
  const [after] = await readWorkItems(db, [itemId])
  if (after === undefined) throw new ProblemError('NOT_FOUND')
  return placeOf(context, after)
}

/** How and by whom an item is put into somebody's hands. */
export interface Handing {
  readonly cause: ChangeCause
  readonly actorId: string | null
  readonly note: string | null
  readonly pinned: boolean
  /** It was theirs before and counted then: only what counts open things is booked again. */
  readonly again?: boolean
  /** Who chose: a person for somebody else, or the rep for themselves. Default `override`. */
  readonly mode?: 'override' | 'claim'
  /** What their row may not exceed; absent = nothing, a manager's word counts more than a gauge. */
  readonly limits?: RepClaim['limits']
}

/**
 * Puts an item into the hands of a named rep. The caller holds the item's row and that rep's. False where a limit
 * refuses: nothing was written.
 */
export async function giveTo(
  db: TenantWriter,
  services: Services,
  context: TenantContext,
  now: number,
  row: WorkItemRow,
  repId: string,
  how: Handing,
): Promise<boolean> {
  const keys = periodKeys(now, context.timeZone)
  await giveBack(db, context, now, row)
  const items = await planWorkItems(db, services.customers, [row])
  const ledger = await readLedger(db, ledgerPeriod(context, keys), null)
  const [ranked] = decide(context, now, items, seedOf(now), { loads: await readRepLoads(db, keys), ledger })
  if (ranked === undefined) throw new ProblemError('NOT_FOUND')
  const effects = gaugeEffects(ranked.item)
  const refused = await applyClaims(db, keys, [
    how.again === true
      ? {
          repId,
          effects: { ...effects, high_intent_today: 0, followed_this_month: 0 },
          received: 0,
          limits: {},
        }
      : { repId, effects, received: 1, limits: how.limits ?? {} },
  ])
  if (refused.length > 0) return false
  await commitMoves(db, context, now, [
    {
      decided: chosenByHand(ranked, repId, how),
      before: row,
      cause: how.cause,
      actorId: how.actorId,
      note: how.note,
      pinned: how.pinned,
    },
  ])
  return true
}

/** The engine's ranking with a person's choice on top: not a draw, so the chosen one has all the probability there is. */
export function chosenByHand(
  ranked: Decided,
  repId: string,
  how: Pick<Handing, 'actorId' | 'note' | 'mode'>,
): Decided {
  const { decision } = ranked
  const eligible = decision.candidates.some(
    (candidate) => candidate.repId === repId && candidate.terms !== undefined,
  )
  const overridden: Decision = {
    ...decision,
    mode: how.mode ?? 'override',
    state: 'owned',
    repId,
    poolId: null,
    release: null,
    turnThousandths: 0,
    draw: 0,
    reason: {
      code: how.mode === 'claim' ? 'CLAIMED' : 'OVERRIDE',
      params: {
        repId,
        engineRepId: decision.repId ?? '',
        actorId: how.actorId ?? '',
        ...(how.note === null ? {} : { note: how.note }),
      },
    },
    candidates: decision.candidates.map((candidate) =>
      candidate.terms === undefined
        ? candidate
        : { ...candidate, propensity: eligible && candidate.repId === repId ? 1_000_000 : 0 },
    ),
  }
  return { ...ranked, decision: overridden }
}
