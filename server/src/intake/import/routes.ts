import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import {
  type App,
  cutPage,
  decodeCursor,
  languageOf,
  pageOf,
  pageQuery,
  principalOf,
} from '../../platform/http/index.ts'
import { changeFormat, changeMapping, queueTask } from './change-import.ts'
import { errorsCsv } from './errors-csv.ts'
import type { ImportServices } from './import-services.ts'
import { fieldsOf, importKinds } from './kinds.ts'
import { mappingDocument } from './mapping-document.ts'
import { importShape, presentImport } from './present-import.ts'
import { receiveFile } from './receive-file.ts'
import { type ImportTask, listImports, readImport } from './store.ts'

const byId = z.object({ id: z.uuid() })
const kind = z.enum(importKinds)

/** Files in: upload, settle the mapping, try, start, watch, take back. */
export function importRoutes(base: App, services: ImportServices): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database } = services.platform
  const tags = ['imports']
  const present = async (request: FastifyRequest, id: string) => {
    const { tenantId } = principalOf(request)
    const row = await database.read(tenantId, (db) => readImport(db, id))
    if (row === null || row.state === 'uploading') throw new ProblemError('NOT_FOUND')
    return presentImport(row, languageOf(request))
  }

  app.post(
    '/api/v1/imports',
    {
      config: { permission: 'imports.run' },
      schema: {
        tags,
        operationId: 'createImport',
        summary: 'Upload a CSV or XLSX file (multipart/form-data, field `file`, at most 200 MB)',
        consumes: ['multipart/form-data'],
        querystring: z.object({ kind: kind.describe('what the rows are') }),
        response: { 201: importShape },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      if (!request.isMultipart())
        throw new ProblemError('UNSUPPORTED_MEDIA_TYPE', { detail: 'send_multipart' })
      const file = await request.file()
      if (file === undefined)
        throw new ProblemError('VALIDATION_FAILED', {
          errors: [{ field: 'file', code: 'required', message: 'file_missing' }],
        })
      const id = await receiveFile(services, principal.tenantId, {
        kind: request.query.kind,
        fileName: file.filename.slice(0, 200),
        createdBy: principal.id,
        bytes: file.file,
        truncated: () => file.file.truncated,
      })
      return reply.code(201).send(await present(request, id))
    },
  )

  app.get(
    '/api/v1/imports',
    {
      config: { permission: 'imports.read' },
      schema: {
        tags,
        operationId: 'listImports',
        summary: 'Imports, newest first',
        querystring: z.object(pageQuery),
        response: { 200: pageOf(importShape) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const [at, id] = cursor === undefined ? [] : decodeCursor(cursor, 2)
      const rows = await database.read(principalOf(request).tenantId, (db) =>
        listImports(db, at === undefined ? null : { at: String(at), id: String(id) }, limit + 1),
      )
      const { items: page, nextCursor } = cutPage(rows, limit, (last) => [last.sort_key, last.id])
      return {
        items: page.map((each) => presentImport(each, languageOf(request))),
        nextCursor,
      }
    },
  )

  app.get(
    '/api/v1/imports/fields',
    {
      config: { permission: 'imports.read' },
      schema: {
        tags,
        operationId: 'listImportFields',
        summary: 'Fields a column can be mapped to, per kind; custom attributes come on top',
        querystring: z.object({ kind }),
        response: {
          200: z.object({
            items: z.array(z.object({ key: z.string(), type: z.string(), required: z.boolean() })),
          }),
        },
      },
    },
    async (request) => ({
      items: fieldsOf(request.query.kind).map(({ key, type, required }) => ({
        key,
        type,
        required: required === true,
      })),
    }),
  )

  app.get(
    '/api/v1/imports/:id',
    {
      config: { permission: 'imports.read' },
      schema: {
        tags,
        operationId: 'getImport',
        summary: 'One import: what was found, what is proposed, how far it is, what came of it',
        params: byId,
        response: { 200: importShape },
      },
    },
    (request) => present(request, request.params.id),
  )

  app.put(
    '/api/v1/imports/:id/mapping',
    {
      config: { permission: 'imports.run' },
      schema: {
        tags,
        operationId: 'changeImportMapping',
        summary: 'Settle the mapping; it is remembered for the next file with the same headers',
        params: byId,
        body: mappingDocument,
        response: { 200: importShape },
      },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      await changeMapping(services, tenantId, request.params.id, request.body)
      return present(request, request.params.id)
    },
  )

  app.put(
    '/api/v1/imports/:id/format',
    {
      config: { permission: 'imports.run' },
      schema: {
        tags,
        operationId: 'changeImportFormat',
        summary: 'Read the file in another encoding, with another delimiter, or from another sheet',
        params: byId,
        body: z.object({
          encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).optional(),
          delimiter: z.string().length(1).optional(),
          sheet: z.string().max(200).optional(),
        }),
        response: { 200: importShape },
      },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const change = Object.fromEntries(
        Object.entries(request.body).filter(([, value]) => value !== undefined),
      )
      await changeFormat(services, tenantId, request.params.id, change)
      return present(request, request.params.id)
    },
  )

  const action = (path: string, task: ImportTask, operationId: string, summary: string): void => {
    app.post(
      `/api/v1/imports/:id/${path}`,
      {
        config: { permission: 'imports.run' },
        schema: { tags, operationId, summary, params: byId, response: { 202: importShape } },
      },
      async (request, reply) => {
        const principal = principalOf(request)
        await queueTask(services, principal.tenantId, request.params.id, task, principal)
        return reply.code(202).send(await present(request, request.params.id))
      },
    )
  }
  action(
    'dry-run',
    'dry_run',
    'dryRunImport',
    'Try the import: everything is done and rolled back, counts and problems stay',
  )
  action('start', 'import', 'startImport', 'Import; open work without an owner then waits to be assigned')
  action('undo', 'undo', 'undoImport', 'Take back what nobody has touched since')

  app.get(
    '/api/v1/imports/:id/errors.csv',
    {
      config: { permission: 'imports.read' },
      schema: {
        tags,
        operationId: 'downloadImportErrors',
        summary: 'Problems of the last run: row number, column, what is wrong, what would be right',
        produces: ['text/csv'],
        params: byId,
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const { tenantId } = principalOf(request)
      await present(request, request.params.id)
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="import-errors.csv"')
        .send(Readable.from(errorsCsv(database, tenantId, request.params.id, languageOf(request))))
    },
  )
}
