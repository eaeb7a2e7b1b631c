import type { Decision, ItemPlan } from '@peineng/engine'
import type { PlanItem } from './solve-input.ts'

/** One step of a plan: its items, what was made of them, and the decisions it would come to. */
export interface Step {
  readonly items: readonly PlanItem[]
  readonly made: ItemPlan
  readonly decisions: ReadonlyMap<string, Decision>
}
