import { isDeepStrictEqual } from 'node:util'
import type { TenantWriter } from '../platform/database/index.ts'
import { calendarsOf, outagesFor } from './calendars.ts'
import { clocksOf, floorOf, type ItemUnderClocks, readItemsUnderClocks, timerOf } from './clocks-of-items.ts'
import type { FollowupServices } from './services.ts'
import { addTimers, dropTimers, putTimers, readTimers, type Timer } from './timer-store.ts'

/** What a look at some items brought to light, for whoever asks further. */
export interface ClockChanges {
  /** Items whose class went up since they were last looked at (H2). */
  readonly raised: readonly ItemUnderClocks[]
}

const rank = (tier: string | null): number => (tier === 'A' ? 3 : tier === 'B' ? 2 : tier === 'C' ? 1 : 0)

/**
 * Makes the clocks of items what they have to be now: computed from who owns them since when and what was done, never
 * from the event that led here, so that hearing something twice or late changes nothing. Constant statements.
 */
export async function syncClocks(
  db: TenantWriter,
  services: FollowupServices,
  now: number,
  itemIds: readonly string[],
): Promise<ClockChanges> {
  const ids = [...new Set(itemIds)].sort()
  if (ids.length === 0) return { raised: [] }
  const context = await services.assignment.contextOf(db, now)
  const calendars = calendarsOf(context, await outagesFor(db, now))
  const items = await readItemsUnderClocks(db, services, context, ids)
  const known = (await readTimers(db, ids)).filter((timer) => timer.subjectKind !== 'task')
  const knownOf = new Map<string, Timer[]>()
  for (const timer of known) knownOf.set(timer.subjectId, [...(knownOf.get(timer.subjectId) ?? []), timer])
  const wanted: Timer[] = []
  const raised: ItemUnderClocks[] = []
  const gone = new Set(known)
  for (const [id, item] of items) {
    const before = knownOf.get(id) ?? []
    const last = before.find((timer) => timer.kind === 'progress')
    const floor = floorOf(item.subject, last, now)
    for (const clock of clocksOf(calendars, item, floor)) {
      const as = before.find((timer) => timer.kind === clock.kind)
      const timer = timerOf(calendars, item, clock, floor, as)
      if (as !== undefined) gone.delete(as)
      if (as === undefined || !isDeepStrictEqual(as, timer)) wanted.push(timer)
    }
    if (last !== undefined && last.tier !== null && rank(item.tier) > rank(last.tier)) raised.push(item)
  }
  await dropTimers(
    db,
    [...gone].filter((timer) => timer.kind !== 'relief_return' || !items.has(timer.subjectId)),
  )
  await (known.length === 0 ? addTimers(db, wanted) : putTimers(db, wanted))
  return { raised }
}
