import type { Customers } from '../customers/index.ts'
import type { Learning } from '../learning/index.ts'
import type { People } from '../people/index.ts'
import type { Platform } from '../platform/context.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import type { Policies } from '../policies/index.ts'
import type { TenantContext } from './decide/tenant-context.ts'

/** What every use case of this slice works with. */
export interface Services {
  readonly platform: Platform
  readonly people: People
  readonly customers: Customers
  readonly policies: Policies
  readonly learning: Learning
  readonly contextOf: (db: TenantWriter, now: number) => Promise<TenantContext>
}
