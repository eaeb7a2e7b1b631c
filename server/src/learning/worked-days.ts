import type { TenantReader } from '../platform/database/index.ts'

/** What a rep did on one day on which they reached a customer. Customers are counted, not conversations. */
export interface WorkedDay {
  readonly repId: string
  /** `2026-11-28`, in the company's time zone. */
  readonly day: string
  readonly customers: number
  readonly highIntent: number
  /** Customers for whom it was written down how long it took, and the minutes of all of them. */
  readonly timed: number
  readonly minutes: number
  /** Of the customers, and of those with high intent: how many moved on that day. */
  readonly moved: number
  readonly movedHigh: number
  /** … first worked on that day and decided since, and won of these. */
  readonly decided: number
  readonly decidedHigh: number
  readonly won: number
  readonly wonHigh: number
}

/**
 * Every day of everybody since a moment, in one statement. What reached the customer and what moved something on is what
 * the policy said when it was written down; a doubtful note (copied, no contact) neither moves anything nor takes time. A
 * lead, a deal and a person of one customer are one customer. How a lead or deal ended counts once, on the day it was
 * first worked on: else a long one would count for every day it took.
 */
export async function readWorkedDays(
  db: TenantReader,
  period: { readonly from: number; readonly to: number; readonly timeZone: string },
): Promise<WorkedDay[]> {
  return db.query<WorkedDay & Record<string, unknown>>(
    `with touched as (
       select a.rep_id, (a.at at time zone $4)::date as day, a.item_id,
         coalesce(l.account_id, p.account_id, c.account_id, a.item_id) as customer,
         coalesce(l.facts, p.facts) ->> 'intent' = 'high' as high, coalesce(l.outcome, p.outcome) as outcome,
         coalesce(l.closed_at, p.closed_at) as closed_at, min(a.at) as at,
         bool_or(a.is_progress and a.flags = '{}') as moved,
         sum(a.duration_minutes) filter (where a.flags = '{}') as minutes
       from item_activity a
       left join lead l on a.item_kind = 'lead' and l.tenant_id = a.tenant_id and l.id = a.item_id
       left join opportunity p on a.item_kind = 'opportunity' and p.tenant_id = a.tenant_id and p.id = a.item_id
       left join contact c on a.item_kind = 'contact' and c.tenant_id = a.tenant_id and c.id = a.item_id
       where a.tenant_id = $1 and a.at >= $2 and a.at < $3 and a.rep_id is not null and a.is_contact
       group by 1, 2, 3, 4, 5, 6, 7
     ), ended as (
       select t.*, row_number() over (partition by rep_id, item_id order by day) = 1
         and outcome in ('won', 'lost') and closed_at >= at as decided
       from touched t
     ), customer_day as (
       select rep_id, day, customer, coalesce(bool_or(high), false) as high, bool_or(moved) as moved,
         sum(minutes) as minutes, coalesce(bool_or(decided), false) as decided,
         coalesce(bool_or(decided and outcome = 'won'), false) as won
       from ended group by 1, 2, 3
     )
     select rep_id as "repId", day::text, count(*)::int as customers, count(*) filter (where high)::int as "highIntent",
       count(minutes)::int as timed, coalesce(sum(minutes), 0)::int as minutes,
       count(*) filter (where moved)::int as moved, count(*) filter (where moved and high)::int as "movedHigh",
       count(*) filter (where decided)::int as decided, count(*) filter (where decided and high)::int as "decidedHigh",
       count(*) filter (where won)::int as won, count(*) filter (where won and high)::int as "wonHigh"
     from customer_day group by 1, 2 order by 1, 2`,
    [db.tenantId, new Date(period.from), new Date(period.to), period.timeZone],
    'learning_worked_days',
  )
}
