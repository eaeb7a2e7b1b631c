import { z } from 'zod'
import { pageOf, pageQuery, principalOf, type Routes, reachOf } from '../platform/http/index.ts'
import { issueApiKey, listApiKeys, revokeApiKey } from './api-keys.ts'
import { listAudit } from './audit-list.ts'
import { type CompanyRow, changeCompany, companyOf } from './company.ts'
import { erasePerson } from './erase-person.ts'
import { exportPerson } from './export-person.ts'
import { roleProfiles } from './role-profiles.ts'
import { byId, name, nothing, permission, role, timeZone } from './route-schemas.ts'
import type { IdentityService } from './service.ts'

const companyView = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  isDemo: z.boolean(),
})
const present = (row: CompanyRow): z.infer<typeof companyView> => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  timeZone: row.time_zone,
  isDemo: row.is_demo,
})
const keyView = z.object({
  id: z.string(),
  name: z.string(),
  hint: z.string().describe('how the key begins'),
  role,
  scopes: z.array(z.string()).nullable().describe('null = everything the role may'),
  teamId: z.string().nullable(),
  repId: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})
const auditView = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.object({
    kind: z.enum(['member', 'api_key', 'form', 'system']),
    id: z.string().nullable(),
    name: z.string().nullable(),
  }),
  action: z.string(),
  entityKind: z.string(),
  entityId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  ip: z.string().nullable(),
})

/** The company itself: its name, its keys, its record, its people's data. */
export function companyRoutes(app: Routes, service: IdentityService): void {
  const { platform } = service
  const { database } = platform

  app.get(
    '/api/v1/company',
    {
      config: { permission: 'company.read' },
      schema: {
        tags: ['company'],
        operationId: 'getCompany',
        summary: 'The company',
        response: { 200: companyView },
      },
    },
    async (request) => present(await database.read(principalOf(request).tenantId, companyOf)),
  )

  app.patch(
    '/api/v1/company',
    {
      config: { permission: 'company.manage' },
      schema: {
        tags: ['company'],
        operationId: 'updateCompany',
        summary: 'Rename the company or move it to another time zone',
        body: z.object({ name: name.optional(), timeZone: timeZone.optional() }),
        response: { 200: companyView },
      },
    },
    async (request) =>
      present(await changeCompany(platform, service.companyChanged, principalOf(request), request.body)),
  )

  app.get(
    '/api/v1/roles',
    {
      config: { permission: 'company.read' },
      schema: {
        tags: ['company'],
        operationId: 'listRoles',
        summary: 'Roles, what each may and how far, and whom it fits',
        response: {
          200: z.object({
            items: z.array(
              z.object({
                role,
                permissions: z.record(z.string(), z.enum(['own', 'team', 'tenant'])),
                actors: z.array(z.string()),
              }),
            ),
            nextCursor: z.null(),
          }),
        },
      },
    },
    async () => ({
      items: roleProfiles.map((profile) => ({ ...profile, actors: [...profile.actors] })),
      nextCursor: null,
    }),
  )

  app.get(
    '/api/v1/api-keys',
    {
      config: { permission: 'keys.manage' },
      schema: {
        tags: ['api keys'],
        operationId: 'listApiKeys',
        summary: 'API keys, newest first; the keys themselves are stored nowhere',
        response: { 200: z.object({ items: z.array(keyView), nextCursor: z.null() }) },
      },
    },
    async (request) => {
      const rows = await database.read(principalOf(request).tenantId, listApiKeys)
      return {
        items: rows.map((row) => ({
          id: row.id,
          name: row.name,
          hint: row.hint,
          role: row.role,
          scopes: row.scopes === null ? null : [...row.scopes],
          teamId: row.team_id,
          repId: row.rep_id,
          createdBy: row.created_by,
          createdAt: row.created_at.toISOString(),
          expiresAt: row.expires_at?.toISOString() ?? null,
          lastUsedAt: row.last_used_at?.toISOString() ?? null,
          revokedAt: row.revoked_at?.toISOString() ?? null,
        })),
        nextCursor: null,
      }
    },
  )

  app.post(
    '/api/v1/api-keys',
    {
      config: { permission: 'keys.manage' },
      schema: {
        tags: ['api keys'],
        operationId: 'createApiKey',
        // No Idempotency-Key here: its stored answer would be the key in plain text.
        summary: 'Make an API key; it is shown this once',
        body: z.object({
          name,
          role,
          scopes: z.array(permission).min(1).optional().describe('absent = everything the role may'),
          teamId: z.uuid().optional().describe('what `team` means for this key'),
          repId: z.uuid().optional().describe('what `own` means for this key'),
          expiresAt: z.iso.datetime({ offset: true }).optional(),
        }),
        response: { 201: z.object({ id: z.string(), key: z.string() }) },
      },
    },
    async (request, reply) => {
      const { scopes, teamId, repId, expiresAt, ...rest } = request.body
      const made = await issueApiKey(platform, principalOf(request), {
        ...rest,
        ...(scopes === undefined ? {} : { scopes }),
        ...(teamId === undefined ? {} : { teamId }),
        ...(repId === undefined ? {} : { repId }),
        ...(expiresAt === undefined ? {} : { expiresAt: Date.parse(expiresAt) }),
      })
      return reply.code(201).send(made)
    },
  )

  app.delete(
    '/api/v1/api-keys/:id',
    {
      config: { permission: 'keys.manage' },
      schema: {
        tags: ['api keys'],
        operationId: 'revokeApiKey',
        summary: 'Revoke a key: refused from the next request on',
        params: byId,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await revokeApiKey(platform, principalOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/v1/audit',
    {
      config: { permission: 'audit.read' },
      schema: {
        tags: ['audit'],
        operationId: 'listAudit',
        summary: 'Who changed what, newest first',
        querystring: z.object({
          ...pageQuery,
          action: z.string().max(100).optional(),
          entityKind: z.string().max(100).optional(),
          entityId: z.uuid().optional(),
          actorId: z.uuid().optional(),
          from: z.iso.datetime({ offset: true }).optional(),
          to: z.iso.datetime({ offset: true }).optional(),
        }),
        response: { 200: pageOf(auditView) },
      },
    },
    async (request) => {
      const { items, nextCursor } = await database.read(principalOf(request).tenantId, (db) =>
        listAudit(db, request.query),
      )
      return {
        items: items.map((row) => ({
          id: row.id,
          at: row.at.toISOString(),
          actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
          action: row.action,
          entityKind: row.entity_kind,
          entityId: row.entity_id,
          detail: row.detail,
          ip: row.ip,
        })),
        nextCursor,
      }
    },
  )

  app.get(
    '/api/v1/members/:id/data-export',
    {
      config: { permission: 'data.export' },
      schema: {
        tags: ['privacy'],
        operationId: 'exportPerson',
        summary: "Everything kept about a colleague; one's own for everybody",
        params: byId,
        response: { 200: z.record(z.string(), z.unknown()) },
      },
    },
    async (request) =>
      exportPerson(platform, service.personalData, principalOf(request), reachOf(request), request.params.id),
  )

  app.post(
    '/api/v1/members/:id/erasure',
    {
      config: { permission: 'data.erase' },
      schema: {
        tags: ['privacy'],
        operationId: 'erasePerson',
        summary: "Replace a colleague's name, mail and phone everywhere, for good",
        params: byId,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await erasePerson(platform, service.personalData, principalOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )
}
