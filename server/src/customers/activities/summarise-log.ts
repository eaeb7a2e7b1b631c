import type { TenantReader } from '../../platform/database/index.ts'

/** One rep's day in the follow-up log (A11): how much was done, what came of it, and what the notes are worth. */
export interface LogDay {
  readonly repId: string
  readonly day: string
  readonly activities: number
  readonly contacts: number
  readonly progress: number
  readonly customers: number
  readonly calls: number
  readonly visits: number
  readonly messages: number
  readonly notes: number
  /** Mean quality of the rated notes, null where none was. */
  readonly quality: number | null
  /** Empty, copied, repeated, or outside any contact. */
  readonly flagged: number
  readonly copied: number
  readonly firstAt: Date
  readonly lastAt: Date
}

/** Days of the company's calendar, one row per rep and day with something in it; one statement. */
export async function summariseLog(
  db: TenantReader,
  repIds: readonly string[] | null,
  period: { readonly from: Date; readonly to: Date },
  timeZone: string,
): Promise<LogDay[]> {
  return db.query<LogDay & Record<string, unknown>>(
    `select rep_id as "repId", to_char(at at time zone $5, 'YYYY-MM-DD') as day, count(*)::int as activities,
       count(*) filter (where is_contact)::int as contacts, count(*) filter (where is_progress)::int as progress,
       count(distinct item_id)::int as customers,
       count(*) filter (where kind = 'call')::int as calls,
       count(*) filter (where kind in ('visit', 'meeting'))::int as visits,
       count(*) filter (where kind in ('wechat', 'message', 'email'))::int as messages,
       count(*) filter (where kind in ('note', 'other'))::int as notes,
       round(avg(quality) filter (where reached or kind = 'note'))::int as quality,
       count(*) filter (where flags <> '{}')::int as flagged,
       count(*) filter (where flags && '{copied,repeated}')::int as copied,
       min(at) as "firstAt", max(at) as "lastAt"
     from item_activity
     where tenant_id = $1 and at >= $2 and at < $3 and rep_id is not null
       and ($4::uuid[] is null or rep_id = any($4))
     group by 1, 2 order by 2, 1`,
    [db.tenantId, period.from, period.to, repIds, timeZone],
    'customers_summarise_log',
  )
}

/** Who would be expected in the log: everybody in reach who has not left. */
export async function workingReps(db: TenantReader, repIds: readonly string[] | null): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select id from rep_place where tenant_id = $1 and status <> 'inactive' and ($2::uuid[] is null or id = any($2))
     order by id`,
    [db.tenantId, repIds],
  )
  return rows.map((row) => row.id)
}
