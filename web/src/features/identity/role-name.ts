import { m } from '../../i18n/messages.ts'

const names = {
  owner: () => m.identity_role_owner(),
  admin: () => m.identity_role_admin(),
  director: () => m.identity_role_director(),
  region_manager: () => m.identity_role_region_manager(),
  team_lead: () => m.identity_role_team_lead(),
  sales_ops: () => m.identity_role_sales_ops(),
  rep: () => m.identity_role_rep(),
  auditor: () => m.identity_role_auditor(),
}

export const roleName = (role: keyof typeof names): string => names[role]()
