import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp, type TestTenant } from '../../test/test-app.ts'

interface PolicyAnswer {
  version: number
  document: Record<string, unknown>
  draft: { etag: string } | null
}

describe('the policy', () => {
  let test: TestApp
  let tenant: TestTenant
  beforeAll(async () => {
    test = await createTestApp()
    tenant = await test.addTenant()
  })
  afterAll(() => test.close())

  const read = () => test.call<PolicyAnswer>(tenant.keys.admin, 'GET', '/api/v1/policy')
  const save = (document: unknown, etag?: string) =>
    test.call(
      tenant.keys.admin,
      'PUT',
      '/api/v1/policy',
      document,
      etag === undefined ? {} : { 'if-match': etag },
    )
  const publish = () => test.call(tenant.keys.admin, 'POST', '/api/v1/policy/publish', { note: 'because' })

  it('is edited as a draft under If-Match, published as the next version, and rolled back as a newer one', async () => {
    const first = await read()
    expect(first.body).toMatchObject({ version: 1, draft: null })
    const changed = { ...first.body.document, name: 'Autumn' }
    expect((await save(changed)).status).toBe(428)
    const saved = await save(changed, String(first.headers['etag']))
    expect(saved).toMatchObject({ status: 200, body: { revision: 1, problems: [] } })
    // A second editor who saw what the first one saw is told, and overwrites nothing.
    expect((await save(first.body.document, String(first.headers['etag']))).status).toBe(412)
    expect(await publish()).toMatchObject({ status: 200, body: { version: 2, note: 'because' } })
    expect((await read()).body).toMatchObject({ version: 2, document: { name: 'Autumn' }, draft: null })
    // A tab left open over the publication does not overwrite the next draft either.
    await save({ ...changed, name: 'Winter' }, '"v2"')
    expect((await save({ ...changed, name: 'Stale' }, String(saved.headers['etag']))).status).toBe(412)
    await test.call(tenant.keys.admin, 'DELETE', '/api/v1/policy/draft')
    const back = await test.call(tenant.keys.admin, 'POST', '/api/v1/policy/rollback', { version: 1 })
    expect(back.body).toMatchObject({ version: 3, rolledBackTo: 1 })
    expect((await publish()).body).toMatchObject({ code: 'POLICY_UNCHANGED' })
  })

  it('says where a document is wrong, and is not published while it is', async () => {
    const { body, headers } = await read()
    const wrong = { ...body.document, gauges: [{ name: 'no_such_gauge', threshold: 1, action: 'pause' }] }
    const validated = await test.call<{ valid: boolean; problems: { path: string }[] }>(
      tenant.keys.rep,
      'POST',
      '/api/v1/policy/validate',
      wrong,
    )
    expect(validated.body.valid).toBe(false)
    expect(validated.body.problems[0]?.path).toBe('/gauges/0/name')
    expect((await save(wrong, String(headers['etag']))).status).toBe(200)
    expect(await publish()).toMatchObject({
      status: 422,
      body: { code: 'POLICY_INVALID', errors: [{ field: '/gauges/0/name' }] },
    })
  })

  it('in force decides the next lead', async () => {
    const other = await test.addTenant()
    const current = await test.call<PolicyAnswer>(other.keys.admin, 'GET', '/api/v1/policy')
    const manual = { ...current.body.document, rules: [], fallback: { strategy: { kind: 'manual' } } }
    await test.call(other.keys.admin, 'PUT', '/api/v1/policy', manual, { 'if-match': '*' })
    expect((await test.call(other.keys.admin, 'POST', '/api/v1/policy/publish')).status).toBe(200)
    const lead = await test.call(other.keys.admin, 'POST', '/api/v1/leads', { name: '等主管' })
    expect(lead.body).toMatchObject({ state: 'waiting', reason: { code: 'WAITING_FOR_MANAGER' } })
  })
})
