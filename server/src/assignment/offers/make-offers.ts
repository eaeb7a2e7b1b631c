import { addWorkingMs, type Decision, offerMs, offerSettings, type WorkItem } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { announce } from '../../platform/outbox/index.ts'
import type { TenantContext } from '../decide/tenant-context.ts'
import { insertOffers } from './offer-store.ts'

/** An item a decision keeps for somebody. */
export interface Kept {
  readonly item: WorkItem
  readonly decisionId: string
  readonly decision: Decision
  readonly repId: string
  readonly actorId: string | null
}

/** Writes the offers of decisions that ask, and tells the reps; two statements for any number, none where none asks. */
export async function makeOffers(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  kept: readonly Kept[],
): Promise<void> {
  if (kept.length === 0) return
  const offers = kept.map(({ item, decisionId, decision, repId }) => ({
    id: uuidv7(now),
    itemId: item.id,
    repId,
    decisionId,
    round: (item.offers?.rounds ?? 0) + 1,
    until: offerEnds(context, decision, repId, now),
    queue: decision.queue,
    turnThousandths: decision.turnThousandths,
  }))
  await insertOffers(db, now, offers)
  await announce(
    db,
    now,
    offers.map((offer, place) => ({
      type: 'offer.made',
      entityKind: kept[place]?.item.kind ?? 'lead',
      entityId: offer.itemId,
      actorId: kept[place]?.actorId ?? null,
      payload: {
        offerId: offer.id,
        repId: offer.repId,
        decisionId: offer.decisionId,
        answerBy: new Date(offer.until).toISOString(),
        round: offer.round,
        recipientRepIds: [offer.repId],
      },
    })),
  )
}

/** By default only the rep's own working time counts: nobody loses an offer over night. */
function offerEnds(context: TenantContext, decision: Decision, repId: string, now: number): number {
  const { policy } = context.policy
  const settings = offerSettings(policy)
  const action = policy.rules.find((rule) => rule.id === decision.ruleId)?.then ?? policy.fallback
  const length = offerMs(action.offer ?? {}, settings)
  const schedule = context.working.find((one) => one.repId === repId)?.schedule
  if (settings.hours === 'always' || schedule === undefined) return now + length
  return addWorkingMs(schedule, now, length) ?? now + length
}
