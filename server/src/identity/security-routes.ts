import { z } from 'zod'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Principal } from '../platform/http/index.ts'
import { languageOf, principalOf, type Routes } from '../platform/http/index.ts'
import { changePassword } from './change-password.ts'
import type { SessionPrincipal } from './gatekeeper.ts'
import { confirmReset, requestReset } from './reset-password.ts'
import { byId, nothing, password } from './route-schemas.ts'
import { beginEnrolment, confirmEnrolment, removeSecondFactor } from './second-factor.ts'
import type { IdentityService } from './service.ts'
import { sessionOf } from './session-view.ts'
import { endSession, endSessions, sessionsOf } from './sessions.ts'

const tags = ['security']
const sessionItem = z.object({
  id: z.string(),
  current: z.boolean(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
})

/** These belong to the person, and a program has no password: an API key is refused. */
function personOf(principal: Principal): SessionPrincipal {
  const session = sessionOf(principal)
  if (session === null) throw new ProblemError('FORBIDDEN', { detail: 'only_signed_in' })
  return session
}

/** What guards one's own account: password, second factor, sessions. */
export function securityRoutes(app: Routes, { platform, mailer }: IdentityService): void {
  const door = platform.database.dispatcher

  app.get(
    '/api/v1/sessions',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'listSessions',
        summary: 'Where I am signed in',
        response: { 200: z.object({ items: z.array(sessionItem), nextCursor: z.null() }) },
      },
    },
    async (request) => {
      const who = personOf(principalOf(request))
      const rows = await sessionsOf(door, who.loginId, platform.clock.now())
      return {
        items: rows.map((row) => ({
          id: row.id,
          current: row.id === who.sessionId,
          createdAt: row.created_at.toISOString(),
          lastSeenAt: row.last_seen_at.toISOString(),
          expiresAt: row.expires_at.toISOString(),
          ip: row.ip,
          userAgent: row.user_agent,
        })),
        nextCursor: null,
      }
    },
  )

  app.delete(
    '/api/v1/sessions',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'endOtherSessions',
        summary: 'Sign out everywhere else, at once',
        response: { 200: z.object({ endedSessions: z.number() }) },
      },
    },
    async (request) => {
      const who = personOf(principalOf(request))
      return { endedSessions: await endSessions(door, who.loginId, who.sessionId) }
    },
  )

  app.delete(
    '/api/v1/sessions/:id',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'endSession',
        summary: 'End one of my sessions, at once',
        params: byId,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const who = personOf(principalOf(request))
      if (!(await endSession(door, who.loginId, request.params.id))) throw new ProblemError('NOT_FOUND')
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/api/v1/password',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'changePassword',
        summary: 'Change my password and end my other sessions',
        body: z.object({ current: z.string().max(200), next: password }),
        response: { 200: z.object({ endedSessions: z.number() }) },
      },
    },
    async (request) => changePassword(platform, personOf(principalOf(request)), request.body),
  )

  app.post(
    '/api/v1/password-resets',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        operationId: 'requestPasswordReset',
        summary: 'Have a reset link mailed; without a mail server an administrator makes one',
        body: z.object({ email: z.string().max(200) }),
        response: { 202: z.object({ delivery: z.enum(['mail', 'ask_admin']) }) },
      },
    },
    async (request, reply) => {
      const input = { email: request.body.email, language: languageOf(request) }
      return reply.code(202).send({ delivery: await requestReset(platform, mailer, input, request.ip) })
    },
  )

  app.post(
    '/api/v1/password-resets/confirm',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        operationId: 'confirmPasswordReset',
        summary: 'Set a new password by link; every session ends',
        body: z.object({ token: z.string().max(100), password }),
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await confirmReset(platform, request.body, request.ip)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/v1/second-factor',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'beginSecondFactor',
        summary: 'Begin enrolment of an authenticator app',
        body: z.object({ password: z.string().max(200) }),
        response: { 200: z.object({ secret: z.string(), uri: z.string() }) },
      },
    },
    async (request) => beginEnrolment(platform, personOf(principalOf(request)), request.body.password),
  )

  app.post(
    '/api/v1/second-factor/confirm',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'confirmSecondFactor',
        summary: 'Switch it on with the first code; recovery codes are shown this once',
        body: z.object({ code: z.string().max(20) }),
        response: { 200: z.object({ recoveryCodes: z.array(z.string()) }) },
      },
    },
    async (request) => {
      const { recoveryCodes } = await confirmEnrolment(
        platform,
        personOf(principalOf(request)),
        request.body.code,
      )
      return { recoveryCodes: [...recoveryCodes] }
    },
  )

  app.delete(
    '/api/v1/second-factor',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'removeSecondFactor',
        summary: 'Switch the second factor off',
        body: z.object({ password: z.string().max(200) }),
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await removeSecondFactor(platform, personOf(principalOf(request)), request.body.password)
      return reply.code(204).send(null)
    },
  )
}
