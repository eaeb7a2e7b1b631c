import type { TenantWriter } from '../../platform/database/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { serveWaiting } from '../decide/serve-waiting.ts'
import { readTurns } from '../decisions/read-decision.ts'
import { isThere } from '../handing-over/begin-handovers.ts'
import { isUnread } from '../handing-over/handover-gate.ts'
import type { Services } from '../services.ts'
import { forgetCapUses, lockEverybody } from '../state/cap-store.ts'
import { giveBackMany } from '../state/give-back.ts'
import { appendOwnershipChanges } from '../state/history-store.ts'
import { takeCountsBack } from '../state/take-counts-back.ts'
import { lockWorkItems, type WorkItemRow, waitForManager } from '../state/work-item-store.ts'
import { giveManyTo } from './give-many-to.ts'

/** What one handover is about, declined by whoever was to take it over. */
export interface HandBack {
  readonly itemIds: readonly string[]
  readonly fromRepId: string
  readonly toRepId: string
  readonly actorId: string
  readonly note: string
}

/**
 * Takes items from somebody who has not read their handover as if they had never come: counts and turns go back. They
 * return to whoever gave them, or wait for a manager where that one is gone or away; never for the queue, which would only
 * give them on unexplained. Nobody gets them back by chance: the decliner is left out of what is decided next. Returns who
 * has them now; null = they wait. The caller holds the items' rows.
 */
export async function handBack(
  db: TenantWriter,
  services: Services,
  now: number,
  { itemIds, fromRepId, toRepId, actorId, note }: HandBack,
): Promise<string | null> {
  const context = await services.contextOf(db, now)
  const rows = (await lockWorkItems(db, itemIds)).filter(
    (row) =>
      row.state === 'owned' && row.ownerId === toRepId && row.handedFrom === fromRepId && isUnread(row),
  )
  const back = isThere(context, fromRepId, now) ? fromRepId : null
  if (rows.length === 0) return back
  await lockEverybody(db, context, now)
  const turns = await readTurns(
    db,
    services.policies,
    rows.flatMap(({ decisionId }) => decisionId ?? []),
  )
  const turnOf = ({ decisionId }: WorkItemRow) => (decisionId === null ? undefined : turns.get(decisionId))
  await takeCountsBack(
    db,
    context,
    now,
    rows.map((row) => {
      const turn = turnOf(row)
      return {
        row,
        at: row.ownedSince?.getTime() ?? now,
        turn: turn === undefined ? null : { ...turn, repId: toRepId },
      }
    }),
  )
  await forgetCapUses(db, context, idsOf(rows))
  await giveBackMany(db, context, now, rows)
  const leaving = rows.map((row) => ({
    ...row,
    continuityOwnerId: null,
    excludedRepIds: [...new Set([...row.excludedRepIds, toRepId])],
  }))
  if (back === null) await waits(db, now, leaving, { actorId, note, toRepId })
  else
    await giveManyTo(
      db,
      services,
      context,
      now,
      leaving.map((row) => ({ row, repId: back, pinned: false })),
      { cause: 'handed_back', actorId, note },
    )
  await serveWaiting(db, services.customers, context, now, { allLocked: true, enough: rows.length })
  return back
}

const idsOf = (rows: readonly WorkItemRow[]): string[] => rows.map(({ id }) => id)

async function waits(
  db: TenantWriter,
  now: number,
  rows: readonly WorkItemRow[],
  { actorId, note, toRepId }: Pick<HandBack, 'actorId' | 'note' | 'toRepId'>,
): Promise<void> {
  await waitForManager(db, now, idsOf(rows), toRepId)
  await appendOwnershipChanges(
    db,
    now,
    rows.map((row) => ({
      itemId: row.id,
      fromState: row.state,
      fromOwnerId: row.ownerId,
      toState: 'waiting',
      toOwnerId: null,
      toPoolId: null,
      decisionId: null,
      cause: 'handed_back',
      actorId,
      note,
    })),
  )
  await announce(
    db,
    now,
    rows.map((row) => ({
      type: `${row.kind}.waiting`,
      entityKind: row.kind,
      entityId: row.id,
      actorId,
      payload: { previousOwnerId: row.ownerId, cause: 'handed_back', reason: 'WAITING_FOR_MANAGER' },
    })),
  )
}
