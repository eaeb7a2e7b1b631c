import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type App, callerOf, idempotencyOf, languageOf, writeOnce } from '../../platform/http/index.ts'
import { retryOnConflict } from '../retry-on-conflict.ts'
import type { Services } from '../services.ts'
import { reoptimisationView } from './plan-schemas.ts'
import { readReoptimisationView } from './read-reoptimisation.ts'
import { switchReoptimisation } from './switch-reoptimisation.ts'

/** What is planned anew by itself: to be seen, and to be switched on and off. */
export function reoptimisationRoutes(base: App, services: Services): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock } = services.platform
  const tags = ['plans']
  app.get(
    '/api/v1/plans/reoptimisation',
    {
      config: { permission: 'plans.read' },
      schema: {
        tags,
        operationId: 'getReoptimisation',
        summary: 'Re-optimisation: on or off, last look and next, what it moved and why',
        response: { 200: reoptimisationView },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      return database.write(caller.principal.tenantId, (db) =>
        readReoptimisationView(db, services, caller, clock.now(), languageOf(request)),
      )
    },
  )

  app.put(
    '/api/v1/plans/reoptimisation',
    {
      config: { permission: 'policy.publish' },
      schema: {
        tags,
        operationId: 'switchReoptimisation',
        summary: 'Switch re-optimisation on or off: publishes the policy in force with this one key changed',
        body: z.strictObject({ enabled: z.boolean() }),
        response: { 200: reoptimisationView },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const now = clock.now()
      const { enabled } = request.body
      const answer = await retryOnConflict(() =>
        writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => {
          await switchReoptimisation(db, services, caller, now, enabled)
          return {
            status: 200,
            body: await readReoptimisationView(db, services, caller, now, languageOf(request)),
          }
        }),
      )
      return answer.body as z.infer<typeof reoptimisationView>
    },
  )
}
