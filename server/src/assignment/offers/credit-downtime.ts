import { addWorkingMs, offerSettings, type Schedule, workingMsBetween } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { type Outage, readOutages } from '../../platform/jobs/service-beat.ts'
import { announce } from '../../platform/outbox/index.ts'
import type { TenantContext } from '../decide/tenant-context.ts'
import { extendOffers, findUncredited } from './offer-store.ts'

/**
 * Nobody can answer while the service is down: open offers get that time back, in the hours they run in, before any is
 * looked at as run out. Each outage counts once (`credited_at`); any number of servers may do this at one moment.
 */
export async function creditDowntime(db: TenantWriter, context: TenantContext, now: number): Promise<void> {
  const open = await findUncredited(db)
  if (open.length === 0) return
  const sinceOf = (offer: (typeof open)[number]): number => (offer.creditedAt ?? offer.madeAt).getTime()
  const outages = await readOutages(db, Math.min(...open.map(sinceOf)))
  const always = offerSettings(context.policy.policy).hours === 'always'
  const schedules = new Map(context.working.map((one) => [one.repId, one.schedule]))
  const moved = await extendOffers(
    db,
    now,
    open.map((offer) => ({
      id: offer.id,
      was: offer.until.getTime(),
      until: untilWithout(
        outages,
        always ? undefined : schedules.get(offer.repId),
        sinceOf(offer),
        offer.until.getTime(),
      ),
    })),
  )
  await announce(
    db,
    now,
    moved.map((one) => ({
      type: 'offer.extended',
      entityKind: one.itemKind,
      entityId: one.itemId,
      actorId: null,
      payload: { offerId: one.id, repId: one.repId, answerBy: one.until.toISOString() },
    })),
  )
}

/** When an offer ends if nothing that happened while the service was down counts. */
function untilWithout(
  outages: readonly Outage[],
  schedule: Schedule | undefined,
  since: number,
  end: number,
): number {
  let until = end
  for (const { from, to } of outages) {
    const [start, stop] = [Math.max(from, since), Math.min(to, until)]
    if (stop <= start) continue
    const lost = schedule === undefined ? stop - start : workingMsBetween(schedule, start, stop)
    if (lost === 0) continue
    const rest = Math.max(until, to)
    until = schedule === undefined ? rest + lost : (addWorkingMs(schedule, rest, lost) ?? rest + lost)
  }
  return until
}
