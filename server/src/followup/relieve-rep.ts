import type { ReliefKind, ReliefMove } from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller } from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import { proposeRelief } from './propose-relief.ts'
import { insertTransfers, openTransfers } from './relief-store.ts'
import type { FollowupServices } from './services.ts'
import { followupSettingsOf } from './settings-of.ts'
import { putTimers } from './timer-store.ts'

const dayMs = 86_400_000

/**
 * One of the proposed actions, taken: the moves are computed again under what is true now, so that what a manager
 * agreed to is either done as far as it still helps or refused. Telesales keeps its part for a while and is then asked
 * to give it back; whoever takes over answers the customer within the relief's own time (E10).
 */
export async function relieveRep(
  db: TenantWriter,
  services: FollowupServices,
  caller: Caller,
  now: number,
  order: { readonly repId: string; readonly kind: ReliefKind },
): Promise<readonly ReliefMove[]> {
  const [proposal] = await proposeRelief(db, services, caller, now, order.repId)
  const action = proposal?.actions.find((one) => one.kind === order.kind)
  if (action === undefined)
    throw new ProblemError('CONFLICT', {
      detail: 'no_relief',
    })
  await services.assignment.lockItems(
    db,
    action.moves.map((move) => move.itemId),
  )
  for (const move of action.moves)
    await services.assignment.transfer(db, now, {
      itemId: move.itemId,
      fromRepId: order.repId,
      toRepId: move.toRepId,
      actorKind: caller.principal.kind,
      actorId: caller.principal.id,
      note: `relief:${order.kind}`,
    })
  const { temporaryDays } = (await followupSettingsOf(db, services, now)).relief
  const until = action.temporary ? now + temporaryDays * dayMs : null
  await insertTransfers(
    db,
    now,
    action.moves.map((move) => ({
      itemId: move.itemId,
      kind: order.kind,
      fromRepId: order.repId,
      toRepId: move.toRepId,
      until,
      actorId: caller.principal.id,
    })),
  )
  if (until !== null)
    await putTimers(
      db,
      (
        await openTransfers(
          db,
          action.moves.map((move) => move.itemId),
        )
      ).map(({ itemId, itemKind, toRepId }) => ({
        subjectId: itemId,
        subjectKind: itemKind,
        kind: 'relief_return',
        repId: toRepId,
        slaClass: '',
        tier: null,
        startedAt: now,
        floorAt: null,
        deadlineAt: until,
        dueAt: until,
        stage: 0,
        fired: 0,
        lastFiredAt: null,
      })),
    )
  await announce(db, now, [
    {
      type: 'load.relieved',
      entityKind: 'rep',
      entityId: order.repId,
      actorId: caller.principal.id,
      payload: {
        recipientRepIds: [order.repId, ...new Set(action.moves.map((move) => move.toRepId))],
        kind: order.kind,
        items: action.moves.length,
      },
    },
  ])
  return action.moves
}
