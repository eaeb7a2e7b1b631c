import { z } from 'zod'
import { actorOf } from '../identity/index.ts'
import { record } from '../platform/audit/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import {
  idempotencyOf,
  pageOf,
  pageQuery,
  principalOf,
  type Routes,
  reachOf,
  versionOf,
  writeOnce,
} from '../platform/http/index.ts'
import { capacityOfRep } from './capacity-of-rep.ts'
import { csvNames, withCsvNames } from './csv-names.ts'
import { noteChange } from './note-change.ts'
import { eraseRep, exportRep } from './personal-data.ts'
import { presentRep, presentTag } from './present.ts'
import { mustReachRep, mustReachTeam } from './reach.ts'
import { listReps, repById } from './rep-store.ts'
import * as schemas from './route-schemas.ts'
import type { PeopleService } from './service.ts'
import { assessTag, removeTag, tagsOf } from './tags.ts'
import { teamsUnder } from './visible-reps.ts'
import { changeRep, createRep, type RepInput } from './write-rep.ts'

const tags = ['reps']
const { byId, gaugeView, nothing, repFields, repView, tagInput, tagView } = schemas
const repInput = z.strictObject({ ...repFields, ...csvNames }).partial()
const newRep = repInput.extend({ name: schemas.name, tags: z.array(tagInput).max(100).optional() })
const from = z.object({
  kind: z.enum(['rep', 'personal', 'team', 'company', 'default']),
  teamId: z.string().nullable(),
})

const inputOf = (given: z.infer<typeof repInput>): RepInput => {
  const { gauges, limits, ...rest } = withCsvNames(given)
  return {
    ...rest,
    ...(gauges === undefined ? {} : { gauges: schemas.asGauges(gauges) }),
    ...(limits === undefined ? {} : { limits: schemas.asLimits(limits) }),
  }
}

/** Who sells, how well, and how much they can take. */
export function repRoutes(app: Routes, { platform, companyCapacity }: PeopleService): void {
  const { database, clock } = platform

  app.get(
    '/api/v1/reps',
    {
      config: { permission: 'people.read' },
      schema: {
        tags,
        operationId: 'listReps',
        summary: 'Reps in the order of their pinyin',
        querystring: z.object({
          ...pageQuery,
          q: z.string().max(100).optional().describe('name, pinyin or initials'),
          teamId: z.uuid().optional().describe('this team and those below'),
          status: schemas.status.optional(),
          level: schemas.level.optional(),
          territory: z.string().max(100).optional(),
          tag: z.string().max(60).optional(),
        }),
        response: { 200: pageOf(repView) },
      },
    },
    async (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        const { teamId, ...query } = request.query
        const teamIds = teamId === undefined ? undefined : await teamsUnder(db, teamId)
        const { items, nextCursor } = await listReps(db, { ...query, teamIds })
        const known = await tagsOf(
          db,
          items.map((row) => row.id),
        )
        return { items: items.map((row) => presentRep(row, known)), nextCursor }
      }),
  )

  app.get(
    '/api/v1/reps/:id',
    {
      config: { permission: 'people.read' },
      schema: { tags, operationId: 'getRep', summary: 'One rep', params: byId, response: { 200: repView } },
    },
    async (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        const row = await repById(db, request.params.id)
        if (row === null) throw new ProblemError('NOT_FOUND')
        return presentRep(row, await tagsOf(db, [row.id]))
      }),
  )

  app.post(
    '/api/v1/reps',
    {
      config: { permission: 'people.manage' },
      schema: {
        tags,
        operationId: 'createRep',
        summary: 'Add a rep, with tags where there is evidence for them',
        body: newRep,
        response: { 201: repView },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { tags: assessed = [], ...body } = request.body
      const answer = await writeOnce(
        database,
        principal.tenantId,
        idempotencyOf(request),
        now,
        async (db) => {
          await mustReachTeam(db, principal, reachOf(request), body.teamId ?? null)
          const actor = actorOf(principal)
          const rep = await createRep(db, now, actor, { ...inputOf(body), name: body.name })
          for (const tag of assessed) await assessTag(db, now, actor, rep.id, tag)
          return { status: 201, body: presentRep(rep, await tagsOf(db, [rep.id])) }
        },
      )
      return reply.code(201).send(answer.body as z.infer<typeof repView>)
    },
  )

  app.patch(
    '/api/v1/reps/:id',
    {
      config: { permission: 'people.manage' },
      schema: {
        tags,
        operationId: 'updateRep',
        summary: 'Change a rep; If-Match names the version',
        params: byId,
        body: repInput,
        response: { 200: repView },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const { id } = request.params
      return database.write(principal.tenantId, async (db) => {
        await mustReachRep(db, principal, reachOf(request), id)
        const { teamId } = request.body
        if (teamId !== undefined) await mustReachTeam(db, principal, reachOf(request), teamId)
        const input = inputOf(request.body)
        const rep = await changeRep(db, clock.now(), actorOf(principal), id, versionOf(request), input)
        return presentRep(rep, await tagsOf(db, [id]))
      })
    },
  )

  app.get(
    '/api/v1/reps/:id/capacity',
    {
      config: { permission: 'people.read' },
      schema: {
        tags,
        operationId: 'getRepCapacity',
        summary: 'Gauges and limits that hold for a rep, and who set each',
        params: byId,
        response: {
          200: z.object({
            gauges: z.array(z.object({ value: gaugeView, from })),
            limits: z.record(z.string(), z.object({ value: z.number().nullable(), from })),
          }),
        },
      },
    },
    async (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        const capacity = await capacityOfRep(db, await companyCapacity(db), request.params.id)
        return { gauges: [...capacity.gauges], limits: capacity.limits }
      }),
  )

  app.get(
    '/api/v1/reps/:id/tags',
    {
      config: { permission: 'people.read' },
      schema: {
        tags,
        operationId: 'listRepTags',
        summary: 'Capability tags with level, source and evidence',
        params: byId,
        response: { 200: z.object({ items: z.array(tagView), nextCursor: z.null() }) },
      },
    },
    async (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        if ((await repById(db, request.params.id)) === null) throw new ProblemError('NOT_FOUND')
        const rows = await tagsOf(db, [request.params.id])
        return { items: rows.map(presentTag), nextCursor: null }
      }),
  )

  app.post(
    '/api/v1/reps/:id/tags',
    {
      config: { permission: 'people.manage' },
      schema: {
        tags,
        operationId: 'assessRepTag',
        summary: 'Assess a capability; replaces the assessment of the same tag from the same source',
        params: byId,
        body: tagInput,
        response: { 201: tagView },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const answer = await writeOnce(
        database,
        principal.tenantId,
        idempotencyOf(request),
        now,
        async (db) => {
          await mustReachRep(db, principal, reachOf(request), request.params.id)
          const row = await assessTag(db, now, actorOf(principal), request.params.id, request.body)
          return { status: 201, body: presentTag(row) }
        },
      )
      return reply.code(201).send(answer.body as z.infer<typeof tagView>)
    },
  )

  app.delete(
    '/api/v1/reps/:id/tags/:tagId',
    {
      config: { permission: 'people.manage' },
      schema: {
        tags,
        operationId: 'removeRepTag',
        summary: 'Withdraw an assessment',
        params: z.object({ id: z.uuid(), tagId: z.uuid() }),
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const { id, tagId } = request.params
      await database.write(principal.tenantId, async (db) => {
        await mustReachRep(db, principal, reachOf(request), id)
        await removeTag(db, clock.now(), actorOf(principal), id, tagId)
      })
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/v1/reps/:id/data-export',
    {
      config: { permission: 'data.export' },
      schema: {
        tags: ['privacy'],
        operationId: 'exportRep',
        summary: "Everything kept about a rep; one's own for everybody",
        params: byId,
        response: { 200: z.record(z.string(), z.unknown()) },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const { id } = request.params
      return database.write(principal.tenantId, async (db) => {
        await mustReachRep(db, principal, reachOf(request), id)
        const now = clock.now()
        await record(db, now, {
          ...actorOf(principal),
          action: 'rep.exported',
          entityKind: 'rep',
          entityId: id,
        })
        return (await exportRep(db, id)) as Record<string, unknown>
      })
    },
  )

  app.post(
    '/api/v1/reps/:id/erasure',
    {
      config: { permission: 'data.erase' },
      schema: {
        tags: ['privacy'],
        operationId: 'eraseRep',
        summary: "Replace a rep's name, mail and phone, for good; decisions keep the id",
        params: byId,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const { id } = request.params
      const now = clock.now()
      await database.write(principal.tenantId, async (db) => {
        await mustReachRep(db, principal, reachOf(request), id)
        await eraseRep(db, now, id)
        await noteChange(db, now, actorOf(principal), { action: 'rep.erased', id })
      })
      return reply.code(204).send(null)
    },
  )
}
