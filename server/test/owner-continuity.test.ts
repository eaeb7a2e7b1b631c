import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApp, type TestApp, type TestTenant } from './test-app.ts'

let house: TestApp
let tenant: TestTenant
beforeAll(async () => {
  house = await createTestApp()
  tenant = await house.addTenant({ teams: 2, repsPerTeam: 10, unlimited: true })
})
afterAll(() => house.close())

it('a lead of an owned customer goes to its owner, however its name is spelt (A6, X9)', async () => {
  const repId = tenant.reps[13]
  const account = await house.call<{ id: string; owner: { id: string } }>(
    tenant.keys.admin,
    'POST',
    '/api/v1/accounts',
    { name: '深圳市华为技术有限公司', ownerId: repId },
  )
  expect(account.body.owner.id).toBe(repId)
  for (const company of ['华为技术', '深圳市华为技术', '华为技术（深圳）有限公司']) {
    const lead = await house.call<{ id: string; owner: { id: string } }>(
      tenant.keys.admin,
      'POST',
      '/api/v1/leads',
      { company },
    )
    expect(lead.body.owner.id).toBe(repId)
    const detail = await house.call<{ account: { id: string; name: string } }>(
      tenant.keys.admin,
      'GET',
      `/api/v1/leads/${lead.body.id}`,
    )
    expect(detail.body.account).toEqual({ id: account.body.id, name: '深圳市华为技术有限公司' })
  }
})

it('a company of the same name in another city is another customer', async () => {
  const lead = await house.call<{ id: string }>(tenant.keys.admin, 'POST', '/api/v1/leads', {
    company: '上海华为技术',
  })
  const detail = await house.call<{ account: object | null }>(
    tenant.keys.admin,
    'GET',
    `/api/v1/leads/${lead.body.id}`,
  )
  expect(detail.body.account).toBeNull()
})

it('customers and deals are accepted, given on and given back like leads; an id of another kind is not there', async () => {
  const admin = tenant.keys.admin
  type Place = { id: string; state: string; owner: { id: string } | null; decisionId: string }
  const deal = await house.call<Place>(admin, 'POST', '/api/v1/opportunities', {
    name: '心电监护 20 台',
    ownerId: tenant.reps[0],
  })
  const verb = (path: string, body?: unknown) =>
    house.call<Place>(admin, 'POST', `/api/v1/${path}`, body as object)
  const at = `opportunities/${deal.body.id}`

  expect((await verb(`${at}/accept`)).status).toBe(200)
  const given = await verb(`${at}/override`, { repId: tenant.reps[3], reason: '老客户' })
  expect(given.body.owner?.id).toBe(tenant.reps[3])
  const back = await verb(`${at}/release`, { reason: '去休产假' })
  expect(back.body.owner?.id).not.toBe(tenant.reps[3])
  expect((await verb(`${at}/close`, { outcome: 'won', amount: 1_200_000 })).body.state).toBe('closed')
  expect((await verb(`${at}/close`, { outcome: 'lost' })).status).toBe(409)
  expect((await verb(`leads/${deal.body.id}/accept`)).status).toBe(404)
  expect((await verb(`accounts/${deal.body.id}/accept`)).status).toBe(404)

  const closed = await house.call<{ outcome: string; stage: string; amount: number }>(
    admin,
    'GET',
    `/api/v1/${at}`,
  )
  expect(closed.body).toMatchObject({ outcome: 'won', stage: 'won', amount: 1_200_000 })
  const timeline = await house.call<{ items: { kind: string; text: string | null }[] }>(
    admin,
    'GET',
    `/api/v1/${at}/timeline`,
  )
  expect(timeline.body.items.map(({ kind }) => kind)).toEqual([
    'closed',
    'released',
    'overridden',
    'imported',
  ])
  expect(timeline.body.items[2]?.text).toBe('老客户')
})
