import type { TaskPolicy } from '@peineng/engine'
import type { Assignment } from '../assignment/index.ts'
import type { Customers } from '../customers/index.ts'
import type { People } from '../people/index.ts'
import type { Platform, Sweep } from '../platform/context.ts'
import type { TenantReader } from '../platform/database/index.ts'
import type { Policies } from '../policies/index.ts'

/** Who does what by when and how: cards, and what became of them. */
export interface Tasks {
  readonly platform: Platform
  readonly people: People
  readonly customers: Customers
  readonly assignment: Assignment
  readonly policies: Policies
  /** The policy's group in force, and the zone in which days are meant. */
  policyOf(db: TenantReader): Promise<{ readonly tasks: TaskPolicy; readonly timeZone: string }>
  readonly sweeps: readonly Sweep[]
}
