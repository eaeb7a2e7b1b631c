export { adaptMultiplier, netWorth, onlinePrice, type RepPace } from './online-price.ts'
export { plan } from './plan.ts'
export {
  type Plan,
  type PlanOptions,
  type PlanProblem,
  PlanProblemError,
  type PlanProgress,
  type PlanSolver,
  type WaitingReason,
} from './problem.ts'
export {
  type MovableItem,
  type Reassignment,
  type SwitchingCost,
  worthwhileReassignments,
} from './reassignments.ts'
