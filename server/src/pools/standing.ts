import { readStays, type StayRow } from '../assignment/index.ts'
import type { TenantReader } from '../platform/database/index.ts'
import { choosePool } from './choose-pool.ts'
import { type PoolRow, readPools } from './pool-store.ts'
import { type ItemProtection, protectionsOf } from './protections-of.ts'
import type { PoolServices } from './services.ts'

/** How one record stands to the pools: where it came from, until when it is safe, where it would go. */
export interface Standing {
  readonly stay: StayRow | null
  readonly pool: PoolRow | null
  readonly protection: ItemProtection | null
  /** The pool a recall would take it to; null = it would be given to somebody else at once. */
  readonly recallTo: PoolRow | null
}

export async function standingOf(
  db: TenantReader,
  services: PoolServices,
  itemId: string,
): Promise<Standing> {
  const [stay] = await readStays(db, [itemId])
  const pools = await readPools(db)
  const [item] = await services.customers.readItems(db, [itemId])
  return {
    stay: stay ?? null,
    pool: pools.find((pool) => pool.id === stay?.poolId) ?? null,
    protection: (await protectionsOf(db, services, [itemId])).get(itemId) ?? null,
    recallTo: choosePool(pools, stay?.poolId ?? null, item?.facts),
  }
}
