export { canonicalJson, documentHash } from './canonical-json.ts'
export { type CompiledCap, windowMs } from './compile-caps.ts'
export { compilePolicy } from './compile-policy.ts'
export type {
  Assessment,
  CompiledPolicy,
  Quadrant,
  RuleMatch,
  ScoreTerm,
  TaskType,
} from './compiled-policy.ts'
export { creditSettings } from './credit-settings.ts'
export { activityPolicyOf, defaultActivities } from './default-activities.ts'
export { defaultHandover, handoverPolicyOf } from './default-handover.ts'
export { defaultAction, defaultPolicy, scoredStrategy } from './default-policy.ts'
export { defaultDifficulty, defaultParameters, defaultScoring } from './default-scoring.ts'
export { defaultTasks, taskPolicyOf } from './default-tasks.ts'
export { type LearningSettings, learningSettings } from './learning-settings.ts'
export { mergePolicy } from './merge-policy.ts'
export { type OfferSettings, offerMs, offerSettings } from './offer-settings.ts'
export { type PolicyProblem, parsePolicy } from './parse-policy.ts'
export { type PlanningSettings, planningSettings } from './planning-settings.ts'
export { policyJsonSchema, policySchema } from './policy-schema.ts'
export {
  type Preset,
  type PresetId,
  type PresetPoint,
  preset,
  presetIds,
  presetProsAndCons,
  presets,
} from './presets.ts'
export type { JsonSchema } from './schema-types.ts'
export { type RuleTrace, traceRules } from './trace-rules.ts'
export { type RawItem, type UnderstoodItem, workItemFromFacts } from './work-item-from-facts.ts'
