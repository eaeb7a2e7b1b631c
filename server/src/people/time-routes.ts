import { z } from 'zod'
import { actorOf } from '../identity/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import {
  idempotencyOf,
  pageOf,
  pageQuery,
  principalOf,
  type Routes,
  reachOf,
  writeOnce,
} from '../platform/http/index.ts'
import { confirmYear, readYear, setDay } from './calendar.ts'
import { dutyById, listDuty, planDuty, removeDuty } from './duty-shifts.ts'
import { bookLeave, cancelLeave, leaveById, leaveKinds, listLeaves } from './leaves.ts'
import { presentDuty, presentLeave } from './present.ts'
import { mustReachRep } from './reach.ts'
import { byId, moment, nothing } from './route-schemas.ts'
import type { PeopleService } from './service.ts'
import { visibleRepIds } from './visible-reps.ts'

const leaveView = z.object({
  id: z.string(),
  repId: z.string(),
  repName: z.string(),
  kind: z.enum(leaveKinds),
  startsAt: z.string(),
  endsAt: z.string(),
  note: z.string(),
  cancelledAt: z.string().nullable(),
})
const dutyView = leaveView.omit({ kind: true, cancelledAt: true })
const dayView = z.object({ day: z.string(), kind: z.enum(['off', 'work']), name: z.string() })
const yearView = z.object({
  year: z.number(),
  confirmed: z.boolean().describe('false: nobody has said yet which days of this year differ'),
  days: z.array(dayView),
})
const year = z.coerce.number().int().min(2000).max(2200)
const byDay = z.object({ day: z.iso.date() })

/** When people work: leave, duty rosters, the calendar of holidays and make-up days. */
export function timeRoutes(app: Routes, { platform }: PeopleService): void {
  const { database, clock } = platform

  app.get(
    '/api/v1/leaves',
    {
      config: { permission: 'leave.read' },
      schema: {
        tags: ['leave'],
        operationId: 'listLeaves',
        summary: 'Leave within reach, the latest first',
        querystring: z.object({
          ...pageQuery,
          repId: z.uuid().optional(),
          from: moment.optional(),
          to: moment.optional(),
          cancelled: z.stringbool().default(false),
        }),
        response: { 200: pageOf(leaveView) },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      return database.read(principal.tenantId, async (db) => {
        const { repId, ...query } = request.query
        if (repId !== undefined) await mustReachRep(db, principal, reachOf(request), repId)
        const repIds = repId === undefined ? await visibleRepIds(db, principal, reachOf(request)) : [repId]
        const { items, nextCursor } = await listLeaves(db, { ...query, repIds })
        return { items: items.map(presentLeave), nextCursor }
      })
    },
  )

  app.post(
    '/api/v1/leaves',
    {
      config: { permission: 'leave.manage' },
      schema: {
        tags: ['leave'],
        operationId: 'bookLeave',
        summary: "Book leave; one's own where no rep is named",
        body: z.strictObject({
          repId: z.uuid().optional(),
          kind: z.enum(leaveKinds).default('annual'),
          startsAt: moment,
          endsAt: moment,
          note: z.string().max(500).optional(),
        }),
        response: { 201: leaveView },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { startsAt, endsAt, repId = principal.repId, ...rest } = request.body
      if (repId === null)
        throw new ProblemError('VALIDATION_FAILED', {
          errors: [{ field: 'repId', code: 'required', message: 'say_whose' }],
        })
      const answer = await writeOnce(
        database,
        principal.tenantId,
        idempotencyOf(request),
        now,
        async (db) => {
          await mustReachRep(db, principal, reachOf(request), repId)
          const row = await bookLeave(db, now, actorOf(principal), {
            ...rest,
            repId,
            from: Date.parse(startsAt),
            to: Date.parse(endsAt),
          })
          return { status: 201, body: presentLeave(row) }
        },
      )
      return reply.code(201).send(answer.body as z.infer<typeof leaveView>)
    },
  )

  app.post(
    '/api/v1/leaves/:id/cancel',
    {
      config: { permission: 'leave.manage' },
      schema: {
        tags: ['leave'],
        operationId: 'cancelLeave',
        summary: 'Cancel leave; the rep can be chosen again at once',
        params: byId,
        response: { 200: leaveView },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      return database.write(principal.tenantId, async (db) => {
        const leave = await leaveById(db, request.params.id)
        if (leave === null) throw new ProblemError('NOT_FOUND')
        await mustReachRep(db, principal, reachOf(request), leave.rep_id)
        return presentLeave(await cancelLeave(db, clock.now(), actorOf(principal), leave.id))
      })
    },
  )

  app.get(
    '/api/v1/duty-shifts',
    {
      config: { permission: 'people.read' },
      schema: {
        tags: ['duty'],
        operationId: 'listDutyShifts',
        summary: 'Duty besides the week, between two moments',
        querystring: z.object({ from: moment, to: moment, repId: z.uuid().optional() }),
        response: { 200: z.object({ items: z.array(dutyView), nextCursor: z.null() }) },
      },
    },
    async (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        const { from, to, repId } = request.query
        const rows = await listDuty(db, { from, to, repIds: repId === undefined ? null : [repId] })
        return { items: rows.map(presentDuty), nextCursor: null }
      }),
  )

  app.post(
    '/api/v1/duty-shifts',
    {
      config: { permission: 'people.manage' },
      schema: {
        tags: ['duty'],
        operationId: 'planDutyShift',
        summary: 'Put a rep on duty besides their week',
        body: z.strictObject({
          repId: z.uuid(),
          startsAt: moment,
          endsAt: moment,
          note: z.string().max(500).optional(),
        }),
        response: { 201: dutyView },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { repId, startsAt, endsAt, note } = request.body
      const answer = await writeOnce(
        database,
        principal.tenantId,
        idempotencyOf(request),
        now,
        async (db) => {
          await mustReachRep(db, principal, reachOf(request), repId)
          const input = { repId, from: Date.parse(startsAt), to: Date.parse(endsAt), note }
          return { status: 201, body: presentDuty(await planDuty(db, now, actorOf(principal), input)) }
        },
      )
      return reply.code(201).send(answer.body as z.infer<typeof dutyView>)
    },
  )

  app.delete(
    '/api/v1/duty-shifts/:id',
    {
      config: { permission: 'people.manage' },
      schema: {
        tags: ['duty'],
        operationId: 'removeDutyShift',
        summary: 'Take a shift off the roster',
        params: byId,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      await database.write(principal.tenantId, async (db) => {
        const shift = await dutyById(db, request.params.id)
        await mustReachRep(db, principal, reachOf(request), shift.rep_id)
        await removeDuty(db, clock.now(), actorOf(principal), shift.id)
      })
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/v1/calendar/:year',
    {
      config: { permission: 'calendar.read' },
      schema: {
        tags: ['calendar'],
        operationId: 'getCalendarYear',
        summary: 'Holidays and make-up days of a year, and whether it is confirmed',
        params: z.object({ year }),
        response: { 200: yearView },
      },
    },
    async (request) => {
      const found = await database.read(principalOf(request).tenantId, (db) =>
        readYear(db, request.params.year),
      )
      return { ...found, days: [...found.days] }
    },
  )

  app.put(
    '/api/v1/calendar/:year/confirmation',
    {
      config: { permission: 'calendar.manage' },
      schema: {
        tags: ['calendar'],
        operationId: 'confirmCalendarYear',
        summary: 'Say that the days of a year are complete, or that they are not',
        params: z.object({ year }),
        body: z.strictObject({ confirmed: z.boolean() }),
        response: { 200: yearView },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      return database.write(principal.tenantId, async (db) => {
        const { year } = request.params
        await confirmYear(db, clock.now(), actorOf(principal), year, request.body.confirmed)
        const found = await readYear(db, year)
        return { ...found, days: [...found.days] }
      })
    },
  )

  app.put(
    '/api/v1/calendar/days/:day',
    {
      config: { permission: 'calendar.manage' },
      schema: {
        tags: ['calendar'],
        operationId: 'setCalendarDay',
        summary: 'Make a day a holiday (off) or a make-up day (work)',
        params: byDay,
        body: z.strictObject({ kind: z.enum(['off', 'work']), name: z.string().trim().max(60).default('') }),
        response: { 200: dayView },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const { day } = request.params
      await database.write(principal.tenantId, (db) =>
        setDay(db, clock.now(), actorOf(principal), day, request.body),
      )
      return { day, ...request.body }
    },
  )

  app.delete(
    '/api/v1/calendar/days/:day',
    {
      config: { permission: 'calendar.manage' },
      schema: {
        tags: ['calendar'],
        operationId: 'clearCalendarDay',
        summary: 'Make a day an ordinary day of its week again',
        params: byDay,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      await database.write(principal.tenantId, (db) =>
        setDay(db, clock.now(), actorOf(principal), request.params.day, null),
      )
      return reply.code(204).send(null)
    },
  )
}
