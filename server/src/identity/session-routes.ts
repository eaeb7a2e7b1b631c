import { z } from 'zod'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { languageOf, principalOf, type Routes } from '../platform/http/index.ts'
import { email, language, name, nothing, password, secondFactor, slug, timeZone } from './route-schemas.ts'
import type { IdentityService } from './service.ts'
import { giveCookie, takeCookie } from './session-cookie.ts'
import { sessionOf, sessionView, viewSession } from './session-view.ts'
import { endSession } from './sessions.ts'
import { type Caller, type OpenedSession, signIn } from './sign-in.ts'
import { signUp } from './sign-up.ts'

const tags = ['session']

export const callerOf = (request: {
  readonly ip: string
  readonly headers: { readonly 'user-agent'?: string | undefined }
}): Caller => ({ ip: request.ip, userAgent: request.headers['user-agent'] ?? null })

/** Sign up, in, out; who am I. */
export function sessionRoutes(app: Routes, { platform, found }: IdentityService): void {
  const view = async (opened: OpenedSession) => {
    const principal = await platform.gatekeeper.authenticate({
      headers: {},
      cookies: { peineng_session: opened.token },
      ip: '',
    })
    // Ended again before it was answered.
    if (principal === null) throw new ProblemError('UNAUTHENTICATED')
    return viewSession(platform, principal)
  }

  app.post(
    '/api/v1/companies',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        operationId: 'signUp',
        summary: 'Sign up a company; whoever asks becomes its owner and is signed in',
        body: z.object({
          company: name,
          slug: slug.optional(),
          timeZone: timeZone.optional(),
          name,
          email,
          password,
          ...secondFactor,
          language: language.optional(),
        }),
        response: { 201: sessionView },
      },
    },
    async (request, reply) => {
      const input = { ...request.body, language: request.body.language ?? languageOf(request) }
      const opened = await signUp(platform, found, input, callerOf(request))
      giveCookie(reply, platform.publicUrl, opened.token)
      return reply.code(201).send(await view(opened))
    },
  )

  app.post(
    '/api/v1/session',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        operationId: 'signIn',
        summary: 'Sign in; TOTP_REQUIRED asks for the same request with a code',
        body: z.object({
          email: z.string().max(200),
          password: z.string().max(200),
          ...secondFactor,
          company: z.string().max(63).optional().describe('slug, for people of several companies'),
        }),
        response: { 200: sessionView },
      },
    },
    async (request, reply) => {
      const opened = await signIn(platform, request.body, callerOf(request))
      giveCookie(reply, platform.publicUrl, opened.token)
      return view(opened)
    },
  )

  app.get(
    '/api/v1/session',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'getSession',
        summary: 'Who am I, and what may I',
        response: { 200: sessionView },
      },
    },
    async (request) => viewSession(platform, principalOf(request)),
  )

  app.patch(
    '/api/v1/session',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'updateSession',
        summary: 'Choose the language kept with the log-in',
        body: z.object({ language }),
        response: { 200: sessionView },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const session = sessionOf(principal)
      if (session === null) throw new ProblemError('FORBIDDEN', { detail: 'key_has_no_session' })
      await platform.database.dispatcher.query('update login set language = $2 where id = $1', [
        session.loginId,
        request.body.language,
      ])
      return viewSession(platform, principal)
    },
  )

  app.delete(
    '/api/v1/session',
    {
      config: { permission: 'signed_in' },
      schema: { tags, operationId: 'signOut', summary: 'Sign out', response: { 204: nothing } },
    },
    async (request, reply) => {
      const session = sessionOf(principalOf(request))
      if (session === null) throw new ProblemError('FORBIDDEN', { detail: 'key_has_no_session' })
      await endSession(platform.database.dispatcher, session.loginId, session.sessionId)
      takeCookie(reply, platform.publicUrl)
      return reply.code(204).send(null)
    },
  )
}
