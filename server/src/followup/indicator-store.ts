import type { TenantReader } from '../platform/database/index.ts'

/** Open leads and opportunities per person (未关闭). */
export async function openCounts(db: TenantReader, repIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.query<{ repId: string; n: number }>(
    `select owner_id as "repId", count(*) as n from item_ownership
     where tenant_id = $1 and owner_id = any($2) and state = 'owned' and kind in ('lead', 'opportunity') group by 1`,
    [db.tenantId, repIds],
  )
  return new Map(rows.map((row) => [row.repId, row.n]))
}

/** Something a person did, as overtime counts it. */
export interface TimedActivity {
  readonly at: number
  readonly minutes: number | null
  /** It reached the customer or moved something on, and its note is not doubtful. */
  readonly effective: boolean
}

/** When each person did something, for how long, and whether anything came of it. */
export async function activityTimes(
  db: TenantReader,
  repIds: readonly string[],
  from: number,
  to: number,
): Promise<Map<string, TimedActivity[]>> {
  const rows = await db.query<{ repId: string; at: Date; minutes: number | null; effective: boolean }>(
    `select rep_id as "repId", at, duration_minutes as minutes,
       (is_contact or is_progress) and flags = '{}' as effective from item_activity
     where tenant_id = $1 and rep_id = any($2) and at >= $3 and at <= $4`,
    [db.tenantId, repIds, new Date(from), new Date(to)],
  )
  const times = new Map<string, TimedActivity[]>()
  for (const { repId, at, ...rest } of rows) {
    const own = times.get(repId) ?? []
    own.push({ at: at.getTime(), ...rest })
    times.set(repId, own)
  }
  return times
}

/** Work that went from each person to somebody else in a stretch of time. */
export async function reassignmentCounts(
  db: TenantReader,
  repIds: readonly string[],
  from: number,
  to: number,
): Promise<Map<string, number>> {
  const rows = await db.query<{ repId: string; n: number }>(
    `select from_owner_id as "repId", count(*) as n from ownership_history
     where tenant_id = $1 and from_owner_id = any($2) and at >= $3 and at < $4 and to_owner_id is not null
       and to_owner_id <> from_owner_id
     group by 1`,
    [db.tenantId, repIds, new Date(from), new Date(to)],
  )
  return new Map(rows.map((row) => [row.repId, row.n]))
}

/** Those who won most since, most first; who won nothing is not among them. */
export async function mostWon(
  db: TenantReader,
  repIds: readonly string[],
  since: number,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ repId: string }>(
    `select rep_id as "repId" from closed_work
     where tenant_id = $1 and rep_id = any($2) and outcome = 'won' and closed_at >= $3
     group by rep_id order by count(*) desc, rep_id limit $4`,
    [db.tenantId, repIds, new Date(since), limit],
  )
  return rows.map((row) => row.repId)
}

/** Median minutes from getting a lead to reaching the customer (M7), of leads got since. */
export async function responseTimes(
  db: TenantReader,
  repIds: readonly string[],
  since: number,
): Promise<Map<string, number>> {
  const rows = await db.query<{ repId: string; minutes: number }>(
    `select o.owner_id as "repId", round(percentile_cont(0.5) within group (
       order by extract(epoch from a.first - o.owned_since) / 60))::int as minutes
     from item_ownership o
     join lateral (
       select min(c.at) as first from owner_activity c
       where c.tenant_id = $1 and c.item_id = o.item_id and c.is_contact) a on a.first is not null
     where o.tenant_id = $1 and o.owner_id = any($2) and o.kind = 'lead' and o.owned_since >= $3
     group by 1`,
    [db.tenantId, repIds, new Date(since)],
  )
  return new Map(rows.map((row) => [row.repId, row.minutes]))
}

/** Who had how much open at each of these moments: stretches of ownership counted where they hold the moment. */
export async function concurrency(
  db: TenantReader,
  repIds: readonly string[],
  moments: readonly number[],
): Promise<Map<string, { items: number; opportunities: number }>> {
  const rows = await db.query<{ repId: string; moment: Date; items: number; opportunities: number }>(
    `with stretch as (
       select h.item_id, h.to_state, h.to_owner_id as rep_id, h.at as from_at,
         lead(h.at) over (partition by h.item_id order by h.at, h.id) as to_at
       from ownership_history h where h.tenant_id = $1
     )
     select s.rep_id as "repId", m.moment, count(*) as items,
       count(*) filter (where o.kind = 'opportunity') as opportunities
     from unnest($3::timestamptz[]) as m(moment)
     join stretch s on s.from_at <= m.moment and (s.to_at is null or s.to_at > m.moment)
     join item_ownership o on o.tenant_id = $1 and o.item_id = s.item_id and o.kind in ('lead', 'opportunity')
     where s.to_state = 'owned' and s.rep_id = any($2)
     group by 1, 2`,
    [db.tenantId, repIds, moments.map((moment) => new Date(moment))],
  )
  return new Map(
    rows.map((row) => [
      `${row.repId} ${row.moment.getTime()}`,
      { items: row.items, opportunities: row.opportunities },
    ]),
  )
}
