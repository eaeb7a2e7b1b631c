import type { Assignment } from '../assignment/index.ts'
import type { Platform, Sweep } from '../platform/context.ts'
import type { TenantReader } from '../platform/database/index.ts'
import { importSweep, importTraces } from './import/index.ts'

/** The door: what comes in by API, form and import. */
export interface Intake {
  readonly platform: Platform
  readonly assignment: Assignment
  /** Pools lie above this slice: whoever knows them says which there are. */
  poolsKnownBy(know: (db: TenantReader, poolId: string) => Promise<boolean>): void
  poolIsThere(db: TenantReader, poolId: string): Promise<boolean>
  readonly sweeps: readonly Sweep[]
}

export function createIntake(platform: Platform, assignment: Assignment): Intake {
  assignment.tracesIn(importTraces)
  let known = async (_db: TenantReader, _poolId: string): Promise<boolean> => false
  const services = {
    platform,
    assignment,
    poolIsThere: (db: TenantReader, poolId: string) => known(db, poolId),
  }
  return {
    ...services,
    poolsKnownBy(know) {
      known = know
    },
    sweeps: [importSweep(services)],
  }
}
