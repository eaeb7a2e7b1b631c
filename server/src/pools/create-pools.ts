import type { LeadPlace } from '../assignment/index.ts'
import type { Sweep } from '../platform/context.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import type { Caller, Principal, Reach } from '../platform/http/index.ts'
import { forgettingSweep } from '../platform/jobs/forget.ts'
import { type ClaimOrder, claimFromPool } from './claim-from-pool.ts'
import { bestFor } from './claim-next.ts'
import { drawSweep } from './draw-windows.ts'
import { createPool } from './edit-pool.ts'
import { noteView } from './note-view.ts'
import { readPool } from './pool-store.ts'
import { type ItemProtection, protectionsOf } from './protections-of.ts'
import { type Recalled, type RecallOrder, recallIntoPools } from './recall-into-pools.ts'
import { type Release, releaseIntoPool } from './release-into-pool.ts'
import type { PoolServices } from './services.ts'
import { watchSweep } from './watch-pools.ts'

/** Where what nobody owns lies, and how people take it. */
export interface Pools {
  readonly services: PoolServices
  /** How far a caller may manage pools; null = not at all. For answers that say what the caller may do. */
  manageReach(principal: Principal): Reach | null
  /** Whether a pool of this name was described. */
  isThere(db: TenantReader, poolId: string): Promise<boolean>
  /** Takes owned items back into the right pool, or has them decided anew; in the caller's transaction. */
  recall(db: TenantWriter, now: number, orders: readonly RecallOrder[]): Promise<Recalled>
  /** Until when each owned item that came out of a pool is protected, and why; others are absent. */
  protections(db: TenantReader, itemIds: readonly string[]): Promise<Map<string, ItemProtection>>
  create: typeof createPool
  /** A rep takes a record out of a pool, within its rules. */
  claim(db: TenantWriter, now: number, order: ClaimOrder): Promise<LeadPlace>
  /** Gives records back into a chosen pool with a coded reason. */
  release(db: TenantWriter, caller: Caller, now: number, release: Release): Promise<unknown>
  /** What of a pool this rep may take now, the best match first. */
  bestFor(db: TenantWriter, now: number, poolId: string, repId: string): Promise<string[]>
  /** A rep opens a record of a pool: counted, and refused beyond the day's limit. */
  noteView(db: TenantWriter, now: number, view: { itemId: string; repId: string }): Promise<void>
  readonly sweeps: readonly Sweep[]
}

const DAY = 86_400_000

export function createPools(
  services: PoolServices,
  reachOf: (principal: Principal, permission: string) => Reach | null,
): Pools {
  return {
    services,
    manageReach: (principal) => reachOf(principal, 'pools.manage'),
    isThere: async (db, poolId) => (await readPool(db, poolId)) !== null,
    recall: (db, now, orders) => recallIntoPools(db, services, now, orders),
    protections: (db, itemIds) => protectionsOf(db, services, itemIds),
    create: createPool,
    claim: (db, now, order) => claimFromPool(db, services, now, order),
    release: (db, caller, now, release) => releaseIntoPool(db, services, caller, now, release),
    bestFor: (db, now, poolId, repId) => bestFor(db, services, now, poolId, repId),
    noteView: (db, now, view) => noteView(db, services, now, view),
    sweeps: [
      drawSweep(services),
      watchSweep(services),
      // Limits ask for today, conduct for thirty days, the ledger of sealed draws for less.
      forgettingSweep(services.platform, 'pools.forget', [
        { table: 'pool_view', since: 'day', keptMs: 3 * DAY },
        { table: 'pool_day', since: 'day', keptMs: 400 * DAY },
      ]),
    ],
  }
}
