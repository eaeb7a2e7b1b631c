import type { Assignment } from '../assignment/index.ts'
import type { Platform } from '../platform/context.ts'

export { createLead } from './create-lead.ts'
export { intakeRoutes } from './routes.ts'

/** The door: what comes in by API, form and import. */
export interface Intake {
  readonly platform: Platform
  readonly assignment: Assignment
}

export function createIntake(platform: Platform, assignment: Assignment): Intake {
  return { platform, assignment }
}
