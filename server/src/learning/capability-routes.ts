import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { actorOf } from '../identity/index.ts'
import type { TenantReader } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { type App, idempotencyOf, principalOf, reachOf, routesOf } from '../platform/http/index.ts'
import { askForJob } from './ask-for-job.ts'
import { latestCapability, listProposals } from './capability-store.ts'
import type { Learning } from './create-learning.ts'
import { decideProposal } from './decide-proposal.ts'
import type { CapabilityDocument } from './evaluate-capability.ts'
import { latestJob } from './jobs.ts'
import { presentJob } from './model-overview.ts'
import {
  presentCapacity,
  presentDomain,
  presentDomainStrength,
  presentLimit,
  presentPace,
  presentProposal,
  presentStrength,
} from './present-capability.ts'
import { capabilityBoard, job, proposal, repCapability } from './schemas.ts'

const tags = ['learning']
const byId = z.object({ id: z.uuid() })
const DAY = 86_400_000
/** Older than this a report is not of last night: the board says so instead of showing it as fresh (C8). */
const STALE_AFTER_MS = 3 * DAY
const PROPOSALS_SHOWN_MS = 62 * DAY

/** What history says of people: strength apart from luck, domains, load, and what is proposed because of it. */
export function capabilityRoutes(base: App, { services }: Learning): void {
  const app = routesOf(base)
  const { people } = services
  const { database, clock } = services.platform
  const visibleTo = (db: TenantReader, request: FastifyRequest) =>
    people.visibleRepIds(db, principalOf(request), reachOf(request))
  const mustReach = async (db: TenantReader, request: FastifyRequest, repId: string): Promise<void> => {
    const visible = await visibleTo(db, request)
    if (visible !== null && !visible.includes(repId)) throw new ProblemError('NOT_FOUND')
  }

  const limitOf = async (db: TenantReader, repId: string) => {
    const limit = (await people.personalLimits(db)).get(repId)
    if (limit === undefined) return null
    const holds = (await people.inheritedThresholds(db)).get(repId) === limit.startValue
    return holds ? presentLimit(limit) : null
  }

  app.get(
    '/api/v1/capability',
    {
      config: { permission: 'capability.read' },
      schema: {
        tags,
        operationId: 'getCapability',
        summary: '战力值 of every rep in reach: sold better apart from better leads, with intervals',
        response: { 200: capabilityBoard },
      },
    },
    async (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        const now = clock.now()
        const document = await latestCapability(db)
        const visible = await visibleTo(db, request)
        const reps = (document?.reps ?? []).filter(({ repId }) => visible === null || visible.includes(repId))
        const proposals = await listProposals(db, visible, new Date(now - PROPOSALS_SHOWN_MS))
        const latest = await latestJob(db, 'capability')
        const places = await placesOf(
          db,
          [...reps, ...proposals].map((one) => one.repId),
        )
        const nameOf = (id: string): string => places.get(id)?.name ?? ''
        return {
          madeAt: document === null ? null : new Date(document.madeAt).toISOString(),
          stale: document !== null && now - document.madeAt > STALE_AFTER_MS,
          outcomes: document?.outcomes ?? 0,
          productLines: valuesIn(document, 'productLine'),
          customerTypes: valuesIn(document, 'customerType'),
          reps: reps.map((one) => ({
            rep: { id: one.repId, name: nameOf(one.repId) },
            teamId: places.get(one.repId)?.teamId ?? null,
            strength: one.strength === null ? null : presentStrength(one.strength),
            byDomain: one.byDomain.map(presentDomainStrength),
            capacity: one.capacity === null ? null : presentCapacity(one.capacity),
          })),
          proposals: proposals.map((one) => presentProposal(one, nameOf(one.repId))),
          job: latest === null ? null : presentJob(latest),
        }
      }),
  )

  app.get(
    '/api/v1/reps/:id/capability',
    {
      config: { permission: 'capability.read' },
      schema: {
        tags,
        operationId: 'getRepCapability',
        summary:
          "A rep's strength, domains with their share, suggested load, customers and talk time a day, and what is proposed",
        params: byId,
        response: { 200: repCapability },
      },
    },
    async (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        const { id } = request.params
        await mustReach(db, request, id)
        const place = (await placesOf(db, [id])).get(id)
        if (place === undefined) throw new ProblemError('NOT_FOUND')
        const document = await latestCapability(db)
        const own = document?.reps.find((one) => one.repId === id)
        const proposals = await listProposals(db, [id], new Date(clock.now() - PROPOSALS_SHOWN_MS))
        return {
          madeAt: document === null ? null : new Date(document.madeAt).toISOString(),
          rep: { id, name: place.name },
          strength: own?.strength == null ? null : presentStrength(own.strength),
          byDomain: (own?.byDomain ?? []).map(presentDomainStrength),
          domains: (own?.domains ?? []).map(presentDomain),
          capacity: own?.capacity == null ? null : presentCapacity(own.capacity),
          rhythm: own?.rhythm ?? null,
          paceQuality: document?.paceQuality ?? null,
          pace: (own?.pace ?? []).map(presentPace),
          highIntentLimit: await limitOf(db, id),
          proposals: proposals.map((one) => presentProposal(one, place.name)),
        }
      }),
  )

  app.post(
    '/api/v1/capability/evaluations',
    {
      config: { permission: 'capability.run' },
      schema: {
        tags,
        operationId: 'evaluateCapability',
        summary: 'Work capability out now and make proposals; one that waits or runs already answers',
        response: { 202: job },
      },
    },
    async (request, reply) =>
      reply
        .code(202)
        .send(await askForJob(services.platform, principalOf(request), idempotencyOf(request), 'capability')),
  )

  app.post(
    '/api/v1/capability/proposals/:id/decision',
    {
      config: { permission: 'capability.decide' },
      schema: {
        tags,
        operationId: 'decideCapabilityProposal',
        summary: 'Accept a proposal, which changes the rep, or decline it, which rests it for three months',
        params: byId,
        body: z.strictObject({
          accept: z.boolean(),
          note: z.string().trim().max(500).nullable().default(null),
        }),
        response: { 200: proposal },
      },
    },
    async (request) => {
      const actor = actorOf(principalOf(request))
      return database.write(principalOf(request).tenantId, async (db) => {
        const row = await decideProposal(
          services,
          db,
          clock.now(),
          actor,
          request.params.id,
          request.body,
          (repId) => mustReach(db, request, repId),
        )
        const place = (await placesOf(db, [row.repId])).get(row.repId)
        return presentProposal(row, place?.name ?? '')
      })
    },
  )
}

function valuesIn(document: CapabilityDocument | null, dimension: string): string[] {
  const outcomes = new Map<string, number>()
  for (const one of document?.reps.flatMap((rep) => rep.byDomain) ?? [])
    if (one.dimension === dimension) outcomes.set(one.value, (outcomes.get(one.value) ?? 0) + one.outcomes)
  return [...outcomes].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([value]) => value)
}

async function placesOf(
  db: TenantReader,
  repIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly teamId: string | null }>> {
  const rows = await db.query<{ id: string; name: string; teamId: string | null }>(
    'select id, name, team_id as "teamId" from rep_place where tenant_id = $1 and id = any($2::uuid[])',
    [db.tenantId, repIds],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
