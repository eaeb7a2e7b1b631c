import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type App, callerOf, principalOf } from '../platform/http/index.ts'
import type { Assignment } from './create-assignment.ts'
import { erasePerson, exportPerson } from './erase-person.ts'
import { retryOnConflict } from './retry-on-conflict.ts'

const kinds = [
  { kind: 'lead', path: 'leads', name: 'Lead' },
  { kind: 'contact', path: 'contacts', name: 'Contact' },
  { kind: 'account', path: 'accounts', name: 'Account' },
] as const

/** A person of a customer asks what is kept about them, or that it be erased. */
export function personRoutes(base: App, { services, traces }: Assignment): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock } = services.platform
  const tags = ['personal data']
  const params = z.object({ id: z.uuid() })
  for (const { kind, path, name } of kinds) {
    app.get(
      `/api/v1/${path}/:id/personal-data`,
      {
        config: { permission: 'persons.export' },
        schema: {
          tags,
          operationId: `export${name}Person`,
          summary: 'Everything kept about this person, and where else their phone or mail occurs',
          params,
          response: { 200: z.record(z.string(), z.unknown()) },
        },
      },
      (request) =>
        database.write(principalOf(request).tenantId, (db) =>
          exportPerson(db, traces, callerOf(request), clock.now(), kind, request.params.id),
        ),
    )

    app.post(
      `/api/v1/${path}/:id/erasure`,
      {
        config: { permission: 'persons.erase' },
        schema: {
          tags,
          operationId: `erase${name}Person`,
          summary: 'Erase this person for good; decisions and their chain stay whole',
          params,
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await retryOnConflict(() =>
          database.write(principalOf(request).tenantId, (db) =>
            erasePerson(db, services, traces, callerOf(request), clock.now(), kind, request.params.id),
          ),
        )
        return reply.code(204).send(null)
      },
    )
  }
}
