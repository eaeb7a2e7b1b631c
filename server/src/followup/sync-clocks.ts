import { isDeepStrictEqual } from 'node:util'
import type { TenantWriter } from '../platform/database/index.ts'
import { calendarsOf, outagesFor } from './calendars.ts'
import { clocksOf, floorOf, type ItemUnderClocks, readItemsUnderClocks, timerOf } from './clocks-of-items.ts'
import type { FollowupServices } from './services.ts'
import { dropTimers, putTimers, readTimers, type Timer } from './timer-store.ts'

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
  for (const [id, item] of items) {
    const before = knownOf.get(id) ?? []
    const floor = floorOf(
      item.subject,
      before.find((timer) => timer.kind === 'progress'),
      now,
    )
    for (const clock of clocksOf(calendars, item, floor))
      wanted.push(
        timerOf(
          calendars,
          item,
          clock,
          floor,
          before.find((timer) => timer.kind === clock.kind),
        ),
      )
    const last = before.find((timer) => timer.kind === 'progress')
    if (last !== undefined && last.tier !== null && rank(item.tier) > rank(last.tier)) raised.push(item)
  }
  const keyOf = (timer: Pick<Timer, 'subjectId' | 'kind'>): string => `${timer.subjectId} ${timer.kind}`
  const kept = new Set(wanted.map(keyOf))
  await dropTimers(
    db,
    known.filter(
      (timer) => !kept.has(keyOf(timer)) && (timer.kind !== 'relief_return' || !items.has(timer.subjectId)),
    ),
  )
  const asTheyAre = new Map(known.map((timer) => [keyOf(timer), timer]))
  await putTimers(
    db,
    wanted.filter((timer) => !isDeepStrictEqual(asTheyAre.get(keyOf(timer)), timer)),
  )
  return { raised }
}
