import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { retryOnConflict } from '../assignment/index.ts'
import {
  type App,
  callerOf,
  cutPage,
  decodeCursor,
  pageOf,
  pageQuery,
  principalOf,
} from '../platform/http/index.ts'
import type { Followup } from './create-followup.ts'
import { firingEffects, listFirings } from './firing-store.ts'
import { itemNames } from './health-store.ts'
import { type ItemClocks, readClocks, readRhythm } from './read-clocks.ts'
import { listTimers, timerKinds } from './timer-store.ts'

const clockShape = z.object({
  kind: z.enum(['first_response', 'reminder', 'recall', 'progress', 'protection']),
  startedAt: z.string(),
  deadlineAt: z.string().nullable().describe('null = it does not count again within a year'),
  state: z.enum(['running', 'paused', 'overdue']),
  leftMinutes: z
    .number()
    .nullable()
    .describe('what still counts until the deadline, in its own way of counting; negative = over'),
  allowed: z.object({ minutes: z.number().nullable(), days: z.number().nullable() }),
  pause: z
    .object({
      cause: z.enum(['leave', 'holiday', 'non_working_day', 'off_hours', 'outage']),
      until: z.string().nullable(),
    })
    .nullable(),
  fired: z.number(),
  nextAt: z.string().nullable(),
})
const itemClocksShape = z.object({
  itemId: z.string(),
  slaClass: z.string(),
  ownerId: z.string(),
  ownedSince: z.string(),
  timeZone: z.string(),
  clocks: z.array(clockShape),
})
const rhythmShape = itemClocksShape.extend({
  cadence: z
    .object({
      ruleId: z.string(),
      required: z.number(),
      done: z.number(),
      channelsRequired: z.number(),
      channels: z.number(),
      windowFrom: z.string(),
      windowTo: z.string(),
      state: z.enum(['on_track', 'behind', 'done', 'over']),
    })
    .nullable(),
  interval: z
    .object({ medianTenths: z.number(), gaps: z.number(), band: z.enum(['under', 'within', 'over']) })
    .nullable()
    .describe('median of the days between contacts, tenths; compared with the band of the policy'),
  buffer: z.enum(['missing', 'too_short', 'usual', 'long']).nullable(),
  reassignments: z.object({ item: z.number(), account: z.number() }),
})
const timerShape = z.object({
  subjectId: z.string(),
  subjectKind: z.string(),
  kind: z.enum(timerKinds),
  repId: z.string().nullable(),
  slaClass: z.string(),
  startedAt: z.string(),
  deadlineAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  fired: z.number(),
})
const firingShape = z.object({
  id: z.string(),
  at: z.string(),
  subjectId: z.string(),
  subjectKind: z.string(),
  kind: z.enum(timerKinds),
  repId: z.string().nullable(),
  dueAt: z.string(),
  effect: z.enum(firingEffects),
  detail: z.record(z.string(), z.unknown()),
  item: z
    .object({ id: z.string(), kind: z.string(), name: z.string(), company: z.string() })
    .nullable()
    .describe('the record it was about; null where it was about a person'),
  rep: z.object({ id: z.string(), name: z.string() }).nullable().describe('whose clock it was'),
})

const iso = (at: number): string => new Date(at).toISOString()
const isoOr = (at: number | null): string | null => (at === null ? null : iso(at))

const presentClocks = (item: ItemClocks): z.infer<typeof itemClocksShape> => ({
  itemId: item.itemId,
  slaClass: item.slaClass,
  ownerId: item.ownerId,
  ownedSince: iso(item.ownedSince),
  timeZone: item.timeZone,
  clocks: item.clocks.map((clock) => ({
    kind: clock.kind,
    startedAt: iso(clock.startedAt),
    deadlineAt: isoOr(clock.deadlineAt),
    state: clock.state,
    leftMinutes: clock.leftMs === null ? null : Math.floor(clock.leftMs / 60_000),
    allowed:
      'days' in clock.allowed
        ? { minutes: null, days: clock.allowed.days }
        : { minutes: Math.round(clock.allowed.ms / 60_000), days: null },
    pause: clock.pause === null ? null : { cause: clock.pause.cause, until: isoOr(clock.pause.until) },
    fired: clock.fired,
    nextAt: isoOr(clock.nextAt),
  })),
})

/** The clocks of a record, and for auditors every clock there is and everything any of them did. */
export function clockRoutes(base: App, { services }: Followup): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock } = services.platform
  const tags = ['followup']
  for (const [kind, permission] of [
    ['leads', 'leads.read'],
    ['opportunities', 'opportunities.read'],
  ] as const)
    app.get(
      `/api/v1/${kind}/:id/clocks`,
      {
        config: { permission },
        schema: {
          tags,
          operationId: kind === 'leads' ? 'getLeadClocks' : 'getOpportunityClocks',
          summary: 'What runs for it and until when, its cadence, and how often it changed hands',
          params: z.object({ id: z.uuid() }),
          response: { 200: rhythmShape },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const rhythm = await retryOnConflict(() =>
          database.write(caller.principal.tenantId, (db) =>
            readRhythm(db, services, caller, clock.now(), request.params.id),
          ),
        )
        const { cadence, interval, buffer, reassignments } = rhythm
        return {
          ...presentClocks(rhythm),
          cadence:
            cadence === null
              ? null
              : { ...cadence, windowFrom: iso(cadence.windowFrom), windowTo: iso(cadence.windowTo) },
          interval,
          buffer,
          reassignments,
        }
      },
    )

  app.get(
    '/api/v1/clocks',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags,
        operationId: 'listClocks',
        summary:
          'Clocks of up to a hundred records at once; those out of reach or without an owner are left out',
        querystring: z.object({
          ids: z
            .string()
            .max(3800)
            .transform((text) => text.split(','))
            .pipe(z.array(z.uuid()).min(1).max(100))
            .describe('ids of leads and opportunities, separated by commas'),
        }),
        response: { 200: z.object({ items: z.array(itemClocksShape) }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const items = await retryOnConflict(() =>
        database.write(caller.principal.tenantId, (db) =>
          readClocks(db, services, caller, clock.now(), request.query.ids),
        ),
      )
      return { items: items.map(presentClocks) }
    },
  )

  app.get(
    '/api/v1/timers',
    {
      config: { permission: 'audit.read' },
      schema: {
        tags,
        operationId: 'listTimers',
        summary: 'Every running clock, the next to act first',
        querystring: z.object({ ...pageQuery, kind: z.enum(timerKinds).optional() }),
        response: { 200: pageOf(timerShape) },
      },
    },
    async (request) => {
      const { cursor, limit, kind } = request.query
      const [dueAt, subjectId, last] = cursor === undefined ? [] : decodeCursor(cursor, 3)
      return database.read(principalOf(request).tenantId, async (db) => {
        const rows = await listTimers(db, {
          repIds: null,
          kind,
          after:
            cursor === undefined
              ? null
              : { dueAt: String(dueAt), subjectId: String(subjectId), kind: String(last) },
          limit: limit + 1,
        })
        const { items, nextCursor } = cutPage(rows, limit, (end) => [
          isoOr(end.dueAt),
          end.subjectId,
          end.kind,
        ])
        return {
          items: items.map((row) => ({
            subjectId: row.subjectId,
            subjectKind: row.subjectKind,
            kind: row.kind,
            repId: row.repId,
            slaClass: row.slaClass,
            startedAt: iso(row.startedAt),
            deadlineAt: isoOr(row.deadlineAt),
            dueAt: isoOr(row.dueAt),
            fired: row.fired,
          })),
          nextCursor,
        }
      })
    },
  )

  app.get(
    '/api/v1/timers/firings',
    {
      config: { permission: 'audit.read' },
      schema: {
        tags,
        operationId: 'listTimerFirings',
        summary: 'What clocks did and why, newest first',
        querystring: z.object({ ...pageQuery, subjectId: z.uuid().optional() }),
        response: { 200: pageOf(firingShape) },
      },
    },
    async (request) => {
      const { cursor, limit, subjectId } = request.query
      const [at, id] = cursor === undefined ? [] : decodeCursor(cursor, 2)
      return database.read(principalOf(request).tenantId, async (db) => {
        const rows = await listFirings(db, {
          repIds: null,
          subjectId,
          after: cursor === undefined ? null : { at: String(at), id: String(id) },
          limit: limit + 1,
        })
        const { items, nextCursor } = cutPage(rows, limit, (end) => [end.at.toISOString(), end.id])
        const names = await itemNames(
          db,
          items.map((row) => row.subjectId),
        )
        const reps = await services.people.repNames(
          db,
          items.flatMap((row) => row.repId ?? []),
        )
        return {
          items: items.map((row) => ({
            ...row,
            at: row.at.toISOString(),
            dueAt: row.dueAt.toISOString(),
            item: names.get(row.subjectId) ?? null,
            rep: row.repId === null ? null : { id: row.repId, name: reps.get(row.repId) ?? '' },
          })),
          nextCursor,
        }
      })
    },
  )
}
