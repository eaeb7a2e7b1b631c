import type { Assignment } from '../assignment/index.ts'
import type { Customers } from '../customers/index.ts'
import type { People } from '../people/index.ts'
import type { Platform } from '../platform/context.ts'
import type { Pools } from '../pools/index.ts'

/** What every use case of this slice works with. */
export interface FollowupServices {
  readonly platform: Platform
  readonly people: People
  readonly customers: Customers
  readonly assignment: Assignment
  readonly pools: Pools
}
