import type { Facts, WorkItem } from '@peineng/engine'
import { type TenantReader, uuidArray } from '../../platform/database/index.ts'

/** What the engine is told of an item, without who owns what: assignment adds that. */
export type ItemFacts = Omit<WorkItem, 'priority' | 'accountOwnerId' | 'excludedRepIds' | 'waitingSince'>

/** Leads and opportunities as work items. Unknown ids are left out; the order is by id. */
export async function readItems(db: TenantReader, ids: readonly string[]): Promise<ItemFacts[]> {
  if (ids.length === 0) return []
  const rows = await db.query<{
    id: string
    kind: 'lead' | 'opportunity'
    created_at: Date
    facts: Facts
    tags: string[]
    value: WorkItem['value']
    difficulty: WorkItem['difficulty']
    amount_minor: number | null
    points_hundredths: number
  }>(
    `select id, 'lead' as kind, created_at, facts, tags, value, difficulty, amount_minor, points_hundredths
     from lead where tenant_id = $1 and id = any($2::uuid[])
     union all
     select id, 'opportunity', created_at, facts, tags, value, difficulty, amount_minor, points_hundredths
     from opportunity where tenant_id = $1 and id = any($2::uuid[])
     order by id`,
    [db.tenantId, uuidArray(ids)],
    'customers_read_items',
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    createdAt: row.created_at.getTime(),
    facts: row.facts,
    tags: row.tags,
    value: row.value,
    difficulty: row.difficulty,
    amountMinor: row.amount_minor,
    pointsHundredths: row.points_hundredths,
  }))
}
