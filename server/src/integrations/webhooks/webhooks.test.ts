import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closed, textOf } from '../../../test/fake-robots.ts'
import { createTestApp, type TestApp, type TestTenant } from '../../../test/test-app.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { announce } from '../../platform/outbox/index.ts'
import { webhookHeaders } from './standard-webhook.ts'

interface Heard {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly text: string
}
interface Webhook {
  id: string
  secret: string
  version: number
  enabled: boolean
  disabledReason: string | null
  health: { failures: number; dead: number }
}
interface Logged {
  id: string
  state: string
  attempts: number
  error: string | null
}

const MINUTE = 60_000
let test: TestApp
let base = ''
const heard: Heard[] = []
const answers: { status: number; headers?: Record<string, string> }[] = []
const server = createServer(async (request, response) => {
  const text = await textOf(request)
  const answer = answers.shift() ?? { status: 204 }
  if (answer.status < 300) heard.push({ path: request.url ?? '', headers: request.headers, text })
  response.writeHead(answer.status, answer.headers).end()
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  test = await createTestApp({ privateTargets: ['127.0.0.0/8'] })
})
afterAll(async () => {
  await test.close()
  await closed(server)
})
beforeEach(() => {
  heard.length = 0
  answers.length = 0
})

async function sweep(): Promise<void> {
  for (const name of ['subscription:webhooks', 'deliveries'])
    await test.slices.sweeps.find((one) => one.name === name)?.run(new AbortController().signal)
}
const happen = (tenant: TestTenant, ...types: string[]): Promise<void> =>
  test.platform.database.write(tenant.id, (db) =>
    announce(
      db,
      test.clock.now(),
      types.map((type, at) => ({
        type,
        entityKind: 'lead',
        entityId: uuidv7(test.clock.now()),
        payload: { at },
      })),
    ),
  )
const ask = <T = Record<string, unknown>>(
  tenant: TestTenant,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  body?: unknown,
  headers?: Record<string, string>,
) => test.call<T>(tenant.keys.admin, method, `/api/v1${url}`, body, headers)
const connect = async (tenant: TestTenant, more: Record<string, unknown> = {}): Promise<Webhook> => {
  const made = await ask<Webhook>(tenant, 'POST', '/webhooks', { url: `${base}/hook`, ...more })
  expect(made.status).toBe(201)
  return made.body
}
const log = async (tenant: TestTenant): Promise<Logged[]> =>
  (await ask<{ items: Logged[] }>(tenant, 'GET', '/deliveries?channel=webhook&limit=500')).body.items

/** What a receiver does, written from the specification and not from our code. */
function isGenuine({ headers, text }: Heard, secret: string): boolean {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(signed).digest('base64')
  return String(headers['webhook-signature'])
    .split(' ')
    .some((one) => one === `v1,${expected}`)
}

it('signs as the library of the Standard Webhooks authors does', () => {
  const headers = webhookHeaders(
    { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', payload: '{"test": 2432232314}' },
    ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    1_614_265_330_000,
  )
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

describe('a webhook', () => {
  it('hears every event it asked for, once, in order, signed, and nothing of another company', async () => {
    const [tenant, other] = [await test.addTenant(), await test.addTenant()]
    const hook = await connect(tenant, { eventTypes: ['lead.owned', 'lead.closed'] })
    await connect(other, { url: `${base}/other` })
    await happen(tenant, 'lead.owned', 'lead.pooled', 'notice.added', 'lead.closed')
    await Promise.all([sweep(), sweep()])
    await sweep()
    expect(heard.map((one) => [one.path, JSON.parse(one.text).type])).toEqual([
      ['/hook', 'lead.owned'],
      ['/hook', 'lead.closed'],
    ])
    expect(heard.every((one) => isGenuine(one, hook.secret))).toBe(true)
    expect(JSON.parse(heard[0]?.text ?? '')).toMatchObject({
      timestamp: new Date(test.clock.now()).toISOString(),
      data: { entityKind: 'lead', at: 0 },
    })
    await happen(other, 'lead.owned', 'api_key.created')
    await sweep()
    expect(heard.slice(2).map((one) => one.path)).toEqual(['/other'])
    const listed = await ask(tenant, 'GET', '/webhooks')
    expect(JSON.stringify(listed.body)).not.toContain(hook.secret)
  })

  it('is signed with both secrets while one takes the place of the other', async () => {
    const tenant = await test.addTenant()
    const hook = await connect(tenant)
    const turned = await ask<{ secret: string }>(tenant, 'POST', `/webhooks/${hook.id}/rotate`, {
      overlapHours: 1,
    })
    await happen(tenant, 'lead.owned')
    await sweep()
    test.clock.advance(61 * MINUTE)
    await happen(tenant, 'lead.owned')
    await sweep()
    expect(heard.map((one) => [isGenuine(one, hook.secret), isGenuine(one, turned.body.secret)])).toEqual([
      [true, true],
      [false, true],
    ])
  })

  it('gets again what it missed: later and later, with the same id, behind nothing else for long', async () => {
    const tenant = await test.addTenant()
    const hook = await connect(tenant)
    await happen(tenant, 'lead.owned', 'lead.closed')
    answers.push({ status: 500 })
    await sweep()
    expect(await log(tenant)).toMatchObject([
      { state: 'waiting', attempts: 0 },
      { state: 'waiting', attempts: 1, error: 'HTTP_500' },
    ])
    test.clock.advance(3_000)
    await sweep()
    expect(heard.map((one) => JSON.parse(one.text).type)).toEqual(['lead.closed'])
    answers.push({ status: 503, headers: { 'retry-after': '600' } })
    test.clock.advance(5_000)
    await sweep()
    test.clock.advance(9 * MINUTE)
    await sweep()
    expect(heard).toHaveLength(1)
    test.clock.advance(2 * MINUTE)
    await sweep()
    expect(heard.map((one) => JSON.parse(one.text).type)).toEqual(['lead.closed', 'lead.owned'])
    const replayed = await ask<{ queued: number }>(tenant, 'POST', `/webhooks/${hook.id}/replay`, {
      since: '2026-11-01T00:00:00Z',
      types: ['lead.owned', 'member.added'],
    })
    expect(replayed).toMatchObject({ status: 202, body: { queued: 1, nextSince: null } })
    await sweep()
    expect(heard[2]?.headers['webhook-id']).toBe(heard[1]?.headers['webhook-id'])
    expect(heard[2]?.text).toBe(heard[1]?.text)
  })

  it('is given up after ten tries in two days and a bit, and lets a person try once more', async () => {
    const tenant = await test.addTenant()
    const hook = await connect(tenant)
    await happen(tenant, 'lead.owned')
    answers.push(...Array.from({ length: 11 }, () => ({ status: 500 })))
    const began = test.clock.now()
    let gaveUp = 0
    for (let hours = 0; gaveUp === 0 && hours < 24 * 5 * 60; hours++) {
      await sweep()
      if (answers.length === 0) gaveUp = test.clock.now()
      test.clock.advance(answers.length > 6 ? MINUTE : 30 * MINUTE)
    }
    const [dead] = await log(tenant)
    expect(dead).toMatchObject({ state: 'dead', attempts: 11, error: 'HTTP_500' })
    expect((gaveUp - began) / (24 * 60 * MINUTE)).toBeGreaterThan(1.4)
    await ask(tenant, 'POST', `/deliveries/${dead?.id}/retry`)
    await sweep()
    expect(heard).toHaveLength(1)
    answers.push({ status: 410 })
    await happen(tenant, 'lead.owned')
    await sweep()
    const { body } = await ask<{ items: Webhook[] }>(tenant, 'GET', '/webhooks')
    expect(body.items[0]).toMatchObject({ enabled: false, disabledReason: 'RECEIVER_GONE' })
    const on = await ask<Webhook>(
      tenant,
      'PATCH',
      `/webhooks/${hook.id}`,
      { enabled: true },
      { 'if-match': `"${body.items[0]?.version}"` },
    )
    expect(on.body).toMatchObject({ enabled: true, disabledReason: null })
  })

  it('goes to public addresses only, and its parts are refused one by one', async () => {
    const tenant = await test.addTenant()
    const refuse = async (body: Record<string, unknown>) => {
      const answer = await ask<{ errors: { field: string; code: string }[] }>(
        tenant,
        'POST',
        '/webhooks',
        body,
      )
      return answer.body.errors.map(({ field, code }) => [field, code])
    }
    expect(await refuse({ url: 'https://10.0.0.1/x' })).toEqual([['url', 'TARGET_PRIVATE']])
    expect(await refuse({ url: 'http://example.com' })).toEqual([['url', 'TARGET_NOT_HTTPS']])
    expect((await refuse({ url: 'https://example.com', eventTypes: ['made.up'] }))[0]?.[0]).toBe(
      'eventTypes.0',
    )
    const hook = await connect(tenant)
    await happen(tenant, 'lead.owned')
    expect((await ask(tenant, 'DELETE', `/webhooks/${hook.id}`)).status).toBe(204)
    await sweep()
    expect(heard).toEqual([])
  })
})
