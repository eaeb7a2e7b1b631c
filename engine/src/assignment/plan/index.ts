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
