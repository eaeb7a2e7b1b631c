import type { Assignment } from '../assignment/index.ts'
import type { Platform, Sweep } from '../platform/context.ts'
import { importSweep, importTraces } from './import/index.ts'

/** The door: what comes in by API, form and import. */
export interface Intake {
  readonly platform: Platform
  readonly assignment: Assignment
  readonly sweeps: readonly Sweep[]
}

export function createIntake(platform: Platform, assignment: Assignment): Intake {
  assignment.tracesIn(importTraces)
  return { platform, assignment, sweeps: [importSweep({ platform, assignment })] }
}
