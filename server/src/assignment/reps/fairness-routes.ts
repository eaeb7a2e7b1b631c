import { z } from 'zod'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { type App, callerOf, principalOf, routesOf } from '../../platform/http/index.ts'
import type { Assignment } from '../create-assignment.ts'
import { requireRepInReach } from '../reach.ts'
import { readFairness } from './read-fairness.ts'

const turns = z.number().describe('thousandths of a turn')
const fairness = z.object({
  period: z.enum(['week', 'month', 'none']),
  since: z.string().nullable().describe('accounts begin anew here; null = never'),
  measure: z.enum(['count', 'value']).describe('a turn is an assignment, or in proportion to expected value'),
  maxTurns: z.number().describe('debt beyond so many turns is forgotten'),
  queues: z.array(
    z.object({
      queue: z.string(),
      received: turns,
      calibration: turns.describe('what they began with, having joined or come back within the period'),
      sharePermille: z.number().nullable(),
      targetPermille: z.number().describe('their weight among those who have an account here'),
      behind: turns.nullable().describe('behind their share; negative = ahead of it'),
      others: z
        .object({
          count: z.number(),
          received: turns,
          lowest: turns,
          median: turns,
          highest: turns,
          below: z.number().describe('how many of them got less'),
        })
        .nullable()
        .describe(
          'without names; null, with share and standing, where fewer than three would tell what one got',
        ),
    }),
  ),
  credits: z
    .array(
      z.object({
        itemId: z.uuid(),
        queue: z.string(),
        thousandths: z.number(),
        at: z.string(),
        ownWord: z.boolean().describe('by the rep’s own word'),
      }),
    )
    .describe('turns given back for leads that were none, the latest 50 of the period'),
})

/** What each got and where they stand: their own account for a rep, those of their people for a leader. */
export function fairnessRoutes(base: App, { services }: Assignment): void {
  const { database, clock } = services.platform
  routesOf(base).get(
    '/api/v1/reps/:id/fairness',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags: ['assignment'],
        operationId: 'getRepFairness',
        summary:
          "A rep's fairness ledger: what they got, what the others got without names, turns given back",
        params: z.object({ id: z.uuid() }),
        response: { 200: fairness },
      },
    },
    (request) =>
      database.write(principalOf(request).tenantId, async (db) => {
        const { id } = request.params
        const now = clock.now()
        await requireRepInReach(db, services.people, callerOf(request), id)
        const context = await services.contextOf(db, now)
        if (!context.repById.has(id)) throw new ProblemError('NOT_FOUND', { detail: 'no_such_rep' })
        const { since, queues, credits, ...found } = await readFairness(db, context, now, id)
        return {
          ...found,
          since: since === null ? null : new Date(since).toISOString(),
          queues: queues.map((each) => ({ ...each })),
          credits: credits.map((each) => ({ ...each, at: each.at.toISOString() })),
        }
      }),
  )
}
