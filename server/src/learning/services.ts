import type { Customers } from '../customers/index.ts'
import type { People } from '../people/index.ts'
import type { Platform } from '../platform/context.ts'
import type { Policies } from '../policies/index.ts'
import type { ArrivalFacts } from './history.ts'
import type { LearningResult, LearningTask } from './learning-task.ts'

/** What every use case of this slice works with. */
export interface LearningServices {
  readonly platform: Platform
  readonly people: People
  readonly customers: Customers
  readonly policies: Policies
  readonly arrivalFacts: ArrivalFacts
  readonly compute: (task: LearningTask, signal: AbortSignal) => Promise<LearningResult>
}
