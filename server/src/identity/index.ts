import type { Platform, Sweep } from '../platform/context.ts'
import type { Gatekeeper } from '../platform/http/index.ts'
import { type Actor, systemActor } from './actor.ts'
import { addMember } from './add-member.ts'
import { createApiKey, type NewApiKey } from './create-api-key.ts'
import { type CreatedTenant, createTenant, type NewTenant } from './create-tenant.ts'
import type { Founder } from './founder.ts'
import { createGatekeeper } from './gatekeeper.ts'
import { insertLogin, loginByEmail } from './login-store.ts'
import { createMailer } from './mail.ts'
import { hashPassword } from './passwords.ts'
import type { RoleName } from './permissions.ts'
import type { PersonalDataSource } from './personal-data.ts'
import type { IdentityService } from './service.ts'
import { openSession } from './sessions.ts'
import { sweepExpired } from './sweep-expired.ts'

export interface IdentityOptions {
  /** Furnish a new company, in the transaction that makes it. */
  readonly founders?: readonly Founder[]
  /** Told in the transaction that changes the company's name or time zone. */
  readonly companyListeners?: readonly Founder[]
  /** What other slices keep about a colleague. */
  readonly personalData?: readonly PersonalDataSource[]
  readonly mailFrom?: string
}

export interface Colleague {
  readonly tenantId: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly role: RoleName
  readonly teamId?: string | null
  readonly repId?: string | null
}

export interface Identity {
  readonly gatekeeper: Gatekeeper
  createTenant(input: NewTenant): Promise<CreatedTenant>
  /** A member with a password of their own; an e-mail that has a log-in already keeps its password. */
  createMember(input: Colleague): Promise<{ memberId: string; loginId: string }>
  createApiKey(input: NewApiKey & { readonly tenantId: string }): Promise<{ id: string; key: string }>
  /** The value of the session cookie of somebody who has signed in. */
  openSession(input: { readonly loginId: string; readonly tenantId: string }): Promise<string>
  tenantBySlug(slug: string): Promise<string | null>
  allTenantIds(): Promise<readonly string[]>
  readonly sweeps: readonly Sweep[]
  /** For `identityRoutes`. */
  readonly service: IdentityService
}

export function createIdentity(platform: Platform, options: IdentityOptions = {}): Identity {
  const { database, clock } = platform
  const door = database.dispatcher
  const all =
    (founders: readonly Founder[] | undefined): Founder =>
    async (db, now) => {
      for (const founder of founders ?? []) await founder(db, now)
    }
  const found = all(options.founders)
  const gatekeeper = createGatekeeper(platform)
  return {
    gatekeeper,
    sweeps: [sweepExpired(platform)],
    service: {
      platform: { ...platform, gatekeeper },
      mailer: createMailer(platform.smtpUrl, options.mailFrom ?? 'Peineng <peineng@localhost>', platform.log),
      found,
      companyChanged: all(options.companyListeners),
      personalData: options.personalData ?? [],
    },
    createTenant: (input) =>
      createTenant(platform, input, async (db, now): Promise<Actor> => {
        await found(db, now)
        return systemActor
      }),
    async createMember({ tenantId, password, teamId = null, repId = null, ...person }) {
      const now = clock.now()
      const known = await loginByEmail(door, person.email)
      const loginId =
        known?.id ??
        (await insertLogin(door, now, {
          email: person.email,
          passwordHash: await hashPassword(password),
          language: 'zh-CN',
        }))
      const memberId = await database.write(tenantId, (db) =>
        addMember(db, now, systemActor, { ...person, loginId, teamId, repId }),
      )
      return { memberId, loginId }
    },
    createApiKey: ({ tenantId, ...input }) =>
      database.write(tenantId, (db) => createApiKey(db, clock.now(), systemActor, input)),
    openSession: async (input) => (await openSession(door, clock.now(), input)).token,
    async tenantBySlug(slug) {
      const { rows } = await door.query<{ id: string | null }>('select tenant_of_slug($1) as id', [slug])
      return rows[0]?.id ?? null
    },
    async allTenantIds() {
      const { rows } = await door.query<{ id: string }>('select all_tenant_ids() as id')
      return rows.map((row) => row.id)
    },
  }
}

export { type Actor, actorOf, systemActor } from './actor.ts'
export type { CreatedTenant, NewTenant } from './create-tenant.ts'
export { refusing } from './database-problems.ts'
export type { Founder } from './founder.ts'
export { SESSION_COOKIE } from './gatekeeper.ts'
export {
  isRoleName,
  type PermissionName,
  permissionNames,
  permissions,
  permissionsOfRole,
  type RoleName,
  reachOfRole,
  roleNames,
} from './permissions.ts'
export { erasedName, type Person, type PersonalDataSource } from './personal-data.ts'
export { identityRoutes } from './routes.ts'
