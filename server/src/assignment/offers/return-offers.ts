import type { OfferStanding } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { seedOf } from '../decide/assign-new-leads.ts'
import { commitMoves } from '../decide/commit-moves.ts'
import { decideBatch } from '../decide/decide-batch.ts'
import { workItemsOf } from '../decide/serve-waiting.ts'
import type { TenantContext } from '../decide/tenant-context.ts'
import type { Services } from '../services.ts'
import { giveBackMany } from '../state/give-back.ts'
import { endOffers, type OfferEnd } from './end-offers.ts'

/**
 * Offers that came back: the room they held is free again, and each item is decided anew without those who let it go. The
 * caller holds the items' rows (in state `offered`) and all reps', so the decisions are exact.
 */
export async function returnOffers(
  db: TenantWriter,
  services: Services,
  context: TenantContext,
  now: number,
  ends: readonly OfferEnd[],
): Promise<void> {
  await endOffers(db, context, now, ends)
  await giveBackMany(
    db,
    context,
    now,
    ends.map((end) => end.row),
  )
  const endOf = new Map(ends.map((end) => [end.row.id, end]))
  const items = await workItemsOf(
    db,
    services.customers,
    ends.map((end) => ({ ...end.row, offers: standingAfter(end) })),
  )
  const decided = await decideBatch(db, context, now, items, { seed: seedOf(now), allLocked: true })
  await commitMoves(
    db,
    context,
    now,
    decided.flatMap((one) => {
      const end = endOf.get(one.item.id)
      if (end === undefined) return []
      return [
        {
          decided: one,
          before: end.row,
          cause: end.answer,
          actorId: end.actorId,
          note: end.reason,
          pinned: false,
        },
      ]
    }),
  )
}

/** Whoever is away was not asked in earnest: that is no round, and they may be asked again. */
function standingAfter({ row, answer }: OfferEnd): OfferStanding | null {
  const { offers, ownerId } = row
  if (answer === 'withdrawn' || ownerId === null) return offers
  const { rounds = 0, declined = [], expired = [] } = offers ?? {}
  return {
    rounds: rounds + 1,
    declined: answer === 'declined' ? [...declined, ownerId] : declined,
    expired: answer === 'expired' ? [...expired, ownerId] : expired,
  }
}
