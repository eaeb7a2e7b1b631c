import {
  type Backlog,
  backlogCap,
  type CapUse,
  dutySpans,
  periodEnd,
  periodStart,
  type WorkItem,
} from '@peineng/engine'
import type { TenantReader } from '../../platform/database/index.ts'
import type { AskedCap } from '../state/cap-store.ts'
import type { TenantContext } from './tenant-context.ts'

/** When the first of those who keep hours begins today; a night shift that began yesterday is no beginning. */
export function dayStart(
  context: Pick<TenantContext, 'timeZone'>,
  people: TenantContext['working'],
  now: number,
): number | null {
  const from = periodStart('day', now, context.timeZone)
  const to = periodEnd('day', now, context.timeZone)
  let first: number | null = null
  for (const { schedule, status } of people) {
    if (schedule.hours === null || status !== 'active') continue
    const start = dutySpans(schedule, from, to).find((span) => span.from > from)?.from
    if (start !== undefined && (first === null || start < first)) first = start
  }
  return first
}

/** Shares of what waited before the day began are kept as uses of a cap; null = nothing is shared now. */
export function shareOf(
  context: TenantContext,
  now: number,
  items: readonly WorkItem[],
): (AskedCap & { readonly startedAt: number; readonly until: number }) | null {
  const minutes = context.policy.policy.backlog?.minutes ?? 0
  if (minutes === 0) return null
  const startedAt = dayStart(context, context.working, now)
  if (startedAt === null || now < startedAt) return null
  const until = startedAt + minutes * 60_000
  if (
    now >= until ||
    !items.some(({ waitingSince }) => waitingSince !== undefined && waitingSince < startedAt)
  )
    return null
  return { id: backlogCap, since: startedAt - 1, startedAt, until }
}

/** What is shared, read where its uses are held: what still waits, and what was given since. */
export async function readBacklog(
  db: TenantReader,
  context: TenantContext,
  share: ReturnType<typeof shareOf>,
  uses: readonly CapUse[],
): Promise<{ backlog?: Backlog }> {
  if (share === null) return {}
  const { startedAt, until } = share
  const [row] = await db.query<{ waiting: number }>(
    `select count(*)::int as waiting from work_item
     where tenant_id = $1 and state = 'waiting' and waiting_since < $2 and kind in ('lead', 'opportunity', 'task')
       and release->>'kind' is distinct from 'manager_decides'`,
    [db.tenantId, new Date(startedAt)],
    'backlog_waiting',
  )
  const given = uses.reduce((sum, use) => sum + (use.cap === backlogCap ? use.times.length : 0), 0)
  const day = periodEnd('day', startedAt, context.timeZone)
  const members = context.working.filter(
    ({ schedule, status }) => status === 'active' && dutySpans(schedule, startedAt, day).length > 0,
  ).length
  return { backlog: { startedAt, until, size: (row?.waiting ?? 0) + given, members } }
}
