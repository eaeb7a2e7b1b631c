import { readStays } from '../assignment/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { choosePool } from './choose-pool.ts'
import { readPools } from './pool-store.ts'
import type { PoolServices } from './services.ts'

/** An owned item whose time is over. */
export interface RecallOrder {
  readonly itemId: string
  /** Coded: `no_follow_up`, `protection_over`, `contract_ended`, `manager`, … */
  readonly cause: string
  readonly note: string | null
  readonly actorId?: string | null
  /** Only while this rep owns it; absent = whoever owns it. */
  readonly ownerId?: string
}

export interface Recalled {
  /** In a pool now. */
  readonly pooled: readonly string[]
  /** No pool takes it: given to somebody else, or waiting with a reason. */
  readonly reassigned: readonly string[]
  /** Changed hands or closed in the meantime, or (an account) nowhere to go. */
  readonly left: readonly string[]
}

/**
 * Takes owned items back: into the pool they were taken from, else into the first that fits, else they are decided
 * anew without the former owner (F3). In the caller's transaction, with a constant number of statements; capacity is
 * given back. Each item is recalled at most once: whoever finds it moved leaves it alone.
 */
export async function recallIntoPools(
  db: TenantWriter,
  { assignment, customers }: PoolServices,
  now: number,
  orders: readonly RecallOrder[],
): Promise<Recalled> {
  if (orders.length === 0) return { pooled: [], reassigned: [], left: [] }
  const ids = orders.map((order) => order.itemId)
  const pools = await readPools(db)
  const homes = new Map((await readStays(db, ids)).map((stay) => [stay.itemId, stay.poolId]))
  const facts = new Map((await customers.readItems(db, ids)).map((item) => [item.id, item.facts]))
  const entries = []
  const again = []
  for (const order of orders) {
    const pool = choosePool(pools, homes.get(order.itemId) ?? null, facts.get(order.itemId))
    const expected = order.ownerId === undefined ? {} : { ownerId: order.ownerId }
    const actorId = order.actorId ?? null
    if (pool === null)
      again.push({ itemId: order.itemId, note: order.note ?? order.cause, actorId, ...expected })
    else
      entries.push({
        itemId: order.itemId,
        poolId: pool.id,
        cause: 'recalled' as const,
        reason: order.cause,
        note: order.note,
        actorId,
        ...expected,
      })
  }
  // What nobody owns has nobody to be recalled from.
  const owned = await ownedAmong(db, ids)
  const pooled = (
    await assignment.takeIntoPool(
      db,
      now,
      entries.filter((entry) => owned.has(entry.itemId)),
    )
  ).map((row) => row.id)
  const reassigned = (await assignment.recall(db, now, again)).map((one) => one.placement.id)
  const moved = new Set([...pooled, ...reassigned])
  return { pooled, reassigned, left: ids.filter((id) => !moved.has(id)) }
}

async function ownedAmong(db: TenantWriter, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ id: string }>(
    `select item_id as id from item_ownership where tenant_id = $1 and item_id = any($2::uuid[]) and state = 'owned'`,
    [db.tenantId, ids],
  )
  return new Set(rows.map((row) => row.id))
}
