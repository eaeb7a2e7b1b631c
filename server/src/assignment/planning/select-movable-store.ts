import type { PlanningSettings } from '@peineng/engine'
import type { TenantReader } from '../../platform/database/index.ts'
import { workItemColumns as COLUMNS, type WorkItemRow } from '../state/work-item-store.ts'

/** Placed by the engine or a plan. What a person chose, claimed or handed over is theirs. */
const PLACED_BY_ENGINE = [
  'BEST_SCORE',
  'NEAR_TIE_DRAW',
  'ONLY_CANDIDATE',
  'NEXT_IN_ROTATION',
  'LEAST_LOADED',
  'MOST_SPARE_CAPACITY',
  'BEST_ATTRIBUTE_MATCH',
  'PLANNED',
  'REOPTIMISED',
]

export interface MovableQuery {
  readonly settings: PlanningSettings['reoptimise']
  /** When the company's day began. */
  readonly dayStart: Date
  /** Only these; null = all. */
  readonly ids: readonly string[] | null
  readonly limit: number
}

/**
 * What may be moved by itself: what waits, though not for a manager; what lies in a pool because nobody could take it;
 * and what somebody owns, has not accepted, has no task for, and nobody ever logged anything about. An item that is
 * being offered is in neither state, and one that is being handed over was worked on. The index of unaccepted work
 * carries the last part.
 */
export async function selectMovable(
  db: TenantReader,
  { settings: { movable, maxMovesPerItemADay }, dayStart, ids, limit }: MovableQuery,
): Promise<WorkItemRow[]> {
  return db.query<WorkItemRow & Record<string, unknown>>(
    // Three ways in, each by an index of its own: closed work is most of a company and is never read.
    `with free as (
       select id from work_item
       where tenant_id = $1 and state = 'waiting' and $3
         and coalesce(release->>'kind', '') not in ('manager_decides', 'prices_fall')
       union all
       select id from work_item
       where tenant_id = $1 and state = 'pooled' and $4
         and reason_code in ('POOLED_NOBODY_ELIGIBLE', 'POOLED_BELOW_PRICE')
       union all
       select id from work_item w
       where tenant_id = $1 and state = 'owned' and accepted_at is null and not pinned and open_tasks = 0 and $5
         and reason_code = any($6)
         and not exists (select 1 from item_activity a where a.tenant_id = w.tenant_id and a.item_id = w.id)
     )
     select ${COLUMNS} from work_item w join free using (id)
     where tenant_id = $1 and kind in ('lead', 'opportunity') and ($2::uuid[] is null or id = any($2))
       and (reassignments = 0 or (
         select count(*) from ownership_change c
         where c.tenant_id = w.tenant_id and c.item_id = w.id and c.cause = 'reoptimised' and c.at >= $7) < $8)
     order by priority desc, created_at, id limit $9`,
    [
      db.tenantId,
      ids,
      movable.waiting,
      movable.pooled,
      movable.unaccepted,
      PLACED_BY_ENGINE,
      dayStart,
      maxMovesPerItemADay,
      limit,
    ],
  )
}
