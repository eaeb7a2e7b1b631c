export {
  type CapacityOptions,
  type CapacitySuggestion,
  DEFAULT_CAPACITY,
  type LoadDay,
  suggestCapacity,
} from './capability/capacity.ts'
export {
  capabilityTags,
  DEFAULT_EVIDENCE,
  type DomainEvidence,
  domainEvidence,
  type EvidencedTag,
  type EvidencePolicy,
  type PastDeal,
  type Rating,
} from './capability/evidence.ts'
export {
  type Pace,
  type PaceEvidence,
  type PaceFinding,
  paceEvidence,
  personalPace,
} from './capability/pace.ts'
export {
  nextPersonalLimit,
  PERSONAL_LIMIT_BOUNDS,
  type StandingLimit,
} from './capability/personal-limit.ts'
export { type RepStrength, repStrengths, type StrengthRequest } from './capability/strength.ts'
export { compareModels, type ModelComparison } from './compare-models.ts'
export {
  type CrossDocument,
  type LeftOutColumn,
  type MatchEvidence,
  type ModelDocument,
  readDocument,
  type TermDocument,
  type Validation,
  type VerdictCode,
} from './document.ts'
export {
  chooseExploring,
  DEFAULT_EXPLORATION,
  type ExplorationBudget,
  type ExplorationCandidate,
  type ExplorationChoice,
  type ExplorationPolicy,
  explorationBudget,
} from './exploration/budget.ts'
export { type NewOutcome, updateOnline } from './fit/online-update.ts'
export { isUnknown, type Preference, preferenceOf, type RepChance } from './honesty/certainty.ts'
export { checkDrift, type DriftCheck, driftOverTime } from './honesty/drift.ts'
export type { LeakReason, LeakSign } from './honesty/leakage.ts'
export { type CalibrationBin, type Interval, type Metrics, measure } from './honesty/metrics.ts'
export { asWinModel } from './inference/as-win-model.ts'
export {
  type LiveModelDocument,
  type LiveWinModel,
  liveModelOf,
  liveModelVersion,
  liveWinModel,
  newcomersOf,
  type WinBelief,
} from './inference/live-win-model.ts'
export { logisticMillionths } from './inference/logistic-table.ts'
export { type PairScorer, type PreparedLead, pairScorer } from './inference/pair-scorer.ts'
export { type Contribution, type RowScorer, rowScorer, type Scored } from './inference/row-scorer.ts'
export { LabelError } from './label-error.ts'
export { ROW_ORDER } from './recency.ts'
export { readLabels } from './table/label.ts'
export { columnOf, type Table, tableOf } from './table/table.ts'
export { ENOUGH_OUTCOMES, type Roles, type TrainRequest, trainModel } from './train.ts'
