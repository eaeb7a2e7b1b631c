export { arrivalCell, isArrivalColumn, modelRoles } from './arrival-columns.ts'
export { backlogCap, backlogShare } from './backlog-share.ts'
export { calibrationFor, type QueueAccount } from './calibration.ts'
export { type Choice, type Contender, choose, drawOf } from './choice.ts'
export { developmentPermille } from './development.ts'
export { availabilityExclusion, capacityExclusion, suitabilityExclusion } from './eligibility.ts'
export { expMinus } from './exp-table.ts'
export {
  effectiveWeight,
  FairnessQueue,
  isQueueMember,
  performanceWeight,
  QueueAccounts,
} from './fairness-queue.ts'
export { type GaugeEffects, gaugeEffects, giveBack } from './gauge-effects.ts'
export { freeShare, loadHundredths, missingToFloor } from './headroom.ts'
export { type ItemContext, itemContext, queueOf, turnOf } from './item-context.ts'
export { factNames, placesOf, segmentOf } from './item-facts.ts'
export { leftOutBecause } from './offers.ts'
export {
  placeOfDraw,
  shareMillion,
  shareMillionInPlace,
  softmaxMillionths,
  softmaxWeight,
} from './propensities.ts'
export { type RepView, viewOf } from './rep-view.ts'
export { type RelaxationState, type Requirements, relaxationAt, requirementsOf } from './requirements.ts'
export * from './score-terms.ts'
export { segmentRates } from './segment-rates.ts'
export { type HashPair, QueueHash, RepHashes, StateHashes, stateHash } from './state-hash.ts'
export {
  attributeMatches,
  type Band,
  bandOf,
  type CandidateScore,
  effectiveStrategy,
  scoreCandidate,
  strategyReasons,
} from './strategy.ts'
export { type StillTerms, TermColumns } from './term-columns.ts'
export { normalizeName, territoryCovers, territoryPath } from './territory.ts'
export { pacedPrice, type Rooms, roomsOf, timePrice, timePriceTerm } from './time-price.ts'
export { type BetaBinomialOptions, betaBinomialModel } from './win-model.ts'
