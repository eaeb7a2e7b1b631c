export {
  type ActivityChannel,
  type ActivityKind,
  type ActivityPolicy,
  type ActivityResult,
  activityChannels,
  activityKinds,
  activityResults,
  type ContactStage,
  type ContactTemplate,
} from './activity-policy.ts'
export type * from './backlog-policy.ts'
export type * from './cap-policy.ts'
export type * from './condition.ts'
export type * from './credit-policy.ts'
export type * from './decision.ts'
export type * from './field.ts'
export type * from './followup-policy.ts'
export {
  type HandoverCause,
  type HandoverField,
  type HandoverPolicy,
  handoverCauses,
} from './handover-policy.ts'
export type * from './learning-policy.ts'
export type * from './offer-policy.ts'
export type * from './planning-policy.ts'
export type * from './policy.ts'
export { type Problem, type ProblemCode, problemCodes } from './problem.ts'
export type { ExclusionCode, Reason, ReasonCode, ReleaseCondition, TermCode } from './reason.ts'
export { exclusionCodes, reasonCodes, termCodes } from './reason.ts'
export type * from './rep.ts'
export type { Result } from './result.ts'
export type * from './snapshot.ts'
export type * from './task-policy.ts'
export type * from './work-item.ts'
