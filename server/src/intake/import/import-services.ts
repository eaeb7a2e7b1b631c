import type { Assignment } from '../../assignment/index.ts'
import type { Platform } from '../../platform/context.ts'
import type { TenantReader } from '../../platform/database/index.ts'

export interface ImportServices {
  readonly platform: Platform
  readonly assignment: Assignment
  /** Whether there is such a pool: pools lie above this slice, so the composition root says it. */
  poolIsThere?(db: TenantReader, poolId: string): Promise<boolean>
}
