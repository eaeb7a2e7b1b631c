import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import {
  type App,
  type Caller,
  callerOf,
  idempotencyOf,
  languageOf,
  writeOnce,
} from '../../platform/http/index.ts'
import type { Assignment } from '../create-assignment.ts'
import type { LeadPlace } from '../decide/submit-lead.ts'
import { createTurnReader } from '../decisions/read-decision.ts'
import { declineOffer } from '../offers/decline-offer.ts'
import { presentPlace } from '../present.ts'
import { retryOnConflict } from '../retry-on-conflict.ts'
import { leadPlace } from '../schemas.ts'
import { acceptItem } from './accept-item.ts'
import { closeItem } from './close-item.ts'
import { overrideOwner } from './override-owner.ts'
import { releaseItem } from './release-item.ts'

const idParams = z.object({ id: z.uuid() })

/** What has an owner, by the path it is found at; a customer is never "closed", a deal and a lead are. */
const KINDS = [
  { kind: 'lead', path: 'leads', name: 'Lead', work: 'leads.work', closes: true },
  {
    kind: 'opportunity',
    path: 'opportunities',
    name: 'Opportunity',
    work: 'opportunities.write',
    closes: true,
  },
  { kind: 'account', path: 'accounts', name: 'Account', work: 'accounts.write', closes: false },
] as const
type Kind = (typeof KINDS)[number]['kind']

/** The verbs on whatever has an owner: keep it, give it back, end it, give it to somebody else. */
export function verbRoutes(base: App, { services }: Assignment): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock } = services.platform
  const tags = ['assignment']

  /** One verb on one item: once per Idempotency-Key, in one transaction. */
  const verb = async (
    request: FastifyRequest,
    kind: Kind,
    itemId: string,
    work: (db: TenantWriter, caller: Caller, now: number) => Promise<LeadPlace>,
  ): Promise<z.infer<typeof leadPlace>> => {
    const caller = callerOf(request)
    const now = clock.now()
    const answer = await retryOnConflict(() =>
      writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => {
        await requireKind(db, itemId, kind)
        return { status: 200, body: presentPlace(await work(db, caller, now), languageOf(request)) }
      }),
    )
    return answer.body as z.infer<typeof leadPlace>
  }

  for (const { kind, path, name, work, closes } of KINDS) {
    app.post(
      `/api/v1/${path}/:id/accept`,
      {
        config: { permission: work },
        schema: {
          tags,
          operationId: `accept${name}`,
          summary: 'The owner says "mine", or takes what is offered to them',
          params: idParams,
          response: { 200: leadPlace },
        },
      },
      (request) =>
        verb(request, kind, request.params.id, (db, caller, now) =>
          acceptItem(db, services, caller, now, request.params.id),
        ),
    )

    if (closes)
      app.post(
        `/api/v1/${path}/:id/decline`,
        {
          config: { permission: work },
          schema: {
            tags,
            operationId: `decline${name}`,
            summary: 'The rep it is offered to says no; it is decided again without them',
            params: idParams,
            body: z.object({ reason: z.string().min(1).max(100).describe('a code of the policy’s list') }),
            response: { 200: leadPlace },
          },
        },
        (request) =>
          verb(request, kind, request.params.id, (db, caller, now) =>
            declineOffer(db, services, caller, now, request.params.id, request.body.reason),
          ),
      )

    app.post(
      `/api/v1/${path}/:id/release`,
      {
        config: { permission: work },
        schema: {
          tags,
          operationId: `release${name}`,
          summary: 'The owner gives it back; somebody else is looked for at once',
          params: idParams,
          body: z.object({ reason: z.string().max(500).optional() }).nullish(),
          response: { 200: leadPlace },
        },
      },
      (request) =>
        verb(request, kind, request.params.id, (db, caller, now) =>
          releaseItem(db, services, caller, now, request.params.id, request.body?.reason ?? null),
        ),
    )

    app.post(
      `/api/v1/${path}/:id/override`,
      {
        config: { permission: 'leads.override' },
        schema: {
          tags,
          operationId: `override${name}`,
          summary: 'A manager decides; the reason is mandatory and kept',
          params: idParams,
          body: z.object({ repId: z.uuid(), reason: z.string().trim().min(1).max(500) }),
          response: { 200: leadPlace },
        },
      },
      (request) =>
        verb(request, kind, request.params.id, (db, caller, now) =>
          overrideOwner(
            db,
            services,
            caller,
            now,
            request.params.id,
            request.body.repId,
            request.body.reason,
          ),
        ),
    )

    if (closes)
      app.post(
        `/api/v1/${path}/:id/close`,
        {
          config: { permission: work },
          schema: {
            tags,
            operationId: `close${name}`,
            summary: 'Won, lost or nothing in it at all; gives the capacity back',
            params: idParams,
            body: z.object({
              outcome: z.enum(['won', 'lost', 'invalid']),
              reason: z.string().max(500).optional(),
              amount: z.number().min(0).optional().describe('final amount in yuan'),
            }),
            response: { 200: leadPlace },
          },
        },
        (request) =>
          verb(request, kind, request.params.id, (db, caller, now) =>
            closeItem(
              db,
              services,
              caller,
              now,
              request.params.id,
              {
                outcome: request.body.outcome,
                reason: request.body.reason ?? null,
                amountMinor: request.body.amount === undefined ? null : Math.round(request.body.amount * 100),
              },
              createTurnReader(db, services.policies),
            ),
          ),
      )
  }
}

/** The permission of a route is for one kind: an id of another kind is not there. */
async function requireKind(db: TenantReader, itemId: string, kind: Kind): Promise<void> {
  const rows = await db.query(
    'select 1 as one from work_item where tenant_id = $1 and id = $2 and kind = $3',
    [db.tenantId, itemId, kind],
    'assignment_item_kind',
  )
  if (rows.length === 0) throw new ProblemError('NOT_FOUND')
}
