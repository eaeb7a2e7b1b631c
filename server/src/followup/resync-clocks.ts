import { nextCheckpoint } from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import { calendarsOf } from './calendars.ts'
import { proposeOwners } from './propose-owners.ts'
import { moveResync, ownedItemsAfter, takeResync } from './resync-store.ts'
import type { FollowupServices } from './services.ts'
import { syncClocks } from './sync-clocks.ts'
import { putTimers, readTimers, type Timer } from './timer-store.ts'

const PAGE = 500
/** Of those a new policy would place elsewhere, so many are asked about: a change of rules is no reason for a flood. */
const ASKED_PER_PAGE = 20

/**
 * One page of computing all clocks of a company again: its policy or days off changed, work was imported, or it was
 * here before the clocks were. Returns whether there is more.
 */
export async function resyncClocks(
  db: TenantWriter,
  services: FollowupServices,
  now: number,
): Promise<boolean> {
  const place = await takeResync(db)
  if (place === null) return false
  if (place.afterId === null) await syncCheckpoints(db, services, now)
  const ids = await ownedItemsAfter(db, place.afterId, PAGE)
  await syncClocks(db, services, now, ids)
  await proposeOwners(db, services, now, 'policy_changed', ids.slice(0, ASKED_PER_PAGE))
  const more = ids.length === PAGE
  await moveResync(db, more ? (ids.at(-1) ?? null) : null)
  return more
}

/** Everybody who works has a checkpoint of the week (G3). */
export async function syncCheckpoints(
  db: TenantWriter,
  services: FollowupServices,
  now: number,
): Promise<void> {
  const context = await services.assignment.contextOf(db, now)
  const calendars = calendarsOf(context, [])
  const working = context.working.filter((one) => one.status === 'active')
  const known = new Map(
    (
      await readTimers(
        db,
        working.map((one) => one.repId),
      )
    ).map((timer) => [timer.subjectId, timer]),
  )
  await putTimers(
    db,
    working.flatMap(({ repId, schedule }): Timer[] => {
      const before = known.get(repId)
      const dueAt = nextCheckpoint(calendars.settings, schedule.timeZone, before?.lastFiredAt ?? now)
      if (before?.dueAt === dueAt) return []
      return [
        {
          subjectId: repId,
          subjectKind: 'rep',
          kind: 'checkpoint',
          repId,
          slaClass: '',
          tier: null,
          startedAt: now,
          floorAt: null,
          deadlineAt: dueAt,
          dueAt,
          stage: 0,
          fired: before?.fired ?? 0,
          lastFiredAt: before?.lastFiredAt ?? null,
        },
      ]
    }),
  )
}
