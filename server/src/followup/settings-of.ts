import { type FollowupSettings, followupSettings } from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import type { FollowupServices } from './services.ts'

/** The figures of the policy in force. */
export async function followupSettingsOf(
  db: TenantWriter,
  services: FollowupServices,
  now: number,
): Promise<FollowupSettings> {
  return followupSettings((await services.assignment.contextOf(db, now)).policy.policy)
}
