import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { SentenceKey } from '../../platform/errors/sentences/index.ts'
import type { Caller } from '../../platform/http/index.ts'
import { keepBeat } from '../../platform/jobs/service-beat.ts'
import { requireItemInReach } from '../reach.ts'
import type { Services } from '../services.ts'
import type { WorkItemRow } from '../state/work-item-store.ts'
import { creditDowntime } from './credit-downtime.ts'
import { type OfferAnswer, type OfferRow, readLastOffer, readOpenOffers } from './offer-store.ts'

/**
 * The open offer of an item the caller may answer: the rep it is made to, or a program that acts for them. Whoever comes
 * too late is told what happened to the offer, though the item is out of their reach by now. Called with the row locked.
 */
export async function offerOf(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  row: WorkItemRow,
): Promise<OfferRow> {
  const { principal } = caller
  const program = principal.kind === 'api_key' && principal.repId === null
  if (program) await requireItemInReach(db, services.people, caller, row)
  const mine = program ? row.ownerId : principal.repId
  if (row.state === 'offered' && mine !== null && row.ownerId === mine) {
    await requireItemInReach(db, services.people, caller, row)
    const open = await standingOffer(db, services, now, row.id)
    if (open.until.getTime() > now) return open
    throw over(row, { ...open, answer: 'expired', answeredAt: open.until })
  }
  const last = mine === null ? undefined : await readLastOffer(db, row.id, mine)
  if (last !== undefined && last.answer !== null) throw over(row, last)
  await requireItemInReach(db, services.people, caller, row)
  if (row.state === 'offered') throw new ProblemError('NOT_OWNER', { detail: 'offer_of_other' })
  throw new ProblemError('OFFER_OVER', { detail: 'not_offered', extra: { state: row.state } })
}

const OFFER_ANSWERS = {
  accepted: 'offer_accepted',
  declined: 'offer_declined',
  expired: 'offer_expired',
  withdrawn: 'offer_withdrawn',
} as const satisfies Readonly<Record<OfferAnswer, SentenceKey>>

/**
 * The offer as it holds now. One that seems to have run out may have done so while the service was down: the sweep gives
 * that time back, and whoever answers in the seconds before it ran has the same right.
 */
async function standingOffer(
  db: TenantWriter,
  services: Services,
  now: number,
  itemId: string,
): Promise<OfferRow> {
  const read = async (): Promise<OfferRow> => {
    const [open] = await readOpenOffers(db, [itemId])
    if (open === undefined) throw new Error('an item is offered and there is no offer')
    return open
  }
  const open = await read()
  if (open.until.getTime() > now) return open
  await keepBeat(services.platform.database, now)
  await creditDowntime(db, await services.contextOf(db, now), now)
  return read()
}

function over(row: WorkItemRow, { answer, answeredAt, reason }: OfferRow): ProblemError {
  return new ProblemError('OFFER_OVER', {
    detail: answer === null ? 'not_offered' : OFFER_ANSWERS[answer],
    extra: { state: row.state, answer, reason, at: answeredAt?.toISOString() ?? null },
  })
}
