import { offerSettings, periodStart } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { ledgerPeriod, periodKeys, type TenantContext } from '../decide/tenant-context.ts'
import { forgetCapUses } from '../state/cap-store.ts'
import { addTurns } from '../state/ledger-store.ts'
import { applyClaims } from '../state/rep-load-store.ts'
import type { WorkItemRow } from '../state/work-item-store.ts'
import { closeOffers, countPasses, type OfferAnswer, readOpenOffers } from './offer-store.ts'

/** How an open offer of an item ends without being taken. */
export interface OfferEnd {
  readonly row: WorkItemRow
  readonly answer: Exclude<OfferAnswer, 'accepted'>
  readonly reason: string | null
  readonly actorId: string | null
}

/**
 * Ends offers nobody took: what was counted as received is taken back, and so is the turn, unless the rep let more
 * offers go this week than are free. Items without an open offer are passed over. The caller holds the items' rows and
 * those of their reps, so that the count of a week is exact.
 */
export async function endOffers(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  ends: readonly OfferEnd[],
): Promise<void> {
  const open = await readOpenOffers(
    db,
    ends.map((end) => end.row.id),
  )
  if (open.length === 0) return
  const endOf = new Map(ends.map((end) => [end.row.id, end]))
  const { freePerWeek } = offerSettings(context.policy.policy)
  const passes = await countPasses(
    db,
    [...new Set(open.map((offer) => offer.repId))],
    periodStart('week', now, context.timeZone),
  )
  const ended = open.flatMap((offer) => {
    const end = endOf.get(offer.itemId)
    if (end === undefined) return []
    if (end.answer === 'withdrawn') return [{ offer, end, costsTurn: false }]
    const passed = (passes.get(offer.repId) ?? 0) + 1
    passes.set(offer.repId, passed)
    return [{ offer, end, costsTurn: passed > freePerWeek }]
  })
  await closeOffers(
    db,
    now,
    ended.map(({ offer, end, costsTurn }) => ({
      offerId: offer.id,
      answer: end.answer,
      reason: end.reason,
      costsTurn,
    })),
  )
  const keys = periodKeys(now, context.timeZone)
  const period = ledgerPeriod(context, keys)
  // One claim per offer: the periods they were counted in may differ, and a rep has few open at once.
  for (const { offer, end } of ended) {
    const then = periodKeys(offer.madeAt.getTime(), context.timeZone)
    await applyClaims(db, keys, [
      {
        repId: offer.repId,
        effects: {
          high_intent_today: -(end.row.effects.high_intent_today ?? 0),
          followed_this_month: -(end.row.effects.followed_this_month ?? 0),
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
  }
  await forgetCapUses(
    db,
    context,
    ended.map(({ offer }) => offer.itemId),
  )
  await addTurns(
    db,
    period,
    ended.flatMap(({ offer, costsTurn }) =>
      costsTurn || ledgerPeriod(context, periodKeys(offer.madeAt.getTime(), context.timeZone)) !== period
        ? []
        : [{ queue: offer.queue, repId: offer.repId, thousandths: -offer.turnThousandths }],
    ),
  )
  await announce(
    db,
    now,
    ended.map(({ offer, end, costsTurn }) => ({
      type: `offer.${end.answer}`,
      entityKind: end.row.kind,
      entityId: end.row.id,
      actorId: end.actorId,
      payload: { offerId: offer.id, repId: offer.repId, reason: end.reason, costsTurn },
    })),
  )
}
