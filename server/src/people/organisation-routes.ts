import { z } from 'zod'
import { actorOf } from '../identity/index.ts'
import {
  idempotencyOf,
  principalOf,
  type Routes,
  reachOf,
  versionOf,
  writeOnce,
} from '../platform/http/index.ts'
import { presentTeam } from './present.ts'
import {
  archiveProductLine,
  createProductLine,
  listProductLines,
  renameProductLine,
} from './product-lines.ts'
import { mustReachTeam } from './reach.ts'
import { asGauges, asLimits, byId, gauges, limits, name, nothing, teamView } from './route-schemas.ts'
import type { PeopleService } from './service.ts'
import { archiveTeam, changeTeam, createTeam, listTeams } from './teams.ts'
import {
  changeTerritory,
  createTerritory,
  listTerritories,
  removeTerritory,
  type TerritoryRow,
  territoryKinds,
} from './territories.ts'

const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.null() })
const teamInput = z.strictObject({
  name,
  parentId: z.uuid().nullable().optional(),
  gauges: gauges.optional(),
  limits: limits.optional(),
})
const teamChange = teamInput.partial()
const teamFieldsOf = ({ gauges, limits, ...rest }: z.infer<typeof teamChange>) => ({
  ...rest,
  ...(gauges === undefined ? {} : { gauges: asGauges(gauges) }),
  ...(limits === undefined ? {} : { limits: asLimits(limits) }),
})
const territoryView = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  kind: z.enum(territoryKinds),
  name: z.string(),
  aliases: z.array(z.string()),
  version: z.number(),
})
const presentTerritory = (row: TerritoryRow): z.infer<typeof territoryView> => ({
  id: row.id,
  parentId: row.parent_id,
  kind: row.kind,
  name: row.name,
  aliases: [...row.aliases],
  version: row.version,
})
const territoryFields = {
  name,
  parentId: z.uuid().nullable().optional(),
  aliases: z.array(name).max(50).optional(),
}
const productLineView = z.object({ id: z.string(), name: z.string(), version: z.number() })

/** How the company is cut: teams, territories, product lines. */
export function organisationRoutes(app: Routes, { platform }: PeopleService): void {
  const { database, clock } = platform

  app.get(
    '/api/v1/teams',
    {
      config: { permission: 'people.read' },
      schema: {
        tags: ['teams'],
        operationId: 'listTeams',
        summary: 'The whole tree, as parent links',
        response: { 200: list(teamView) },
      },
    },
    async (request) => {
      const rows = await database.read(principalOf(request).tenantId, listTeams)
      return { items: rows.map(presentTeam), nextCursor: null }
    },
  )

  app.post(
    '/api/v1/teams',
    {
      config: { permission: 'people.manage' },
      schema: {
        tags: ['teams'],
        operationId: 'createTeam',
        summary: 'Add a team',
        body: teamInput,
        response: { 201: teamView },
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
          await mustReachTeam(db, principal, reachOf(request), request.body.parentId ?? null)
          const { name, parentId = null, ...capacity } = teamFieldsOf(request.body)
          const fields = { ...capacity, name: name ?? request.body.name, parentId }
          return { status: 201, body: presentTeam(await createTeam(db, now, actorOf(principal), fields)) }
        },
      )
      return reply.code(201).send(answer.body as z.infer<typeof teamView>)
    },
  )

  app.patch(
    '/api/v1/teams/:id',
    {
      config: { permission: 'people.manage' },
      schema: {
        tags: ['teams'],
        operationId: 'updateTeam',
        summary: 'Rename or move a team, or set what its reps inherit; If-Match names the version',
        params: byId,
        body: teamChange,
        response: { 200: teamView },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const { id } = request.params
      return database.write(principal.tenantId, async (db) => {
        await mustReachTeam(db, principal, reachOf(request), id)
        const { parentId } = request.body
        if (parentId !== undefined) await mustReachTeam(db, principal, reachOf(request), parentId)
        const change = teamFieldsOf(request.body)
        return presentTeam(
          await changeTeam(db, clock.now(), actorOf(principal), id, versionOf(request), change),
        )
      })
    },
  )

  app.delete(
    '/api/v1/teams/:id',
    {
      config: { permission: 'people.manage' },
      schema: {
        tags: ['teams'],
        operationId: 'archiveTeam',
        summary: 'Take an empty team out of the tree',
        params: byId,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      await database.write(principal.tenantId, async (db) => {
        await mustReachTeam(db, principal, reachOf(request), request.params.id)
        await archiveTeam(db, clock.now(), actorOf(principal), request.params.id)
      })
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/v1/territories',
    {
      config: { permission: 'people.read' },
      schema: {
        tags: ['territories'],
        operationId: 'listTerritories',
        summary: 'The whole tree, as parent links',
        response: { 200: list(territoryView) },
      },
    },
    async (request) => {
      const rows = await database.read(principalOf(request).tenantId, listTerritories)
      return { items: rows.map(presentTerritory), nextCursor: null }
    },
  )

  app.post(
    '/api/v1/territories',
    {
      config: { permission: 'territories.manage' },
      schema: {
        tags: ['territories'],
        operationId: 'createTerritory',
        summary: 'Add a territory',
        body: z.strictObject({ ...territoryFields, kind: z.enum(territoryKinds) }),
        response: { 201: territoryView },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { kind, name, parentId = null, aliases = [] } = request.body
      const answer = await writeOnce(
        database,
        principal.tenantId,
        idempotencyOf(request),
        now,
        async (db) => {
          const row = await createTerritory(db, now, actorOf(principal), { kind, name, parentId, aliases })
          return { status: 201, body: presentTerritory(row) }
        },
      )
      return reply.code(201).send(answer.body as z.infer<typeof territoryView>)
    },
  )

  app.patch(
    '/api/v1/territories/:id',
    {
      config: { permission: 'territories.manage' },
      schema: {
        tags: ['territories'],
        operationId: 'updateTerritory',
        summary: 'Rename or move a territory; reps that name it follow',
        params: byId,
        body: z.strictObject(territoryFields).partial(),
        response: { 200: territoryView },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const { id } = request.params
      return database.write(principal.tenantId, async (db) =>
        presentTerritory(
          await changeTerritory(db, clock.now(), actorOf(principal), id, versionOf(request), request.body),
        ),
      )
    },
  )

  app.delete(
    '/api/v1/territories/:id',
    {
      config: { permission: 'territories.manage' },
      schema: {
        tags: ['territories'],
        operationId: 'removeTerritory',
        summary: 'Remove a territory nothing stands below',
        params: byId,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      await database.write(principal.tenantId, (db) =>
        removeTerritory(db, clock.now(), actorOf(principal), request.params.id),
      )
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/v1/product-lines',
    {
      config: { permission: 'people.read' },
      schema: {
        tags: ['product lines'],
        operationId: 'listProductLines',
        summary: 'What is sold',
        response: { 200: list(productLineView) },
      },
    },
    async (request) => {
      const rows = await database.read(principalOf(request).tenantId, listProductLines)
      return { items: rows.map(({ id, name, version }) => ({ id, name, version })), nextCursor: null }
    },
  )

  app.post(
    '/api/v1/product-lines',
    {
      config: { permission: 'products.manage' },
      schema: {
        tags: ['product lines'],
        operationId: 'createProductLine',
        summary: 'Add a product line',
        body: z.strictObject({ name }),
        response: { 201: productLineView },
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
        async (db) => ({
          status: 201,
          body: await createProductLine(db, now, actorOf(principal), request.body.name),
        }),
      )
      return reply.code(201).send(answer.body as z.infer<typeof productLineView>)
    },
  )

  app.patch(
    '/api/v1/product-lines/:id',
    {
      config: { permission: 'products.manage' },
      schema: {
        tags: ['product lines'],
        operationId: 'renameProductLine',
        summary: 'Rename a product line; reps that sell it follow',
        params: byId,
        body: z.strictObject({ name }),
        response: { 200: productLineView },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      return database.write(principal.tenantId, (db) =>
        renameProductLine(
          db,
          clock.now(),
          actorOf(principal),
          request.params.id,
          versionOf(request),
          request.body.name,
        ),
      )
    },
  )

  app.delete(
    '/api/v1/product-lines/:id',
    {
      config: { permission: 'products.manage' },
      schema: {
        tags: ['product lines'],
        operationId: 'archiveProductLine',
        summary: 'Stop offering a product line',
        params: byId,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      await database.write(principal.tenantId, (db) =>
        archiveProductLine(db, clock.now(), actorOf(principal), request.params.id),
      )
      return reply.code(204).send(null)
    },
  )
}
