import { offerSettings } from '@peineng/engine'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type App, languageOf, principalOf, reachOf } from '../../platform/http/index.ts'
import type { Assignment } from '../create-assignment.ts'
import { readOfferPatterns } from './offer-patterns.ts'

const DAYS = 30
const dayMs = 86_400_000

const named = z.object({ code: z.string(), text: z.string() })
const pattern = z.object({
  rep: z.object({ id: z.string(), name: z.string() }),
  made: z.number(),
  accepted: z.number(),
  declined: z.number(),
  expired: z.number(),
  withdrawn: z.number().describe('taken back by a manager, or because the rep was away'),
  open: z.number(),
  costTurns: z.number().describe('came back beyond what is free in a week: the turn stayed booked'),
  medianSeconds: z.number().nullable().describe('from the offer to the answer of the rep'),
  declinedBy: z.array(named.extend({ count: z.number() })).describe('most frequent reason first'),
})

/** What a rep may say when declining, and how people answer what they are offered (X3). */
export function offerRoutes(base: App, { services }: Assignment): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock } = services.platform
  const tags = ['assignment']

  app.get(
    '/api/v1/offers/reasons',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags,
        operationId: 'listDeclineReasons',
        summary:
          'Reasons for declining an offer, of the policy in force, and how many may be let go in a week',
        response: { 200: z.object({ items: z.array(named), freePerWeek: z.number() }) },
      },
    },
    (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        const { policy } = await services.policies.current(db)
        const { reasons, freePerWeek } = offerSettings(policy)
        const zh = languageOf(request) === 'zh-CN'
        return { items: reasons.map((one) => ({ code: one.code, text: zh ? one.zh : one.en })), freePerWeek }
      }),
  )

  app.get(
    '/api/v1/offers/patterns',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags,
        operationId: 'listOfferPatterns',
        summary: 'How the reps in reach answered their offers over 30 days',
        querystring: z.object({ repId: z.uuid().optional() }),
        response: { 200: z.object({ items: z.array(pattern), days: z.number() }) },
      },
    },
    (request) => {
      const principal = principalOf(request)
      const { repId } = request.query
      return database.read(principal.tenantId, async (db) => {
        const visible = await services.people.visibleRepIds(db, principal, reachOf(request))
        const asked =
          repId === undefined ? visible : visible === null || visible.includes(repId) ? [repId] : []
        const rows = await readOfferPatterns(db, asked, clock.now() - DAYS * dayMs)
        const { policy } = await services.policies.current(db)
        const zh = languageOf(request) === 'zh-CN'
        const words = new Map(offerSettings(policy).reasons.map((one) => [one.code, zh ? one.zh : one.en]))
        const names = await services.people.repNames(
          db,
          rows.map((row) => row.repId),
        )
        return {
          days: DAYS,
          items: rows.map(({ repId: id, declinedBy, ...row }) => ({
            rep: { id, name: names.get(id) ?? '' },
            ...row,
            declinedBy: Object.entries(declinedBy)
              .map(([code, count]) => ({ code, text: words.get(code) ?? code, count }))
              .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
          })),
        }
      })
    },
  )
}
