import { offerSettings } from '@peineng/engine'
import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { says } from '../../platform/errors/sentences/index.ts'
import type { Caller } from '../../platform/http/index.ts'
import { serveWaiting } from '../decide/serve-waiting.ts'
import { type LeadPlace, placeOf } from '../decide/submit-lead.ts'
import { requireItemInReach } from '../reach.ts'
import type { Services } from '../services.ts'
import { lockOne } from '../state/lock-tenant-work.ts'
import { readWorkItems } from '../state/work-item-store.ts'
import { offerOf } from './offer-of.ts'
import { returnOffers } from './return-offers.ts'

/** The rep it is kept for says no, with a coded reason; it is decided again without them. */
export async function declineOffer(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  itemId: string,
  reason: string,
): Promise<LeadPlace> {
  const context = await services.contextOf(db, now)
  const codes = offerSettings(context.policy.policy).reasons.map((one) => one.code)
  if (!codes.includes(reason))
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'reason', code: 'unknown', message: says('one_of', { options: codes }) }],
    })
  const row = await lockOne(db, context, now, itemId)
  await offerOf(db, services, caller, now, row)
  await requireItemInReach(db, services.people, caller, row)
  await returnOffers(db, services, context, now, [
    { row, answer: 'declined', reason, actorId: caller.principal.id },
  ])
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: `${row.kind}.offer_declined`,
    entityKind: row.kind,
    entityId: itemId,
    detail: { repId: row.ownerId, reason },
  })
  await serveWaiting(db, services.customers, context, now, { allLocked: true, enough: 1 })
  const [after] = await readWorkItems(db, [itemId])
  if (after === undefined) throw new ProblemError('NOT_FOUND')
  return placeOf(context, after)
}
