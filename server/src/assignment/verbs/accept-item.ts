import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { type LeadPlace, placeOf } from '../decide/submit-lead.ts'
import { acceptOffer } from '../offers/accept-offer.ts'
import { offerOf } from '../offers/offer-of.ts'
import { readLastOffer } from '../offers/offer-store.ts'
import { requireItemInReach } from '../reach.ts'
import type { Services } from '../services.ts'
import { lockWorkItems } from '../state/work-item-store.ts'

/** The owner says "mine", or takes what is offered to them. Saying it twice is no error and changes nothing. */
export async function acceptItem(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  itemId: string,
): Promise<LeadPlace> {
  const context = await services.contextOf(db, now)
  const [row] = await lockWorkItems(db, [itemId])
  if (row === undefined) throw new ProblemError('NOT_FOUND')
  if (row.state === 'offered') {
    await acceptOffer(db, services, caller, now, row)
    return { ...placeOf(context, row), state: 'owned' }
  }
  // An offer of theirs that came back left their reach: they are told so, not that it is not there.
  const { repId } = caller.principal
  if (repId !== null && row.ownerId !== repId && (await readLastOffer(db, itemId, repId)) !== undefined)
    await offerOf(db, services, caller, now, row)
  await requireItemInReach(db, services.people, caller, row)
  if (row.state === 'closed') throw new ProblemError('LEAD_CLOSED')
  if (row.state !== 'owned') throw new ProblemError('NOT_OWNER', { extra: { state: row.state } })
  if (row.acceptedAt === null) {
    await db.query(
      'update work_item set accepted_at = $3, version = version + 1 where tenant_id = $1 and id = $2',
      [db.tenantId, itemId, new Date(now)],
    )
    await record(db, now, {
      actorKind: caller.principal.kind,
      actorId: caller.principal.id,
      action: `${row.kind}.accepted`,
      entityKind: row.kind,
      entityId: itemId,
    })
    await announce(db, now, [
      {
        type: `${row.kind}.accepted`,
        entityKind: row.kind,
        entityId: itemId,
        actorId: caller.principal.id,
        payload: { ownerId: row.ownerId },
      },
    ])
  }
  return placeOf(context, row)
}
