export {
  amountMinorOf,
  givenDifficulty,
  gridCellOf,
  type QuadrantName,
  quadrantOf,
  type RecommendedOwner,
  recommendedOwner,
  type TaskTypeName,
  taskTypeOf,
  tierOf,
  valueBandOf,
} from './classify.ts'
export { completenessFields, completenessOf, deriveFacts } from './derive-facts.ts'
export { compileDifficulty } from './difficulty.ts'
export { compilePriority } from './priority.ts'
export { apportion, compileScore, type ParameterTerm, type Score } from './score.ts'
