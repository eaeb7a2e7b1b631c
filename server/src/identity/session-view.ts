import { z } from 'zod'
import type { Platform } from '../platform/context.ts'
import type { Principal } from '../platform/http/index.ts'
import { companyOf } from './company.ts'
import type { SessionPrincipal } from './gatekeeper.ts'
import { loginById, membershipsOf } from './login-store.ts'
import { memberById } from './member-store.ts'
import { permissionsOfRole } from './permissions.ts'
import { language } from './route-schemas.ts'

export const sessionView = z.object({
  kind: z.enum(['member', 'api_key', 'form']),
  id: z.string().describe('member or API key'),
  name: z.string(),
  email: z.string().nullable(),
  role: z.string(),
  permissions: z
    .record(z.string(), z.enum(['own', 'team', 'tenant']))
    .describe('permission → how far it reaches; what is absent is not allowed'),
  repId: z.string().nullable(),
  teamId: z.string().nullable(),
  language: language.nullable(),
  secondFactor: z.boolean(),
  company: z.object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    timeZone: z.string(),
    isDemo: z.boolean(),
  }),
  companies: z
    .array(z.object({ slug: z.string(), name: z.string(), role: z.string() }))
    .describe('others this person may sign in to as well'),
})

/** Who am I, where, and what may I: everything a client draws its first screen from. */
export async function viewSession(
  { database }: Pick<Platform, 'database'>,
  principal: Principal,
): Promise<z.infer<typeof sessionView>> {
  const { company, name, email } = await database.read(principal.tenantId, async (db) => {
    const company = await companyOf(db)
    if (principal.kind === 'member') {
      const member = await memberById(db, principal.id)
      return { company, name: member?.name ?? '', email: member?.email ?? null }
    }
    const [key] = await db.query<{ name: string }>(
      'select name from api_key where tenant_id = $1 and id = $2',
      [db.tenantId, principal.id],
    )
    return { company, name: key?.name ?? '', email: null }
  })
  const door = database.dispatcher
  const session = sessionOf(principal)
  const login = session === null ? null : await loginById(door, session.loginId)
  const memberships = session === null ? [] : await membershipsOf(door, session.loginId)
  return {
    kind: principal.kind,
    id: principal.id,
    name,
    email,
    role: principal.role,
    permissions: permissionsOfRole(principal.role, principal.scopes),
    repId: principal.repId,
    teamId: principal.teamId,
    language: login?.language ?? null,
    secondFactor: login !== null && login.totp_confirmed_at !== null,
    company: {
      id: company.id,
      slug: company.slug,
      name: company.name,
      timeZone: company.time_zone,
      isDemo: company.is_demo,
    },
    companies: memberships
      .filter((membership) => membership.tenant_id !== principal.tenantId)
      .map(({ slug, name, role }) => ({ slug, name, role })),
  }
}

/** The session behind a principal; null for API keys, which have none. */
export function sessionOf(principal: Principal): SessionPrincipal | null {
  return principal.kind === 'member' && 'sessionId' in principal && 'loginId' in principal
    ? (principal as SessionPrincipal)
    : null
}
