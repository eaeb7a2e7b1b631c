import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller } from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import { type HandoverRow, updateHandover } from './handover-store.ts'
import { seeHandover } from './see-handover.ts'
import type { HandoverServices } from './services.ts'

export interface HandoverScore {
  readonly id: string
  /** 1 = of no use, 5 = nothing was missing. */
  readonly score: number
  readonly note: string | null
}

/** Whoever got it says once what the handover was worth to them. */
export async function scoreHandover(
  db: TenantWriter,
  services: HandoverServices,
  caller: Caller,
  now: number,
  { id, score, note }: HandoverScore,
): Promise<HandoverRow> {
  const row = await seeHandover(db, services, caller, id)
  if (caller.principal.repId !== row.toRepId)
    throw new ProblemError('FORBIDDEN', { detail: 'handover_receiver_scores' })
  if (row.score !== null) throw new ProblemError('ALREADY_IN_STATE', { extra: { score: row.score } })
  if (row.state !== 'confirmed')
    throw new ProblemError('HANDOVER_NOT_READY', {
      detail: 'handover_scored_after_reading',
      extra: { state: row.state },
    })
  const scored = await updateHandover(
    db,
    id,
    { version: row.version, states: ['confirmed'] },
    { score, score_note: note, scored_at: new Date(now) },
  )
  if (scored === null) throw new ProblemError('ALREADY_IN_STATE', { detail: 'handover_scored_now' })
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: 'handover.scored',
    entityKind: 'handover',
    entityId: id,
    detail: { score },
  })
  await announce(db, now, [
    {
      type: 'handover.completed',
      entityKind: 'handover',
      entityId: id,
      actorId: caller.principal.id,
      payload: { handoverId: id, fromRepId: row.fromRepId, toRepId: row.toRepId, score },
    },
  ])
  return scored
}
