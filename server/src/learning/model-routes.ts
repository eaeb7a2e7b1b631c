import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { actorOf } from '../identity/index.ts'
import { type App, callerOf, idempotencyOf, principalOf, routesOf } from '../platform/http/index.ts'
import { askForJob } from './ask-for-job.ts'
import { confirmColumn } from './confirm-column.ts'
import type { Learning } from './create-learning.ts'
import { modelOverviewOf } from './model-overview.ts'
import { compareVersions, modelReportOf } from './model-report.ts'
import { activateModel, type Chooser, followNights, rollBackModel, switchOffModel } from './put-into-use.ts'
import { comparison, job, modelOverview, modelReport } from './schemas.ts'

const tags = ['learning']
const byId = z.object({ id: z.uuid() })
const why = z.strictObject({ note: z.string().trim().min(1).max(500).describe('why; kept with the change') })

/** Win probability: what is in use and why, its versions, and who chose them. */
export function modelRoutes(base: App, { services }: Learning): void {
  const app = routesOf(base)
  const { database, clock } = services.platform
  const chooser = (request: FastifyRequest, note: string | null): Chooser => ({
    ...actorOf(principalOf(request)),
    note,
  })
  const overview = (request: FastifyRequest) =>
    database.read(principalOf(request).tenantId, (db) =>
      modelOverviewOf(services, db, clock.now(), callerOf(request)),
    )

  app.get(
    '/api/v1/models',
    {
      config: { permission: 'models.read' },
      schema: {
        tags,
        operationId: 'getModels',
        summary: 'Is a model in use and why; versions, drift, budgets of newcomers',
        response: { 200: modelOverview },
      },
    },
    overview,
  )

  app.get(
    '/api/v1/models/:id',
    {
      config: { permission: 'models.read' },
      schema: {
        tags,
        operationId: 'getModel',
        summary: 'One version with its validation, calibration and the columns it left out',
        params: byId,
        response: { 200: modelReport },
      },
    },
    async (request) =>
      database.read(principalOf(request).tenantId, (db) => modelReportOf(db, request.params.id)),
  )

  app.get(
    '/api/v1/models/:id/comparison',
    {
      config: { permission: 'models.read' },
      schema: {
        tags,
        operationId: 'compareModels',
        summary: 'This version against another, on outcomes neither was trained on',
        params: byId,
        querystring: z.object({ with: z.uuid() }),
        response: { 200: comparison },
      },
    },
    async (request) =>
      database.read(principalOf(request).tenantId, (db) =>
        compareVersions(services, db, request.query.with, request.params.id),
      ),
  )

  app.post(
    '/api/v1/models',
    {
      config: { permission: 'models.manage' },
      schema: {
        tags,
        operationId: 'trainModel',
        summary: 'Train now; a training that waits or runs already answers',
        response: { 202: job },
      },
    },
    async (request, reply) =>
      reply
        .code(202)
        .send(await askForJob(services.platform, principalOf(request), idempotencyOf(request), 'model')),
  )

  app.post(
    '/api/v1/models/:id/activate',
    {
      config: { permission: 'models.manage' },
      schema: {
        tags,
        operationId: 'activateModel',
        summary: 'Put a proven version into use; it stays until a person changes it',
        params: byId,
        body: why,
        response: { 200: modelOverview },
      },
    },
    async (request) => {
      await database.write(principalOf(request).tenantId, (db) =>
        activateModel(db, clock.now(), request.params.id, chooser(request, request.body.note)),
      )
      return overview(request)
    },
  )

  app.post(
    '/api/v1/models/roll-back',
    {
      config: { permission: 'models.manage' },
      schema: {
        tags,
        operationId: 'rollBackModel',
        summary: 'Back to the version that was in use before',
        body: why,
        response: { 200: modelOverview },
      },
    },
    async (request) => {
      await database.write(principalOf(request).tenantId, (db) =>
        rollBackModel(db, clock.now(), chooser(request, request.body.note)),
      )
      return overview(request)
    },
  )

  app.post(
    '/api/v1/models/switch-off',
    {
      config: { permission: 'models.manage' },
      schema: {
        tags,
        operationId: 'switchOffModel',
        summary: 'No model in use: everybody has the base rate, turns decide',
        body: why,
        response: { 200: modelOverview },
      },
    },
    async (request) => {
      await database.write(principalOf(request).tenantId, (db) =>
        switchOffModel(db, clock.now(), chooser(request, request.body.note)),
      )
      return overview(request)
    },
  )

  app.post(
    '/api/v1/models/follow-nights',
    {
      config: { permission: 'models.manage' },
      schema: {
        tags,
        operationId: 'followNightlyModels',
        summary: 'Let the nightly training choose again',
        response: { 200: modelOverview },
      },
    },
    async (request) => {
      await database.write(principalOf(request).tenantId, (db) =>
        followNights(db, clock.now(), chooser(request, null)),
      )
      return overview(request)
    },
  )

  app.post(
    '/api/v1/models/columns',
    {
      config: { permission: 'models.manage' },
      schema: {
        tags,
        operationId: 'confirmModelColumn',
        summary:
          'Say that an accused column is known when work arrives, or take that back; the next training heeds it',
        body: z.strictObject({ name: z.string().min(1).max(200), confirmed: z.boolean() }),
        response: { 200: modelOverview },
      },
    },
    async (request) => {
      const { name, confirmed } = request.body
      await database.write(principalOf(request).tenantId, (db) =>
        confirmColumn(db, clock.now(), name, confirmed, chooser(request, null)),
      )
      return overview(request)
    },
  )
}
