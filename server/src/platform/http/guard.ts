import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from '../errors/catalogue.ts'
import type { Caller, Gatekeeper, Language, Principal, Reach } from './principal.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * What the caller needs: a permission of the table in `identity`, `signed_in` for any principal, `public` for
     * anybody. Every route must say it, or the server does not start.
     */
    permission?: string
  }
  interface FastifyRequest {
    principal: Principal | null
    reach: Reach | null
  }
}

/** The principal of a guarded route. */
export function principalOf(request: FastifyRequest): Principal {
  if (request.principal === null) throw new ProblemError('UNAUTHENTICATED')
  return request.principal
}

/** How far the route's permission reaches for this caller. */
export function reachOf(request: FastifyRequest): Reach {
  if (request.reach === null) throw new ProblemError('FORBIDDEN')
  return request.reach
}

export function callerOf(request: FastifyRequest): Caller {
  return { principal: principalOf(request), reach: reachOf(request) }
}

/** Language of sentences in answers: `?lang`, then Accept-Language, then Chinese. */
export function languageOf(request: FastifyRequest): Language {
  const query = request.query as { lang?: unknown } | undefined
  const wanted = typeof query?.lang === 'string' ? query.lang : (request.headers['accept-language'] ?? '')
  return /^\s*en/i.test(wanted) ? 'en' : 'zh-CN'
}

/** Refuses a route without a stated permission at start, and a caller without the right before anything is read. */
export function installGuard(app: FastifyInstance, gatekeeper: Gatekeeper): void {
  app.decorateRequest('principal', null)
  app.decorateRequest('reach', null)

  app.addHook('onRoute', (route) => {
    const ours = route.url.startsWith('/api/v1')
    if (ours && route.config?.permission === undefined)
      throw new Error(`${String(route.method)} ${route.url} states no permission (config.permission)`)
  })

  app.addHook('onRequest', async (request) => {
    const permission = request.routeOptions.config.permission
    if (permission === undefined || permission === 'public') return
    const principal = await gatekeeper.authenticate(request)
    if (principal === null) throw new ProblemError('UNAUTHENTICATED')
    request.principal = principal
    if (permission === 'signed_in') {
      request.reach = 'own'
      return
    }
    const reach = gatekeeper.reachOf(principal, permission)
    if (reach === null) throw new ProblemError('FORBIDDEN', { extra: { permission } })
    request.reach = reach
  })
}
