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
  await test.platform.database.write(tenant.id, async (db) => {
    const reps = JSON.stringify([
      { repId, wins: 7 },
      { repId: tenant.reps[0], wins: 3 },
    ])
    await db.query(
      `insert into capability_report (tenant_id, id, made_at, outcomes, document)
       values ($1, gen_random_uuid(), now(), 10, jsonb_build_object('reps', $2::jsonb))`,
      [db.tenantId, reps],
    )
    await db.query(
      `insert into capability_proposal (tenant_id, id, rep_id, kind, subject, made_at)
       values ($1, gen_random_uuid(), $2, 'tag', '影像', now())`,
      [db.tenantId, repId],
    )
  })
  const kept = await admin<{ capability: { reports: unknown[]; proposals: unknown[] } }>(
    'GET',
    `/members/${memberId}/data-export`,
  )
  expect(kept.body.capability).toMatchObject({
    reports: [{ repId, wins: 7 }],
    proposals: [{ subject: '影像' }],
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
  const task = await admin<{ id: string }>('POST', '/tasks', {
    title: `给${name}打电话`,
    standard: `${name}同意见面`,
    dueAt: new Date(test.clock.now() + 5 * 86_400_000).toISOString(),
    itemKind: 'lead',
    itemId: lead.id,
    repId: tenant.reps[0],
    checkpoints: [{ title: `${name}回电`, dueAt: new Date(test.clock.now() + 2 * 86_400_000).toISOString() }],
  })
  expect(task.status, JSON.stringify(task.body)).toBe(201)
  await admin('POST', `/tasks/${task.body.id}/comments`, { body: `${name}的微信是${wechat}` })
  for (const sweep of test.slices.sweeps.filter((one) => one.name === 'subscription:notifications'))
    await sweep.run(new AbortController().signal)
  await test.platform.database.write(tenant.id, (db) =>
    db.query(
      `insert into trigger_prompt (tenant_id, id, at, item_id, item_kind, cause, from_rep_id, audience, expires_at, state, note)
       values ($1, gen_random_uuid(), now(), $2, 'lead', 'tier_up', $3, 'owner', now(), 'declined', $4)`,
      [db.tenantId, lead.id, tenant.reps[0], `${name}只认我`],
    ),
  )
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
  const told = JSON.stringify(known.body)
  for (const words of [`给${name}打电话`, `${name}回电`, `${name}的微信是${wechat}`, `${name}只认我`])
    expect(told).toContain(words)

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
