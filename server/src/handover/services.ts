import type { Assignment } from '../assignment/index.ts'
import type { Customers } from '../customers/index.ts'
import type { People } from '../people/index.ts'
import type { Platform, Sweep } from '../platform/context.ts'
import type { Policies } from '../policies/index.ts'

/** What every use case of this slice works with. */
export interface HandoverServices {
  readonly platform: Platform
  readonly people: People
  readonly customers: Customers
  readonly policies: Policies
  readonly assignment: Assignment
}

export interface Handovers {
  readonly services: HandoverServices
  readonly sweeps: readonly Sweep[]
}
