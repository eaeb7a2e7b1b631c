import type { TenantReader } from '../platform/database/index.ts'

/** K5: of the cards dispatched, how many were confirmed, how many understood, and how fast. */
export interface Confirmation {
  readonly repId: string
  readonly dispatched: number
  readonly acknowledged: number
  readonly inTime: number
  readonly understood: number
  readonly questions: number
  readonly medianMinutes: number | null
}

export async function readConfirmation(
  db: TenantReader,
  repIds: readonly string[] | null,
  period: { readonly from: Date; readonly to: Date },
  withinMinutes: number,
): Promise<Confirmation[]> {
  return db.query<Confirmation & Record<string, unknown>>(
    `select w.owner_id as "repId", count(*)::int as dispatched, count(t.acknowledged_at)::int as acknowledged,
       count(*) filter (where t.acknowledged_at <= t.dispatched_at + make_interval(mins => $5))::int as "inTime",
       count(*) filter (where t.understood)::int as understood, count(t.question)::int as questions,
       round((percentile_cont(0.5) within group
         (order by extract(epoch from t.acknowledged_at - t.dispatched_at) / 60))::numeric)::int as "medianMinutes"
     from task t join item_ownership w on w.tenant_id = t.tenant_id and w.item_id = t.id
     where t.tenant_id = $1 and t.dispatched_at >= $2 and t.dispatched_at < $3 and w.owner_id is not null
       and ($4::uuid[] is null or w.owner_id = any($4)) and t.state <> 'cancelled'
     group by w.owner_id order by w.owner_id`,
    [db.tenantId, period.from, period.to, repIds, withinMinutes],
  )
}

/** Q1: where work stands still and why, by reason and person. */
export interface BlockerCell {
  readonly code: string
  readonly repId: string | null
  readonly times: number
  /** Still standing. */
  readonly open: number
  readonly hours: number
}

export async function readBlockers(
  db: TenantReader,
  repIds: readonly string[] | null,
  period: { readonly from: Date; readonly to: Date },
  now: number,
): Promise<BlockerCell[]> {
  return db.query<BlockerCell & Record<string, unknown>>(
    `select b.code, b.owner_id as "repId", count(*)::int as times, count(*) filter (where b.cleared_at is null)::int as open,
       round(sum(extract(epoch from coalesce(b.cleared_at, $5) - b.at)) / 3600)::int as hours
     from task_blocker b
     where b.tenant_id = $1 and b.at >= $2 and b.at < $3 and ($4::uuid[] is null or b.owner_id = any($4))
     group by b.code, b.owner_id order by b.code, b.owner_id`,
    [db.tenantId, period.from, period.to, repIds, new Date(now)],
  )
}
