import { calendarDeadline, nextReminder } from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import { announce, type OutboxEvent } from '../platform/outbox/index.ts'
import { askManagers, type ManagerQuestion } from './ask-managers.ts'
import { type Calendars, calendarsOf, outagesFor } from './calendars.ts'
import {
  clocksOf,
  floorOf,
  type ItemClock,
  type ItemUnderClocks,
  readItemsUnderClocks,
  timerOf,
} from './clocks-of-items.ts'
import { fireOwnTimers } from './fire-own-timers.ts'
import { appendFirings, type Firing } from './firing-store.ts'
import { proposeOwners } from './propose-owners.ts'
import type { FollowupServices } from './services.ts'
import { dropTimers, putTimers, type Timer, takeDueTimers } from './timer-store.ts'

/** So many at a time: what is locked is not held for long, and requests get their turn between. */
export const TIMER_BATCH = 200

interface Step {
  readonly timer: Timer
  readonly item: ItemUnderClocks
  readonly clock: ItemClock
}

/** What a due clock does, and what becomes of it. */
interface Done {
  readonly firing: Firing
  /** null = the clock is over. */
  readonly next: Timer | null
  /** null = the managers' question announces it. */
  readonly event: OutboxEvent | null
  readonly question: ManagerQuestion | null
  /** The item is taken back, for this coded cause. */
  readonly recall: string | null
}

const isOfItem = (timer: Timer): boolean =>
  timer.subjectKind !== 'rep' && timer.subjectKind !== 'task' && timer.kind !== 'relief_return'

/**
 * Works off one batch of due clocks, in the order they fell due, and returns how many rows were looked at. Each is
 * looked at again under its item's lock: met, moved and foreign clocks do nothing, so nothing is early; what it does and
 * the row that made it due change in one transaction, so nothing is twice.
 */
export async function fireTimers(db: TenantWriter, services: FollowupServices, now: number): Promise<number> {
  const due = await takeDueTimers(db, now, TIMER_BATCH)
  if (due.length === 0) return 0
  const ofItems = due.filter(isOfItem)
  const ids = [...new Set(ofItems.map((timer) => timer.subjectId))].sort()
  await services.assignment.lockItems(db, ids)
  const context = await services.assignment.contextOf(db, now)
  const calendars = calendarsOf(context, await outagesFor(db, now))
  const items = await readItemsUnderClocks(db, services, context, ids)
  const { gone, moved, steps } = sort(calendars, items, ofItems, now)
  const taken = steps.map((step) => take(calendars, step, now))
  // Nobody is reminded of what is taken from them at the same moment; the next owner's clocks start over anyway.
  const leaving = new Set(taken.filter((one) => one.recall !== null).map((one) => one.firing.subjectId))
  const done = taken.filter((one) => one.recall !== null || !leaving.has(one.firing.subjectId))
  await putTimers(db, [...moved, ...done.flatMap((one) => (one.next === null ? [] : [one.next]))])
  await dropTimers(db, [...gone, ...done.flatMap((one) => (one.next === null ? [one.firing] : []))])
  await appendFirings(
    db,
    now,
    done.map((one) => one.firing),
  )
  await announce(
    db,
    now,
    done.flatMap((one) => (one.event === null ? [] : [one.event])),
  )
  await askManagers(
    db,
    services,
    now,
    done.flatMap((one) => (one.question === null ? [] : [one.question])),
  )
  const recalls = done.flatMap(({ recall, firing }) =>
    recall === null || firing.repId === null
      ? []
      : [{ itemId: firing.subjectId, cause: recall, note: null, ownerId: firing.repId }],
  )
  if (recalls.length > 0) await services.pools.recall(db, now, recalls)
  const missed = done.filter((one) => one.firing.effect === 'missed').map((one) => one.firing.subjectId)
  await proposeOwners(db, services, now, 'sla_missed', missed)
  await fireOwnTimers(
    db,
    services,
    calendars,
    now,
    due.filter((timer) => !isOfItem(timer)),
  )
  return due.length
}

/** What is over, what has moved, and what is really due. */
function sort(
  calendars: Calendars,
  items: ReadonlyMap<string, ItemUnderClocks>,
  timers: readonly Timer[],
  now: number,
): { gone: Timer[]; moved: Timer[]; steps: Step[] } {
  const gone: Timer[] = []
  const moved: Timer[] = []
  const steps: Step[] = []
  for (const timer of timers) {
    const item = items.get(timer.subjectId)
    const floor = item === undefined ? null : floorOf(item.subject, timer, now)
    const clock =
      item === undefined ? undefined : clocksOf(calendars, item, floor).find((one) => one.kind === timer.kind)
    if (item === undefined || clock === undefined) {
      gone.push(timer)
      continue
    }
    // The tier stays as it was last looked at: that it rose is for the next look to see.
    const wanted = { ...timerOf(calendars, item, clock, floor, timer), tier: timer.tier }
    // Another owner, newer progress, leave, holidays, an outage, another policy: it is not time yet after all.
    if (wanted.dueAt === null || wanted.dueAt > now) moved.push(wanted)
    else steps.push({ timer: wanted, item, clock })
  }
  return { gone, moved, steps }
}

function take(calendars: Calendars, { timer, item, clock }: Step, now: number): Done {
  const { subject, slaClass } = item
  const detail: Record<string, unknown> = {
    slaClass,
    startedAt: new Date(clock.startedAt).toISOString(),
    deadlineAt: clock.deadlineAt === null ? null : new Date(clock.deadlineAt).toISOString(),
    ...('days' in clock.allowed
      ? { days: clock.allowed.days }
      : { minutes: Math.round(clock.allowed.ms / 60_000) }),
  }
  const fired = { ...timer, fired: timer.fired + 1, lastFiredAt: now }
  const firing = (effect: Firing['effect'], more: Record<string, unknown> = {}): Firing => ({
    subjectId: subject.itemId,
    subjectKind: subject.kind,
    kind: timer.kind,
    repId: subject.ownerId,
    dueAt: timer.dueAt ?? now,
    effect,
    detail: { ...detail, ...more },
  })
  const event = (type: string, more: Record<string, unknown> = {}): OutboxEvent => ({
    type,
    entityKind: subject.kind,
    entityId: subject.itemId,
    payload: {
      recipientRepIds: [subject.ownerId],
      ownerId: subject.ownerId,
      kind: timer.kind,
      ...detail,
      ...more,
    },
  })
  const question = (cause: ManagerQuestion['cause']): ManagerQuestion => ({
    itemId: subject.itemId,
    itemKind: subject.kind,
    cause,
    fromRepId: subject.ownerId,
    detail,
  })
  const nothing = { event: null, question: null, recall: null }
  const calendar = calendars.calendarOf(subject.ownerId)
  switch (clock.kind) {
    case 'reminder': {
      const { schedule } = calendar ?? {}
      const dueAt =
        schedule === undefined
          ? null
          : nextReminder(calendars.settings, slaClass, schedule, clock.startedAt, now)
      const count = { count: fired.fired }
      return {
        ...nothing,
        firing: firing('reminded', count),
        next: { ...fired, deadlineAt: dueAt, dueAt },
        event: event('followup.reminder_due', count),
      }
    }
    case 'first_response':
      return {
        ...nothing,
        firing: firing('missed'),
        next: { ...fired, dueAt: null },
        event: event('followup.response_missed'),
      }
    case 'progress': {
      const { repeatDays } = calendars.settings.progress
      // Counted on from now, not from a deadline long past: a server that was down asks once.
      const dueAt = calendar === null ? null : calendarDeadline(calendar, now, repeatDays)
      return {
        ...nothing,
        firing: firing('escalated', { count: fired.fired }),
        next: { ...fired, dueAt },
        question: question('no_progress'),
      }
    }
    case 'recall':
    case 'protection': {
      if (timer.stage === 0 && clock.deadlineAt !== null && clock.deadlineAt > now)
        return {
          ...nothing,
          firing: firing('warned'),
          next: { ...fired, stage: 1, dueAt: clock.deadlineAt },
          event: event('followup.recall_near'),
        }
      // A person chose this owner: automation asks, it does not overrule (X23).
      if (subject.pinned && clock.kind === 'recall')
        return {
          ...nothing,
          firing: firing('escalated'),
          next: { ...fired, stage: 2, dueAt: null },
          question: question('recall_pinned'),
        }
      return {
        ...nothing,
        firing: firing('recalled'),
        next: null,
        event: event('followup.recalled'),
        recall: clock.kind === 'recall' ? 'no_follow_up' : 'protection_over',
      }
    }
  }
}
