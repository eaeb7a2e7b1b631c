import type { Platform } from '../platform/context.ts'
import type { TenantReader } from '../platform/database/index.ts'
import type { CompanyCapacity } from './model.ts'

/** What the routes of this slice work with. */
export interface PeopleService {
  readonly platform: Pick<Platform, 'database' | 'clock'>
  readonly companyCapacity: (db: TenantReader) => Promise<CompanyCapacity>
}
