export {
  type CadenceReading,
  type CadenceSubject,
  type Contact,
  cadenceRule,
  type IntervalReading,
  readBuffer,
  readCadence,
  readInterval,
} from './cadence.ts'
export {
  type Clock,
  type ClockCalendar,
  type ClockKind,
  type ClockReading,
  type ClockSubject,
  clockKinds,
  type PauseCause,
  readClock,
  runningClocks,
  type SlaFigures,
} from './clocks.ts'
export { type Counting, countBetween, countForward, countsAgainAt } from './counting.ts'
export {
  type HealthColour,
  type HealthItem,
  type HealthReport,
  type HealthRisk,
  healthReport,
  type RiskCode,
  riskCodes,
} from './health.ts'
export { imbalanceOf, type PaceReading, readPace } from './pace.ts'
export {
  type NoProposalReason,
  noProposalReasons,
  type ProposalHistory,
  type ProposalVerdict,
  proposalVerdict,
  type Reconsidered,
  type TriggerCause,
  triggerCauses,
} from './proposals.ts'
export {
  type LoadOfRep,
  type MovableItem,
  type ReliefAction,
  type ReliefKind,
  type ReliefMove,
  reliefActions,
  reliefKinds,
} from './relief.ts'
export { nextCheckpoint, nextReminder } from './reminders.ts'
export { type FollowupSettings, followupSettings } from './settings.ts'
export {
  calendarDeadline,
  isWorkingDay,
  localMidnightOf,
  type WorkCalendar,
  without,
  workingDaySpans,
} from './working-days.ts'
