import { m } from '../../i18n/messages.ts'
import type { Risk } from './followup-api.ts'

const words = {
  RECALL_DUE: m.followup_risk_RECALL_DUE,
  FIRST_RESPONSE_MISSED: m.followup_risk_FIRST_RESPONSE_MISSED,
  NO_PROGRESS: m.followup_risk_NO_PROGRESS,
  NEXT_STEP_OVERDUE: m.followup_risk_NEXT_STEP_OVERDUE,
  RECALL_NEAR: m.followup_risk_RECALL_NEAR,
  FIRST_RESPONSE_NEAR: m.followup_risk_FIRST_RESPONSE_NEAR,
  PROGRESS_NEAR: m.followup_risk_PROGRESS_NEAR,
  CADENCE_BEHIND: m.followup_risk_CADENCE_BEHIND,
  NO_NEXT_STEP: m.followup_risk_NO_NEXT_STEP,
  BUFFER_MISSING: m.followup_risk_BUFFER_MISSING,
  TOO_MUCH_CONTACT: m.followup_risk_TOO_MUCH_CONTACT,
} as const

/** What to do about it, in words. */
export const riskWord = (code: Risk['code']): string => words[code]()
