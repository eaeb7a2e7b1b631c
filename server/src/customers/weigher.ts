import type { TenantWriter } from '../platform/database/index.ts'

/** How what changes about an item changes what it weighs on its owner; assignment knows. */
export interface Weigher {
  /** Called before the record's own row is locked: items come first, everywhere. */
  lock(db: TenantWriter, itemId: string): Promise<void>
  reweigh(db: TenantWriter, itemId: string, now: number): Promise<void>
}
