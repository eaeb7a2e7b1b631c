import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../platform/ids.ts'
import { markActivity } from '../activities/mark-activity.ts'
import { idsByText } from '../find-by-text.ts'
import { searchPatterns } from '../normalise/search-text.ts'
import { aNewLead } from '../testing.ts'
import { type CustomersApp, openCustomersApp } from '../testing-app.ts'
import { insertLeads } from './insert-leads.ts'
import type { LeadInput } from './lead-input.ts'
import type { LeadDetail } from './read-lead-detail.ts'

const now = Date.parse('2026-11-23T01:00:00Z')
let house: CustomersApp
let wang: { repId: string; teamId: string }
let li: { repId: string; teamId: string }
const ids: Record<string, string> = {}

const leads: readonly [string, LeadInput, 'wang' | 'li' | 'pooled' | 'waiting'][] = [
  [
    'huawei',
    { name: '陈晓', company: '深圳市华为技术', phone: '13800138000', amount: 300_000, region: '华南' },
    'wang',
  ],
  ['twin', { name: '陈小', company: '华为技术有限公司', phone: '138 0013 8000', tags: ['VIP'] }, 'li'],
  ['alike', { name: '周一', company: '华伟技术有限公司', amount: 10 }, 'wang'],
  [
    'pooled',
    { name: '赵敏', company: '北京同仁堂', phone: '13900139000', email: 'zhao@example.com' },
    'pooled',
  ],
  ['waiting', { name: '钱多', company: '苏州金龙', source: '官网' }, 'waiting'],
]

beforeAll(async () => {
  house = await openCustomersApp(now)
  wang = await house.aRep('王强')
  li = await house.aRep('李雷')
  for (const [index, [key, input, at]] of leads.entries()) {
    const lead = aNewLead(input, now + index * 1000)
    ids[key] = lead.id
    await house.database.write(house.tenantId, (db) => insertLeads(db, [lead], now))
    await house.own(
      lead.id,
      'lead',
      at === 'wang' || at === 'li' ? 'owned' : at,
      at === 'wang' ? wang.repId : at === 'li' ? li.repId : null,
    )
  }
})
afterAll(() => house.close())

const list = async (query: string, caller = house.as('admin')) => {
  const response = await house.app.inject({
    url: encodeURI(`/api/v1/leads?${query}`).replace('%2525', '%25'),
    ...caller,
  })
  expect(response.statusCode, response.body).toBe(200)
  return response.json<{
    items: { id: string; name: string; phone: string | null; masked: boolean }[]
    nextCursor: string | null
  }>()
}
const namesOf = async (query: string, caller = house.as('admin')) =>
  (await list(query, caller)).items.map((item) => item.name)
const get = async (key: string, caller = house.as('admin')) =>
  house.app.inject({ url: `/api/v1/leads/${ids[key]}`, ...caller })

describe('a list of leads', () => {
  it('is newest first and pages without gaps or repeats', async () => {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(
        `limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      )
      seen.push(...page.items.map((item) => item.name))
      cursor = page.nextCursor
    }
    expect(seen).toEqual(['钱多', '赵敏', '周一', '陈小', '陈晓'])
  })

  it.each(['-amount', 'amount', 'name', 'waitingSince', '-score', 'nextStepAt'])(
    'pages by %s, too',
    async (sort) => {
      const first = await list(`sort=${sort}&limit=3`)
      const second = await list(`sort=${sort}&limit=3&cursor=${first.nextCursor}`)
      expect(new Set([...first.items, ...second.items].map((item) => item.id)).size).toBe(5)
    },
  )

  it.each([
    ['state=waiting', ['钱多']],
    ['state=waiting,pooled', ['钱多', '赵敏']],
    ['owner=none', ['钱多', '赵敏']],
    ['region=华南', ['陈晓']],
    ['source=官网', ['钱多']],
    ['tag=VIP', ['陈小']],
    ['q=华为', ['陈小', '陈晓']],
    ['q=huawei', ['周一', '陈小', '陈晓']],
    ['q=szhw', ['陈晓']],
    ['q=chenxiao', ['陈小', '陈晓']],
    ['q=13800138000', ['陈小', '陈晓']],
    ['q=zhao@example.com', ['赵敏']],
    ['q=%25', []], // a lone wildcard says nothing,
    ['reason=TEST&state=waiting', ['钱多']],
  ])('is narrowed by %s', async (query, expected) => expect(await namesOf(query)).toEqual(expected))

  it.each<[object, string[]]>([
    [{ all: [['company', 'contains', '华为', '金龙']] }, ['钱多', '陈小', '陈晓']],
    [{ any: [['region', 'is', '华南'], { all: [['state', 'is', 'pooled']] }] }, ['赵敏', '陈晓']],
    [
      {
        all: [
          ['amount', 'atLeast', '10'],
          ['region', 'isNot', '华南'],
        ],
      },
      ['周一'],
    ],
    [
      {
        all: [
          ['owner', 'empty'],
          ['source', 'filled'],
        ],
      },
      ['钱多'],
    ],
    // The day of the company: 2026-11-23 begins at 16:00 of the day before in UTC.
    [{ all: [['created', 'onOrBefore', '2026-11-22']] }, []],
    [
      {
        all: [
          ['created', 'onOrAfter', '2026-11-23'],
          ['company', 'contains', '100%'],
        ],
      },
      [],
    ],
    [
      {
        all: [
          ['created', 'lastDays', '1'],
          ['tier', 'is', "A'; drop table lead; --"],
        ],
      },
      [],
    ],
    [{ all: [{ any: [] }] }, ['钱多', '赵敏', '周一', '陈小', '陈晓']],
  ])('is narrowed by groups of conditions: %j', async (where, expected) => {
    const query = `where=${encodeURIComponent(JSON.stringify(where))}`
    const get = async (url: string) => {
      const response = await house.app.inject({ url: `/api/v1/leads${url}?${query}`, ...house.as('admin') })
      expect(response.statusCode, response.body).toBe(200)
      return response.json<{ total: number; items: { name: string }[] }>()
    }
    expect((await get('')).items.map((item) => item.name)).toEqual(expected)
    expect((await get('/count')).total).toBe(expected.length)
  })

  it('means oneself by “me”, and still shows a rep only what is theirs to see', async () => {
    const of = async (where: object) => {
      const url = `/api/v1/leads?where=${encodeURIComponent(JSON.stringify(where))}`
      const response = await house.app.inject({ url, ...house.as('rep', wang) })
      return response.json<{ items: { name: string }[] }>().items.map((item) => item.name)
    }
    expect(await of({ all: [['owner', 'is', 'me']] })).toEqual(['周一', '陈晓'])
    expect(
      await of({
        any: [
          ['owner', 'is', li.repId],
          ['owner', 'is', 'me'],
          ['owner', 'empty'],
        ],
      }),
    ).toEqual(['赵敏', '周一', '陈晓'])
  })

  it.each([
    ['not json', 'must be JSON'],
    ['["region","is","x"]', 'a group is'],
    ['{"all":[["phone","is","1"]]}', 'phone is not a field'],
    ['{"all":[["__proto__","is","1"]]}', '__proto__ is not a field'],
    ['{"all":[["region","atLeast","1"]]}', 'region takes is, isNot'],
    ['{"all":[["created","onOrAfter","yesterday"]]}', 'cannot be read'],
    ['{"all":[["amount","atLeast","much"]]}', 'cannot be read'],
    ['{"all":[["owner","is","somebody"]]}', 'cannot be read'],
    [`{"all":[${Array.from({ length: 41 }, () => '["tier","empty"]').join()}]}`, 'at most 40'],
    ['{"all":[{"all":[{"all":[{"all":[{"all":[]}]}]}]}]}', 'at most 4 deep'],
  ])('refuses conditions it cannot ask: %s', async (where, told) => {
    const url = `/api/v1/leads?where=${encodeURIComponent(where)}`
    const asked = house.as('admin')
    const headers = { ...asked.headers, 'accept-language': 'en' }
    const response = await house.app.inject({ url, ...asked, headers })
    expect(response.statusCode).toBe(422)
    expect(response.json<{ errors: { message: string }[] }>().errors[0]?.message).toContain(told)
    expect(response.json()).toMatchObject({ errors: [{ field: 'querystring.where' }] })
  })

  it('is counted by state', async () => {
    const response = await house.app.inject({ url: '/api/v1/leads/count', ...house.as('admin') })
    expect(response.json()).toEqual({
      total: 5,
      byState: { owned: 3, pooled: 1, waiting: 1, closed: 0, offered: 0 },
    })
    const total = await house.app.inject({ url: '/api/v1/leads/count?states=false', ...house.as('admin') })
    expect(total.json()).toEqual({ total: 5 })
  })

  it('looks for a text by index or row by row, and finds the same', async () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      aNewLead({ name: `林${i}`, company: `兰州牧场${i}号`, phone: `1371234${1000 + i}` }, now - 1000 * i),
    )
    await house.database.write(house.tenantId, (db) => insertLeads(db, many, now - 60_000))
    const byText = (patterns: string[]) =>
      house.database.read(house.tenantId, (db) => idsByText(db, 'lead', patterns))
    const total = async (q: string) => {
      const url = encodeURI(`/api/v1/leads/count?states=false&q=${q}`)
      return (await house.app.inject({ url, ...house.as('admin') })).json<{ total: number }>().total
    }
    try {
      // Thirty of thirty-five are many: the list is walked.
      expect(await byText(searchPatterns('牧场'))).toBeNull()
      expect([await total('牧场'), await total('lanzhoumuchang'), await total('13712341')]).toEqual([
        30, 30, 30,
      ])
      // Three are few, and too short a needle is not for the index.
      expect(await byText(searchPatterns('huawei'))).toHaveLength(3)
      expect(await byText(searchPatterns('hw'))).toBeNull()
      expect([await total('huawei'), await total('hw'), await total('12341007')]).toEqual([3, 3, 1])
      expect(await namesOf('q=兰州牧场7号')).toEqual(['林7', '林17', '林27'])
    } finally {
      await house.database.write(house.tenantId, (db) =>
        db.query('delete from lead where tenant_id = $1 and id = any($2::uuid[])', [
          db.tenantId,
          many.map(({ id }) => id),
        ]),
      )
    }
  })

  it('is not searched for another company', async () => {
    const other = house.database.read(house.tenantId, (db) =>
      idsByText({ ...db, query: db.query, tenantId: uuidv7(now) }, 'lead', ['%huawei%']),
    )
    await expect(other).rejects.toThrow('not the tenant of this transaction')
  })

  it('refuses a cursor it did not give and a sort it does not know', async () => {
    for (const query of ['cursor=abc', 'sort=secret', 'owner=everybody'])
      expect(
        (await house.app.inject({ url: `/api/v1/leads?${query}`, ...house.as('admin') })).statusCode,
      ).toBe(422)
  })
})

describe('who sees what', () => {
  it('a rep: their own, and the pool with contact data hidden and not searchable', async () => {
    const rep = house.as('rep', { repId: wang.repId })
    const { items } = await list('', rep)
    expect(items.map((item) => [item.name, item.phone, item.masked])).toEqual([
      ['赵敏', '+86139****9000', true],
      ['周一', null, false],
      ['陈晓', '+8613800138000', false],
    ])
    expect(await namesOf('q=13900139000', rep)).toEqual([])
    expect((await get('twin', rep)).statusCode).toBe(404)
    expect((await get('waiting', rep)).statusCode).toBe(404)
    const detail = (await get('pooled', rep)).json<LeadDetail>()
    expect(JSON.stringify(detail)).not.toContain('13900139000')
    expect(JSON.stringify(detail)).not.toContain('zhao@')
    expect(await namesOf('owner=me', rep)).toEqual(['周一', '陈晓'])
  })

  it('a leader: the team, and what nobody owns', async () => {
    const leader = house.as('team_lead', { teamId: li.teamId })
    expect(await namesOf('', leader)).toEqual(['钱多', '赵敏', '陈小'])
    expect(await namesOf(`teamId=${li.teamId}`)).toEqual(['陈小'])
  })

  it('another company: nothing; nobody: 401', async () => {
    expect(await namesOf('', house.as('admin', { tenantId: house.otherTenantId }))).toEqual([])
    expect((await get('huawei', house.as('admin', { tenantId: house.otherTenantId }))).statusCode).toBe(404)
    expect((await house.app.inject({ url: '/api/v1/leads' })).statusCode).toBe(401)
  })
})

describe('one lead', () => {
  it('names its twins for certain and what sounds like it as a guess', async () => {
    const detail = (await get('huawei')).json<LeadDetail>()
    expect(detail.owner).toEqual({ id: wang.repId, name: '王强' })
    expect(detail.duplicates.map((d) => [d.name, d.by, d.certain, d.owner?.name])).toEqual([
      ['陈小', ['phone', 'company'], true, '李雷'],
      ['周一', ['similar'], false, '王强'],
    ])
  })

  it('is edited from the version that was read; the second editor is told who and when', async () => {
    const edit = (version: string | undefined, body: object, caller = house.as('admin')) =>
      house.app.inject({
        method: 'PATCH',
        url: `/api/v1/leads/${ids['alike']}`,
        headers: { ...caller.headers, ...(version === undefined ? {} : { 'if-match': version }) },
        payload: body,
      })
    expect((await edit(undefined, { name: '周二' })).statusCode).toBe(428)
    const first = await edit('"1"', { name: '周二', amount: '2万', phone: '13700137000', industry: null })
    expect(first.json()).toMatchObject({
      version: 2,
      name: '周二',
      amount: 20_000,
      phone: '+8613700137000',
      tier: 'B',
    })
    expect(first.headers['etag']).toBe('"2"')
    const second = await edit('"1"', { name: '周三' })
    expect(second.statusCode).toBe(412)
    expect(second.json()).toMatchObject({
      code: 'VERSION_MISMATCH',
      currentVersion: 2,
      changedBy: '00000000-0000-7000-8000-000000000001',
      changedAt: new Date(now).toISOString(),
    })
    expect((await edit('"2"', { phone: 'xx' })).json()).toMatchObject({
      errors: [{ field: 'phone', code: 'not_a_phone' }],
    })
    expect((await edit('"2"', { custom: { 不存在: 1 } })).statusCode).toBe(422)
    expect((await edit('"2"', { name: 'x' }, house.as('rep', { repId: li.repId }))).statusCode).toBe(404)
    expect((await edit('"2"', { name: 'x' }, house.as('auditor'))).statusCode).toBe(403)
    expect(await namesOf('q=13700137000')).toEqual(['周二'])
  })

  it('a pooled lead is not a rep’s to change before the claim', async () => {
    const response = await house.app.inject({
      method: 'PATCH',
      url: `/api/v1/leads/${ids['pooled']}`,
      headers: { ...house.as('rep', { repId: wang.repId }).headers, 'if-match': '"1"' },
      payload: { name: 'mine' },
    })
    expect(response.statusCode).toBe(404)
  })

  it('keeps a value it found apart from one it was given', async () => {
    const edited = await house.app.inject({
      method: 'PATCH',
      url: `/api/v1/leads/${ids['huawei']}`,
      headers: { ...house.as('admin').headers, 'if-match': '"1"' },
      payload: { note: '见过' },
    })
    expect(edited.json()).toMatchObject({ value: 'mid' })
    const [row] = await house.database.read(house.tenantId, (db) =>
      db.query('select given from lead where tenant_id = $1 and id = $2', [house.tenantId, ids['huawei']]),
    )
    expect(row).toEqual({ given: {} })
  })

  it('has a timeline of what was done and of hands it went through', async () => {
    const id = ids['twin'] ?? ''
    await house.database.write(house.tenantId, async (db) => {
      await markActivity(
        db,
        {
          itemKind: 'lead',
          itemId: id,
          at: now + 5000,
          repId: li.repId,
          actorId: null,
          kind: 'call',
          summary: '聊过',
        },
        now,
      )
      await db.query(
        `insert into ownership_change (tenant_id, id, at, item_id, from_state, to_state, to_owner_id, cause)
         values ($1, $2, $3, $4, 'waiting', 'owned', $5, 'assigned')`,
        [house.tenantId, uuidv7(now), new Date(now), id, li.repId],
      )
    })
    const timeline = await house.app.inject({ url: `/api/v1/leads/${id}/timeline`, ...house.as('admin') })
    expect(timeline.json()).toMatchObject({
      items: [
        { what: 'activity', kind: 'call', text: '聊过', rep: { name: '李雷' } },
        { what: 'ownership', kind: 'assigned', rep: { name: '李雷' }, state: 'owned' },
      ],
      nextCursor: null,
    })
    const log = await house.app.inject({ url: '/api/v1/activities', ...house.as('rep', { repId: li.repId }) })
    expect(log.json()).toMatchObject({ items: [{ itemName: '陈小', summary: '聊过' }] })
    const others = await house.app.inject({
      url: '/api/v1/activities',
      ...house.as('rep', { repId: wang.repId }),
    })
    expect(others.json()).toMatchObject({ items: [] })
  })
})
