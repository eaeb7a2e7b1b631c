import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApp, type TestApp, type TestTenant } from './test-app.ts'

let test: TestApp
let tenant: TestTenant
beforeAll(async () => {
  test = await createTestApp()
  tenant = await test.addTenant({ unlimited: true })
})
afterAll(() => test.close())

const admin = <T = Record<string, unknown>>(method: 'GET' | 'POST', url: string, body?: unknown) =>
  test.call<T>(tenant.keys.admin, method, `/api/v1${url}`, body)

/** Every row of every table, as text. */
async function everythingStored(): Promise<Map<string, string>> {
  const client = new pg.Client(test.endpoints.owner)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  )
  const stored = new Map<string, string>()
  for (const { name } of rows) {
    const found = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
    stored.set(name, found.rows.map(({ row }) => row).join('\n'))
  }
  await client.end()
  return stored
}

it('erases a colleague from every table, and their decisions still replay to the same choice', async () => {
  const traces = ['令狐冲', 'linghu@secret.cn', '13912345678']
  const [name, email, phone] = traces
  const made = await admin<{ id: string }>('POST', '/reps', { name, email, phone, teamId: tenant.teams[0] })
  const repId = made.body.id
  const { memberId } = await test.slices.identity.createMember({
    tenantId: tenant.id,
    name: name ?? '',
    email: email ?? '',
    password: 'a password that is long',
    role: 'rep',
    repId,
  })
  const lead = await admin<{ id: string; decisionId: string }>('POST', '/leads', { name: 'A lead' })
  const given = await admin<{ decisionId: string }>('POST', `/leads/${lead.body.id}/override`, {
    repId,
    reason: '老客户',
  })
  const decisionIds = [lead.body.decisionId, given.body.decisionId].filter((id) => id != null)
  expect(decisionIds.length).toBeGreaterThan(0)
  const held = [...(await everythingStored())].filter(([, text]) =>
    traces.some((trace) => text.includes(trace)),
  )
  expect(held.map(([table]) => table)).toEqual(
    expect.arrayContaining(['rep', 'member', 'login', 'roster_version']),
  )

  const verdicts = () =>
    Promise.all(decisionIds.map(async (id) => (await admin('POST', `/decisions/${id}/verify`)).body))
  const before = await verdicts()
  expect(before[0]).toMatchObject({ identical: true, content: 'intact' })
  const refused = await admin('POST', `/members/${memberId}/erasure`)
  expect(refused.body, 'open work is handed over first').toMatchObject({ code: 'REP_HAS_OPEN_WORK' })
  expect(
    (await admin('POST', `/leads/${lead.body.id}/override`, { repId: tenant.reps[0], reason: '离职' }))
      .status,
  ).toBe(200)
  expect((await admin('POST', `/members/${memberId}/erasure`)).status).toBe(204)

  for (const [table, text] of await everythingStored())
    for (const trace of traces) expect(text.includes(trace), `${trace} in ${table}`).toBe(false)
  expect(await verdicts()).toEqual(before)
})

it('erases a person of a customer from lead and contact, and the chain of decisions stays whole', async () => {
  const traces = ['东方不败', 'dongfang@secret.cn', '13888889999', 'df_wechat', '住在黑木崖']
  const [name, email, phone, wechat, note] = traces
  const lead = (
    await admin<{ id: string; decisionId: string }>('POST', '/leads', {
      name,
      email,
      phone,
      wechat,
      note,
      company: '日月科技有限公司',
      region: '河北',
    })
  ).body
  await admin('POST', `/leads/${lead.id}/activities`, { kind: 'call', summary: `${name} ${note}` })
  await admin('POST', `/leads/${lead.id}/release`, { reason: `${name} wants somebody else` })
  const contact = (await admin<{ id: string }>('POST', '/contacts', { name, email, phone, note })).body
  const known = await admin<{ record: { phone: string }; others: unknown[]; decisions: unknown[] }>(
    'GET',
    `/leads/${lead.id}/personal-data`,
  )
  expect(known.body).toMatchObject({
    record: { name, wechat },
    others: [{ kind: 'contact', id: contact.id }],
  })
  expect(known.body.decisions.length).toBeGreaterThan(0)

  expect((await admin('POST', `/leads/${lead.id}/erasure`)).status).toBe(204)
  expect((await admin('POST', `/contacts/${contact.id}/erasure`)).status).toBe(204)
  for (const [table, text] of await everythingStored())
    for (const trace of traces) expect(text.includes(trace), `${trace} in ${table}`).toBe(false)

  const { body } = await admin('GET', `/leads/${lead.id}`)
  expect(body).toMatchObject({ company: '日月科技有限公司', region: '河北', phone: null, outcome: 'invalid' })
  expect((await admin('POST', `/decisions/${lead.decisionId}/verify`)).body).toMatchObject({
    content: 'input_erased',
  })
  const again = await admin<{ merged?: boolean }>('POST', '/leads', { name: 'Somebody', phone })
  expect(again.status, 'nobody is known by an erased phone').toBe(201)
})
