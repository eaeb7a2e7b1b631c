import { instantOf } from '@peineng/engine'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { type App, languageOf, principalOf, reachOf } from '../../platform/http/index.ts'
import type { Customers } from '../create-customers.ts'
import { contactRhythm } from './contact-rhythm.ts'
import { readContacts } from './read-contacts.ts'
import { quadrants, readEffort } from './read-effort.ts'
import { type LogDay, summariseLog, workingReps } from './summarise-log.ts'

const DAY = 86_400_000
const person = z.object({ id: z.uuid(), name: z.string() })
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const tally = {
  activities: z.number(),
  contacts: z.number(),
  progress: z.number(),
  customers: z.number(),
  calls: z.number(),
  visits: z.number(),
  messages: z.number(),
  notes: z.number(),
  quality: z.number().nullable().describe('mean of the notes, 0–100; copies count 0'),
  flagged: z.number().describe('may be there only to reset a clock'),
  copied: z.number(),
}
const rhythm = z.object({
  stage: z.enum(['new', 'mature']),
  contacts: z.number().describe('in half a year'),
  perWeek: z.number().describe('over the last four weeks'),
  daysSinceLast: z.number().nullable(),
  medianDays: z.number().nullable(),
  band: z
    .enum(['denser', 'within', 'sparser'])
    .nullable()
    .describe('against the band of the policy; a yardstick, no rule'),
  wanted: z.object({ contacts: z.number(), channels: z.number(), days: z.number() }),
  seen: z.object({ contacts: z.number(), channels: z.number() }),
  flag: z.enum(['under', 'over']).nullable(),
})
/** The share of effort that belongs into the first quadrant (B4). */
const FIRST_QUADRANT_PERMILLE = 700
/** More open work than one team's leader can look at is looked at from the longest unmet on. */
const LOOKED_AT = 1000

/** What the follow-up log says when it is read as a whole. */
export function activityReportRoutes(base: App, customers: Customers): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { people, platform } = customers
  const { database, clock } = platform
  const tags = ['activities']

  app.get(
    '/api/v1/activities/summary',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags,
        operationId: 'summariseActivities',
        summary: 'The daily log: per rep and day what was done, what came of it and what the notes are worth',
        querystring: z.object({ from: day, to: day.describe('this day, too; at most 62 days') }),
        response: {
          200: z.object({
            timeZone: z.string(),
            effort: z.object({
              quadrants: z.array(
                z.object({
                  quadrant: z.enum(quadrants),
                  activities: z.number(),
                  minutes: z.number().describe('where somebody said how long it took'),
                  leads: z.number(),
                  sharePermille: z.number(),
                }),
              ),
              targetPermille: z.number().describe('what should go into the first quadrant'),
            }),
            reps: z.array(
              z.object({
                rep: person,
                total: z.object(tally),
                days: z.array(
                  z.object({ day: z.string(), ...tally, firstAt: z.string(), lastAt: z.string() }),
                ),
              }),
            ),
          }),
        },
      },
    },
    (request) => {
      const principal = principalOf(request)
      const { from, to } = request.query
      const start = Date.parse(`${from}T00:00:00Z`)
      const end = Date.parse(`${to}T00:00:00Z`) + DAY
      if (Number.isNaN(start) || Number.isNaN(end) || end <= start || end - start > 62 * DAY)
        throw new ProblemError('VALIDATION_FAILED', {
          errors: [{ field: 'to', code: 'range', message: 'range_of_days' }],
        })
      return database.read(principal.tenantId, async (db) => {
        const [tenant] = await db.query<{ zone: string }>(
          'select time_zone as zone from tenant where id = $1',
          [db.tenantId],
        )
        const timeZone = tenant?.zone ?? 'Asia/Shanghai'
        const visible = await people.visibleRepIds(db, principal, reachOf(request))
        const period = {
          from: new Date(instantOf(start, timeZone)),
          to: new Date(instantOf(end, timeZone)),
        }
        const rows = await summariseLog(db, visible, period, timeZone)
        const effort = await readEffort(db, visible, period)
        // Whoever wrote nothing stands there, too: silence is what a manager looks for.
        const ids = [...new Set([...(await workingReps(db, visible)), ...rows.map((row) => row.repId)])]
        const names = await people.repNames(db, ids)
        return {
          timeZone,
          effort: { quadrants: effort.map((one) => ({ ...one })), targetPermille: FIRST_QUADRANT_PERMILLE },
          reps: ids
            .map((id) => {
              const days = rows.filter((row) => row.repId === id)
              return {
                rep: { id, name: names.get(id) ?? '' },
                total: totalOf(days),
                days: days.map(({ repId: _, firstAt, lastAt, ...one }) => ({
                  ...one,
                  firstAt: firstAt.toISOString(),
                  lastAt: lastAt.toISOString(),
                })),
              }
            })
            .sort((a, b) => b.total.contacts - a.total.contacts || a.rep.name.localeCompare(b.rep.name)),
        }
      })
    },
  )

  app.get(
    '/api/v1/activities/rhythm',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags,
        operationId: 'getContactRhythm',
        summary: 'Interval and density of contacts; who is met too seldom or too often; words to begin with',
        querystring: z.object({
          itemId: z.uuid().optional().describe('one record; absent = one’s open work that is flagged'),
          flag: z.enum(['under', 'over']).optional(),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: {
          200: z.object({
            items: z.array(
              z.object({
                kind: z.enum(['lead', 'account', 'contact', 'opportunity']),
                id: z.uuid(),
                name: z.string(),
                tier: z.string().nullable(),
                owner: person.nullable(),
                rhythm,
              }),
            ),
            counts: z.object({ under: z.number(), over: z.number(), looked: z.number() }),
            templates: z
              .array(z.object({ id: z.string(), channel: z.string().nullable(), text: z.string() }))
              .describe('for the stage of the one record asked for (G10)'),
          }),
        },
      },
    },
    (request) => {
      const principal = principalOf(request)
      const { itemId, flag, limit } = request.query
      const now = clock.now()
      return database.read(principal.tenantId, async (db) => {
        const policy = await customers.activityPolicy(db)
        const visible = await people.visibleRepIds(db, principal, reachOf(request))
        const rows = await readContacts(
          db,
          itemId === undefined ? { repIds: visible, limit: LOOKED_AT } : { itemId },
          now,
        )
        const [one] = rows
        if (
          itemId !== undefined &&
          (one === undefined ||
            (visible !== null &&
              (one.ownerId === null ? reachOf(request) === 'own' : !visible.includes(one.ownerId))))
        )
          throw new ProblemError('NOT_FOUND')
        const all = rows.map(({ contacts, createdAt, ownerId, ...row }) => ({
          ...row,
          ownerId,
          rhythm: contactRhythm({ contacts, createdAt, tier: row.tier }, policy.rhythm, now),
        }))
        const shown = all.filter((row) =>
          itemId !== undefined
            ? true
            : flag === undefined
              ? row.rhythm.flag !== null
              : row.rhythm.flag === flag,
        )
        const names = await people.repNames(
          db,
          shown.flatMap((row) => (row.ownerId === null ? [] : [row.ownerId])),
        )
        const stage = itemId === undefined ? null : all[0]?.rhythm.stage
        const english = languageOf(request) === 'en'
        return {
          items: shown.slice(0, limit).map(({ ownerId, kind, id, name, tier, rhythm: measured }) => ({
            kind,
            id,
            name,
            tier,
            owner: ownerId === null ? null : { id: ownerId, name: names.get(ownerId) ?? '' },
            rhythm: measured,
          })),
          counts: {
            under: all.filter((row) => row.rhythm.flag === 'under').length,
            over: all.filter((row) => row.rhythm.flag === 'over').length,
            looked: all.length,
          },
          templates: policy.templates
            .filter((template) => template.stage === stage)
            .map((template) => ({
              id: template.id,
              channel: template.channel ?? null,
              text: english ? template.en : template.zh,
            })),
        }
      })
    },
  )
}

type Tally = Omit<LogDay, 'repId' | 'day' | 'firstAt' | 'lastAt'>

/** Customers of several days are counted per day: the sum says how many visits to customers, not how many customers. */
function totalOf(days: readonly LogDay[]): Tally {
  const sum = (pick: (one: LogDay) => number): number => days.reduce((total, one) => total + pick(one), 0)
  const rated = days.filter((one) => one.quality !== null)
  const weight = rated.reduce((total, one) => total + one.activities, 0)
  return {
    activities: sum((one) => one.activities),
    contacts: sum((one) => one.contacts),
    progress: sum((one) => one.progress),
    customers: sum((one) => one.customers),
    calls: sum((one) => one.calls),
    visits: sum((one) => one.visits),
    messages: sum((one) => one.messages),
    notes: sum((one) => one.notes),
    quality:
      weight === 0
        ? null
        : Math.round(rated.reduce((total, one) => total + (one.quality ?? 0) * one.activities, 0) / weight),
    flagged: sum((one) => one.flagged),
    copied: sum((one) => one.copied),
  }
}
