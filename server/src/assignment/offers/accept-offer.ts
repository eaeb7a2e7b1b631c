import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import type { Caller } from '../../platform/http/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { beginHandovers } from '../handing-over/begin-handovers.ts'
import { planWorkItems } from '../planning/plan-work-items.ts'
import type { Services } from '../services.ts'
import { appendOwnershipChanges } from '../state/history-store.ts'
import type { WorkItemRow } from '../state/work-item-store.ts'
import { offerOf } from './offer-of.ts'
import { closeOffers } from './offer-store.ts'

/** Theirs from now on. The room was held all along, so nothing is counted anew. Called with the row locked. */
export async function acceptOffer(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  row: WorkItemRow,
): Promise<void> {
  const offer = await offerOf(db, services, caller, now, row)
  const at = new Date(now)
  await closeOffers(db, now, [{ offerId: offer.id, answer: 'accepted', reason: null, costsTurn: false }])
  await db.query(
    `update work_item set state = 'owned', owned_since = $3, tenure = tenure + 1, accepted_at = $3, offers = null,
       version = version + 1
     where tenant_id = $1 and id = $2`,
    [db.tenantId, row.id, at],
    'offer_take',
  )
  await appendOwnershipChanges(db, now, [
    {
      itemId: row.id,
      fromState: 'offered',
      fromOwnerId: null,
      toState: 'owned',
      toOwnerId: offer.repId,
      toPoolId: null,
      decisionId: null,
      cause: 'accepted',
      actorId: caller.principal.id,
      note: null,
    },
  ])
  // What a colleague worked on before it was offered is read before it is called: from their yes on.
  if (row.handedFrom !== null) {
    const [item] = await planWorkItems(db, services.customers, [row])
    await beginHandovers(db, await services.contextOf(db, now), now, [
      {
        itemId: row.id,
        itemKind: row.kind,
        facts: item?.facts ?? {},
        gate: { kind: 'open', fromRepId: row.handedFrom, toRepId: offer.repId, proven: true },
        cause: 'accepted',
        actorId: caller.principal.id,
      },
    ])
  }
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: `${row.kind}.offer_accepted`,
    entityKind: row.kind,
    entityId: row.id,
    detail: { repId: offer.repId },
  })
  await announce(db, now, [
    {
      type: `${row.kind}.owned`,
      entityKind: row.kind,
      entityId: row.id,
      actorId: caller.principal.id,
      payload: {
        decisionId: row.decisionId,
        ownerId: offer.repId,
        previousOwnerId: null,
        cause: 'accepted',
        reason: row.reasonCode,
      },
    },
    {
      type: 'offer.accepted',
      entityKind: row.kind,
      entityId: row.id,
      actorId: caller.principal.id,
      payload: { offerId: offer.id, repId: offer.repId },
    },
  ])
}
