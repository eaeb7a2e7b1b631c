import type { Platform } from '../platform/context.ts'
import type { Gatekeeper } from '../platform/http/index.ts'
import type { Founder } from './founder.ts'
import type { Mailer } from './mail.ts'
import type { PersonalDataSource } from './personal-data.ts'

/** What the routes of this slice work with. */
export interface IdentityService {
  readonly platform: Platform & { readonly gatekeeper: Gatekeeper }
  readonly mailer: Mailer
  readonly found: Founder
  readonly companyChanged: Founder
  readonly personalData: readonly PersonalDataSource[]
}
