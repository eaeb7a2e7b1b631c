import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { actorOf } from '../../identity/index.ts'
import { record } from '../../platform/audit/index.ts'
import { abandonTarget, enqueueDeliveries, targetHealth } from '../../platform/deliveries/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { says } from '../../platform/errors/sentences/index.ts'
import { type App, principalOf, routesOf, versionMismatch, versionOf } from '../../platform/http/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { seal } from '../../platform/sealed.ts'
import type { Notifications } from '../create-notifications.ts'
import { kindRules, noticeKinds } from '../kinds.ts'
import { ROBOT_SECRETS, robotAdapters } from './send.ts'
import {
  deleteRobot,
  insertRobot,
  listRobots,
  type RobotRow,
  type RobotValues,
  type RobotVendor,
  readRobot,
  robotVendors,
  updateRobot,
} from './store.ts'

const health = z.object({
  failures: z.number().int().describe('in a row'),
  lastSentAt: z.string().nullable(),
  error: z.string().nullable(),
  errorAt: z.string().nullable(),
  waiting: z.number().int(),
  dead: z.number().int(),
})
const channel = z.object({
  id: z.string(),
  vendor: z.enum(robotVendors),
  name: z.string(),
  hint: z.string().describe('the end of its address; the address itself is never shown'),
  signed: z.boolean(),
  language: z.enum(['zh-CN', 'en']),
  kinds: z.array(z.string()),
  teamId: z.string().nullable(),
  showsContacts: z.boolean(),
  enabled: z.boolean(),
  createdAt: z.string(),
  version: z.number().int(),
  health,
})
const values = z.object({
  name: z.string().trim().min(1).max(100),
  address: z.url().max(1_000).describe('the webhook address of the robot; kept encrypted, never shown'),
  secret: z.string().trim().min(1).max(200).nullable().describe('for robots that demand signed calls'),
  language: z.enum(['zh-CN', 'en']),
  kinds: z.array(z.enum(noticeKinds)),
  teamId: z.uuid().nullable().describe('only what concerns reps of this team and those below it'),
  showsContacts: z.boolean().describe('phones and mails unmasked; off unless somebody wants it'),
  enabled: z.boolean(),
})
const defaultKinds = noticeKinds.filter((kind) => kindRules[kind].robot)
const params = z.object({ id: z.uuid() })

/** Group robots of a company. Addresses and secrets go in and never come out. */
export function robotRoutes(base: App, { platform, outbound, emailConfigured }: Notifications): void {
  const app = routesOf(base)
  const { database, clock, secret } = platform
  const tags = ['channels']
  const sealed = (text: string): Buffer => seal(Buffer.from(text), secret, ROBOT_SECRETS)
  const config = { permission: 'channels.manage' }

  const present = (row: RobotRow, of: ReadonlyMap<string, z.infer<typeof health>>) => ({
    id: row.id,
    vendor: row.vendor,
    name: row.name,
    hint: row.hint,
    signed: row.signed,
    language: row.language,
    kinds: [...row.kinds],
    teamId: row.teamId,
    showsContacts: row.showsContacts,
    enabled: row.enabled,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
    health: of.get(row.id) ?? {
      failures: 0,
      lastSentAt: null,
      error: null,
      errorAt: null,
      waiting: 0,
      dead: 0,
    },
  })
  const healthOf = async (db: Parameters<typeof targetHealth>[0]) =>
    new Map(
      (await targetHealth(db, 'robot')).map((one) => [
        one.targetId,
        {
          failures: one.failures,
          lastSentAt: one.lastSentAt?.toISOString() ?? null,
          error: one.error,
          errorAt: one.errorAt?.toISOString() ?? null,
          waiting: one.waiting,
          dead: one.dead,
        },
      ]),
    )

  function requireAddress(vendor: RobotVendor, address: string): void {
    const refused = outbound.refusal(address)
    const { hosts } = robotAdapters[vendor]
    const right = hosts.includes(new URL(address).hostname) || outbound.trusts(address)
    if (refused === null && right) return
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [
        {
          field: 'address',
          code: refused ?? 'ROBOT_HOST',
          message: says('robot_host', { hosts }),
        },
      ],
    })
  }
  async function requireTeam(db: Parameters<typeof targetHealth>[0], teamId: string | null | undefined) {
    if (teamId === null || teamId === undefined) return
    const [team] = await db.query('select 1 as one from team where tenant_id = $1 and id = $2', [
      db.tenantId,
      teamId,
    ])
    if (team === undefined)
      throw new ProblemError('VALIDATION_FAILED', {
        errors: [{ field: 'teamId', code: 'unknown', message: 'no_such_team' }],
      })
  }
  const hintOf = (address: string): string => `…${address.slice(-6)}`

  app.get(
    '/api/v1/channels',
    {
      config,
      schema: {
        tags,
        operationId: 'listChannels',
        summary: 'Group robots of the company and how they fare',
        response: {
          200: z.object({
            items: z.array(channel),
            nextCursor: z.null(),
            email: z.object({ configured: z.boolean() }),
          }),
        },
      },
    },
    async (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        const of = await healthOf(db)
        return {
          items: (await listRobots(db)).map((row) => present(row, of)),
          nextCursor: null,
          email: { configured: emailConfigured },
        }
      }),
  )

  app.post(
    '/api/v1/channels',
    {
      config,
      schema: {
        tags,
        operationId: 'createChannel',
        summary: 'Connect a group robot of WeCom, DingTalk or Feishu',
        body: values
          .partial()
          .required({ name: true, address: true })
          .extend({ vendor: z.enum(robotVendors) }),
        response: { 201: channel },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { vendor, address, secret: signing = null, ...rest } = request.body
      requireAddress(vendor, address)
      const id = uuidv7(now)
      const made = await database.write(principal.tenantId, async (db) => {
        await requireTeam(db, rest.teamId)
        await insertRobot(db, {
          id,
          vendor,
          name: rest.name,
          hint: hintOf(address),
          address: sealed(address),
          signingSecret: signing === null ? null : sealed(signing),
          language: rest.language ?? 'zh-CN',
          kinds: rest.kinds ?? defaultKinds,
          teamId: rest.teamId ?? null,
          showsContacts: rest.showsContacts ?? false,
          enabled: rest.enabled ?? true,
          createdAt: new Date(now),
          createdBy: principal.id,
        })
        await record(db, now, {
          ...actorOf(principal),
          action: 'channel.created',
          entityKind: 'channel',
          entityId: id,
          detail: { vendor },
        })
        return readRobot(db, id)
      })
      if (made === null) throw new ProblemError('NOT_FOUND')
      return reply.code(201).send(present(made, new Map()))
    },
  )

  app.patch(
    '/api/v1/channels/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'updateChannel',
        summary: 'Change a group robot; a new address or secret takes the place of the old one',
        params,
        body: values.partial(),
        response: { 200: channel },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const version = versionOf(request)
      const now = clock.now()
      const { id } = request.params
      const { address, secret: signing, ...rest } = request.body
      return database.write(principal.tenantId, async (db) => {
        const before = await readRobot(db, id)
        if (before === null) throw new ProblemError('NOT_FOUND')
        if (address !== undefined) requireAddress(before.vendor, address)
        await requireTeam(db, rest.teamId)
        const changes = {
          ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
          ...(address === undefined ? {} : { address: sealed(address), hint: hintOf(address) }),
          ...(signing === undefined ? {} : { signingSecret: signing === null ? null : sealed(signing) }),
        } as RobotValues
        if (!(await updateRobot(db, id, version, changes)))
          throw await versionMismatch(db, id, before.version)
        await record(db, now, {
          ...actorOf(principal),
          action: 'channel.changed',
          entityKind: 'channel',
          entityId: id,
          detail: { fields: Object.keys(changes) },
        })
        const row = await readRobot(db, id)
        if (row === null) throw new ProblemError('NOT_FOUND')
        return present(row, await healthOf(db))
      })
    },
  )

  app.delete(
    '/api/v1/channels/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'deleteChannel',
        summary: 'Disconnect a group robot; what still waits for it is not sent',
        params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { id } = request.params
      await database.write(principal.tenantId, async (db) => {
        if (!(await deleteRobot(db, id))) throw new ProblemError('NOT_FOUND')
        await abandonTarget(db, now, 'robot', id)
        await record(db, now, {
          ...actorOf(principal),
          action: 'channel.deleted',
          entityKind: 'channel',
          entityId: id,
        })
      })
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/v1/channels/:id/test',
    {
      config,
      schema: {
        tags,
        operationId: 'testChannel',
        summary: 'Send a test message; what became of it is in the delivery log',
        params,
        response: { 202: z.object({ queued: z.literal(true) }) },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { id } = request.params
      await database.write(principal.tenantId, async (db) => {
        if ((await readRobot(db, id)) === null) throw new ProblemError('NOT_FOUND')
        await enqueueDeliveries(db, now, [
          {
            channel: 'robot',
            targetId: id,
            dedupeKey: `test:${randomUUID()}`,
            eventId: null,
            body: { kind: 'test' },
            dueAt: now,
          },
        ])
      })
      return reply.code(202).send({ queued: true as const })
    },
  )
}
