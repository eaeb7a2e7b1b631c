export type {
  HandOverCost,
  Holder,
  ItemPlace,
  ItemPlan,
  ItemPlanOptions,
  PlacedHow,
  RepInPlan,
} from './item-plan.ts'
export { planItems } from './plan-items.ts'
export { plannedDecisions } from './planned-decisions.ts'
export type { PlannedPlace } from './planned-place.ts'
