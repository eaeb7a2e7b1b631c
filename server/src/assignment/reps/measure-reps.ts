import { followupSettings, type Schedule, workingDaySpans } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import type { TenantContext } from '../decide/tenant-context.ts'

const dayMs = 86_400_000
/** Work nobody touched for longer than this is unfollowed whatever the calendar says. */
const LONGEST_MS = 60 * dayMs
/** Conversion is compared over two windows of so many days, where each has so many closed items at least. */
const WINDOW_DAYS = 30
const ENOUGH = 5

interface Measured {
  readonly repId: string
  readonly unfollowed: number
  readonly trend: number | null
}

/**
 * Measures what fairness asks about people: the share of their open work nobody followed up in time (E14, D6) and how
 * their conversion moves (D8). Hours of days off and leave do not count. Writes only what changed; returns whose.
 */
export async function measureReps(db: TenantWriter, context: TenantContext, now: number): Promise<string[]> {
  const measured = await measure(db, context, now)
  const differs = `(l.unfollowed_permille <> m.unfollowed or l.trend_permille is distinct from m.trend)`
  const source = `rep_load l join unnest($2::uuid[], $3::int[], $4::int[]) as m(rep, unfollowed, trend)
    on l.rep_id = m.rep and l.tenant_id = $1 and ${differs}`
  const values = [
    db.tenantId,
    measured.map((one) => one.repId),
    measured.map((one) => one.unfollowed),
    measured.map((one) => one.trend),
  ]
  // Locked in id order like every change of these rows.
  const locked = await db.query<{ repId: string }>(
    `select l.rep_id as "repId" from ${source} order by l.rep_id for update of l`,
    values,
    'measure_lock',
  )
  if (locked.length > 0)
    await db.query(
      `update rep_load l set unfollowed_permille = m.unfollowed, trend_permille = m.trend
       from unnest($2::uuid[], $3::int[], $4::int[]) as m(rep, unfollowed, trend)
       where l.tenant_id = $1 and l.rep_id = m.rep and ${differs}`,
      values,
      'measure_write',
    )
  return locked.map((row) => row.repId)
}

async function measure(db: TenantReader, context: TenantContext, now: number): Promise<Measured[]> {
  const settings = followupSettings(context.policy.policy)
  const limitMs = settings.health.unfollowedHours * 3_600_000
  const cutoffs = context.working.map(({ repId, schedule }) => ({
    repId,
    at: new Date(workedBack(schedule, settings.workingDays, now, limitMs)),
  }))
  const late = await db.query<{ repId: string; permille: number }>(
    `select r.rep as "repId", coalesce(round(1000.0 * count(*) filter (
         where greatest(w.owned_since, a.at) < r.cutoff and coalesce(l.next_step_at, o.next_step_at, '-infinity') < $4)
         / nullif(count(w.id), 0)), 0)::int as permille
     from unnest($2::uuid[], $3::timestamptz[]) as r(rep, cutoff)
     left join work_item w on w.tenant_id = $1 and w.owner_id = r.rep and w.state = 'owned' and w.kind in ('lead', 'opportunity')
     left join lead l on l.tenant_id = $1 and l.id = w.id
     left join opportunity o on o.tenant_id = $1 and o.id = w.id
     left join lateral (select max(h.at) as at from item_activity h
       where h.tenant_id = $1 and h.item_id = w.id and h.is_contact) a on true
     group by r.rep`,
    [db.tenantId, cutoffs.map((one) => one.repId), cutoffs.map((one) => one.at), new Date(now)],
    'measure_unfollowed',
  )
  const moving = await db.query<{ repId: string; trend: number }>(
    `select rep_id as "repId", floor(1000.0 * won_now * all_before / (all_now * won_before))::int - 1000 as trend from (
       select rep_id,
         count(*) filter (where closed_at >= $2) as all_now, count(*) filter (where closed_at < $2) as all_before,
         count(*) filter (where closed_at >= $2 and outcome = 'won') as won_now,
         count(*) filter (where closed_at < $2 and outcome = 'won') as won_before
       from closed_work where tenant_id = $1 and closed_at >= $3 and closed_at <= $4 and outcome in ('won', 'lost')
         and rep_id is not null
       group by rep_id) c
     where all_now >= $5 and all_before >= $5 and won_before > 0`,
    [
      db.tenantId,
      new Date(now - WINDOW_DAYS * dayMs),
      new Date(now - 2 * WINDOW_DAYS * dayMs),
      new Date(now),
      ENOUGH,
    ],
    'measure_trend',
  )
  const trendOf = new Map(moving.map((row) => [row.repId, row.trend]))
  return late.map((row) => ({
    repId: row.repId,
    unfollowed: row.permille,
    trend: trendOf.get(row.repId) ?? null,
  }))
}

/** The instant so many hours of working days ago. */
function workedBack(
  schedule: Schedule,
  workingDays: readonly number[],
  now: number,
  hoursMs: number,
): number {
  let left = hoursMs
  for (const span of [...workingDaySpans({ schedule, workingDays }, now - LONGEST_MS, now)].reverse()) {
    if (span.to - span.from >= left) return span.to - left
    left -= span.to - span.from
  }
  return now - LONGEST_MS
}
