import { loadStatus, type RepState } from '@peineng/engine'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type App, principalOf, reachOf } from '../../platform/http/index.ts'
import type { Assignment } from '../create-assignment.ts'
import { periodKeys, repStates } from '../decide/tenant-context.ts'
import { readRepLoads } from '../state/rep-load-store.ts'

const gauge = z.object({
  name: z.string(),
  value: z.number().describe('hundredths of a point for load_index, else a count'),
  threshold: z.number(),
  percent: z.number(),
  level: z.enum(['ok', 'warn', 'over']),
  action: z.enum(['flag', 'pause']),
  personal: z
    .object({ start: z.number(), since: z.number() })
    .optional()
    .describe("the threshold follows the rep's own days: its start value, and since when (epoch ms)"),
})

const repWorkload = z.object({
  repId: z.string(),
  name: z.string(),
  teamId: z.string().nullable(),
  repLevel: z.string(),
  availability: z.enum(['on_duty', 'off_duty', 'on_leave', 'paused', 'inactive']),
  availableAt: z.string().nullable(),
  level: z.enum(['under', 'ok', 'flagged', 'near', 'full', 'over']),
  intakePaused: z.boolean(),
  gauges: z.array(gauge),
  receivedToday: z.number(),
  receivedThisWeek: z.number(),
  receivedThisMonth: z.number(),
  dailyMax: z.number().nullable(),
  weeklyMax: z.number().nullable(),
  monthlyMax: z.number().nullable(),
})

/** Who is under, near and over (L1, E4, E11): every gauge of every rep within reach, as the engine reads them. */
export function workloadRoutes(base: App, assignment: Assignment): void {
  const { services } = assignment
  const { database, clock } = services.platform
  base.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/workload',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags: ['assignment'],
        operationId: 'getWorkload',
        summary: 'Load board: every gauge of every rep in reach, and how many leads wait',
        response: { 200: z.object({ items: z.array(repWorkload), waiting: z.number(), at: z.string() }) },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const now = clock.now()
      return database.write(principal.tenantId, async (db) => {
        const context = await services.contextOf(db, now)
        const visible = await services.people.visibleRepIds(db, principal, reachOf(request))
        const loads = await readRepLoads(db, periodKeys(now, context.timeZone))
        const [count] = await db.query<{ n: number }>(
          `select count(*) as n from work_item where tenant_id = $1 and state = 'waiting' and kind = 'lead'`,
          [db.tenantId],
        )
        const underload = context.policy.policy.workload.underloadPercent
        const items = repStates(context, loads, now).flatMap((state) =>
          visible !== null && !visible.includes(state.repId) ? [] : present(state),
        )
        return { items, waiting: count?.n ?? 0, at: new Date(now).toISOString() }

        function present(state: RepState): z.infer<typeof repWorkload>[] {
          const rep = context.repById.get(state.repId)
          if (rep === undefined) return []
          const status = loadStatus(rep, state, underload)
          return [
            {
              repId: rep.id,
              name: rep.name,
              teamId: rep.teamPath[0] ?? null,
              repLevel: rep.level,
              availability: state.availability,
              availableAt: state.availableAt === undefined ? null : new Date(state.availableAt).toISOString(),
              level: status.level,
              intakePaused: status.intakePaused,
              gauges: [...status.gauges],
              receivedToday: state.receivedToday,
              receivedThisWeek: state.receivedThisWeek,
              receivedThisMonth: state.receivedThisMonth,
              dailyMax: rep.limits.dailyMax,
              weeklyMax: rep.limits.weeklyMax,
              monthlyMax: rep.limits.monthlyMax,
            },
          ]
        }
      })
    },
  )
}
