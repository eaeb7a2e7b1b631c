import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../platform/ids.ts'
import { aNewLead } from '../testing.ts'
import { type CustomersApp, openCustomersApp } from '../testing-app.ts'

const now = Date.parse('2026-11-27T08:00:00Z')
let house: CustomersApp
let wang: { repId: string; teamId: string }
let li: { repId: string; teamId: string }

beforeAll(async () => {
  house = await openCustomersApp(now)
  wang = await house.aRep('王强')
  li = await house.aRep('李雷')
})
afterAll(() => house.close())

const account = async (name: string, ownerId: string): Promise<string> => {
  const made = await house.app.inject({
    method: 'POST',
    url: '/api/v1/accounts',
    ...house.as('admin'),
    payload: { name, ownerId },
  })
  expect(made.statusCode, made.body).toBe(201)
  return made.json<{ id: string }>().id
}
interface Logged {
  id: string
  known: boolean
  counts: { isContact: boolean; isProgress: boolean; quality: number; flags: string[] }
}
const log = async (itemId: string, body: object, rep = wang) => {
  const answer = await house.app.inject({
    method: 'POST',
    url: `/api/v1/accounts/${itemId}/activities`,
    ...house.as('rep', { repId: rep.repId }),
    payload: body,
  })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<Logged>()
}
const get = async <T>(url: string, who = house.as('admin')): Promise<T> => {
  const answer = await house.app.inject({ url: `/api/v1/${url}`, ...who })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<T>()
}

describe('an activity', () => {
  it('counts as contact where the customer was reached, and as progress where something came of it', async () => {
    const id = await account('计数的客户', wang.repId)
    const cases = [
      [{ kind: 'call', result: 'no_answer' }, false, false],
      [{ kind: 'call', result: 'connected', summary: '接通了，王总在开会' }, true, false],
      [{ kind: 'visit', result: 'quote_requested', summary: '采购刘工要 200 台的报价' }, true, true],
      [
        { kind: 'wechat', summary: '发了样册', nextStep: '周四回访', nextStepAt: '2026-12-03T02:00:00Z' },
        true,
        true,
      ],
      [{ kind: 'note', summary: '预算在一季度' }, false, false],
    ] as const
    for (const [body, isContact, isProgress] of cases)
      expect((await log(id, body)).counts).toMatchObject({ isContact, isProgress })
    const rows = await house.database.read(house.tenantId, (db) =>
      db.query(
        `select kind, channel, direction, is_contact as contact, is_progress as progress from item_activity
         where item_id = $1 order by id`,
        [id],
      ),
    )
    expect(rows).toEqual([
      { kind: 'call', channel: 'phone', direction: 'outbound', contact: false, progress: false },
      { kind: 'call', channel: 'phone', direction: 'outbound', contact: true, progress: false },
      { kind: 'visit', channel: 'in_person', direction: 'outbound', contact: true, progress: true },
      { kind: 'wechat', channel: 'wechat', direction: 'outbound', contact: true, progress: true },
      { kind: 'note', channel: 'other', direction: 'internal', contact: false, progress: false },
    ])
  })

  it('sent twice by an offline queue is one, also by ten at once; under another ref it is another', async () => {
    const id = await account('排队的客户', wang.repId)
    const body = { kind: 'call', summary: '地铁里打的电话', ref: uuidv7(now) }
    const answers = await Promise.all(Array.from({ length: 10 }, () => log(id, body)))
    expect(new Set(answers.map((one) => one.id)).size).toBe(1)
    expect(answers.filter((one) => !one.known)).toHaveLength(1)
    await log(id, { ...body, ref: uuidv7(now) })
    const { items } = await get<{ items: unknown[] }>(`activities?itemId=${id}`)
    expect(items).toHaveLength(2)
    const events = await house.database.read(house.tenantId, (db) =>
      db.query(`select 1 from event where type = 'activity.logged' and entity_id = $1`, [id]),
    )
    expect(events).toHaveLength(2)
  })

  it('of this morning, sent in the evening, does not take back the next step agreed at noon', async () => {
    const id = await account('离线的客户', wang.repId)
    await log(id, {
      kind: 'call',
      summary: '中午约定',
      at: '2026-11-27T04:00:00Z',
      nextStepAt: '2026-12-02T02:00:00Z',
    })
    await log(id, { kind: 'call', summary: '早上的未接', at: '2026-11-27T01:00:00Z', result: 'no_answer' })
    const read = await get<{ nextStepAt: string; lastActivityAt: string }>(`accounts/${id}`)
    expect(read.nextStepAt).toBe('2026-12-02T02:00:00.000Z')
    expect(read.lastActivityAt).toBe('2026-11-27T04:00:00.000Z')
  })

  it('that only resets a clock is recognised: empty, copied, repeated, or a note outside any call', async () => {
    const [one, two] = [await account('甲', li.repId), await account('乙', li.repId)]
    const text = '和客户沟通良好，对方对产品有兴趣，后续保持跟进'
    expect((await log(one, { kind: 'call', summary: text }, li)).counts.flags).toEqual([])
    const copied = await log(
      two,
      { kind: 'call', summary: `${text}！`, nextStepAt: '2026-12-02T02:00:00Z' },
      li,
    )
    expect(copied.counts).toMatchObject({ flags: ['copied'], quality: 0, isContact: true, isProgress: false })
    expect((await log(one, { kind: 'call', summary: text.replace('，', ' ') }, li)).counts).toMatchObject({
      quality: 0,
      flags: expect.arrayContaining(['repeated']),
    })
    expect((await log(two, { kind: 'call' }, li)).counts.flags).toEqual(['empty'])
    const three = await account('丙', li.repId)
    expect((await log(three, { kind: 'note', summary: '客户下个月再看' }, li)).counts.flags).toEqual([
      'no_contact',
    ])
    // Two calls nobody answered, told in the same word, are two facts.
    for (const _ of [1, 2])
      expect(
        (await log(three, { kind: 'call', result: 'no_answer', summary: '未接通' }, li)).counts.flags,
      ).toEqual([])
    const { items } = await get<{ items: { flags: string[] }[] }>(`activities?flag=any&repId=${li.repId}`)
    expect(items.map((item) => item.flags[0])).toEqual(['no_contact', 'empty', 'copied', 'copied'])
  })

  it('is refused for a customer that is not theirs', async () => {
    const id = await account('别人的客户', li.repId)
    const answer = await house.app.inject({
      method: 'POST',
      url: `/api/v1/accounts/${id}/activities`,
      ...house.as('rep', { repId: wang.repId }),
      payload: { kind: 'call' },
    })
    expect(answer.statusCode).toBe(404)
  })
})

it('is told by quadrant of the leads it went to, within the week asked for and one’s own reach', async () => {
  const week = { from: '2026-11-09', to: '2026-11-15' }
  const made = await house.database.write(house.tenantId, async (db) => {
    const leads = (['strategic', 'strategic', 'routine'] as const).map((quadrant, index) => {
      const lead = aNewLead({ name: `象限 ${index}` }, now)
      return { ...lead, assessment: { ...lead.assessment, quadrant } }
    })
    await house.customers.insertLeads(db, leads, now)
    return leads.map((lead) => lead.id)
  })
  const spent: [lead: number, at: string, minutes: number][] = [
    [0, '2026-11-10T02:00:00Z', 10],
    [0, '2026-11-11T02:00:00Z', 20],
    [1, '2026-11-12T02:00:00Z', 5],
    [2, '2026-11-13T02:00:00Z', 7],
    [2, '2026-11-20T02:00:00Z', 99],
  ]
  await house.database.write(house.tenantId, (db) =>
    db.query(
      `insert into activity (tenant_id, id, at, created_at, item_kind, item_id, rep_id, kind, reached, duration_minutes)
       select $1, gen_random_uuid(), s.at, s.at, 'lead', s.lead, $2, 'call', true, s.minutes
       from unnest($3::uuid[], $4::timestamptz[], $5::int[]) as s(lead, at, minutes)`,
      [
        house.tenantId,
        wang.repId,
        spent.map(([lead]) => made[lead]),
        spent.map(([, at]) => at),
        spent.map(([, , minutes]) => minutes),
      ],
    ),
  )
  interface Effort {
    effort: { quadrants: object[]; targetPermille: number }
  }
  const url = `activities/summary?from=${week.from}&to=${week.to}`
  expect((await get<Effort>(url)).effort).toEqual({
    quadrants: [
      { quadrant: 'strategic', activities: 3, minutes: 35, leads: 2, sharePermille: 750 },
      { quadrant: 'potential', activities: 0, minutes: 0, leads: 0, sharePermille: 0 },
      { quadrant: 'service', activities: 0, minutes: 0, leads: 0, sharePermille: 0 },
      { quadrant: 'routine', activities: 1, minutes: 7, leads: 1, sharePermille: 250 },
    ],
    targetPermille: 700,
  })
  const other = await get<Effort>(url, house.as('rep', { repId: li.repId }))
  expect(other.effort.quadrants).toContainEqual(
    expect.objectContaining({ quadrant: 'strategic', activities: 0 }),
  )
})
