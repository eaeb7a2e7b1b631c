import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { record } from '../../platform/audit/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { type App, languageOf, principalOf } from '../../platform/http/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { Intake } from '../create-intake.ts'
import { formPage, thanksPage } from './form-page.ts'
import { type FormRow, formFields, insertForm, listForms, readForm, updateForm } from './store.ts'
import { openForm, submitForm } from './submit-form.ts'

const setting = z.object({
  field: z.enum(formFields),
  label: z.string().trim().min(1).max(100),
  required: z.boolean().default(false),
})
const fields = z
  .array(setting)
  .min(1)
  .max(formFields.length)
  .refine((list) => new Set(list.map((one) => one.field)).size === list.length, 'ask_once')
  .refine(
    (list) => list.some((one) => ['name', 'company', 'phone', 'email', 'wechat'].includes(one.field)),
    'ask_identity',
  )
const form = z.object({
  id: z.string(),
  name: z.string(),
  key: z.string(),
  url: z.string().describe('the hosted page; the same path under /api/v1 takes JSON'),
  fields: z.array(setting),
  source: z.string(),
  thanks: z.string(),
  closed: z.boolean(),
  createdAt: z.string(),
})
const newKey = (): string => `pf_${randomBytes(18).toString('base64url')}`

/** Forms of a company, and the way in for strangers. */
export function formRoutes(base: App, intake: Intake): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock, publicUrl } = intake.platform
  const tags = ['forms']
  const present = (row: FormRow): z.infer<typeof form> => ({
    id: row.id,
    name: row.name,
    key: row.key,
    url: `${publicUrl}/f/${row.key}`,
    fields: row.fields.map((one) => ({ ...one })),
    source: row.source,
    thanks: row.thanks,
    closed: row.closedAt !== null,
    createdAt: row.createdAt.toISOString(),
  })

  app.get(
    '/api/v1/forms',
    {
      config: { permission: 'forms.manage' },
      schema: {
        tags,
        operationId: 'listForms',
        summary: 'Public forms of the company',
        response: { 200: z.object({ items: z.array(form), nextCursor: z.null() }) },
      },
    },
    async (request) => {
      const rows = await database.read(principalOf(request).tenantId, listForms)
      return { items: rows.map(present), nextCursor: null }
    },
  )

  app.post(
    '/api/v1/forms',
    {
      config: { permission: 'forms.manage' },
      schema: {
        tags,
        operationId: 'createForm',
        summary: 'Make a public form; its address is in the answer',
        body: z.object({
          name: z.string().trim().min(1).max(100),
          fields: fields.default([
            { field: 'name', label: '姓名', required: true },
            { field: 'phone', label: '电话', required: true },
            { field: 'company', label: '单位', required: false },
            { field: 'note', label: '需求', required: false },
          ]),
          source: z.string().trim().min(1).max(200).default('官网表单'),
          thanks: z.string().max(500).default(''),
        }),
        response: { 201: form },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const row = {
        id: uuidv7(now),
        key: newKey(),
        createdAt: new Date(now),
        createdBy: principal.id,
        ...request.body,
      }
      await database.write(principal.tenantId, async (db) => {
        await insertForm(db, row)
        await record(db, now, {
          actorKind: principal.kind,
          actorId: principal.id,
          action: 'form.created',
          entityKind: 'form',
          entityId: row.id,
        })
      })
      return reply.code(201).send(present({ ...row, closedAt: null, version: 1 }))
    },
  )

  app.patch(
    '/api/v1/forms/:id',
    {
      config: { permission: 'forms.manage' },
      schema: {
        tags,
        operationId: 'changeForm',
        summary: 'Change, close or re-open a form, or give it a new address',
        params: z.object({ id: z.uuid() }),
        body: z
          .object({
            name: z.string().trim().min(1).max(100),
            fields,
            source: z.string().trim().min(1).max(200),
            thanks: z.string().max(500),
            closed: z.boolean(),
            newKey: z.literal(true).describe('the old address stops working at once'),
          })
          .partial(),
        response: { 200: form },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { closed, newKey: wantsKey, ...rest } = request.body
      return database.write(principal.tenantId, async (db) => {
        const changed = await updateForm(db, request.params.id, {
          ...rest,
          ...(wantsKey === undefined ? {} : { key: newKey() }),
          ...(closed === undefined ? {} : { closedAt: closed ? new Date(now) : null }),
        })
        const row = changed ? await readForm(db, request.params.id) : null
        if (row === null) throw new ProblemError('NOT_FOUND')
        await record(db, now, {
          actorKind: principal.kind,
          actorId: principal.id,
          action: 'form.changed',
          entityKind: 'form',
          entityId: row.id,
        })
        return present(row)
      })
    },
  )

  app.post(
    '/api/v1/f/:key',
    {
      config: { permission: 'public' },
      onRequest: openToOtherSites,
      bodyLimit: 64 * 1024,
      schema: {
        tags,
        operationId: 'submitForm',
        summary: 'Answer a public form; says only that it arrived',
        params: z.object({ key: z.string().max(100) }),
        body: z.record(z.string(), z.unknown()),
        response: { 201: z.object({ thanks: z.string() }) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await submitForm(intake, request.params.key, request.body, languageOf(request))),
  )

  // Browsers ask before they post JSON to another site.
  app.options(
    '/api/v1/f/:key',
    { config: { permission: 'public' }, schema: { hide: true }, onRequest: openToOtherSites },
    (_request, reply) =>
      reply
        .code(204)
        .header('access-control-allow-methods', 'POST')
        .header('access-control-allow-headers', 'content-type')
        .header('access-control-max-age', '86400')
        .send(),
  )

  // The hosted page posts as browsers do without a script.
  app.register(async (hosted) => {
    hosted.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 64 * 1024 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    hosted.get('/f/:key', { schema: { hide: true } }, async (request, reply) => {
      const opened = await openForm(intake, (request.params as { key: string }).key)
      return reply.type('text/html; charset=utf-8').send(formPage(opened.form))
    })
    hosted.post(
      '/f/:key',
      { schema: { hide: true }, config: { rateLimit: { max: 30, timeWindow: 60_000 } } },
      async (request, reply) => {
        const { key } = request.params as { key: string }
        const { form: answered } = await openForm(intake, key)
        await submitForm(intake, key, answersOf(request.body), 'zh-CN')
        return reply.code(201).type('text/html; charset=utf-8').send(thanksPage(answered))
      },
    )
  })
}

/** A form stands on other sites; neither its answer nor its refusal holds anything worth protecting. */
async function openToOtherSites(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('access-control-allow-origin', '*')
}

/** What was posted, if it was a form at all; anything else answers nothing. */
function answersOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}
