import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queueTask, receiveFile, workOn } from '../src/intake/index.ts'
import { importSession } from './import-session.ts'
import { createTestApp, type TestApp, type TestTenant } from './test-app.ts'

let house: TestApp
let tenant: TestTenant
let session: ReturnType<typeof importSession>

beforeAll(async () => {
  house = await createTestApp()
  tenant = await house.addTenant({ teams: 2, repsPerTeam: 2 })
  session = importSession(house, tenant)
})
afterAll(() => house.close())

const errorsOf = async (id: string, language = 'en'): Promise<string[]> => {
  const response = await house.app.inject({
    url: `/api/v1/imports/${id}/errors.csv?lang=${language}`,
    headers: { authorization: `Bearer ${session.key}` },
  })
  expect(response.headers['content-type']).toBe('text/csv; charset=utf-8')
  return response.body.replace('\ufeff', '').trimEnd().split('\r\n')
}
const leads = async (query: string) =>
  (await house.call<{ items: Record<string, unknown>[] }>(session.key, 'GET', `/api/v1/leads?${query}`)).body
    .items
const put = (id: string, body: object) =>
  house.call(session.key, 'PUT', `/api/v1/imports/${id}/mapping`, body)

/** Real header rows of Chinese CRM exports; the bytes are what Excel in China saves. */
const first = `客户编号,客户名称,客户经理,客户电话,线索来源,客户需求,客户状态,客户级别
K1,深圳市远航科技有限公司,Rep 1,0755-28780808,展会,采购,跟进中,VIP
K2,杭州云栖软件有限公司,Rep 2,13800138000,官网,试用,已成交,普通
K3,苏州金龙客车,没有这个人,一三九〇〇一三九〇〇〇,官网,采购,新线索,普通
K4,重复的客户,,139 0013 9000,官网,采购,新线索,普通
K5,电话不对,,12345,官网,采购,新线索,普通
K6,,,,官网,采购,新线索,普通
`

describe('a GBK sheet of leads', () => {
  it('is understood by itself, tried and imported: owned, closed or waiting as the sheet says', async () => {
    const uploaded = await session.upload('leads', '线索.csv', encodeGb18030(first))
    expect(uploaded.format).toMatchObject({ type: 'csv', encoding: 'gb18030', delimiter: ',' })
    expect(uploaded.columns.map((c) => c.field)).toEqual([
      'id',
      'company',
      'owner',
      'phone',
      'source',
      'needType',
      'outcome',
      'customerLevel',
    ])
    expect(uploaded.preview[0]).toEqual({
      row: 2,
      cells: ['K1', '深圳市远航科技有限公司', 'Rep 1', '0755-28780808', '展会', '采购', '跟进中', 'VIP'],
    })

    const tried = await session.act(uploaded.id, 'dry-run')
    expect(tried).toMatchObject({
      state: 'ready',
      dryRun: { counts: { rows: 6, created: 4, duplicates: 1, failed: 1 } },
    })
    expect(await leads('')).toEqual([])

    const done = await session.act(uploaded.id, 'start')
    expect(done.result?.counts).toEqual(tried.dryRun?.counts)
    expect(done.progress).toEqual({ rowReached: 7, totalRows: 6, percent: 100 })
    const chunks = await house.platform.database.read(tenant.id, (db) =>
      db.query('select 1 as one from import_chunk where tenant_id = $1', [tenant.id]),
    )
    expect(chunks, 'the file is dropped once it is imported').toEqual([])
    const byCompany = new Map((await leads('sort=company')).map((lead) => [lead['company'], lead]))
    expect(byCompany.get('深圳市远航科技有限公司')).toMatchObject({
      state: 'owned',
      owner: { id: tenant.reps[0], name: 'Rep 1' },
      phone: '+8675528780808',
    })
    expect(byCompany.get('杭州云栖软件有限公司')).toMatchObject({ state: 'closed', outcome: 'won' })
    expect(byCompany.get('苏州金龙客车')).toMatchObject({
      state: 'waiting',
      owner: null,
      phone: '+8613900139000',
    })
    expect(byCompany.get('电话不对')).toMatchObject({ phone: '12345' })
    expect(byCompany.has('重复的客户')).toBe(false)

    expect(await errorsOf(done.id)).toEqual([
      'row,severity,column,code,given,what would be right',
      '4,warning,客户经理,unknown_rep,没有这个人,"the name, key or mail of a rep; import reps first"',
      '5,warning,,duplicate,139 0013 9000,a lead that is not known yet by phone or mail; it was put together with the one known first',
      '6,warning,客户电话,not_a_phone,12345,"a phone number, like 13800138000 or 0755-28780808"',
      '7,error,name,required,,"one of name, company, phone, email, wechat"',
    ])
    const chinese = await errorsOf(done.id, 'zh-CN')
    expect([chinese[0], chinese[3], chinese[4]]).toEqual([
      '行号,级别,列,代码,原值,应为',
      '6,提醒,客户电话,not_a_phone,12345,电话号码，如 13800138000 或 0755-28780808',
      '7,错误,name,required,,姓名、公司、电话、邮箱、微信之一',
    ])
  })

  it('again changes nothing; a row that differs now is told and left', async () => {
    const again = await session.upload('leads', '线索2.csv', Buffer.from(first.replace('展会', '转介绍')))
    const done = await session.act(again.id, 'start')
    expect(done.result?.counts).toMatchObject({ created: 0, unchanged: 4, changed: 1, failed: 1 })
    expect((await errorsOf(done.id))[1]).toMatch(/^2,warning,,imported_before,K1,/)
  })

  it('is taken back except what somebody has worked on since, and can then be imported anew', async () => {
    const { body } = await house.call<{ items: { id: string; state: string }[] }>(
      session.key,
      'GET',
      '/api/v1/imports',
    )
    const original = body.items.at(-1)
    const [worked] = await leads('q=金龙')
    await house.call(
      session.key,
      'PATCH',
      `/api/v1/leads/${worked?.['id']}`,
      { note: '见过' },
      { 'if-match': '"1"' },
    )
    const undone = await session.act(original?.id ?? '', 'undo')
    expect(undone).toMatchObject({ state: 'undone', result: { undone: { removed: 3, kept: 1 } } })
    expect((await leads('')).map((lead) => lead['company'])).toEqual(['苏州金龙客车'])
    const again = await session.upload('leads', '线索.csv', encodeGb18030(first))
    const done = await session.act(again.id, 'start')
    expect(done.result?.counts).toMatchObject({ created: 3, unchanged: 1 })
    expect((await house.call(session.key, 'POST', `/api/v1/imports/${original?.id}/start`)).status).toBe(409)
  })
})

describe('leads that are known already', () => {
  it('are put together, linked or refused as the policy says, and the report says which', async () => {
    const house2 = await house.addTenant({ unlimited: true, teams: 1, repsPerTeam: 1 })
    const admin = house2.keys.admin
    const other = importSession(house, house2)
    const open = (
      await house.call<{ id: string; owner: { id: string } }>(admin, 'POST', '/api/v1/leads', {
        name: '先来的',
        phone: '13711110000',
      })
    ).body
    const outcomes: unknown[] = []
    for (const action of ['merge', 'link', 'block']) {
      const { document } = (await house.call<{ document: object }>(admin, 'GET', '/api/v1/policy')).body
      await house.call(
        admin,
        'PUT',
        '/api/v1/policy',
        { ...document, duplicates: { action } },
        { 'if-match': '*' },
      )
      await house.call(admin, 'POST', '/api/v1/policy/publish', { note: action })
      const file = Buffer.from(`id,name,phone\n${action},后来的,13711110000\n`)
      const { id } = await other.upload('leads', `${action}.csv`, file)
      const done = await other.act(id, 'start')
      const counts = done.result?.counts ?? {}
      outcomes.push([action, counts['created'], counts['duplicates'], done.result?.problems])
    }
    expect(outcomes).toEqual([
      ['merge', 0, 1, { duplicate: 1 }],
      ['link', 1, 0, { duplicate_linked: 1 }],
      ['block', 0, 1, { duplicate_blocked: 1 }],
    ])
    const [made] = (
      await house.call<{ items: { id: string }[] }>(admin, 'GET', '/api/v1/leads?state=waiting')
    ).body.items
    await house.call(admin, 'POST', '/api/v1/assignments', { leadIds: [made?.id] })
    expect((await house.call(admin, 'GET', `/api/v1/leads/${made?.id}`)).body).toMatchObject({
      owner: { id: open.owner.id },
    })
  })
})

describe('a mapping', () => {
  it('is edited, checked and remembered for the next file with these headers', async () => {
    const sheet = '编码甲,说法,联系用\na-1,阿里,13711111111\n'
    const one = await session.upload('leads', 'a.csv', Buffer.from(sheet))
    expect(one.mapping.columns).toEqual([null, null, null])
    const columns = ['id', 'company', 'phone']
    expect((await put(one.id, { ...one.mapping, columns: ['id', 'id', 'nonsense'] })).body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [
        { field: 'columns.1', code: 'duplicate' },
        { field: 'columns.2', code: 'unknown' },
      ],
    })
    expect((await put(one.id, { ...one.mapping, columns })).status).toBe(200)
    const two = await session.upload('leads', 'b.csv', Buffer.from(sheet.replace('a-1', 'a-2')))
    expect(two.columns.map((c) => [c.field, c.match])).toEqual([
      ['id', 'remembered'],
      ['company', 'remembered'],
      ['phone', 'remembered'],
    ])
  })

  it('holds a sheet to what the door for single leads takes, and says what would be right', async () => {
    await house.call(tenant.keys.admin, 'POST', '/api/v1/attributes', {
      key: '楼层',
      type: 'number',
      minimum: 1,
      maximum: 99,
    })
    const sheet =
      'id,name,amount,employees,engagement,createdAt,楼层\n' +
      'B1,老赵,-5,-3,101,0001-01-01,100\n' +
      `B2,${'长'.repeat(201)},5万,3,100,2026-01-01,99\n`
    const { id } = await session.upload('leads', 'bounds.csv', Buffer.from(sheet))
    const done = await session.act(id, 'start')
    expect(done.result?.counts).toMatchObject({ created: 1, failed: 1 })
    expect((await errorsOf(id)).slice(1)).toEqual([
      `2,warning,amount,not_a_money,'-5,"an amount, like 120000 or 12万"`,
      `2,warning,employees,not_a_count,'-3,a whole number of 0 or more`,
      '2,warning,engagement,out_of_range,101,a number from 0 to 100',
      '2,warning,createdAt,not_a_time,0001-01-01,"a date, like 2026-11-23 or 2026/11/23 09:30"',
      '2,warning,楼层,out_of_range,100,a number from 1 to 99',
      expect.stringMatching(/^3,error,name,too_long,长+,must have at most 200 characters$/),
    ])
  })

  it('says what values stand for, ignores owners where told to, and fills custom attributes', async () => {
    await house.call(tenant.keys.admin, 'POST', '/api/v1/attributes', { key: '门店数', type: 'number' })
    await house.call(tenant.keys.admin, 'POST', '/api/v1/products', { name: '旗舰版' })
    const sheet =
      '线索名称,手机,产品,门店数,负责人\n老王,13600000001,大的,12,Rep 1\n老李,13600000002,旗舰版,很多,Rep 1\n'
    const one = await session.upload('leads', 'c.csv', Buffer.from(sheet))
    expect(one.mapping.columns).toEqual(['name', 'phone', 'product', 'custom.门店数', 'owner'])
    await put(one.id, { ...one.mapping, values: { product: { 大的: '旗舰版' } }, owners: 'ignore' })
    const done = await session.act(one.id, 'start')
    expect(done.result?.repairs).toEqual([
      { field: 'product', given: '大的', used: '旗舰版', how: 'chosen', count: 1 },
    ])
    expect(
      await leads('product=旗舰版&sort=name'.replace('旗舰版', encodeURIComponent('旗舰版'))),
    ).toMatchObject([
      { name: '老李', state: 'waiting', custom: {} },
      { name: '老王', state: 'waiting', custom: { 门店数: 12 } },
    ])
    expect((await errorsOf(done.id))[1]).toBe('3,warning,门店数,not_a_number,很多,"a number, like 12.5"')
  })

  it('lets what nobody keeps lie in a pool, and takes it back out of there', async () => {
    const pool = await house.call<{ id: string }>(tenant.keys.admin, 'POST', '/api/v1/pools', {
      name: '展会名单',
    })
    const sheet = '线索名称,手机,负责人\n池一,13600000011,\n池二,13600000012,\n有主,13600000013,Rep 1\n'
    const one = await session.upload('leads', 'pool.csv', Buffer.from(sheet))
    const settle = (to: string) =>
      house.call<{ errors: { field: string }[] }>(session.key, 'PUT', `/api/v1/imports/${one.id}/mapping`, {
        ...one.mapping,
        pool: to,
      })
    expect(await settle('nowhere')).toMatchObject({ status: 422, body: { errors: [{ field: 'pool' }] } })
    await put(one.id, { ...one.mapping, pool: pool.body.id })
    const done = await session.act(one.id, 'start')
    expect(done.result?.counts).toMatchObject({ created: 3 })
    const lying = async () =>
      (
        await house.call<{ items: { name: string; cause: string }[] }>(
          tenant.keys.admin,
          'GET',
          `/api/v1/pools/${pool.body.id}/items`,
        )
      ).body.items.map((item) => [item.name, item.cause])
    expect((await lying()).sort()).toEqual([
      ['池一', 'imported'],
      ['池二', 'imported'],
    ])
    expect(await leads(`q=${encodeURIComponent('有主')}`)).toMatchObject([{ state: 'owned' }])
    const customers = await session.upload('accounts', 'c.csv', Buffer.from('客户名称\n池里的客户有限公司\n'))
    await put(customers.id, { ...customers.mapping, pool: pool.body.id })
    await session.act(customers.id, 'start')
    expect(await lying()).toHaveLength(3)
    for (const id of [one.id, customers.id]) await session.act(id, 'undo')
    expect(await lying()).toEqual([])
  })

  it('lets the file be read in another encoding', async () => {
    const one = await session.upload('leads', 'd.csv', Buffer.from('姓名,手机\n张三,13600000003\n'))
    const wrong = await house.call(session.key, 'PUT', `/api/v1/imports/${one.id}/format`, {
      encoding: 'gb18030',
    })
    expect((wrong.body as unknown as typeof one).columns[0]?.header).not.toBe('姓名')
    const right = await house.call(session.key, 'PUT', `/api/v1/imports/${one.id}/format`, {
      encoding: 'utf-8',
    })
    expect((right.body as unknown as typeof one).mapping.columns).toEqual(['name', 'phone'])
  })
})

describe('what is refused', () => {
  it('a formula stays out of the records, and out of the file of errors as a formula', async () => {
    const sheet = '姓名,手机\n"=HYPERLINK(""http://x"",""y"")",13600000004\n'
    const one = await session.upload('leads', 'e.csv', Buffer.from(sheet))
    const done = await session.act(one.id, 'start')
    expect(done.result?.counts).toMatchObject({ created: 0, failed: 1 })
    expect((await errorsOf(done.id))[1]).toContain(`"'=HYPERLINK(""http://x"",""y"")"`)
  })

  it('a file that is none leaves nothing behind', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('PK\u0003\u0004 but no zip at all'),
      Buffer.from('a,b\n1,"x'),
      // A picture, an encrypted workbook: bytes without a NUL that GB18030 would read as letters.
      Buffer.from(Array.from({ length: 300 }, (_, i) => ((i * 89) % 255) + 1)),
    ]) {
      const response = await session.send('leads', 'x', bytes)
      expect(response.statusCode, response.body).toBe(422)
      expect(response.json()).toMatchObject({ code: 'FILE_UNREADABLE' })
    }
    const [rows] = await house.platform.database.read(tenant.id, (db) =>
      db.query(`select count(*) as n from import where tenant_id = $1 and state = 'uploading'`, [tenant.id]),
    )
    expect(rows).toEqual({ n: 0 })
  })

  it('a file of more than 200 MB, however it comes', async () => {
    const services = { platform: house.platform, assignment: house.slices.assignment }
    const upload = (bytes: Uint8Array, truncated: boolean) =>
      receiveFile(services, tenant.id, {
        kind: 'leads',
        fileName: 'big.csv',
        createdBy: null,
        bytes: (async function* () {
          yield bytes
        })(),
        truncated: () => truncated,
      })
    await expect(upload(new Uint8Array(200 * 1024 * 1024 + 1), false)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    })
    await expect(upload(Buffer.from('a,b\n1,2\n'), true)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
    const [rows] = await house.platform.database.read(tenant.id, (db) =>
      db.query(`select count(*) as n from import where tenant_id = $1 and file_name = 'big.csv'`, [
        tenant.id,
      ]),
    )
    expect(rows).toEqual({ n: 0 })
  })

  it('people without the right, other companies, and steps out of turn', async () => {
    const sheet = Buffer.from('姓名,手机\n甲,13600000005\n')
    expect((await session.send('leads', 'x.csv', sheet, tenant.keys.rep)).statusCode).toBe(403)
    const one = await session.upload('leads', 'f.csv', sheet)
    const other = await house.addTenant()
    expect((await house.call(other.keys.admin, 'GET', `/api/v1/imports/${one.id}`)).status).toBe(404)
    expect((await house.call(other.keys.admin, 'POST', `/api/v1/imports/${one.id}/start`)).status).toBe(404)
    expect((await house.call(session.key, 'POST', `/api/v1/imports/${one.id}/undo`)).status).toBe(409)
  })
})

describe('a long import', () => {
  const sheet = (n: number): Buffer =>
    Buffer.from(
      `线索编号,姓名,手机\n${Array.from({ length: n }, (_, i) => `N${i},人${i},${15_000_000_000 + i}`).join('\n')}`,
    )

  it('stopped half-way goes on where it was, on whichever node takes it, and makes nothing twice', async () => {
    const services = { platform: house.platform, assignment: house.slices.assignment }
    const { id } = await session.upload('leads', 'long.csv', sheet(2500))
    await queueTask(services, tenant.id, id, 'import', null)
    await workOn(services, tenant.id, id, AbortSignal.abort())
    const halfway = await session.get(id)
    expect(halfway).toMatchObject({ state: 'working', progress: { rowReached: 1001 } })
    await session.work()
    const done = await session.get(id)
    expect(done).toMatchObject({
      state: 'done',
      result: { counts: { rows: 2500, created: 2500, unchanged: 0 } },
    })
    expect(
      (await house.call<{ total: number }>(session.key, 'GET', `/api/v1/leads/count?importId=${id}`)).body
        .total,
    ).toBe(2500)
  })

  it('is done by one node although two look for work at once', async () => {
    const services = { platform: house.platform, assignment: house.slices.assignment }
    const { id } = await session.upload(
      'leads',
      'two.csv',
      Buffer.from(sheet(1200).toString().replaceAll('N', 'M').replaceAll(',150', ',159')),
    )
    await queueTask(services, tenant.id, id, 'import', null)
    const never = new AbortController().signal
    await Promise.all([workOn(services, tenant.id, id, never), workOn(services, tenant.id, id, never)])
    expect((await session.get(id)).result?.counts).toMatchObject({
      rows: 1200,
      created: 1200,
      unchanged: 0,
      duplicates: 0,
    })
  })
})

/** Node can read GB18030 but not write it: the table is turned round. */
function encodeGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, number>()
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      table.set(decoder.decode(Uint8Array.of(high, low)), (high << 8) | low)
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    const pair = table.get(char)
    if (code < 0x80) bytes.push(code)
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff)
    else throw new Error(`${char} is not in GBK`)
  }
  return Buffer.from(bytes)
}
