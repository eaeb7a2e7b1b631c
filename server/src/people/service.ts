import type { Gauge } from '@peineng/engine'
import type { Platform } from '../platform/context.ts'
import type { TenantReader } from '../platform/database/index.ts'

/** What the routes of this slice work with. */
export interface PeopleService {
  readonly platform: Pick<Platform, 'database' | 'clock'>
  readonly companyGauges: (db: TenantReader) => Promise<readonly Gauge[]>
}
