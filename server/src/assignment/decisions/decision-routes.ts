import { contrast, snapshotOf } from '@peineng/engine'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { TenantReader } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import {
  type App,
  type Caller,
  callerOf,
  cutPage,
  decodeCursor,
  idempotencyOf,
  languageOf,
  pageOf,
  pageQuery,
  writeOnce,
} from '../../platform/http/index.ts'
import type { Assignment } from '../create-assignment.ts'
import { presentPlace } from '../present.ts'
import { requireItemReadable } from '../reach.ts'
import { retryOnConflict } from '../retry-on-conflict.ts'
import { decision, decisionSummary, leadPlace } from '../schemas.ts'
import { renderChange, renderExclusion } from '../sentences/index.ts'
import { type DecisionRow, listDecisions, readDecisions } from '../state/decision-store.ts'
import { readWorkItems } from '../state/work-item-store.ts'
import { undoDecision } from '../verbs/undo-decision.ts'
import { presentDecision, presentSummary } from './present-decision.ts'
import { createDecisionReader, createTurnReader } from './read-decision.ts'
import { verifyDecision } from './verify-decision.ts'

const idParams = z.object({ id: z.uuid() })

/** Why: every decision about a lead, opened, checked, taken back. */
export function decisionRoutes(base: App, assignment: Assignment): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { services } = assignment
  const { database, clock } = services.platform
  const tags = ['decisions']
  /** The decision, if its item is within the caller's reach. */
  const find = async (db: TenantReader, caller: Caller, id: string): Promise<DecisionRow> => {
    const [row] = await readDecisions(db, [id])
    if (row === undefined) throw new ProblemError('NOT_FOUND')
    await requireItem(db, caller, row.itemId)
    return row
  }
  const requireItem = async (db: TenantReader, caller: Caller, itemId: string): Promise<string | null> => {
    const [item] = await readWorkItems(db, [itemId])
    if (item === undefined) throw new ProblemError('NOT_FOUND')
    await requireItemReadable(db, services.people, caller, item)
    return item.decisionId
  }

  app.get(
    '/api/v1/leads/:id/decisions',
    {
      config: { permission: 'decisions.read' },
      schema: {
        tags,
        operationId: 'listLeadDecisions',
        summary: 'Every decision about a lead, newest first',
        params: idParams,
        querystring: z.object(pageQuery),
        response: { 200: pageOf(decisionSummary) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { cursor, limit } = request.query
      const [createdAt, id] = cursor === undefined ? [] : decodeCursor(cursor, 2)
      const before = createdAt === undefined ? null : { createdAt: String(createdAt), id: String(id) }
      return database.write(caller.principal.tenantId, async (db) => {
        await requireItem(db, caller, request.params.id)
        const { words } = await services.contextOf(db, clock.now())
        const rows = await listDecisions(db, request.params.id, before, limit + 1)
        const { items: page, nextCursor } = cutPage(rows, limit, (last) => [
          last.createdAt.toISOString(),
          last.id,
        ])
        return {
          items: page.map((row) => presentSummary(row, words, languageOf(request))),
          nextCursor,
        }
      })
    },
  )

  app.get(
    '/api/v1/decisions/:id',
    {
      config: { permission: 'decisions.read' },
      schema: {
        tags,
        operationId: 'getDecision',
        summary: 'Why: all candidates with their terms, exclusions, propensities and versions',
        params: idParams,
        response: { 200: decision },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      return database.read(caller.principal.tenantId, async (db) => {
        const row = await find(db, caller, request.params.id)
        const currentId = await requireItem(db, caller, row.itemId)
        const opened = await createDecisionReader(db, services.policies)(row)
        const published = await services.policies.version(db, row.policyVersion)
        const ruleName = (id: string): string =>
          published?.policy.rules.find((rule) => rule.id === id)?.name ?? id
        const timeZone = published?.policy.timeZone ?? 'Asia/Shanghai'
        return presentDecision(opened, ruleName, timeZone, currentId === row.id, languageOf(request))
      })
    },
  )

  app.post(
    '/api/v1/decisions/:id/undo',
    {
      config: { permission: 'leads.override' },
      schema: {
        tags,
        operationId: 'undoDecision',
        summary: 'Take the newest decision of a lead back, within 24 hours',
        params: idParams,
        response: { 200: leadPlace },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const now = clock.now()
      const answer = await retryOnConflict(() =>
        writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => {
          const turnOf = createTurnReader(db, services.policies)
          const place = await undoDecision(db, services, caller, now, request.params.id, turnOf)
          return { status: 200, body: presentPlace(place, languageOf(request)) }
        }),
      )
      return answer.body as z.infer<typeof leadPlace>
    },
  )

  app.post(
    '/api/v1/decisions/:id/verify',
    {
      config: { permission: 'decisions.verify' },
      schema: {
        tags,
        operationId: 'verifyDecision',
        summary: 'Replay it: identical, or the first difference; and check content and chain',
        params: idParams,
        response: {
          200: z.object({
            decisionId: z.string(),
            identical: z.boolean(),
            content: z.enum(['intact', 'altered', 'input_erased']),
            chain: z.enum(['intact', 'altered', 'unsealed']),
            firstDifference: z
              .object({ path: z.string(), stored: z.unknown(), replayed: z.unknown() })
              .optional(),
            engineChanged: z.object({ stored: z.string(), current: z.string() }).optional(),
            notReplayable: z.object({ mode: z.string() }).optional(),
            inputErased: z.boolean().optional(),
          }),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      return database.read(caller.principal.tenantId, async (db) => {
        const row = await find(db, caller, request.params.id)
        const { replay, ...found } = await verifyDecision(
          db,
          await createDecisionReader(db, services.policies)(row),
        )
        return { ...found, ...replay }
      })
    },
  )

  app.get(
    '/api/v1/decisions/:id/contrast',
    {
      config: { permission: 'decisions.read' },
      schema: {
        tags,
        operationId: 'contrastDecision',
        summary:
          'What would have had to change for this rep to get it: the smallest change that was verified, or nothing',
        params: idParams,
        querystring: z.object({ repId: z.uuid() }),
        response: {
          200: z.object({
            repId: z.string(),
            outcome: z.enum(['already_theirs', 'reachable', 'nothing_within_reach']),
            changes: z.array(z.object({ kind: z.string(), text: z.string() })),
            blockedBy: z.object({ code: z.string(), text: z.string() }).nullable(),
          }),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const language = languageOf(request)
      const { repId } = request.query
      return database.read(caller.principal.tenantId, async (db) => {
        const opened = await createDecisionReader(
          db,
          services.policies,
        )(await find(db, caller, request.params.id))
        if (opened.inputs === null) throw new ProblemError('NOT_FOUND', { detail: 'decision_input_erased' })
        if (!opened.roster.reps.some((rep) => rep.id === repId))
          throw new ProblemError('NOT_FOUND', { detail: 'no_such_rep_then' })
        const { item, policy } = opened.inputs
        const found = contrast(item, snapshotOf(opened.decoded, opened.inputs), policy, repId)
        return {
          repId,
          outcome: found.outcome,
          changes:
            found.outcome === 'reachable'
              ? found.changes.map((one) => ({ kind: one.kind, text: renderChange(one, language) }))
              : [],
          blockedBy:
            found.outcome === 'nothing_within_reach' && found.blockedBy !== null
              ? { code: found.blockedBy, text: renderExclusion(found.blockedBy, language) }
              : null,
        }
      })
    },
  )
}
