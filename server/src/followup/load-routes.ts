import { type HealthReport, reliefKinds, riskCodes } from '@peineng/engine'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { requireRepInReach, retryOnConflict } from '../assignment/index.ts'
import type { TenantReader } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { type App, type Caller, callerOf, idempotencyOf, writeOnce } from '../platform/http/index.ts'
import type { Followup } from './create-followup.ts'
import { healthOfReps } from './health-of-reps.ts'
import { itemNames } from './health-store.ts'
import { heatMap, repIndicators } from './indicators.ts'
import { proposeRelief } from './propose-relief.ts'
import { relieveRep } from './relieve-rep.ts'

const colour = z.enum(['red', 'yellow', 'green'])
const risk = z.object({
  item: z.object({ id: z.string(), kind: z.string(), name: z.string(), company: z.string() }),
  colour,
  code: z.enum(riskCodes),
  dueAt: z.string().nullable(),
})
const reportShape = z.object({
  rep: z.object({ id: z.string(), name: z.string() }),
  at: z.string(),
  colour,
  red: z.number(),
  yellow: z.number(),
  green: z.number(),
  unfollowedPermille: z.number(),
  risks: z.array(risk).describe('worst first, at most 100'),
  nextSteps: z.array(risk).describe('the three that help most'),
})
const move = z.object({
  item: z.object({ id: z.string(), kind: z.string(), name: z.string(), company: z.string() }),
  to: z.object({ id: z.string(), name: z.string() }),
  pointsHundredths: z.number(),
})
const reliefShape = z.object({
  rep: z.object({ id: z.string(), name: z.string() }),
  loadHundredths: z.number(),
  thresholdHundredths: z.number(),
  actions: z.array(
    z.object({
      kind: z.enum(reliefKinds),
      moves: z.array(move),
      loadAfterHundredths: z.number(),
      temporary: z.boolean().describe('offered back after the days of the policy'),
    }),
  ),
})
const indicatorShape = z.object({
  repId: z.string(),
  open: z.number(),
  unfollowedPermille: z.number(),
  red: z.number(),
  yellow: z.number(),
  green: z.number(),
  overtimeMinutesPerWeek: z.number(),
  ineffectiveOvertimeMinutesPerWeek: z
    .number()
    .describe('of that: what neither reached a customer nor moved anything on, or is doubtful as a note'),
  reassignedAwayThisMonth: z.number(),
  reassignedAwayLastMonth: z.number(),
  pace: z
    .enum(['ahead', 'even', 'behind'])
    .nullable()
    .describe('contacts against what the rules of contact ask for; null = no rule holds'),
  overContacted: z.number().describe('open items contacted more than twice as often as asked'),
  underContacted: z.number(),
  firstResponseMinutes: z.number().nullable(),
})

/** Health, load and relief: what keeps people from drowning (E5–E11, T3). */
export function loadRoutes(base: App, { services }: Followup): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock } = services.platform
  const tags = ['followup']
  type Names = Awaited<ReturnType<typeof itemNames>>
  const itemOf = (names: Names, id: string): z.infer<typeof move>['item'] =>
    names.get(id) ?? { id, kind: 'lead', name: '', company: '' }
  const named = async (db: TenantReader, ids: readonly string[]) => {
    const names = await services.people.repNames(db, ids)
    return (id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? '' })
  }

  /** Within reach, and there: "everybody" reaches nobody of another company. */
  const requireRep = async (db: TenantReader, caller: Caller, repId: string): Promise<void> => {
    await requireRepInReach(db, services.people, caller, repId)
    if (!(await services.people.repNames(db, [repId])).has(repId)) throw new ProblemError('NOT_FOUND')
  }

  app.get(
    '/api/v1/health-report',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags,
        operationId: 'getHealthReport',
        summary: 'My task health report: red, yellow, green, and the three next steps that help most',
        querystring: z.object({ repId: z.uuid().optional().describe('absent = the caller') }),
        response: { 200: reportShape },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const repId = request.query.repId ?? caller.principal.repId
      if (repId === null) throw new ProblemError('NOT_FOUND', { detail: 'name_a_rep' })
      return database.write(caller.principal.tenantId, async (db) => {
        await requireRep(db, caller, repId)
        const now = clock.now()
        const report = (await healthOfReps(db, services, now, [repId])).get(repId) as HealthReport
        const risks = report.risks.slice(0, 100)
        const names = await itemNames(
          db,
          risks.map((one) => one.itemId),
        )
        const nameOf = await named(db, [repId])
        const present = (one: HealthReport['risks'][number]): z.infer<typeof risk> => ({
          item: itemOf(names, one.itemId),
          colour: one.colour,
          code: one.code,
          dueAt: one.dueAt === null ? null : new Date(one.dueAt).toISOString(),
        })
        return {
          rep: nameOf(repId),
          at: new Date(now).toISOString(),
          colour: report.colour,
          red: report.red,
          yellow: report.yellow,
          green: report.green,
          unfollowedPermille: report.unfollowedPermille,
          risks: risks.map(present),
          nextSteps: report.nextSteps.map(present),
        }
      })
    },
  )

  app.get(
    '/api/v1/workload/indicators',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags,
        operationId: 'getWorkloadIndicators',
        summary:
          'Per rep: open work, share unfollowed, weekly overtime and what came of it, reassignments, first response, pace',
        response: {
          200: z.object({
            items: z.array(indicatorShape),
            topThree: z
              .object({
                repIds: z.array(z.uuid()),
                ineffectiveOvertimeMinutesPerWeek: z.number(),
                before: z.number().describe('of the four weeks before'),
                reassignedAwayThisMonth: z.number(),
                reassignedAwayLastMonth: z.number(),
              })
              .nullable()
              .describe('the three who won most in 90 days, within reach'),
            imbalance: z
              .object({ ahead: z.array(z.uuid()), behind: z.array(z.uuid()) })
              .nullable()
              .describe('somebody contacts more than is asked while somebody else lags'),
          }),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { items, topThree, imbalance } = await database.write(caller.principal.tenantId, (db) =>
        repIndicators(db, services, caller, clock.now()),
      )
      return {
        items: [...items],
        topThree: topThree && { ...topThree, repIds: [...topThree.repIds] },
        imbalance: imbalance && { ahead: [...imbalance.ahead], behind: [...imbalance.behind] },
      }
    },
  )

  app.get(
    '/api/v1/workload/heat-map',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags,
        operationId: 'getWorkloadHeatMap',
        summary: 'How much each rep had open at once, day by day',
        querystring: z.object({ days: z.coerce.number().int().min(7).max(90).default(28) }),
        response: {
          200: z.object({
            days: z.array(z.string()),
            rows: z.array(
              z.object({
                rep: z.object({ id: z.string(), name: z.string() }),
                opportunities: z.array(z.number()),
                items: z.array(z.number()),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      return database.write(caller.principal.tenantId, async (db) => {
        const { days, rows } = await heatMap(db, services, caller, clock.now(), request.query.days)
        const nameOf = await named(
          db,
          rows.map((row) => row.repId),
        )
        return {
          days: [...days],
          rows: rows.map(({ repId, opportunities, items }) => ({
            rep: nameOf(repId),
            opportunities: [...opportunities],
            items: [...items],
          })),
        }
      })
    },
  )

  app.get(
    '/api/v1/relief',
    {
      config: { permission: 'leads.override' },
      schema: {
        tags,
        operationId: 'getRelief',
        summary: 'For everybody above their load: peers, reserve, telesales, as moves ready to be taken',
        response: { 200: z.object({ items: z.array(reliefShape) }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      return database.write(caller.principal.tenantId, async (db) => {
        const proposals = await proposeRelief(db, services, caller, clock.now())
        const moves = proposals.flatMap((one) => one.actions.flatMap((action) => action.moves))
        const names = await itemNames(
          db,
          moves.map((one) => one.itemId),
        )
        const nameOf = await named(db, [
          ...proposals.map((one) => one.repId),
          ...moves.map((one) => one.toRepId),
        ])
        return {
          items: proposals.map((one) => ({
            rep: nameOf(one.repId),
            loadHundredths: one.loadHundredths,
            thresholdHundredths: one.thresholdHundredths,
            actions: one.actions.map((action) => ({
              kind: action.kind,
              loadAfterHundredths: action.loadAfterHundredths,
              temporary: action.temporary,
              moves: action.moves.map((taken) => ({
                item: itemOf(names, taken.itemId),
                to: nameOf(taken.toRepId),
                pointsHundredths: taken.pointsHundredths,
              })),
            })),
          })),
        }
      })
    },
  )

  app.post(
    '/api/v1/relief',
    {
      config: { permission: 'leads.override' },
      schema: {
        tags,
        operationId: 'takeRelief',
        summary: 'Takes one of the proposed actions, computed again under what is true now',
        body: z.object({ repId: z.uuid(), kind: z.enum(reliefKinds) }),
        response: {
          200: z.object({ moved: z.array(z.object({ itemId: z.string(), toRepId: z.string() })) }),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const now = clock.now()
      const answer = await retryOnConflict(() =>
        writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => {
          await requireRep(db, caller, request.body.repId)
          const moves = await relieveRep(db, services, caller, now, request.body)
          return { status: 200, body: { moved: moves.map(({ itemId, toRepId }) => ({ itemId, toRepId })) } }
        }),
      )
      return answer.body as { moved: { itemId: string; toRepId: string }[] }
    },
  )
}
