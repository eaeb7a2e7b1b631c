import {
  type HealthItem,
  type HealthReport,
  healthReport,
  type PaceReading,
  readBuffer,
  readCadence,
  readClock,
  readPace,
} from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import { calendarsOf, outagesFor } from './calendars.ts'
import { clocksOf, floorOf, readItemsUnderClocks } from './clocks-of-items.ts'
import { readHealthFacts } from './health-store.ts'
import type { FollowupServices } from './services.ts'
import { itemsOfReps } from './subject-store.ts'
import { readTimers } from './timer-store.ts'

/** Open items looked at per call; whoever has more has another problem, and the board says so. */
const MOST_ITEMS = 5_000

/** 我的任务健康报告 of each rep (T3), from what is known now. Constant statements. */
export async function healthOfReps(
  db: TenantWriter,
  services: FollowupServices,
  now: number,
  repIds: readonly string[],
): Promise<Map<string, HealthReport & { readonly pace: PaceReading }>> {
  const reports = new Map<string, HealthReport & { readonly pace: PaceReading }>()
  if (repIds.length === 0) return reports
  const context = await services.assignment.contextOf(db, now)
  const calendars = calendarsOf(context, await outagesFor(db, now))
  const ids = await itemsOfReps(db, repIds, MOST_ITEMS)
  const items = await readItemsUnderClocks(db, services, context, ids)
  const timers = new Map(
    (await readTimers(db, ids))
      .filter((timer) => timer.kind === 'progress')
      .map((timer) => [timer.subjectId, timer]),
  )
  const facts = await readHealthFacts(db, ids, now)
  const byRep = new Map<string, HealthItem[]>(repIds.map((repId) => [repId, []]))
  for (const [itemId, item] of items) {
    const calendar = calendars.calendarOf(item.subject.ownerId)
    const fact = facts.get(itemId)
    if (calendar === null || fact === undefined) continue
    const floor = floorOf(item.subject, timers.get(itemId), now)
    byRep.get(item.subject.ownerId)?.push({
      itemId,
      pointsHundredths: fact.pointsHundredths,
      clocks: clocksOf(calendars, item, floor).flatMap((clock) =>
        clock.kind === 'protection'
          ? []
          : [readClock(calendars.figures, { ...clock, kind: clock.kind }, calendar, now)],
      ),
      cadence: readCadence(
        calendars.settings,
        {
          tier: item.tier,
          lifecycleStage: fact.lifecycleStage,
          ownedSince: item.subject.ownedSince,
        },
        fact.contacts,
        now,
      ),
      nextStepAt: fact.nextStepAt,
      buffer:
        item.subject.kind === 'opportunity'
          ? readBuffer(calendars.settings, fact.createdAt, fact.expectedCloseAt)
          : null,
    })
  }
  for (const [repId, own] of byRep)
    reports.set(repId, {
      ...healthReport(calendars.settings, own, now),
      pace: readPace(calendars.settings, own),
    })
  return reports
}
