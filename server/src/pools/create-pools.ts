import type { Sweep } from '../platform/context.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import type { Principal, Reach } from '../platform/http/index.ts'
import { drawSweep } from './draw-windows.ts'
import { noteView } from './note-view.ts'
import { type ItemProtection, protectionsOf } from './protections-of.ts'
import { type Recalled, type RecallOrder, recallIntoPools } from './recall-into-pools.ts'
import type { PoolServices } from './services.ts'
import { watchSweep } from './watch-pools.ts'

/** Where what nobody owns lies, and how people take it. */
export interface Pools {
  readonly services: PoolServices
  /** How far a caller may manage pools; null = not at all. For answers that say what the caller may do. */
  manageReach(principal: Principal): Reach | null
  /** Takes owned items back into the right pool, or has them decided anew; in the caller's transaction. */
  recall(db: TenantWriter, now: number, orders: readonly RecallOrder[]): Promise<Recalled>
  /** Until when each owned item that came out of a pool is protected, and why; others are absent. */
  protections(db: TenantReader, itemIds: readonly string[]): Promise<Map<string, ItemProtection>>
  /** A rep opens a record of a pool: counted, and refused beyond the day's limit. */
  noteView(db: TenantWriter, now: number, view: { itemId: string; repId: string }): Promise<void>
  readonly sweeps: readonly Sweep[]
}

export function createPools(
  services: PoolServices,
  reachOf: (principal: Principal, permission: string) => Reach | null,
): Pools {
  return {
    services,
    manageReach: (principal) => reachOf(principal, 'pools.manage'),
    recall: (db, now, orders) => recallIntoPools(db, services, now, orders),
    protections: (db, itemIds) => protectionsOf(db, services, itemIds),
    noteView: (db, now, view) => noteView(db, services, now, view),
    sweeps: [drawSweep(services), watchSweep(services)],
  }
}
