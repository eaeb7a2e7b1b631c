import { m } from '../../i18n/messages.ts'
import type { Role } from './settings-api.ts'

export const roles: Record<Role, () => string> = {
  owner: () => m.settings_role_owner(),
  admin: () => m.settings_role_admin(),
  director: () => m.settings_role_director(),
  region_manager: () => m.settings_role_region_manager(),
  team_lead: () => m.settings_role_team_lead(),
  sales_ops: () => m.settings_role_sales_ops(),
  rep: () => m.settings_role_rep(),
  auditor: () => m.settings_role_auditor(),
}
export const roleOptions = () =>
  (Object.keys(roles) as Role[]).map((value) => ({ value, label: roles[value]() }))
