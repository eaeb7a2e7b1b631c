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
