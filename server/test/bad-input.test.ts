import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../src/platform/http/index.ts'
import { createLog } from '../src/platform/log.ts'
import { createTestApp, type TestApp, type TestTenant } from './test-app.ts'

interface Bulk {
  results: { index: number; status: number; lead?: { id: string }; problem?: { code: string } }[]
}

interface Refusal {
  errors: { field: string; code: string; message: string }[]
}

interface Told extends Refusal {
  title: string
  code: string
  detail?: string
}

/** Whatever a client sends, the answer says what is wrong with it; 500 is kept for what is wrong with us. */
describe('input nobody expected', () => {
  let test: TestApp
  let tenant: TestTenant
  beforeAll(async () => {
    test = await createTestApp()
    tenant = await test.addTenant({ unlimited: true })
  })
  afterAll(() => test.close())

  const leads = async (): Promise<number> => {
    const [row] = await test.platform.database.read(tenant.id, (db) =>
      db.query<{ n: number }>('select count(*) as n from lead where tenant_id = $1', [tenant.id]),
    )
    return row?.n ?? -1
  }

  it('is refused, never a failure of the server', async () => {
    const admin = tenant.keys.admin
    const made = await test.call<{ id: string }>(admin, 'POST', '/api/v1/leads', { name: '甲' })
    const id = made.body.id
    const cursor = (values: unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')
    const answers = await Promise.all([
      test.call(admin, 'POST', '/api/v1/leads', { name: 'a\u0000b' }),
      test.call(admin, 'POST', '/api/v1/leads', { name: 'year 0', createdAt: '0000-01-01T00:00:00Z' }),
      test.call(admin, 'GET', `/api/v1/leads/${id}/decisions?cursor=${cursor(['no time', 'no id'])}`),
      test.call(admin, 'GET', `/api/v1/policy/versions?cursor=${cursor(['x'])}`),
      test.call(admin, 'GET', '/api/v1/policy/versions/99999999999'),
      test.call(admin, 'POST', `/api/v1/leads/${id}/close`, { outcome: 'won', amount: 1e300 }),
      test.call(admin, 'POST', `/api/v1/leads/${id}/release`, { reason: 'a\u0000b' }),
      test.call(null, 'GET', '/f/%00'),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([422, 422, 422, 422, 422, 422, 422, 422])
  })

  it('is told by the name of the field, also where nobody knows the name, the text cannot be kept or the amount is none', async () => {
    const fieldsOf = async (lead: unknown) => {
      const single = await test.call<Refusal>(tenant.keys.admin, 'POST', '/api/v1/leads', lead)
      const bulk = await test.call<{ results: { problem: Refusal }[] }>(
        tenant.keys.admin,
        'POST',
        '/api/v1/leads/bulk',
        { items: [lead] },
      )
      expect(bulk.body.results[0]?.problem.errors).toEqual(single.body.errors)
      return single.body.errors.map((error) => [error.field, error.code])
    }
    expect(await fieldsOf({ name: 'a', foo: 1, bar: 2 })).toEqual([
      ['foo', 'unrecognized_keys'],
      ['bar', 'unrecognized_keys'],
    ])
    expect(await fieldsOf({ name: 'a', custom: {}, note: 'b\u0000' })).toEqual([['note', 'not_storable']])
    expect(await fieldsOf({ name: 'a\ud800' })).toEqual([['name', 'not_storable']])
    expect(await fieldsOf({ name: 'a', createdAt: '0001-01-01T00:00:00Z' })).toEqual([
      ['createdAt', 'custom'],
    ])
    for (const amount of [-5, '-5万', 1e300, '很多'])
      expect(await fieldsOf({ name: 'a', amount })).toEqual([['amount', 'not_an_amount']])
  })

  it('is told in the language asked for: what is wrong, what would be right, and the same code in both', async () => {
    const told = async (language: string, method: 'POST' | 'PUT', path: string, body: unknown) => {
      const { admin } = tenant.keys
      const answer = await test.call<Told>(admin, method, path, body, { 'accept-language': language })
      const { title, detail, code, errors = [] } = answer.body
      return { title, detail, code, errors: errors.map((each) => [each.field, each.code, each.message]) }
    }
    const both = async (method: 'POST' | 'PUT', path: string, body: unknown) => [
      await told('en-GB,en;q=0.9', method, path, body),
      await told('zh-CN', method, path, body),
    ]
    const lead = { amount: {}, value: 'huge', name: 'x'.repeat(501), phone: 5, foo: 1 }
    const [english, chinese] = await both('POST', '/api/v1/leads', lead)
    expect(english).toMatchObject({ title: 'Some fields are not acceptable', code: 'VALIDATION_FAILED' })
    expect(chinese).toMatchObject({ title: '有字段不符合要求', code: 'VALIDATION_FAILED' })
    expect(english?.errors.map(([field, code]) => [field, code])).toEqual(
      chinese?.errors.map(([field, code]) => [field, code]),
    )
    expect(english?.errors).toContainEqual(['amount', 'invalid_union', 'must be one of a number, a text'])
    expect(chinese?.errors).toContainEqual(['amount', 'invalid_union', '须为以下之一：数字、文本'])
    expect(english?.errors).toContainEqual(['foo', 'unrecognized_keys', 'there is no such field'])
    expect(chinese?.errors).toContainEqual(['foo', 'unrecognized_keys', '没有这个字段'])
    expect(await both('POST', '/api/v1/leads', { value: 'huge' })).toMatchObject([
      {
        errors: [
          ['value', 'not_one_of', expect.stringMatching(/^must be one of high, mid, low/)],
          ['name', 'required', 'give at least one of name, company, phone, email, wechat'],
        ],
      },
      {
        errors: [
          ['value', 'not_one_of', expect.stringMatching(/^须为以下之一：/)],
          ['name', 'required', '姓名、公司、电话、邮箱、微信至少填一项'],
        ],
      },
    ])
    expect(await both('POST', '/api/v1/teams', {})).toMatchObject([
      { errors: [['name', 'invalid_type', 'is required']] },
      { errors: [['name', 'invalid_type', '必填']] },
    ])
    const inside = (language: string) =>
      test.call<{ results: { problem: Told }[] }>(
        tenant.keys.admin,
        'POST',
        '/api/v1/leads/bulk',
        { items: [{ value: 'huge', name: 'a' }] },
        { 'accept-language': language },
      )
    expect((await inside('en')).body.results[0]?.problem.title).toBe('Some fields are not acceptable')
    expect((await inside('zh')).body.results[0]?.problem.errors[0]?.message).toMatch(/^须为以下之一/)
    const policy = { rules: 5 }
    const checked = (language: string) =>
      test.call<{ problems: { path: string; code: string; message: string }[] }>(
        tenant.keys.admin,
        'POST',
        '/api/v1/policy/validate',
        policy,
        { 'accept-language': language },
      )
    const rules = async (language: string) =>
      (await checked(language)).body.problems.find((each) => each.path === '/rules')
    expect(await rules('en')).toMatchObject({
      code: 'WRONG_TYPE',
      message: expect.stringMatching(/^wrong type, expected/),
    })
    expect(await rules('zh-CN')).toMatchObject({
      code: 'WRONG_TYPE',
      message: expect.stringMatching(/^类型不对，应为/),
    })
  })

  it('is refused for the same reason in whichever language its Idempotency-Key is used again', async () => {
    const headers = { 'idempotency-key': 'told-twice' }
    const call = (language: string, name: string) =>
      test.call<Told>(
        tenant.keys.admin,
        'POST',
        '/api/v1/leads',
        { name },
        { ...headers, 'accept-language': language },
      )
    await call('en', '甲甲')
    expect((await call('zh-CN', '乙乙')).body.title).toBe('这个 Idempotency-Key 已用于另一个请求体')
    expect((await call('en', '乙乙')).body.title).toBe('This Idempotency-Key was used with another body')
  })

  it('is JSON and nothing else, and so is every answer', async () => {
    const headers = { authorization: `Bearer ${tenant.keys.admin}` }
    const bulk = await test.app.inject({
      method: 'POST',
      url: '/api/v1/leads/bulk',
      headers,
      payload: { items: [{ name: 'json' }] },
    })
    expect(bulk.headers['content-type']).toBe('application/json; charset=utf-8')
    const text = await test.app.inject({
      method: 'POST',
      url: '/api/v1/leads',
      headers: { ...headers, 'content-type': 'text/plain' },
      payload: '{"name":"a"}',
    })
    expect(text.statusCode).toBe(415)
  })

  it('costs its own place in a bulk call and no other', async () => {
    const { status, body } = await test.call<Bulk>(tenant.keys.admin, 'POST', '/api/v1/leads/bulk', {
      items: [{ name: '好' }, { name: 'a\u0000b' }, { name: '也好' }],
    })
    expect(status).toBe(200)
    expect(body.results.map((result) => result.status)).toEqual([201, 422, 201])
  })

  it('takes the longest Idempotency-Key there may be, for bulk calls too', async () => {
    const headers = { 'idempotency-key': 'k'.repeat(255) }
    const call = () =>
      test.call<Bulk>(tenant.keys.admin, 'POST', '/api/v1/leads/bulk', { items: [{ name: '长' }] }, headers)
    const first = await call()
    expect(first.body.results?.[0]?.status).toBe(201)
    expect((await call()).body).toEqual(first.body)
  })

  it('writes nothing for a bulk call whose key was used with another body', async () => {
    const headers = { 'idempotency-key': 'bulk-reused' }
    const call = (items: unknown[]) =>
      test.call(tenant.keys.admin, 'POST', '/api/v1/leads/bulk', { items }, headers)
    await call([{ name: '一' }])
    const before = await leads()
    const again = await call([{ name: '一' }, { name: '二' }])
    expect(again.body).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' })
    expect(await leads()).toBe(before)
  })

  it('reads a hosted form without a body as an empty one, and lets other sites ask first', async () => {
    const form = await test.call<{ key: string }>(tenant.keys.admin, 'POST', '/api/v1/forms', {
      name: '官网',
    })
    expect((await test.app.inject({ method: 'POST', url: `/f/${form.body.key}` })).statusCode).toBe(422)
    const preflight = await test.app.inject({
      method: 'OPTIONS',
      url: `/api/v1/f/${form.body.key}`,
      headers: { origin: 'https://example.com', 'access-control-request-method': 'POST' },
    })
    expect(preflight.statusCode).toBe(204)
    expect(preflight.headers['access-control-allow-origin']).toBe('*')
    expect(preflight.headers['access-control-allow-headers']).toBe('content-type')
  })
})

describe('public routes', () => {
  it('count requests per address', async () => {
    const app = await createApp({
      log: createLog({ level: 'fatal', pretty: true, write: () => {} }),
      gatekeeper: { authenticate: async () => null, reachOf: () => null },
      trustProxy: false,
      version: '0',
      publicRateLimit: 2,
    })
    app.get('/api/v1/open', { config: { permission: 'public' } }, async () => ({}))
    const statuses: number[] = []
    for (let i = 0; i < 3; i++) statuses.push((await app.inject('/api/v1/open')).statusCode)
    await app.close()
    expect(statuses).toEqual([200, 200, 429])
  })
})
