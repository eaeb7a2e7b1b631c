import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Platform } from '../../platform/context.ts'
import { type App, idempotencyOf, principalOf, writeOnce } from '../../platform/http/index.ts'
import { defined } from '../defined.ts'
import { versionWanted } from '../versions.ts'
import { type AttributeDefinition, attributeEntities } from './check-custom.ts'
import { changeAttribute, defineAttribute } from './define-attribute.ts'
import { catalogueRevision, fieldCatalogue } from './field-catalogue.ts'
import { listAttributes } from './store.ts'

const label = z.string().max(60)
const editable = {
  labelZh: label,
  labelEn: label,
  entities: z.array(z.enum(attributeEntities)).min(1).describe('what carries it'),
  options: z.array(z.string().min(1).max(100)).max(200).describe('a closed set of values; empty = open'),
  required: z.boolean(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  position: z.number().int().min(0).max(10_000),
}
const type = z.enum(['text', 'number', 'boolean', 'list', 'time'])
const attribute = z.object({
  id: z.uuid(),
  key: z.string(),
  type,
  ...editable,
  archived: z.boolean(),
  version: z.number(),
})
const created = z.object({
  key: z
    .string()
    .regex(/^(custom\.)?[\p{L}_][\p{L}\p{N}_-]{0,59}$/u)
    .describe('rules name it `custom.<key>`'),
  type,
  labelZh: label.default(''),
  labelEn: label.default(''),
  entities: editable.entities.default(['lead']),
  options: editable.options.default([]),
  required: z.boolean().default(false),
  minimum: z.number().nullable().default(null),
  maximum: z.number().nullable().default(null),
  position: editable.position.default(0),
})

const present = ({ archivedAt, ...d }: AttributeDefinition): z.infer<typeof attribute> => ({
  ...d,
  entities: [...d.entities],
  options: [...d.options],
  archived: archivedAt !== null,
})

/** Custom attributes: fields a company adds without code, usable in rules, scores, filters and imports at once. */
export function attributeRoutes(base: App, { database, clock }: Platform): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const tags = ['attributes']

  app.get(
    '/api/v1/attributes',
    {
      config: { permission: 'attributes.read' },
      schema: {
        tags,
        operationId: 'listAttributes',
        summary: 'Custom attributes, archived ones included',
        response: {
          200: z.object({
            revision: z.number(),
            items: z.array(attribute),
            nextCursor: z.string().nullable(),
          }),
        },
      },
    },
    (request) =>
      database.read(principalOf(request).tenantId, async (db) => ({
        revision: await catalogueRevision(db),
        items: (await listAttributes(db)).map(present),
        nextCursor: null,
      })),
  )

  app.get(
    '/api/v1/fields',
    {
      config: { permission: 'attributes.read' },
      schema: {
        tags,
        operationId: 'listFields',
        summary: 'Everything a rule may name: built-in fields and custom attributes',
        response: {
          200: z.object({
            revision: z.number(),
            items: z.array(z.object({ key: z.string(), type, options: z.array(z.string()) })),
          }),
        },
      },
    },
    async (request) => {
      const { revision, fields } = await database.read(principalOf(request).tenantId, fieldCatalogue)
      return {
        revision,
        items: fields.map((f) => ({ key: f.key, type: f.type, options: [...(f.options ?? [])] })),
      }
    },
  )

  app.post(
    '/api/v1/attributes',
    {
      config: { permission: 'attributes.manage' },
      schema: {
        tags,
        operationId: 'createAttribute',
        summary: 'Define a custom attribute',
        body: created,
        response: { 201: attribute },
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
          body: present(await defineAttribute(db, principal, request.body, now)),
        }),
      )
      return reply.code(201).send(answer.body as z.infer<typeof attribute>)
    },
  )

  app.patch(
    '/api/v1/attributes/:id',
    {
      config: { permission: 'attributes.manage' },
      schema: {
        tags,
        operationId: 'updateAttribute',
        summary: 'Change or archive an attribute; key and type stay. If-Match names the version',
        params: z.object({ id: z.uuid() }),
        body: z
          .object({ ...editable, archived: z.boolean() })
          .partial()
          .strict(),
        response: { 200: attribute },
      },
    },
    (request) => {
      const principal = principalOf(request)
      const { body } = request
      return database.write(principal.tenantId, async (db) =>
        present(
          await changeAttribute(
            db,
            principal,
            request.params.id,
            versionWanted(request),
            defined(body),
            clock.now(),
          ),
        ),
      )
    },
  )
}
