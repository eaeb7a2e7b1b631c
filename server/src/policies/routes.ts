import { type Problem, policyJsonSchema, presets } from '@peineng/engine'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ProblemError } from '../platform/errors/catalogue.ts'
import {
  type App,
  cutPage,
  decodeCursor,
  idempotencyOf,
  type Language,
  languageOf,
  pageOf,
  pageQuery,
  principalOf,
  writeOnce,
} from '../platform/http/index.ts'
import type { Policies } from './create-policies.ts'
import { editDraft, etagOf, problemsOf } from './edit-draft.ts'
import { saysProblem } from './problem-sentences.ts'
import { publishDraft, rollBack } from './publish-policy.ts'
import {
  deleteDraft,
  latestVersion,
  listVersions,
  type PolicyVersionRow,
  readDraft,
  readVersion,
} from './store.ts'

const document = z.record(z.string(), z.unknown()).describe('A policy as policy.schema.json describes it')
const problem = z.object({
  path: z.string().describe('JSON pointer into the document'),
  code: z.string(),
  expected: z.union([z.string(), z.number(), z.array(z.string())]).describe('what would be right'),
  message: z.string().describe('the same as a sentence, in the language asked for'),
})
const version = z.object({
  version: z.number(),
  hash: z.string(),
  note: z.string(),
  rolledBackTo: z.number().nullable(),
  publishedBy: z.string().nullable(),
  publishedAt: z.string(),
})
const versionWithDocument = version.extend({ document })
const draftState = z.object({
  etag: z.string(),
  revision: z.number(),
  baseVersion: z.number(),
  problems: z.array(problem),
})

const presentProblems = (problems: readonly Problem[], language: Language): z.infer<typeof problem>[] =>
  problems.map((each) => ({
    path: each.path,
    code: each.code,
    expected: typeof each.expected === 'object' ? [...each.expected] : each.expected,
    message: saysProblem(each)[language],
  }))

const present = (row: PolicyVersionRow): z.infer<typeof version> => ({
  version: row.version,
  hash: row.hash,
  note: row.note,
  rolledBackTo: row.rolledBackTo,
  publishedBy: row.publishedBy,
  publishedAt: row.publishedAt.toISOString(),
})

/** The policy: read by everybody it touches (I2), edited as a draft, published as a version that never changes. */
export function policyRoutes(base: App, policies: Policies): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock } = policies.platform
  const tags = ['policy']

  app.get(
    '/api/v1/policy',
    {
      config: { permission: 'policy.read' },
      schema: {
        tags,
        operationId: 'getPolicy',
        summary: 'The version in force and the draft, if there is one',
        response: {
          200: versionWithDocument.extend({
            draft: draftState
              .extend({ document, updatedBy: z.string().nullable(), updatedAt: z.string() })
              .nullable(),
          }),
        },
      },
    },
    async (request, reply) => {
      const { row, draft } = await database.read(principalOf(request).tenantId, async (db) => ({
        row: await latestVersion(db),
        draft: await readDraft(db),
      }))
      if (row === null) throw new ProblemError('NOT_FOUND')
      const etag = etagOf(draft, row.version)
      reply.header('etag', etag)
      return {
        ...present(row),
        document: row.document as Record<string, unknown>,
        draft:
          draft === null
            ? null
            : {
                etag,
                revision: draft.revision,
                baseVersion: draft.baseVersion,
                problems: presentProblems(problemsOf(draft.document), languageOf(request)),
                document: draft.document as Record<string, unknown>,
                updatedBy: draft.updatedBy,
                updatedAt: draft.updatedAt.toISOString(),
              },
      }
    },
  )

  app.put(
    '/api/v1/policy',
    {
      config: { permission: 'policy.edit' },
      schema: {
        tags,
        operationId: 'savePolicyDraft',
        summary: 'Save the draft; If-Match names the ETag that was read',
        body: document.describe('The policy document, bare or as { document }'),
        response: { 200: draftState },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const body = request.body
      const saved = await database.write(principal.tenantId, (db) =>
        editDraft(
          db,
          clock.now(),
          principal,
          request.headers['if-match'],
          'document' in body ? body['document'] : body,
        ),
      )
      const etag = etagOf(saved, saved.baseVersion)
      reply.header('etag', etag)
      return {
        etag,
        revision: saved.revision,
        baseVersion: saved.baseVersion,
        problems: presentProblems(saved.problems, languageOf(request)),
      }
    },
  )

  app.delete(
    '/api/v1/policy/draft',
    {
      config: { permission: 'policy.edit' },
      schema: {
        tags,
        operationId: 'discardPolicyDraft',
        summary: 'Throw the draft away',
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await database.write(principalOf(request).tenantId, deleteDraft)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/v1/policy/validate',
    {
      config: { permission: 'policy.read' },
      schema: {
        tags,
        operationId: 'validatePolicy',
        summary: 'What a document has wrong, with the place of each problem; nothing is stored',
        body: document,
        response: { 200: z.object({ valid: z.boolean(), problems: z.array(problem) }) },
      },
    },
    async (request) => {
      const problems = problemsOf('document' in request.body ? request.body['document'] : request.body)
      return { valid: problems.length === 0, problems: presentProblems(problems, languageOf(request)) }
    },
  )

  app.post(
    '/api/v1/policy/publish',
    {
      config: { permission: 'policy.publish' },
      schema: {
        tags,
        operationId: 'publishPolicy',
        summary: 'Make the draft the version in force',
        body: z.object({ note: z.string().max(2000).default('') }).nullish(),
        response: { 200: version },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const answer = await writeOnce(
        database,
        principal.tenantId,
        idempotencyOf(request),
        clock.now(),
        async (db) => ({
          status: 200,
          body: present(await publishDraft(db, clock.now(), principal, request.body?.note ?? '')),
        }),
      )
      return answer.body as z.infer<typeof version>
    },
  )

  app.post(
    '/api/v1/policy/rollback',
    {
      config: { permission: 'policy.publish' },
      schema: {
        tags,
        operationId: 'rollBackPolicy',
        summary: 'Publish an earlier version again, as a new one',
        body: z.object({ version: z.number().int().positive(), note: z.string().max(2000).default('') }),
        response: { 200: version },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const answer = await writeOnce(
        database,
        principal.tenantId,
        idempotencyOf(request),
        clock.now(),
        async (db) => ({
          status: 200,
          body: present(await rollBack(db, clock.now(), principal, request.body.version, request.body.note)),
        }),
      )
      return answer.body as z.infer<typeof version>
    },
  )

  app.get(
    '/api/v1/policy/versions',
    {
      config: { permission: 'policy.read' },
      schema: {
        tags,
        operationId: 'listPolicyVersions',
        summary: 'History, newest first',
        querystring: z.object(pageQuery),
        response: { 200: pageOf(version) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const before = cursor === undefined ? null : Number(decodeCursor(cursor, 1)[0])
      const rows = await database.read(principalOf(request).tenantId, (db) =>
        listVersions(db, before, limit + 1),
      )
      const { items: page, nextCursor } = cutPage(rows, limit, (last) => [last.version])
      return {
        items: page.map(present),
        nextCursor,
      }
    },
  )

  app.get(
    '/api/v1/policy/versions/:version',
    {
      config: { permission: 'policy.read' },
      schema: {
        tags,
        operationId: 'getPolicyVersion',
        summary: 'One version with its document',
        params: z.object({ version: z.coerce.number().int().positive() }),
        response: { 200: versionWithDocument },
      },
    },
    async (request) => {
      const row = await database.read(principalOf(request).tenantId, (db) =>
        readVersion(db, request.params.version),
      )
      if (row === null) throw new ProblemError('NOT_FOUND')
      return { ...present(row), document: row.document as Record<string, unknown> }
    },
  )

  app.get(
    '/api/v1/policy/schema',
    {
      config: { permission: 'policy.read' },
      schema: {
        tags,
        operationId: 'getPolicySchema',
        summary: 'JSON Schema of a policy document, the one the command line uses',
        response: { 200: z.record(z.string(), z.unknown()) },
      },
    },
    async () => ({ ...policyJsonSchema }),
  )

  app.get(
    '/api/v1/policy/presets',
    {
      config: { permission: 'policy.read' },
      schema: {
        tags,
        operationId: 'listPolicyPresets',
        summary: 'The five modes of assignment with what speaks for and against each (D1)',
        response: {
          200: z.object({
            items: z.array(
              z.object({ id: z.string(), pros: z.array(z.string()), cons: z.array(z.string()), document }),
            ),
          }),
        },
      },
    },
    async () => ({
      items: presets().map((preset) => ({
        id: preset.id,
        pros: [...preset.pros],
        cons: [...preset.cons],
        document: preset.policy as unknown as Record<string, unknown>,
      })),
    }),
  )
}
