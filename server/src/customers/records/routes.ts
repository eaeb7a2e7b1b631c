import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { TenantReader } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import {
  type App,
  idempotencyOf,
  type Language,
  languageOf,
  pageOf,
  pageQuery,
  principalOf,
  reachOf,
  writeOnce,
} from '../../platform/http/index.ts'
import type { CustomValues } from '../attributes/check-custom.ts'
import type { Customers } from '../create-customers.ts'
import { manyOf, moment, needle, ownerNames } from '../filters.ts'
import { customValue } from '../leads/lead-input.ts'
import { sortNames } from '../paging.ts'
import { versionWanted } from '../versions.ts'
import { type Visibility, visibilityOf } from '../visibility.ts'
import { type Where, whereQuery } from '../where.ts'
import { presentRecord, recordShape } from './present-record.ts'
import type { RecordKind, RecordValues } from './record-kind.ts'
import { countRecords, listRecords, type RecordFilter, type RecordRow, readRecord } from './store.ts'
import { createRecord, editRecord, type RecordInput } from './write-record.ts'

const byId = z.object({ id: z.uuid() })

/** List, count, read, create and edit one kind of record. */
export function recordRoutes(base: App, customers: Customers, kind: RecordKind): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { people, platform } = customers
  const { database, clock } = platform
  const tags = [kind.plural]
  const Name = kind.name.slice(0, 1).toUpperCase() + kind.name.slice(1)
  const Plural = kind.plural.slice(0, 1).toUpperCase() + kind.plural.slice(1)
  const shape = recordShape(kind)
  const filterQuery = {
    ...Object.fromEntries(kind.filters.map((name) => [name, manyOf(z.string().max(200))])),
    ...(kind.owned
      ? {
          owner: ownerNames,
          state: manyOf(z.enum(['owned', 'pooled', 'waiting', 'closed', 'offered'])),
          reason: manyOf(z.string().max(60)).describe('code of the reason in force, e.g. why it waits'),
        }
      : {}),
    ...(kind.computed['nextStepAt'] === undefined
      ? {}
      : { dueBefore: moment.optional().describe('its next step is before this moment') }),
    ...(kind.archivable ? { archived: z.enum(['true', 'false']).default('false') } : {}),
    ...(Object.keys(kind.where).length > 0 ? { where: whereQuery(kind.where) } : {}),
    ...(kind.searchable ? { q: needle } : {}),
  }

  const present = async (db: TenantReader, rows: readonly RecordRow[], language: Language) => {
    const owners = [
      ...new Set(
        rows.flatMap((row) => [row.ownerId ?? null, row.shadowRepId ?? null]).filter((id) => id !== null),
      ),
    ]
    const names = await people.repNames(db, owners)
    return rows.map((row) =>
      presentRecord(kind, row, row.hiddenHere, { names, language, reasonText: customers.reasonText }),
    )
  }
  const readOne = async (db: TenantReader, visibility: Visibility, id: string, language: Language) => {
    const row = await readRecord(db, kind, visibility, id)
    const [record] = row === null ? [] : await present(db, [row], language)
    if (record === undefined) throw new ProblemError('NOT_FOUND')
    return record
  }

  const filterOf = async (
    db: TenantReader,
    query: Record<string, unknown>,
    repId: string | null,
  ): Promise<RecordFilter> => ({
    ...plainFilterOf(kind, query, repId),
    ...(query['where'] === undefined
      ? {}
      : {
          where: {
            where: query['where'] as Where,
            repId,
            timeZone: await people.companyTimeZone(db),
            now: clock.now(),
          },
        }),
  })

  app.get(
    `/api/v1/${kind.plural}`,
    {
      config: { permission: kind.readPermission },
      schema: {
        tags,
        operationId: `list${Plural}`,
        summary: `${Plural} within your reach`,
        querystring: z.object({
          ...filterQuery,
          ...pageQuery,
          sort: z.enum(sortNames(kind.sorts)).default(kind.defaultSort),
        }),
        response: { 200: pageOf(shape) },
      },
    },
    (request) => {
      const principal = principalOf(request)
      const { cursor, limit, sort, ...query } = request.query
      return database.read(principal.tenantId, async (db) => {
        const visibility = await visibilityOf(db, people, principal, reachOf(request))
        const found = await listRecords(db, kind, visibility, await filterOf(db, query, principal.repId), {
          sort,
          cursor,
          limit,
        })
        return {
          items: (await present(db, found.items, languageOf(request))) as never[],
          nextCursor: found.nextCursor,
        }
      })
    },
  )

  app.get(
    `/api/v1/${kind.plural}/count`,
    {
      config: { permission: kind.readPermission },
      schema: {
        tags,
        operationId: `count${Plural}`,
        summary: `How many ${kind.plural} match`,
        querystring: z.object(filterQuery),
        response: { 200: z.object({ total: z.number() }) },
      },
    },
    (request) => {
      const principal = principalOf(request)
      return database.read(principal.tenantId, async (db) => ({
        total: await countRecords(
          db,
          kind,
          await visibilityOf(db, people, principal, reachOf(request)),
          await filterOf(db, request.query, principal.repId),
        ),
      }))
    },
  )

  app.get(
    `/api/v1/${kind.plural}/:id`,
    {
      config: { permission: kind.readPermission },
      schema: {
        tags,
        operationId: `get${Name}`,
        summary: `One ${kind.name}`,
        params: byId,
        response: { 200: shape },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const found = await database.read(principal.tenantId, async (db) =>
        readOne(
          db,
          await visibilityOf(db, people, principal, reachOf(request)),
          request.params.id,
          languageOf(request),
        ),
      )
      if (found['masked'] === true && principal.repId !== null)
        await customers.noteView(principal.tenantId, { itemId: request.params.id, repId: principal.repId })
      reply.header('etag', `"${found.version}"`)
      return found as never
    },
  )

  app.post(
    `/api/v1/${kind.plural}`,
    {
      config: { permission: kind.writePermission },
      schema: {
        tags,
        operationId: `create${Name}`,
        summary: `Create one ${kind.name}`,
        body: bodyOf(kind, true),
        response: { 201: shape },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { ownerId, ...rest } = request.body as Record<string, unknown>
      const answer = await writeOnce(
        database,
        principal.tenantId,
        idempotencyOf(request),
        now,
        async (db) => {
          const visibility = await visibilityOf(db, people, principal, reachOf(request))
          const id = await createRecord(
            db,
            kind,
            { customers, principal, visibility, now },
            inputOf(rest),
            ownerId as string | null | undefined,
          )
          return { status: 201, body: await readOne(db, visibility, id, languageOf(request)) }
        },
      )
      return reply.code(201).send(answer.body as never)
    },
  )

  app.patch(
    `/api/v1/${kind.plural}/:id`,
    {
      config: { permission: kind.writePermission },
      schema: {
        tags,
        operationId: `update${Name}`,
        summary: `Change one ${kind.name}; If-Match names the version, null takes a field away`,
        params: byId,
        body: bodyOf(kind, false),
        response: { 200: shape },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const { archived, ...rest } = request.body as Record<string, unknown>
      const changed = await database.write(principal.tenantId, async (db) => {
        const visibility = await visibilityOf(db, people, principal, reachOf(request))
        const writer = { customers, principal, visibility, now: clock.now() }
        await editRecord(db, kind, writer, request.params.id, versionWanted(request), {
          ...inputOf(rest),
          ...(typeof archived === 'boolean' ? { archived } : {}),
        })
        return readOne(db, visibility, request.params.id, languageOf(request))
      })
      reply.header('etag', `"${changed.version}"`)
      return changed as never
    },
  )
}

function bodyOf(kind: RecordKind, creating: boolean) {
  const fields = Object.entries(kind.fields).map(([name, field]) => {
    if (field.required === true) return [name, creating ? field.input : field.input.optional()]
    return [name, field.input.nullable().optional()]
  })
  return z
    .object({
      ...(Object.fromEntries(fields) as Record<string, z.ZodType>),
      ...(kind.attributes === null
        ? {}
        : {
            custom: z.record(z.string().max(100), creating ? customValue : customValue.nullable()).optional(),
          }),
      ...(creating && kind.owned ? { ownerId: z.uuid().nullable().optional() } : {}),
      ...(!creating && kind.archivable ? { archived: z.boolean().optional() } : {}),
    })
    .strict()
}

function inputOf(body: Record<string, unknown>): RecordInput {
  const { custom, ...values } = body
  return {
    values: Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== undefined),
    ) as RecordValues,
    custom: (custom ?? {}) as CustomValues,
  }
}

function plainFilterOf(kind: RecordKind, query: Record<string, unknown>, repId: string | null): RecordFilter {
  const owner = query['owner'] as readonly string[] | undefined
  return {
    oneOf: Object.fromEntries(
      kind.filters.filter((name) => query[name] !== undefined).map((name) => [name, query[name] as string[]]),
    ),
    ...(owner === undefined
      ? {}
      : { owner: owner.flatMap((one) => (one === 'me' ? (repId === null ? [] : [repId]) : [one])) }),
    ...(query['state'] === undefined ? {} : { state: query['state'] as string[] }),
    ...(query['reason'] === undefined ? {} : { reason: query['reason'] as string[] }),
    ...(query['dueBefore'] === undefined ? {} : { dueBefore: query['dueBefore'] as Date }),
    ...(query['archived'] === 'true' ? { archived: true } : {}),
    ...(typeof query['q'] === 'string' ? { q: query['q'] } : {}),
  }
}
