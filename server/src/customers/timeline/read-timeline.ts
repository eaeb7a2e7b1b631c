import type { TenantReader } from '../../platform/database/index.ts'

/** One thing that happened to an item: somebody did something, or it changed hands. */
export interface TimelineRow {
  readonly id: string
  readonly at: Date
  readonly what: 'activity' | 'ownership'
  /** Kind of activity, or cause of the change of hands. */
  readonly kind: string
  readonly repId: string | null
  readonly fromRepId: string | null
  readonly state: string | null
  readonly poolId: string | null
  readonly decisionId: string | null
  readonly actorId: string | null
  readonly text: string | null
  readonly reached: boolean | null
  readonly nextStep: string | null
  readonly nextStepAt: Date | null
}

/** Newest first, activities and changes of hands in one stream. */
export function readTimeline(
  db: TenantReader,
  itemId: string,
  before: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<(TimelineRow & { sort_key: string })[]> {
  return db.query<TimelineRow & { sort_key: string } & Record<string, unknown>>(
    `select *, at::text as sort_key from (
       select id, at, 'activity' as what, kind, rep_id as "repId", null::uuid as "fromRepId", null as state,
         null as "poolId", null::uuid as "decisionId", actor_id as "actorId", summary as text, reached,
         next_step as "nextStep", next_step_at as "nextStepAt"
       from activity where tenant_id = $1 and item_id = $2
       union all
       select id, at, 'ownership', cause, to_owner_id, from_owner_id, to_state, to_pool_id, decision_id, actor_id, note,
         null, null, null
       from ownership_history where tenant_id = $1 and item_id = $2) t
     where $3::timestamptz is null or (at, id) < ($3::timestamptz, $4::uuid)
     order by at desc, id desc limit $5`,
    [db.tenantId, itemId, before?.at ?? null, before?.id ?? null, limit],
    'customers_timeline',
  )
}
