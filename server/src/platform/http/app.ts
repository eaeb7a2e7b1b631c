import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { installGuard } from './guard.ts'
import type { Gatekeeper } from './principal.ts'
import { installProblems } from './problems.ts'

export interface AppOptions {
  readonly log: FastifyBaseLogger
  readonly gatekeeper: Gatekeeper
  readonly trustProxy: boolean | readonly string[]
  readonly version: string
  /** Requests per minute and address on public routes; 0 = off (tests, benchmarks). */
  readonly publicRateLimit: number
}

/** Fastify with what every route of ours relies on; the routes themselves are registered by the slices. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: typeof options.trustProxy === 'boolean' ? options.trustProxy : [...options.trustProxy],
    genReqId: () => randomUUID(),
    bodyLimit: 8 * 1024 * 1024,
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  installProblems(app)
  // Fastify reads text by default; nothing of ours takes it, and 415 says so better than a schema would.
  app.removeContentTypeParser('text/plain')

  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // Loopback is served without TLS, and upgrading would break it.
        upgradeInsecureRequests: null,
      },
    },
  })
  await app.register(multipart, { limits: { fileSize: 200 * 1024 * 1024, files: 1 } })
  // Before the plugin: hooks run in order, and its own has to find the limit in the route.
  if (options.publicRateLimit > 0) {
    app.addHook('onRoute', (route) => {
      if (route.config?.permission === 'public' && route.url.startsWith('/api/v1'))
        route.config = { ...route.config, rateLimit: { max: options.publicRateLimit, timeWindow: 60_000 } }
    })
  }
  await app.register(rateLimit, { global: false })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Peineng API',
        version: options.version,
        description: 'Leads in, owners out, and a reason for every one.',
      },
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'An API key that starts with pn_' },
          session: { type: 'apiKey', in: 'cookie', name: 'peineng_session' },
        },
      },
      security: [{ apiKey: [] }, { session: [] }],
    },
    transform: (input) => {
      const { schema, url } = jsonSchemaTransform(input)
      const permission = input.route.config?.permission
      return {
        url,
        schema: {
          ...schema,
          ...(permission === undefined ? {} : { 'x-permission': permission }),
        } as typeof schema,
      }
    },
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs' })
  installGuard(app, options.gatekeeper)
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  return app
}

export type App = Awaited<ReturnType<typeof createApp>>
