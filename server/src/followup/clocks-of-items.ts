import { type Clock, type ClockSubject, nextReminder, type TimeSpan } from '@peineng/engine'
import type { TenantContext } from '../assignment/index.ts'
import type { TenantReader } from '../platform/database/index.ts'
import type { ItemProtection } from '../pools/index.ts'
import type { Calendars } from './calendars.ts'
import type { FollowupServices } from './services.ts'
import { readSubjects, type SubjectRow } from './subject-store.ts'
import type { Timer } from './timer-store.ts'

/** An owned item with what its clocks count by. */
export interface ItemUnderClocks {
  readonly subject: SubjectRow
  readonly slaClass: string
  readonly tier: string | null
  /** Until when it is protected, where it came out of a pool. */
  readonly protection: ItemProtection | null
}

/** One of the engine's clocks, or the protection of a pool, which counts like them. */
export interface ItemClock extends Omit<Clock, 'kind'> {
  readonly kind: Clock['kind'] | 'protection'
}

/** Owned items with their class now: the rule that would hold for them says it, else their tier. Constant statements. */
export async function readItemsUnderClocks(
  db: TenantReader,
  services: FollowupServices,
  context: TenantContext,
  itemIds: readonly string[],
): Promise<Map<string, ItemUnderClocks>> {
  const subjects = await readSubjects(db, itemIds)
  const facts = await services.customers.readItems(
    db,
    subjects.map((subject) => subject.itemId),
  )
  const factsOf = new Map(facts.map((item) => [item.id, item]))
  const protections = await services.pools.protections(
    db,
    subjects.map((subject) => subject.itemId),
  )
  return new Map(
    subjects.flatMap((subject) => {
      const protection = protections.get(subject.itemId) ?? null
      if (subject.kind === 'account')
        return protection === null
          ? []
          : [[subject.itemId, { subject, tier: null, slaClass: '', protection }] as const]
      const item = factsOf.get(subject.itemId)
      if (item === undefined) return []
      const tier = typeof item.facts['tier'] === 'string' ? item.facts['tier'] : null
      const rule = context.policy.match({ ...item, priority: 0 }).action
      return [
        [
          subject.itemId,
          {
            subject,
            tier,
            slaClass: rule.slaClass ?? tier ?? 'C',
            protection,
          },
        ] as const,
      ]
    }),
  )
}

/** Clocks older than this when they are first seen were not running: they start now instead of being overdue at once. */
const GRACE_MS = 3_600_000

/** From when this owner's clocks count: ownership, or the moment the clocks came into being. */
export function floorOf(subject: SubjectRow, known: Timer | undefined, now: number): number | null {
  if (known !== undefined && known.repId === subject.ownerId && known.startedAt >= subject.ownedSince)
    return known.floorAt
  return now - subject.ownedSince > GRACE_MS ? now : null
}

/**
 * The clocks that run for an item. An opportunity or imported work was followed up before it came: only progress counts.
 * A customer as a whole has at most its protection.
 */
export function clocksOf(
  calendars: Calendars,
  item: ItemUnderClocks,
  floorAt: number | null,
): readonly ItemClock[] {
  const { subject, slaClass } = item
  const calendar = calendars.calendarOf(subject.ownerId)
  if (calendar === null) return []
  const protection = protectionClock(item, calendar.outages ?? [], calendars.settings.deadlines.warnHours)
  if (subject.kind === 'account') return protection === null ? [] : [protection]
  // Nobody is reminded of, or loses, what they are not allowed to call: clocks begin once the handover can be read.
  if (subject.awaited) return protection === null ? [] : [protection]
  const ownedSince = Math.max(subject.ownedSince, floorAt ?? 0, subject.writtenAt ?? 0)
  const before = subject.kind === 'opportunity' || subject.imported
  const clockSubject: ClockSubject = {
    slaClass,
    ownedSince,
    followedAt: before ? ownedSince : subject.followedAt,
    progressedAt: subject.progressedAt,
    ...(subject.relieved ? { firstResponseMinutes: calendars.settings.relief.firstResponseMinutes } : {}),
  }
  const clocks = calendars.runningClocks(clockSubject, calendar)
  return protection === null ? clocks : [...clocks, protection]
}

/** The days of protection as a clock (Decision 4); what the service was down is credited here as well (Decision 12). */
function protectionClock(
  { protection }: ItemUnderClocks,
  outages: readonly TimeSpan[],
  warnHours: number,
): ItemClock | null {
  if (protection === null || protection.recallAt === null) return null
  const { takenAt, recallAt } = protection
  const down = outages.reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.to, recallAt) - Math.max(span.from, takenAt)),
    0,
  )
  const deadlineAt = recallAt + down
  return {
    kind: 'protection',
    startedAt: takenAt,
    deadlineAt,
    warnAt: deadlineAt - warnHours * 3_600_000,
    allowed: { days: Math.round((recallAt - takenAt) / 86_400_000) },
  }
}

/**
 * The row of a clock. The same run of the same owner keeps what was done already; anything else starts over (Decision 12).
 */
export function timerOf(
  calendars: Calendars,
  item: ItemUnderClocks,
  clock: ItemClock,
  floorAt: number | null,
  known: Timer | undefined,
): Timer {
  const { subject, slaClass, tier } = item
  const same =
    known !== undefined && known.repId === subject.ownerId && known.startedAt === clock.startedAt
      ? known
      : undefined
  const base = {
    subjectId: subject.itemId,
    subjectKind: subject.kind,
    kind: clock.kind,
    repId: subject.ownerId,
    slaClass,
    tier,
    startedAt: clock.startedAt,
    floorAt,
    deadlineAt: clock.deadlineAt,
    stage: same?.stage ?? 0,
    fired: same?.fired ?? 0,
    lastFiredAt: same?.lastFiredAt ?? null,
  }
  if (clock.kind === 'reminder') {
    const after = same?.lastFiredAt ?? clock.startedAt
    // The first one is what the clock itself says.
    if (after === clock.startedAt) return { ...base, dueAt: clock.deadlineAt }
    const calendar = calendars.calendarOf(subject.ownerId)
    const next =
      calendar === null
        ? null
        : nextReminder(calendars.settings, slaClass, calendar.schedule, clock.startedAt, after)
    return { ...base, deadlineAt: next, dueAt: next }
  }
  // Missed is missed once; the manager is told again as long as nothing moves.
  if (clock.kind === 'first_response') return { ...base, dueAt: base.fired > 0 ? null : clock.deadlineAt }
  if (clock.kind === 'progress')
    return { ...base, dueAt: base.fired > 0 ? (same?.dueAt ?? null) : clock.deadlineAt }
  // Stage 2: a manager was asked instead, because a person had chosen this owner.
  if (base.stage === 2) return { ...base, dueAt: null }
  const warnAt = clock.warnAt !== null && base.stage === 0 ? clock.warnAt : null
  return { ...base, dueAt: warnAt ?? clock.deadlineAt }
}
