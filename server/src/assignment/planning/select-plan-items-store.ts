import type { TenantReader } from '../../platform/database/index.ts'
import { workItemColumns as COLUMNS, type WorkItemRow } from '../state/work-item-store.ts'

type Row = WorkItemRow & Record<string, unknown>

/** What waits or lies in a pool, first come first; accounts wait for a lead of theirs, not here. */
export async function selectQueue(
  db: TenantReader,
  what: { readonly ids: readonly string[] | null; readonly pooled: boolean; readonly limit: number },
): Promise<WorkItemRow[]> {
  return db.query<Row>(
    `select ${COLUMNS} from work_item
     where tenant_id = $1 and (state = 'waiting' or ($3 and state = 'pooled')) and kind in ('lead', 'opportunity')
       and ($2::uuid[] is null or id = any($2))
     order by priority desc, created_at, id limit $4`,
    [db.tenantId, what.ids, what.pooled, what.limit],
  )
}

/** Everything somebody has in hand, whatever its kind. */
export async function selectOwned(db: TenantReader, ownerIds: readonly string[]): Promise<WorkItemRow[]> {
  return db.query<Row>(
    `select ${COLUMNS} from work_item where tenant_id = $1 and state = 'owned' and owner_id = any($2) order by id`,
    [db.tenantId, ownerIds],
  )
}
