import type { Sweep } from '../platform/context.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { type ItemProtection, protectionsOf } from './protections-of.ts'
import { type Recalled, type RecallOrder, recallIntoPools } from './recall-into-pools.ts'
import type { PoolServices } from './services.ts'

/** Where what nobody owns lies, and how people take it. */
export interface Pools {
  readonly services: PoolServices
  /** Takes owned items back into the right pool, or has them decided anew; in the caller's transaction. */
  recall(db: TenantWriter, now: number, orders: readonly RecallOrder[]): Promise<Recalled>
  /** Until when each owned item that came out of a pool is protected, and why; others are absent. */
  protections(db: TenantReader, itemIds: readonly string[]): Promise<Map<string, ItemProtection>>
  readonly sweeps: readonly Sweep[]
}

export function createPools(services: PoolServices): Pools {
  return {
    services,
    recall: (db, now, orders) => recallIntoPools(db, services, now, orders),
    protections: (db, itemIds) => protectionsOf(db, services, itemIds),
    sweeps: [],
  }
}
