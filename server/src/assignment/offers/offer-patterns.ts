import type { TenantReader } from '../../platform/database/index.ts'

/** How a rep answered what was offered to them since some day. */
export interface OfferPattern {
  readonly repId: string
  readonly made: number
  readonly accepted: number
  readonly declined: number
  readonly expired: number
  readonly withdrawn: number
  readonly open: number
  /** Turns that stayed booked although the offer came back. */
  readonly costTurns: number
  /** Of those answered by the rep; null = none. */
  readonly medianSeconds: number | null
  readonly declinedBy: Readonly<Record<string, number>>
}

/** One statement for any number of reps; `repIds` null = everybody's. Reps nothing was offered to are left out. */
export async function readOfferPatterns(
  db: TenantReader,
  repIds: readonly string[] | null,
  since: number,
): Promise<OfferPattern[]> {
  return db.query<OfferPattern & Record<string, unknown>>(
    `with mine as (
       select * from offer where tenant_id = $1 and made_at >= $3 and ($2::uuid[] is null or rep_id = any($2))
     ), reasons as (
       select rep_id, jsonb_object_agg(reason, n) as by_reason
       from (select rep_id, coalesce(reason, 'other') as reason, count(*)::int as n from mine
             where answer = 'declined' group by 1, 2) r group by rep_id
     )
     select m.rep_id as "repId", count(*)::int as made,
       count(*) filter (where answer = 'accepted')::int as accepted,
       count(*) filter (where answer = 'declined')::int as declined,
       count(*) filter (where answer = 'expired')::int as expired,
       count(*) filter (where answer = 'withdrawn')::int as withdrawn,
       count(*) filter (where answer is null)::int as open,
       count(*) filter (where costs_turn)::int as "costTurns",
       round(percentile_cont(0.5) within group (order by extract(epoch from answered_at - made_at))
         filter (where answer in ('accepted', 'declined')))::int as "medianSeconds",
       coalesce((select by_reason from reasons r where r.rep_id = m.rep_id), '{}') as "declinedBy"
     from mine m group by m.rep_id order by m.rep_id`,
    [db.tenantId, repIds, new Date(since)],
    'offer_patterns',
  )
}
