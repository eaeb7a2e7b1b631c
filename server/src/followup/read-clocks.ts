import {
  type CadenceReading,
  type ClockReading,
  type IntervalReading,
  readBuffer,
  readCadence,
  readClock,
  readInterval,
} from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller } from '../platform/http/index.ts'
import { type Calendars, calendarsOf, outagesFor } from './calendars.ts'
import { clocksOf, floorOf, type ItemUnderClocks, readItemsUnderClocks } from './clocks-of-items.ts'
import { readHealthFacts, reassignmentsOf } from './health-store.ts'
import type { FollowupServices } from './services.ts'
import { readTimers, type Timer } from './timer-store.ts'

/** One clock as it stands: the engine's reading, and what it did already. */
export interface ItemClockReading extends Omit<ClockReading, 'kind'> {
  readonly kind: ClockReading['kind'] | 'protection'
  /** How often it acted: reminders sent, managers asked. */
  readonly fired: number
  /** When it acts next; null = not any more. */
  readonly nextAt: number | null
}

export interface ItemClocks {
  readonly itemId: string
  readonly slaClass: string
  readonly ownerId: string
  readonly ownedSince: number
  readonly timeZone: string
  readonly clocks: readonly ItemClockReading[]
}

/** The clocks of those items the caller may see and somebody owns. Constant statements for any number. */
export async function readClocks(
  db: TenantWriter,
  services: FollowupServices,
  caller: Caller,
  now: number,
  itemIds: readonly string[],
): Promise<ItemClocks[]> {
  const { calendars, items, timers } = await look(db, services, caller, now, itemIds)
  return [...items.values()].map((item) => clocksOfItem(calendars, item, timers, now))
}

export interface ItemRhythm extends ItemClocks {
  readonly cadence: CadenceReading | null
  readonly interval: IntervalReading | null
  readonly buffer: 'missing' | 'too_short' | 'usual' | 'long' | null
  /** How often it, and everything of its customer, changed hands from one person to another (H9). */
  readonly reassignments: { readonly item: number; readonly account: number }
}

/** Everything time says about one item: its clocks, its cadence, its intervals, its buffer, its changes of hands. */
export async function readRhythm(
  db: TenantWriter,
  services: FollowupServices,
  caller: Caller,
  now: number,
  itemId: string,
): Promise<ItemRhythm> {
  const { calendars, items, timers } = await look(db, services, caller, now, [itemId])
  const item = items.get(itemId)
  const fact = (await readHealthFacts(db, [itemId], now)).get(itemId)
  if (item === undefined || fact === undefined) throw new ProblemError('NOT_FOUND')
  const { settings } = calendars
  const { subject, tier } = item
  return {
    ...clocksOfItem(calendars, item, timers, now),
    cadence: readCadence(
      settings,
      { tier, lifecycleStage: fact.lifecycleStage, ownedSince: subject.ownedSince },
      fact.contacts,
      now,
    ),
    interval: readInterval(settings, fact.contacts),
    buffer:
      subject.kind === 'opportunity' ? readBuffer(settings, fact.createdAt, fact.expectedCloseAt) : null,
    reassignments: { item: subject.reassignments, account: await reassignmentsOf(db, itemId) },
  }
}

async function look(
  db: TenantWriter,
  services: FollowupServices,
  caller: Caller,
  now: number,
  itemIds: readonly string[],
): Promise<{
  calendars: Calendars
  items: Map<string, ItemUnderClocks>
  timers: ReadonlyMap<string, Timer>
}> {
  const visible = await services.people.visibleRepIds(db, caller.principal, caller.reach)
  const context = await services.assignment.contextOf(db, now)
  const calendars = calendarsOf(context, await outagesFor(db, now))
  const items = await readItemsUnderClocks(db, services, context, itemIds)
  for (const [id, { subject }] of items)
    if (visible !== null && !visible.includes(subject.ownerId)) items.delete(id)
  const timers = await readTimers(db, [...items.keys()])
  return {
    calendars,
    items,
    timers: new Map(timers.map((timer) => [`${timer.subjectId} ${timer.kind}`, timer])),
  }
}

function clocksOfItem(
  calendars: Calendars,
  item: ItemUnderClocks,
  timers: ReadonlyMap<string, Timer>,
  now: number,
): ItemClocks {
  const { subject, slaClass } = item
  const calendar = calendars.calendarOf(subject.ownerId)
  const floor = floorOf(subject, timers.get(`${subject.itemId} progress`), now)
  const clocks = clocksOf(calendars, item, floor).map((clock): ItemClockReading => {
    const timer = timers.get(`${subject.itemId} ${clock.kind}`)
    const told = { fired: timer?.fired ?? 0, nextAt: timer?.dueAt ?? null }
    // Calendar days run whatever day it is: read like the wait for progress.
    if (clock.kind === 'protection' || calendar === null) {
      const { startedAt, deadlineAt, allowed } = clock
      const leftMs = deadlineAt === null ? null : deadlineAt - now
      const state = leftMs !== null && leftMs <= 0 ? 'overdue' : 'running'
      return { kind: clock.kind, startedAt, deadlineAt, allowed, state, leftMs, pause: null, ...told }
    }
    // The row knows which reminder is next; the clock only knows the first.
    const shown =
      clock.kind === 'reminder' ? { ...clock, deadlineAt: timer?.dueAt ?? clock.deadlineAt } : clock
    return { ...readClock(calendars.figures, { ...shown, kind: clock.kind }, calendar, now), ...told }
  })
  return {
    itemId: subject.itemId,
    slaClass,
    ownerId: subject.ownerId,
    ownedSince: subject.ownedSince,
    timeZone: calendar?.schedule.timeZone ?? calendars.timeZone,
    clocks,
  }
}
