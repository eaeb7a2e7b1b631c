import { permissionsOfRole, type RoleName, roleNames } from './permissions.ts'

/**
 * Everybody the product is for, and the role that fits them. Who carries leads is a rep whatever their post is called:
 * the post itself (telesales, reserve, consultant) is one of the rep's own `roles`, which routing rules point at.
 */
const actors: Readonly<Record<string, RoleName>> = {
  company_owner: 'owner',
  system_administrator: 'admin',
  sales_director: 'director',
  region_manager: 'region_manager',
  sales_manager: 'team_lead',
  supervisor: 'team_lead',
  newcomer: 'rep',
  growing_rep: 'rep',
  senior_rep: 'rep',
  top_sales: 'rep',
  telesales: 'rep',
  reserve_team: 'rep',
  technical_consultant: 'rep',
  technical_support: 'rep',
  after_sales: 'rep',
  customer_service: 'rep',
  sales_support: 'rep',
  channel_dealer: 'rep',
  sales_operations: 'sales_ops',
  marketing: 'sales_ops',
  data_analyst: 'auditor',
  product_manager: 'auditor',
  external_auditor: 'auditor',
}

export interface RoleProfile {
  readonly role: RoleName
  readonly permissions: ReturnType<typeof permissionsOfRole>
  /** Codes; clients translate them. */
  readonly actors: readonly string[]
}

/** The permission table from the side of roles: what a company reads before it gives one. */
export const roleProfiles: readonly RoleProfile[] = roleNames.map((role) => ({
  role,
  permissions: permissionsOfRole(role),
  actors: Object.keys(actors).filter((actor) => actors[actor] === role),
}))
