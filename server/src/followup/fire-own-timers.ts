import { nextCheckpoint } from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import { announce } from '../platform/outbox/index.ts'
import type { Calendars } from './calendars.ts'
import { appendFirings, type Firing } from './firing-store.ts'
import { healthOfReps } from './health-of-reps.ts'
import { insertPrompts } from './prompt-store.ts'
import { openTransfers } from './relief-store.ts'
import type { FollowupServices } from './services.ts'
import { dropTimers, putTimers, type Timer } from './timer-store.ts'

/** Clocks of people and of temporary transfers: the weekly checkpoint with its health report, and giving work back. */
export async function fireOwnTimers(
  db: TenantWriter,
  services: FollowupServices,
  calendars: Calendars,
  now: number,
  due: readonly Timer[],
): Promise<void> {
  await fireCheckpoints(
    db,
    services,
    calendars,
    now,
    due.filter((timer) => timer.kind === 'checkpoint'),
  )
  await offerBack(
    db,
    services,
    now,
    due.filter((timer) => timer.kind === 'relief_return'),
  )
}

async function fireCheckpoints(
  db: TenantWriter,
  services: FollowupServices,
  calendars: Calendars,
  now: number,
  due: readonly Timer[],
): Promise<void> {
  if (due.length === 0) return
  const working = due.filter((timer) => calendars.calendarOf(timer.subjectId) !== null)
  const reports = await healthOfReps(
    db,
    services,
    now,
    working.map((timer) => timer.subjectId),
  )
  await dropTimers(
    db,
    due.filter((timer) => !working.includes(timer)),
  )
  await putTimers(
    db,
    working.map((timer) => {
      const zone = calendars.calendarOf(timer.subjectId)?.schedule.timeZone ?? calendars.timeZone
      // From now on, not from the one that is due: weeks a server was down are one checkpoint.
      const dueAt = nextCheckpoint(calendars.settings, zone, now)
      return { ...timer, deadlineAt: dueAt, dueAt, fired: timer.fired + 1, lastFiredAt: now }
    }),
  )
  const firings = working.map((timer): Firing => {
    const { red = 0, yellow = 0, green = 0, colour = 'green' } = reports.get(timer.subjectId) ?? {}
    return {
      subjectId: timer.subjectId,
      subjectKind: 'rep',
      kind: 'checkpoint',
      repId: timer.subjectId,
      dueAt: timer.dueAt ?? now,
      effect: 'checkpoint',
      detail: { red, yellow, green, colour },
    }
  })
  await appendFirings(db, now, firings)
  await announce(
    db,
    now,
    firings.map(({ subjectId, detail }) => ({
      type: 'followup.checkpoint_due',
      entityKind: 'rep',
      entityId: subjectId,
      payload: { recipientRepIds: [subjectId], ...detail },
    })),
  )
}

/** Temporary relief is over: the manager is asked whether the work goes back to whom it came from. */
async function offerBack(
  db: TenantWriter,
  { people }: FollowupServices,
  now: number,
  due: readonly Timer[],
): Promise<void> {
  if (due.length === 0) return
  await dropTimers(db, due)
  const transfers = await openTransfers(
    db,
    due.map((timer) => timer.subjectId),
  )
  const prompts = transfers.map(({ itemId, itemKind, fromRepId, toRepId }) => ({
    itemId,
    itemKind,
    cause: 'relief_over' as const,
    fromRepId: toRepId,
    toRepId: fromRepId,
    audience: 'manager' as const,
    gainThousandths: null,
    detail: {},
    expiresAt: now + 30 * 86_400_000,
  }))
  const asked = await insertPrompts(db, now, prompts)
  const managers = await people.managersOf(
    db,
    prompts.map((one) => one.fromRepId),
  )
  const fresh = prompts.filter((one) => asked.has(one.itemId))
  await appendFirings(
    db,
    now,
    fresh.map((one) => ({
      subjectId: one.itemId,
      subjectKind: one.itemKind,
      kind: 'relief_return',
      repId: one.fromRepId,
      dueAt: now,
      effect: 'offered_back',
      detail: { toRepId: one.toRepId },
    })),
  )
  await announce(
    db,
    now,
    fresh.map((one) => ({
      type: 'trigger.proposed',
      entityKind: one.itemKind,
      entityId: one.itemId,
      payload: {
        recipientMemberIds: managers.get(one.fromRepId) ?? [],
        cause: one.cause,
        ownerId: one.fromRepId,
        toRepId: one.toRepId,
      },
    })),
  )
}
