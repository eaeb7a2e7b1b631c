import type { Customers, ItemFacts } from '../customers/index.ts'
import type { TenantReader } from '../platform/database/index.ts'

interface TaskFacts {
  readonly id: string
  readonly itemId: string | null
  readonly createdAt: Date
  readonly value: ItemFacts['value']
  readonly difficulty: ItemFacts['difficulty']
  readonly pointsHundredths: number
}

/** Tasks as the engine sees them: what is known of the customer, with the task's own value, difficulty and weight. */
export async function readTaskItems(
  db: TenantReader,
  customers: Pick<Customers, 'readItems'>,
  ids: readonly string[],
): Promise<ItemFacts[]> {
  if (ids.length === 0) return []
  const tasks = await db.query<TaskFacts & Record<string, unknown>>(
    `select id, item_id as "itemId", created_at as "createdAt", value, difficulty, points_hundredths as "pointsHundredths"
     from task where tenant_id = $1 and id = any($2::uuid[])`,
    [db.tenantId, ids],
  )
  const itemIds = tasks.flatMap((task) => (task.itemId === null ? [] : [task.itemId]))
  const items = new Map(
    itemIds.length === 0 ? [] : (await customers.readItems(db, itemIds)).map((item) => [item.id, item]),
  )
  return tasks.map((task) => {
    const item = task.itemId === null ? undefined : items.get(task.itemId)
    return {
      id: task.id,
      kind: 'task',
      createdAt: task.createdAt.getTime(),
      facts: {
        ...item?.facts,
        kind: 'task',
        ...(task.value === null ? {} : { value: task.value }),
        ...(task.difficulty === null ? {} : { difficulty: task.difficulty }),
      },
      tags: item?.tags ?? [],
      value: task.value,
      difficulty: task.difficulty,
      amountMinor: null,
      pointsHundredths: task.pointsHundredths,
    }
  })
}
