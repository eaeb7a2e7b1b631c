import { z } from 'zod'
import { ProblemError } from '../platform/errors/catalogue.ts'
import {
  languageOf,
  pageOf,
  pageQuery,
  principalOf,
  type Routes,
  reachOf,
  versionOf,
} from '../platform/http/index.ts'
import { acceptInvitation, lookUpInvitation } from './accept-invitation.ts'
import { changeMember } from './change-member.ts'
import { makeMemberResetLink, removeMemberSecondFactor } from './help-member.ts'
import { listInvitations, revokeInvitation } from './invitations.ts'
import { invite } from './invite.ts'
import { listMembers, type MemberRow, memberById, teamIdsUnder } from './member-store.ts'
import { byId, email, language, name, nothing, password, role, secondFactor } from './route-schemas.ts'
import type { IdentityService } from './service.ts'
import { giveCookie } from './session-cookie.ts'
import { callerOf } from './session-routes.ts'

const tags = ['members']
const status = z.enum(['active', 'inactive'])
const place = { teamId: z.uuid().nullable().optional(), repId: z.uuid().nullable().optional() }
const memberView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  teamId: z.string().nullable(),
  repId: z.string().nullable(),
  status,
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.number(),
})
const present = (row: MemberRow): z.infer<typeof memberView> => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role,
  teamId: row.team_id,
  repId: row.rep_id,
  status: row.status,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  version: row.version,
})
const invitationView = z.object({
  id: z.string(),
  email: z.string().nullable(),
  role,
  teamId: z.string().nullable(),
  repId: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  usedAt: z.string().nullable(),
})

/** Who belongs to the company, and how they come in. */
export function memberRoutes(app: Routes, { platform, mailer }: IdentityService): void {
  const { database, clock } = platform

  app.get(
    '/api/v1/members',
    {
      config: { permission: 'members.read' },
      schema: {
        tags,
        operationId: 'listMembers',
        summary: 'Members by name',
        querystring: z.object({ ...pageQuery, status: status.optional() }),
        response: { 200: pageOf(memberView) },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      return database.read(principal.tenantId, async (db) => {
        const within =
          reachOf(request) === 'tenant'
            ? null
            : { teamIds: await teamIdsUnder(db, principal.teamId), memberId: principal.id }
        const { items, nextCursor } = await listMembers(db, { ...request.query, within })
        return { items: items.map(present), nextCursor }
      })
    },
  )

  app.get(
    '/api/v1/members/:id',
    {
      config: { permission: 'members.read' },
      schema: {
        tags,
        operationId: 'getMember',
        summary: 'One member',
        params: byId,
        response: { 200: memberView },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      return database.read(principal.tenantId, async (db) => {
        const row = await memberById(db, request.params.id)
        const seen =
          row !== null &&
          (reachOf(request) === 'tenant' ||
            row.id === principal.id ||
            (row.team_id !== null && (await teamIdsUnder(db, principal.teamId)).includes(row.team_id)))
        if (!seen) throw new ProblemError('NOT_FOUND')
        return present(row)
      })
    },
  )

  app.patch(
    '/api/v1/members/:id',
    {
      config: { permission: 'members.manage' },
      schema: {
        tags,
        operationId: 'updateMember',
        summary: 'Change a role or place, or switch somebody off; If-Match names the version',
        params: byId,
        body: z.object({ name: name.optional(), role: role.optional(), ...place, status: status.optional() }),
        response: { 200: memberView },
      },
    },
    async (request) =>
      present(
        await changeMember(
          platform,
          principalOf(request),
          request.params.id,
          versionOf(request),
          request.body,
        ),
      ),
  )

  app.post(
    '/api/v1/members/:id/password-reset',
    {
      config: { permission: 'members.manage' },
      schema: {
        tags,
        operationId: 'makeMemberResetLink',
        summary: 'A reset link to pass on, for people of this company only',
        params: byId,
        response: { 201: z.object({ link: z.string() }) },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send({ link: await makeMemberResetLink(platform, principalOf(request), request.params.id) }),
  )

  app.delete(
    '/api/v1/members/:id/second-factor',
    {
      config: { permission: 'members.manage' },
      schema: {
        tags,
        operationId: 'removeMemberSecondFactor',
        summary: 'Switch off the second factor of somebody who lost it',
        params: byId,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await removeMemberSecondFactor(platform, principalOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/v1/invitations',
    {
      config: { permission: 'members.manage' },
      schema: {
        tags,
        operationId: 'listInvitations',
        summary: 'Open and used invitations, newest first',
        response: { 200: z.object({ items: z.array(invitationView), nextCursor: z.null() }) },
      },
    },
    async (request) => {
      const rows = await database.read(principalOf(request).tenantId, listInvitations)
      return {
        items: rows.map((row) => ({
          id: row.id,
          email: row.email,
          role: row.role,
          teamId: row.team_id,
          repId: row.rep_id,
          createdAt: row.created_at.toISOString(),
          expiresAt: row.expires_at.toISOString(),
          usedAt: row.used_at?.toISOString() ?? null,
        })),
        nextCursor: null,
      }
    },
  )

  app.post(
    '/api/v1/invitations',
    {
      config: { permission: 'members.manage' },
      schema: {
        tags,
        operationId: 'invite',
        summary: 'Invite by link: shown this once, mailed as well where there is a mail server',
        body: z.object({
          email: email.optional(),
          role,
          ...place,
          validDays: z.number().int().min(1).max(30).default(7),
          language: language.optional(),
        }),
        response: {
          201: z.object({
            id: z.string(),
            link: z.string(),
            delivery: z.enum(['mailed', 'shown']),
            expiresAt: z.string(),
          }),
        },
      },
    },
    async (request, reply) => {
      const input = { ...request.body, language: request.body.language ?? languageOf(request) }
      return reply.code(201).send(await invite(platform, mailer, principalOf(request), input))
    },
  )

  app.delete(
    '/api/v1/invitations/:id',
    {
      config: { permission: 'members.manage' },
      schema: {
        tags,
        operationId: 'revokeInvitation',
        summary: 'Make a link worthless before its time',
        params: byId,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      await database.write(principal.tenantId, (db) =>
        revokeInvitation(db, clock.now(), principal, request.params.id),
      )
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/v1/invitations/look-up',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        operationId: 'lookUpInvitation',
        summary: 'What a link leads to',
        body: z.object({ token: z.string().max(100) }),
        response: {
          200: z.object({
            company: z.string(),
            role,
            email: z.string().nullable(),
            expiresAt: z.string(),
          }),
        },
      },
    },
    async (request) => lookUpInvitation(platform, request.body.token, request.ip),
  )

  app.post(
    '/api/v1/invitations/accept',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        operationId: 'acceptInvitation',
        summary: 'Come in by a link, once; the answer carries the session cookie',
        body: z.object({
          token: z.string().max(100),
          name,
          email: email.optional(),
          password,
          ...secondFactor,
          language: language.optional(),
        }),
        response: { 201: z.object({ memberId: z.string() }) },
      },
    },
    async (request, reply) => {
      const input = { ...request.body, language: request.body.language ?? languageOf(request) }
      const opened = await acceptInvitation(platform, input, callerOf(request))
      giveCookie(reply, platform.publicUrl, opened.token)
      return reply.code(201).send({ memberId: opened.memberId })
    },
  )
}
