import type { Reach } from '../platform/http/index.ts'

export const roleNames = [
  'owner',
  'admin',
  'director',
  'region_manager',
  'team_lead',
  'sales_ops',
  'rep',
  'auditor',
] as const
export type RoleName = (typeof roleNames)[number]

type Grants = Partial<Record<RoleName, Reach>>

/** Everybody who is signed in, over the whole company: what transparency (I2) asks for. */
const everyone: Grants = {
  owner: 'tenant',
  admin: 'tenant',
  director: 'tenant',
  region_manager: 'tenant',
  team_lead: 'tenant',
  sales_ops: 'tenant',
  rep: 'tenant',
  auditor: 'tenant',
}
/** Reads along the organisation: a rep their own, leaders their team's, the company's staff everything. */
const lineRead: Grants = { ...everyone, region_manager: 'team', team_lead: 'team', rep: 'own' }
/** Works along the organisation; the auditor only ever reads. */
const lineWork: Grants = {
  owner: 'tenant',
  admin: 'tenant',
  director: 'tenant',
  sales_ops: 'tenant',
  region_manager: 'team',
  team_lead: 'team',
  rep: 'own',
}
/** Leads others: as above, without the reps. */
const leadership: Grants = {
  owner: 'tenant',
  admin: 'tenant',
  director: 'tenant',
  sales_ops: 'tenant',
  region_manager: 'team',
  team_lead: 'team',
}
const operations: Grants = { owner: 'tenant', admin: 'tenant', director: 'tenant', sales_ops: 'tenant' }
const administration: Grants = { owner: 'tenant', admin: 'tenant' }

/**
 * Who may do what, and how far: the one table. Routes name a permission, the guard reads it here, and the
 * authorisation matrix test takes what it expects from here. A role that is not named may not.
 */
export const permissions = {
  'company.read': everyone,
  'company.manage': administration,
  'members.read': { ...leadership, auditor: 'tenant' },
  'members.manage': administration,
  'keys.manage': administration,
  'channels.manage': administration,
  'webhooks.manage': administration,
  'people.read': everyone,
  'people.manage': leadership,
  'territories.manage': operations,
  'products.manage': operations,
  'leave.read': lineRead,
  'leave.manage': lineWork,
  'calendar.read': everyone,
  'calendar.manage': operations,
  'leads.read': lineRead,
  'leads.create': lineWork,
  'leads.update': lineWork,
  'leads.work': lineWork,
  'leads.assign': leadership,
  'leads.override': leadership,
  'accounts.read': lineRead,
  'accounts.write': lineWork,
  'contacts.read': lineRead,
  'contacts.write': lineWork,
  'opportunities.read': lineRead,
  'opportunities.write': lineWork,
  'tasks.read': lineRead,
  'tasks.work': lineWork,
  'tasks.dispatch': leadership,
  'handovers.read': lineRead,
  'handovers.work': lineWork,
  'attributes.read': everyone,
  'attributes.manage': operations,
  'imports.read': { ...operations, auditor: 'tenant' },
  'imports.run': operations,
  'forms.manage': operations,
  'policy.read': everyone,
  'policy.edit': operations,
  'policy.publish': { owner: 'tenant', admin: 'tenant', director: 'tenant' },
  'decisions.read': lineRead,
  'decisions.verify': { ...operations, auditor: 'tenant' },
  'assignments.run': leadership,
  'pools.read': everyone,
  'pools.claim': lineWork,
  'pools.manage': leadership,
  'pools.edit': operations,
  // What outcomes taught: everybody may know whether a model decides and how good it is (I2), and of newcomers' budgets
  // as far as they lead.
  'models.read': lineRead,
  'models.manage': operations,
  'capability.read': lineRead,
  'capability.decide': leadership,
  'capability.run': operations,
  'plans.read': { ...leadership, auditor: 'tenant' },
  'plans.run': leadership,
  'audit.read': { owner: 'tenant', admin: 'tenant', director: 'tenant', auditor: 'tenant' },
  'data.export': {
    owner: 'tenant',
    admin: 'tenant',
    director: 'own',
    region_manager: 'own',
    team_lead: 'own',
    sales_ops: 'own',
    rep: 'own',
    auditor: 'own',
  },
  'data.erase': administration,
  'persons.export': administration,
  'persons.erase': administration,
} as const satisfies Record<string, Grants>

export type PermissionName = keyof typeof permissions
export const permissionNames = Object.keys(permissions) as readonly PermissionName[]

const breadth: Readonly<Record<Reach, number>> = { own: 1, team: 2, tenant: 3 }

export const isRoleName = (role: string): role is RoleName => (roleNames as readonly string[]).includes(role)
export const isPermissionName = (name: string): name is PermissionName => Object.hasOwn(permissions, name)

/** How far a role's permission reaches; null = not at all. */
export function reachOfRole(role: string, permission: string): Reach | null {
  if (!isRoleName(role) || !isPermissionName(permission)) return null
  const grants: Grants = permissions[permission]
  return grants[role] ?? null
}

/** Everything a role may, narrowed to scopes where there are some: what a client draws its buttons from. */
export function permissionsOfRole(role: string, scopes?: readonly string[]): Record<string, Reach> {
  const granted: Record<string, Reach> = {}
  for (const name of permissionNames) {
    const reach = reachOfRole(role, name)
    if (reach !== null && (scopes === undefined || scopes.includes(name))) granted[name] = reach
  }
  return granted
}

/** True where nothing the second set grants goes beyond the first: nobody can hand out more than they have. */
export function covers(giver: Record<string, Reach>, given: Record<string, Reach>): boolean {
  return Object.entries(given).every(([name, reach]) => {
    const own = giver[name]
    return own !== undefined && breadth[own] >= breadth[reach]
  })
}

/**
 * An owner's place is the owners' to give: an admin has the same permissions and could otherwise make owners, or
 * unmake them.
 */
export function mayGiveRole(giverRole: string, role: string): boolean {
  if (role === 'owner') return giverRole === 'owner'
  return covers(permissionsOfRole(giverRole), permissionsOfRole(role))
}
