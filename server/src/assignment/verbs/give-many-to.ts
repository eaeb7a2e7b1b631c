import { createAssigner, gaugeEffects } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { seedOf } from '../decide/assign-new-leads.ts'
import { commitMoves } from '../decide/commit-moves.ts'
import type { Decided } from '../decide/decide-batch.ts'
import { ledgerPeriod, periodKeys, repStates, type TenantContext } from '../decide/tenant-context.ts'
import { planWorkItems } from '../planning/plan-work-items.ts'
import type { Services } from '../services.ts'
import type { ChangeCause } from '../state/history-store.ts'
import { readLedger } from '../state/ledger-store.ts'
import { applyClaims, readRepLoads } from '../state/rep-load-store.ts'
import type { WorkItemRow } from '../state/work-item-store.ts'
import { chosenByHand } from './override-owner.ts'

/** An item that goes to a named rep whose it was before. */
export interface GivenBack {
  readonly row: WorkItemRow
  readonly repId: string
  readonly pinned: boolean
}

/**
 * Puts items into the hands of those who had them before, with the engine's ranking on record as for every choice of a
 * person. They counted when they came, so only what counts open things is booked again. The caller holds the items' rows
 * and everybody's, and has given back what the items weighed.
 */
export async function giveManyTo(
  db: TenantWriter,
  services: Services,
  context: TenantContext,
  now: number,
  given: readonly GivenBack[],
  how: { readonly cause: ChangeCause; readonly actorId: string | null; readonly note: string | null },
): Promise<void> {
  if (given.length === 0) return
  const keys = periodKeys(now, context.timeZone)
  const items = new Map(
    (
      await planWorkItems(
        db,
        services.customers,
        given.map(({ row }) => row),
      )
    ).map((item) => [item.id, item]),
  )
  const assigner = createAssigner(
    {
      now,
      seed: seedOf(now),
      roster: context.roster,
      states: repStates(context, await readRepLoads(db, keys), now),
      ledger: await readLedger(db, ledgerPeriod(context, keys), null),
      winModel: context.winModel,
    },
    context.policy,
  )
  const decided = given.flatMap(({ row, repId, pinned }) => {
    const item = items.get(row.id)
    if (item === undefined) return []
    const ranked: Decided = {
      item,
      statesBefore: assigner.states(),
      decision: assigner.decide(item),
      ledgerBefore: [],
    }
    const ledgerBefore = assigner.ledgerOf(ranked.decision.queue)
    const chosen = chosenByHand({ ...ranked, ledgerBefore }, repId, how)
    assigner.apply(chosen.decision, item)
    return [{ decided: chosen, row, repId, pinned }]
  })
  const sums = new Map<string, Record<string, number>>()
  for (const { decided: one, repId } of decided) {
    const sum = sums.get(repId) ?? {}
    sums.set(repId, sum)
    for (const [gauge, amount] of Object.entries(gaugeEffects(one.item)))
      if (gauge !== 'high_intent_today' && gauge !== 'followed_this_month')
        sum[gauge] = (sum[gauge] ?? 0) + amount
  }
  await applyClaims(
    db,
    keys,
    [...sums].map(([repId, effects]) => ({ repId, effects, received: 0, limits: {} })),
  )
  await commitMoves(
    db,
    context,
    now,
    decided.map((one) => ({
      decided: one.decided,
      before: one.row,
      cause: how.cause,
      actorId: how.actorId,
      note: how.note,
      pinned: one.pinned,
    })),
  )
}
