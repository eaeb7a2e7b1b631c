import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { type Caller, versionMismatch } from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import type { DeclineReason } from './decline-reasons.ts'
import {
  type HandoverRow,
  handedBy,
  readHandover,
  readHandoverItems,
  updateHandover,
} from './handover-store.ts'
import { seeHandover } from './see-handover.ts'
import type { HandoverServices } from './services.ts'

export interface HandoverDecline {
  readonly id: string
  readonly version: number
  readonly reason: DeclineReason
  readonly note: string | null
}

/**
 * Whoever is to take over says no before they have read it. Everything it is about goes back to whoever gave it, or waits
 * for a manager where that one is gone; who decided the change of hands and the leaders of both are told, and decide anew.
 */
export async function declineHandover(
  db: TenantWriter,
  services: HandoverServices,
  caller: Caller,
  now: number,
  { id, version, reason, note }: HandoverDecline,
): Promise<HandoverRow> {
  if (reason === 'other' && note === null)
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'note', code: 'required', message: 'say_why' }],
    })
  const row = await seeHandover(db, services, caller, id)
  if (caller.principal.repId !== row.toRepId)
    throw new ProblemError('FORBIDDEN', { detail: 'handover_receiver_declines' })
  if (row.state === 'declined') throw new ProblemError('ALREADY_IN_STATE', { extra: { state: row.state } })
  if (row.state !== 'requested' && row.state !== 'submitted')
    throw new ProblemError('HANDOVER_NOT_READY', {
      detail: row.state === 'confirmed' ? 'handover_read_release' : 'handover_withdrawn',
      extra: { state: row.state },
    })
  const itemIds = (await readHandoverItems(db, [id]))
    .filter((item) => !item.withdrawn)
    .map((item) => item.itemId)
  // The items first, as everywhere: a confirmation or another change of hands comes before this or after it.
  await services.assignment.lockItems(db, itemIds)
  const declined = await updateHandover(
    db,
    id,
    { version, states: ['requested', 'submitted'] },
    { state: 'declined', declined_at: new Date(now), decline_reason: reason, decline_note: note },
  )
  if (declined === null) {
    const standing = await readHandover(db, id)
    if (standing?.state === 'declined')
      throw new ProblemError('ALREADY_IN_STATE', { extra: { state: standing.state } })
    throw await versionMismatch(db, id, standing?.version)
  }
  const decidedBy = await handedBy(db, id)
  const ownerId = await services.assignment.handBack(db, now, {
    itemIds,
    fromRepId: row.fromRepId,
    toRepId: row.toRepId,
    actorId: caller.principal.id,
    note: note ?? reason,
  })
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: 'handover.declined',
    entityKind: 'handover',
    entityId: id,
    detail: { reason, items: itemIds.length, from: row.fromRepId, owner: ownerId },
  })
  const items = await readHandoverItems(db, [id])
  await announce(db, now, [
    {
      type: 'handover.declined',
      entityKind: 'handover',
      entityId: id,
      actorId: caller.principal.id,
      payload: {
        handoverId: id,
        itemId: itemIds[0] ?? null,
        itemKind: items.find((item) => item.itemId === itemIds[0])?.itemKind ?? null,
        itemIds: itemIds.slice(0, 100),
        fromRepId: row.fromRepId,
        toRepId: row.toRepId,
        ownerId,
        decidedBy,
        reason,
        note,
        ...(ownerId === null ? { waits: true } : {}),
      },
    },
  ])
  return declined
}
