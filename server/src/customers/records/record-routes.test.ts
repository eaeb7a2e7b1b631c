import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNewLead } from '../testing.ts'
import { type CustomersApp, openCustomersApp } from '../testing-app.ts'

const now = Date.parse('2026-11-23T01:00:00Z')
let house: CustomersApp
let wang: { repId: string; teamId: string }
let li: { repId: string; teamId: string }

beforeAll(async () => {
  house = await openCustomersApp(now)
  wang = await house.aRep('王强')
  li = await house.aRep('李雷')
})
afterAll(() => house.close())

type Json = Record<string, unknown> & { id: string; version: number }
const send = async (
  method: 'POST' | 'PATCH',
  url: string,
  payload: object,
  caller = house.as('admin'),
  headers = {},
) => house.app.inject({ method, url: `/api/v1/${url}`, payload, headers: { ...caller.headers, ...headers } })
const make = async (plural: string, payload: object, caller = house.as('admin')) => {
  const response = await send('POST', plural, payload, caller)
  expect(response.statusCode, response.body).toBe(201)
  return response.json<Json>()
}
const names = async (url: string, caller = house.as('admin')) => {
  const response = await house.app.inject({ url: encodeURI(`/api/v1/${url}`), ...caller })
  expect(response.statusCode, response.body).toBe(200)
  return response.json<{ items: { name: string }[] }>().items.map((item) => item.name)
}

describe('accounts', () => {
  it('are normalised, found in pinyin and matched by the leads of the same company', async () => {
    const account = await make('accounts', {
      name: '杭州市西溪软件有限公司',
      phone: '0571-88888888',
      revenue: 1_200_000.5,
      tags: ['b', 'a', 'b'],
    })
    expect(account).toMatchObject({
      phone: '+8657188888888',
      revenue: 1_200_000.5,
      tags: ['a', 'b'],
      state: null,
      currency: 'CNY',
    })
    expect(await names('accounts?q=hzxx')).toEqual(['杭州市西溪软件有限公司'])
    const { lead } = aNewLead({ company: '西溪软件' }, now)
    const found = await house.database.read(house.tenantId, (db) =>
      house.customers.findDuplicates(db, [{ ref: 'x', identities: lead.identities }]),
    )
    expect(found).toMatchObject([{ what: 'account', id: account.id, by: ['company'], accountId: account.id }])
  })

  it('are narrowed by groups of conditions, as are opportunities', async () => {
    await make('accounts', { name: '条件一号', industry: '软件', employees: 80, customerLevel: 'A' })
    await make('accounts', { name: '条件二号', industry: '医疗', employees: 800 })
    const where = {
      all: [
        ['name', 'contains', '条件'],
        {
          any: [
            ['employees', 'atMost', '100'],
            ['industry', 'is', '医疗'],
          ],
        },
      ],
    }
    expect((await names(`accounts?sort=name&where=${JSON.stringify(where)}`)).sort()).toEqual([
      '条件一号',
      '条件二号',
    ])
    const big = {
      all: [
        ['name', 'contains', '条件'],
        ['employees', 'atLeast', '100'],
        ['customerLevel', 'empty'],
      ],
    }
    expect(await names(`accounts?where=${JSON.stringify(big)}`)).toEqual(['条件二号'])
    await make('opportunities', { name: '条件商机', amount: 1200.5, expectedCloseOn: '2027-01-31' })
    const deal = {
      all: [
        ['amount', 'is', '1200.5'],
        ['closeOn', 'onOrBefore', '2027-01-31'],
        ['closeOn', 'onOrAfter', '2027-01-31'],
      ],
    }
    expect(await names(`opportunities?where=${JSON.stringify(deal)}`)).toEqual(['条件商机'])
  })

  it('are edited by version, archived and no longer listed', async () => {
    const { id } = await make('accounts', { name: '要归档的公司', industry: '软件' })
    const edit = (version: number, body: object) =>
      send('PATCH', `accounts/${id}`, body, house.as('admin'), { 'if-match': `"${version}"` })
    expect((await edit(1, { industry: null, city: '杭州' })).json()).toMatchObject({
      version: 2,
      industry: null,
      city: '杭州',
    })
    expect((await edit(1, { city: '北京' })).statusCode).toBe(412)
    expect((await edit(2, { name: null })).statusCode).toBe(422)
    expect((await edit(2, { archived: true })).json()).toMatchObject({ archived: true })
    expect(await names('accounts?q=要归档')).toEqual([])
    expect(await names('accounts?q=要归档&archived=true')).toEqual(['要归档的公司'])
  })

  it('take an external id once', async () => {
    await make('accounts', { name: '甲', externalId: 'X-1' })
    const again = await send('POST', 'accounts', { name: '乙', externalId: 'X-1' })
    expect(again.statusCode).toBe(409)
    expect(again.json()).toMatchObject({ code: 'NAME_TAKEN' })
  })

  it('are seen by a rep who owns them, made them or works with them; pooled ones without contact data', async () => {
    const mine = await make('accounts', { name: '归王强' })
    const pooled = await make('accounts', { name: '公海客户', phone: '13800138000' })
    const worked = await make('accounts', { name: '有商机的客户' })
    await make('accounts', { name: '别人的客户' })
    await house.own(mine.id, 'account', 'owned', wang.repId)
    await house.own(pooled.id, 'account', 'pooled', null)
    const deal = await make('opportunities', { name: '大单', accountId: worked.id })
    await house.own(deal.id, 'opportunity', 'owned', wang.repId)
    const rep = house.as('rep', { repId: wang.repId })
    expect((await names('accounts?sort=name', rep)).sort()).toEqual(
      ['公海客户', '归王强', '有商机的客户'].sort(),
    )
    const seen = await house.app.inject({ url: `/api/v1/accounts/${pooled.id}`, ...rep })
    expect(seen.json()).toMatchObject({ masked: true, phone: '+86138****8000' })
    const edit = await send('PATCH', `accounts/${pooled.id}`, { city: 'x' }, rep, { 'if-match': '"1"' })
    expect(edit.statusCode).toBe(404)
    expect(await names('accounts', house.as('rep', { repId: li.repId }))).toEqual(['公海客户'])
  })
})

describe('contacts', () => {
  it('are as visible as their customer, and hidden while it is pooled', async () => {
    const own = await make('accounts', { name: '王强的客户' })
    const pooled = await make('accounts', { name: '池里的客户' })
    await house.own(own.id, 'account', 'owned', wang.repId)
    await house.own(pooled.id, 'account', 'pooled', null)
    await make('contacts', {
      name: '联系人甲',
      accountId: own.id,
      phone: '13600136000',
      decisionMakerLevel: 'decider',
    })
    await make('contacts', { name: '联系人乙', accountId: pooled.id })
    expect(await names('contacts?sort=name', house.as('rep', { repId: wang.repId }))).toEqual(['联系人甲'])
    expect(await names('contacts?q=lxr', house.as('rep', { repId: li.repId }))).toEqual([])
    expect(await names('contacts?q=lxr')).toHaveLength(2)
    const foreign = await send(
      'POST',
      'contacts',
      { name: 'x', accountId: own.id },
      house.as('rep', { repId: li.repId }),
    )
    expect(foreign.json()).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ field: 'accountId', code: 'unknown' }],
    })
  })
})

describe('opportunities', () => {
  it('are understood as work, and a rep makes them for themselves', async () => {
    const deal = await make(
      'opportunities',
      { name: '续约', amount: 5000, stage: '报价' },
      house.as('rep', { repId: wang.repId }),
    )
    expect(deal).toMatchObject({ name: '续约', amount: 5000, stage: '报价', outcome: 'open' })
    const [row] = await house.database.read(house.tenantId, (db) =>
      db.query('select facts, points_hundredths, tier from opportunity where tenant_id = $1 and id = $2', [
        house.tenantId,
        deal.id,
      ]),
    )
    expect(row).toMatchObject({
      facts: { kind: 'opportunity', amount: 5000 },
      points_hundredths: 150,
      tier: 'B',
    })
  })

  it('cannot be given to somebody out of reach', async () => {
    const response = await send(
      'POST',
      'opportunities',
      { name: 'x', ownerId: li.repId },
      house.as('team_lead', { teamId: wang.teamId }),
    )
    expect(response.json()).toMatchObject({ errors: [{ field: 'ownerId' }] })
  })
})

describe('products', () => {
  it('have one name, whatever its case', async () => {
    await make('products', { name: 'GTX Pro', line: 'GTX', price: 4821 })
    expect((await send('POST', 'products', { name: 'gtx pro' })).statusCode).toBe(409)
    expect((await send('POST', 'products', { name: 'x' }, house.as('rep'))).statusCode).toBe(403)
    expect(await names('products?line=GTX', house.as('rep'))).toEqual(['GTX Pro'])
  })
})

describe('custom attributes', () => {
  it('are defined without code, checked on every write, and named in the catalogue of rules', async () => {
    const attribute = await make('attributes', {
      key: '门店数',
      labelZh: '门店数',
      entities: ['account', 'lead'],
      type: 'number',
      minimum: 1,
      maximum: 100,
    })
    const put = (custom: object) => send('POST', 'accounts', { name: '连锁', custom })
    expect((await put({ 门店数: 12 })).json()).toMatchObject({ custom: { 门店数: 12 } })
    expect((await put({ 'custom.门店数': 12 })).json()).toMatchObject({ custom: { 门店数: 12 } })
    expect((await put({ 门店数: 0 })).json()).toMatchObject({
      errors: [{ field: 'custom.门店数', code: 'too_small' }],
    })
    expect((await put({ 门店数: '十二' })).json()).toMatchObject({ errors: [{ code: 'type' }] })
    expect((await put({ 别的: 1 })).json()).toMatchObject({ errors: [{ code: 'UNKNOWN_ATTRIBUTE' }] })
    const fields = await house.app.inject({ url: '/api/v1/fields', ...house.as('rep') })
    const before = fields.json<{ revision: number; items: { key: string; type: string }[] }>()
    expect(before.items).toContainEqual({ key: 'custom.门店数', type: 'number', options: [] })

    const archived = await send(
      'PATCH',
      `attributes/${attribute.id}`,
      { archived: true },
      house.as('admin'),
      { 'if-match': '"1"' },
    )
    expect(archived.json()).toMatchObject({ archived: true, version: 2 })
    expect((await put({ 门店数: 12 })).statusCode).toBe(422)
    const after = (await house.app.inject({ url: '/api/v1/fields', ...house.as('rep') })).json<
      typeof before
    >()
    expect(after.revision).toBeGreaterThan(before.revision)
    expect(after.items.map((f) => f.key)).not.toContain('custom.门店数')
  })

  it('refuse a built-in key, a key twice, options on a number and bounds turned round', async () => {
    await make('attributes', { key: 'floor', type: 'text', options: ['1F', '2F'] })
    for (const body of [
      { key: 'industry', type: 'text' },
      { key: 'floor', type: 'number' },
      { key: 'a1', type: 'number', options: ['x'] },
      { key: 'a2', type: 'number', minimum: 2, maximum: 1 },
      { key: '1 bad key', type: 'text' },
    ])
      expect([409, 422]).toContain((await send('POST', 'attributes', body)).statusCode)
    expect((await send('POST', 'attributes', { key: 'b', type: 'text' }, house.as('rep'))).statusCode).toBe(
      403,
    )
  })
})

it('an activity with a customer is written down once per key, by those who see the customer', async () => {
  const account = await make('accounts', { name: '拜访的客户' })
  const body = { itemKind: 'account', itemId: account.id, kind: 'visit', summary: '见了王总' }
  const key = { 'idempotency-key': 'once' }
  const first = await send('POST', 'activities', body, house.as('admin'), key)
  const again = await send('POST', 'activities', body, house.as('admin'), key)
  expect([first.statusCode, again.json()]).toEqual([201, first.json()])
  expect((await send('POST', 'activities', body, house.as('rep', { repId: li.repId }))).statusCode).toBe(404)
  const log = await house.app.inject({ url: `/api/v1/activities?itemId=${account.id}`, ...house.as('admin') })
  expect(log.json<{ items: unknown[] }>().items).toHaveLength(1)
})

it('a contact about an opportunity is the last contact with its customer', async () => {
  const account = await make('accounts', { name: '商机里联系过的客户' })
  const quiet = await make('accounts', { name: '没有联系过的客户' })
  const deal = await make('opportunities', { name: '联系过的商机', accountId: account.id, stage: '需求确认' })
  await house.database.write(house.tenantId, (db) =>
    db.query('update opportunity set last_activity_at = $3 where tenant_id = $1 and id = $2', [
      house.tenantId,
      deal.id,
      new Date(now),
    ]),
  )
  const last = async (id: string) =>
    (await house.app.inject({ url: `/api/v1/accounts/${id}`, ...house.as('admin') })).json<{
      lastActivityAt: string | null
    }>().lastActivityAt
  expect(await last(account.id)).toBe(new Date(now).toISOString())
  expect(await last(quiet.id)).toBeNull()
})
