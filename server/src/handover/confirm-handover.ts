import { handoverPolicyOf } from '@peineng/engine'
import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { type Caller, versionMismatch } from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import { type HandoverRow, readHandover, readHandoverItems, updateHandover } from './handover-store.ts'
import { seeHandover } from './see-handover.ts'
import type { HandoverServices } from './services.ts'

const DAY = 86_400_000

/**
 * The new owner says they have read exactly this version (H4): contact data of everything it is about open for them in
 * this transaction, and the shadow period begins to run. Nobody else can say it for them.
 */
export async function confirmHandover(
  db: TenantWriter,
  services: HandoverServices,
  caller: Caller,
  now: number,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<HandoverRow> {
  const row = await seeHandover(db, services, caller, id)
  if (caller.principal.repId !== row.toRepId)
    throw new ProblemError('FORBIDDEN', { detail: 'handover_owner_confirms' })
  if (row.state === 'confirmed') throw new ProblemError('ALREADY_IN_STATE', { extra: { state: row.state } })
  if (row.state !== 'submitted')
    throw new ProblemError('HANDOVER_NOT_READY', {
      detail:
        row.state === 'requested'
          ? 'handover_empty'
          : row.state === 'declined'
            ? 'handover_was_declined'
            : 'handover_withdrawn',
      extra: { state: row.state, writer: row.writer },
    })
  const items = (await readHandoverItems(db, [id])).filter((item) => !item.withdrawn)
  // The items first, as everywhere: what changes hands at this moment decides before or after, never in between.
  await services.assignment.lockItems(
    db,
    items.map((item) => item.itemId),
  )
  const policy = handoverPolicyOf((await services.policies.current(db)).policy)
  const shadowUntil = policy.shadowDays === 0 ? null : now + policy.shadowDays * DAY
  const confirmed = await updateHandover(
    db,
    id,
    { version, states: ['submitted'] },
    {
      state: 'confirmed',
      confirmed_at: new Date(now),
      confirmed_by: caller.principal.id,
      shadow_until: shadowUntil === null ? null : new Date(shadowUntil),
    },
  )
  if (confirmed === null) {
    const standing = await readHandover(db, id)
    if (standing?.state === 'confirmed')
      throw new ProblemError('ALREADY_IN_STATE', { extra: { state: standing.state } })
    throw await versionMismatch(db, id, standing?.version)
  }
  await services.assignment.openContacts(db, now, id, shadowUntil)
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: 'handover.confirmed',
    entityKind: 'handover',
    entityId: id,
    detail: { version, items: items.length, from: row.fromRepId },
  })
  const about = items[0]
  await announce(db, now, [
    {
      type: 'handover.confirmed',
      entityKind: 'handover',
      entityId: id,
      actorId: caller.principal.id,
      payload: {
        handoverId: id,
        itemId: about?.itemId ?? null,
        itemKind: about?.itemKind ?? null,
        itemIds: items.slice(0, 100).map((item) => item.itemId),
        fromRepId: row.fromRepId,
        toRepId: row.toRepId,
        ownerId: row.toRepId,
        shadowUntil: shadowUntil === null ? null : new Date(shadowUntil).toISOString(),
        recipientRepIds: [row.fromRepId],
      },
    },
  ])
  return confirmed
}
