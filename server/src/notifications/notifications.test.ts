import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FakeRobots, openFakeRobots } from '../../test/fake-robots.ts'
import { decodeLetter, fakeSmtp } from '../../test/fake-smtp.ts'
import { createTestApp, MONDAY_MORNING, type TestApp, type TestTenant } from '../../test/test-app.ts'
import { type RoleName, SESSION_COOKIE } from '../identity/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { announce, type OutboxEvent } from '../platform/outbox/index.ts'
import { emailSender } from './email/send.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

interface Notice {
  id: string
  kind: string
  group: string
  count: number
  unread: number
  title: string
  text: string
  path: string
  readAt: string | null
}
interface Notices {
  items: Notice[]
  unread: number
  nextCursor: string | null
}
interface Person {
  readonly memberId: string
  readonly email: string
  readonly headers: Record<string, string>
}
interface Logged {
  id: string
  channel: string
  kind: string
  state: string
  attempts: number
  error: string | null
  detail: string | null
  dueAt: string
}

let test: TestApp
let robots: FakeRobots
const letters: string[] = []
const lettersTo = (person: Person): string[] => letters.filter((letter) => letter.includes(person.email))
const smtp = fakeSmtp((letter) => letters.push(letter))
beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  test = await createTestApp({
    smtpUrl: `smtp://127.0.0.1:${(smtp.address() as AddressInfo).port}`,
    privateTargets: ['127.0.0.1'],
  })
  robots = await openFakeRobots(() => test.clock.now())
})
afterAll(async () => {
  await test.close()
  await robots.close()
  smtp.close()
})
beforeEach(() => {
  test.clock.set(Math.max(MONDAY_MORNING, test.clock.now()))
  robots.said.length = 0
  letters.length = 0
})

async function sweep(...names: string[]): Promise<void> {
  for (const name of names) {
    const found = test.slices.sweeps.find((one) => one.name === name)
    if (found === undefined) throw new Error(`there is no sweep ${name}`)
    await found.run(new AbortController().signal)
  }
}
const tell = () => sweep('subscription:notifications')
const tellAndSend = () => sweep('subscription:notifications', 'deliveries')
const happen = (tenant: TestTenant, ...events: OutboxEvent[]): Promise<void> =>
  test.platform.database.write(tenant.id, (db) => announce(db, test.clock.now(), events))
const about = (
  type: string,
  payload: Record<string, unknown>,
  entityId: string | null = null,
): OutboxEvent => ({
  type,
  entityKind: type.startsWith('task') ? 'task' : 'lead',
  entityId,
  payload,
})

async function join(
  tenant: TestTenant,
  role: RoleName,
  place: { readonly rep?: string | undefined; readonly team?: string | undefined } = {},
): Promise<Person> {
  const email = `${uuidv7(test.clock.now())}@people.test`
  // Somebody who has a log-in keeps its password, and hashing one takes longer than everything else here.
  await test.platform.database.dispatcher.query(
    "insert into login (id, email, password_hash, created_at) values ($1, $2, 'none', now())",
    [uuidv7(test.clock.now()), email],
  )
  const { memberId, loginId } = await test.slices.identity.createMember({
    tenantId: tenant.id,
    name: `${role} person`,
    email,
    password: 'correct horse battery',
    role,
    repId: place.rep ?? null,
    teamId: place.team ?? null,
  })
  const token = await test.slices.identity.openSession({ loginId, tenantId: tenant.id })
  return { memberId, email, headers: { cookie: `${SESSION_COOKIE}=${token}` } }
}
const read = async (person: Person, query = '', language = 'zh-CN'): Promise<Notices> => {
  const headers = { ...person.headers, 'accept-language': language }
  const answer = await test.call<Notices>(null, 'GET', `/api/v1/notifications${query}`, undefined, headers)
  expect(answer.status).toBe(200)
  return answer.body
}
const as = <T = Record<string, unknown>>(
  person: Person,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body?: unknown,
) => test.call<T>(null, method, `/api/v1${url}`, body, { ...person.headers, origin: 'http://127.0.0.1:7300' })
const log = async (tenant: TestTenant, query = ''): Promise<Logged[]> =>
  (await test.call<{ items: Logged[] }>(tenant.keys.admin, 'GET', `/api/v1/deliveries${query}`)).body.items

describe('who is told what', () => {
  it('tells the superior of a card that is behind its plan, whatever its owner typed, and of one that is on it nothing', async () => {
    const tenant = await test.addTenant({ unlimited: true })
    const [rep = ''] = tenant.reps
    const owner = await join(tenant, 'rep', { rep })
    const superior = await join(tenant, 'team_lead', { team: tenant.teams[0] })
    const stranger = await join(tenant, 'team_lead', { team: tenant.teams[1] })
    const start = test.clock.now()
    const card = async (title: string) =>
      (
        await test.call<{ id: string; version: number; checkpoints: { id: string }[] }>(
          tenant.keys.admin,
          'POST',
          '/api/v1/tasks',
          {
            title,
            standard: '客户书面确认',
            ownerId: rep,
            dueAt: new Date(start + 96 * HOUR).toISOString(),
            checkpoints: [24, 48].map((hours) => ({
              title: `第 ${hours} 小时`,
              dueAt: new Date(start + hours * HOUR).toISOString(),
            })),
          },
        )
      ).body
    const late = await card('落后的任务')
    const kept = await card('按计划的任务')
    const typed = await test.call(
      tenant.keys.rep,
      'PATCH',
      `/api/v1/tasks/${late.id}`,
      { reportedPercent: 99 },
      { 'if-match': `"${late.version}"` },
    )
    expect(typed.status).toBe(200)
    test.clock.advance(23 * HOUR)
    for (const point of kept.checkpoints)
      await test.call(tenant.keys.admin, 'POST', `/api/v1/tasks/${kept.id}/checkpoints/${point.id}`, {
        passed: true,
      })
    test.clock.advance(30 * HOUR)
    for (let i = 0; i < 2; i++) await sweep('task-notices', 'subscription:notifications')
    const behind = async (person: Person) =>
      (await read(person)).items.filter((one) => one.kind === 'task_behind_plan')
    expect(await behind(superior)).toMatchObject([{ count: 1 }])
    expect((await behind(superior))[0]?.text + ((await behind(superior))[0]?.title ?? '')).toContain(
      '落后的任务',
    )
    expect(await behind(owner)).toHaveLength(1)
    expect(await behind(stranger)).toEqual([])
  })

  it('tells the new owner and the one before, in their language, once however often it is swept', async () => {
    const tenant = await test.addTenant({ unlimited: true })
    const [first = '', second = ''] = tenant.reps
    const [owner, other, stranger] = [
      await join(tenant, 'rep', { rep: first }),
      await join(tenant, 'rep', { rep: second }),
      await join(await test.addTenant(), 'owner'),
    ]
    const lead = await test.call<{ id: string }>(tenant.keys.admin, 'POST', '/api/v1/leads', {
      name: '李娜',
      company: '苏州瑞康医院',
      phone: '13812345678',
    })
    const override = (repId: string) =>
      test.call(tenant.keys.admin, 'POST', `/api/v1/leads/${lead.body.id}/override`, {
        repId,
        reason: '熟客',
      })
    await override(first)
    await override(second)
    await Promise.all([tell(), tell(), tell()])
    await tell()
    const mine = await read(owner)
    expect(mine.items.map((one) => one.kind)).toContain('item_moved')
    expect(mine.items[0]).toMatchObject({
      kind: 'item_moved',
      title: '线索已转走：苏州瑞康医院',
      text: '现由 Rep 2 负责，主管改派。',
      path: `/leads?open=${lead.body.id}`,
      readAt: null,
    })
    const theirs = await read(other, '', 'en')
    expect(theirs.items[0]).toMatchObject({ kind: 'item_assigned', title: 'New lead: 苏州瑞康医院' })
    const rows = await test.platform.database.owner.query(
      `select count(*)::int as all, count(distinct (event_id, member_id, kind))::int as different
       from notice where tenant_id = $1`,
      [tenant.id],
    )
    expect(rows.rows[0].all).toBe(rows.rows[0].different)
    expect((await read(stranger)).items).toEqual([])
  })

  it('tells nobody what they did themselves, and a manager where the payload names nobody', async () => {
    const tenant = await test.addTenant({ teams: 2, repsPerTeam: 1 })
    const [rep = '', unled = ''] = tenant.reps
    const self = await join(tenant, 'rep', { rep })
    const leader = await join(tenant, 'team_lead', { team: tenant.teams[0] })
    const director = await join(tenant, 'director')
    const id = uuidv7(test.clock.now())
    await happen(
      tenant,
      {
        ...about('lead.owned', { ownerId: rep, previousOwnerId: null, cause: 'claimed' }, id),
        actorId: self.memberId,
      },
      about('followup.manager_needed', { ownerId: rep, cause: 'no_progress' }, id),
      about('followup.manager_needed', { ownerId: unled, cause: 'no_progress' }, uuidv7(test.clock.now())),
      about(
        'task.assigned',
        { recipientMemberIds: [self.memberId], title: '回访', dueAt: MONDAY_MORNING },
        id,
      ),
      about('nobody.knows', { recipientRepIds: [rep] }, id),
      { type: 'policy.published', entityKind: 'policy', entityId: null, payload: { version: 7 } },
    )
    await tell()
    const kinds = async (person: Person) => (await read(person)).items.map((one) => one.kind).sort()
    expect(await kinds(self)).toEqual(['policy_published', 'task_assigned'])
    expect(await kinds(leader)).toEqual(['manager_needed', 'policy_published'])
    expect(await kinds(director)).toEqual(['manager_needed', 'policy_published'])
    const task = (await read(self)).items.find((one) => one.kind === 'task_assigned')
    expect(task).toMatchObject({ title: '新任务：回访', text: '截止 11月23日 09:30。' })
  })

  it('folds what comes in crowds or again and again, and marks read by group, by id, all, and back', async () => {
    const tenant = await test.addTenant()
    const person = await join(tenant, 'rep', { rep: tenant.reps[0] })
    const other = await join(tenant, 'rep', { rep: tenant.reps[1] })
    const owned = () =>
      about('lead.owned', { ownerId: tenant.reps[0], cause: 'assigned' }, uuidv7(test.clock.now()))
    await happen(tenant, ...Array.from({ length: 12 }, owned))
    const id = uuidv7(test.clock.now())
    for (let i = 0; i < 3; i++)
      await happen(tenant, about('followup.reminder_due', { ownerId: tenant.reps[0] }, id))
    await happen(tenant, about('lead.owned', { ownerId: tenant.reps[1] }, id))
    await tell()
    const folded = await read(person)
    expect(folded.items.map(({ kind, count, unread }) => [kind, count, unread])).toEqual([
      ['reminder_due', 3, 3],
      ['item_assigned', 12, 12],
    ])
    expect(folded.unread).toBe(15)
    const [reminders, crowd] = folded.items
    expect((await read(person, `?group=${crowd?.group}&limit=5`)).items).toHaveLength(5)
    const mark = (who: Person, body: unknown) =>
      as<{ marked: number; unread: number }>(who, 'POST', '/notifications/mark', body)
    expect((await mark(person, { groups: [crowd?.group] })).body).toEqual({ marked: 12, unread: 3 })
    expect((await mark(person, { ids: [reminders?.id] })).body).toEqual({ marked: 1, unread: 2 })
    expect((await mark(other, { ids: [reminders?.id], groups: [reminders?.group] })).body.marked).toBe(0)
    expect((await mark(person, { ids: [reminders?.id], read: false })).body.unread).toBe(3)
    expect((await read(person, '?unread=true')).items).toHaveLength(1)
    expect((await mark(person, { all: true })).body.unread).toBe(0)
    expect((await read(other)).unread).toBe(1)
    expect((await mark(person, {})).status).toBe(422)
    const page = await read(person, '?limit=1')
    expect((await read(person, `?limit=1&cursor=${page.nextCursor}`)).items[0]?.kind).toBe('item_assigned')
  })
})

describe('how they want to hear it', () => {
  it('keeps mails for the end of quiet hours in the zone of the person, and puts them into one', async () => {
    const tenant = await test.addTenant({ rep: () => ({ time_zone: 'Asia/Urumqi' }) })
    const person = await join(tenant, 'rep', { rep: tenant.reps[0] })
    const saved = await as(person, 'PUT', '/notification-preferences', {
      kinds: { item_assigned: ['in_app', 'email'], item_recalled: [] },
      quietFrom: '22:00',
      quietUntil: '08:00',
    })
    expect(saved).toMatchObject({ status: 200, body: { timeZone: 'Asia/Urumqi', quietFrom: '22:00' } })
    test.clock.set(Date.parse('2026-11-24T23:30:00+06:00'))
    const owned = (): OutboxEvent =>
      about('lead.owned', { ownerId: tenant.reps[0], reason: 'BEST_SCORE' }, uuidv7(test.clock.now()))
    await happen(
      tenant,
      owned(),
      owned(),
      about('lead.pooled', { previousOwnerId: tenant.reps[0], cause: 'recalled' }),
    )
    await tellAndSend()
    expect(lettersTo(person)).toEqual([])
    expect((await log(tenant, '?channel=email')).map((one) => one.dueAt)).toEqual([
      '2026-11-25T02:00:00.000Z',
      '2026-11-25T02:00:00.000Z',
    ])
    test.clock.set(Date.parse('2026-11-25T07:59:00+06:00'))
    await tellAndSend()
    expect(lettersTo(person)).toEqual([])
    test.clock.set(Date.parse('2026-11-25T08:00:00+06:00'))
    await tellAndSend()
    await tellAndSend()
    expect(lettersTo(person)).toHaveLength(1)
    expect(decodeLetter(lettersTo(person)[0] ?? '')).toContain('综合得分最高')
    expect((await read(person)).items.map((one) => one.kind)).not.toContain('item_recalled')
  })

  it('mails a digest once a day, and says in the log that mail is not set up rather than losing it', async () => {
    const tenant = await test.addTenant()
    const person = await join(tenant, 'rep', { rep: tenant.reps[0] })
    await as(person, 'PUT', '/notification-preferences', { digestAt: '18:00' })
    test.clock.set(Date.parse('2026-11-26T10:00:00+08:00'))
    await happen(
      tenant,
      about('lead.pooled', { previousOwnerId: tenant.reps[0], cause: 'recalled', because: 'no_follow_up' }),
    )
    test.clock.advance(HOUR)
    await tellAndSend()
    await happen(tenant, about('offer.made', { repId: tenant.reps[0] }))
    await tellAndSend()
    expect(lettersTo(person)).toEqual([])
    test.clock.set(Date.parse('2026-11-26T18:00:00+08:00'))
    await tellAndSend()
    expect(lettersTo(person)).toHaveLength(1)
    const without = emailSender({ ...test.platform, smtpUrl: null }, 'x@example.com')
    const due = { id: 'd', dedupeKey: 'd', eventId: null, body: {}, attempts: 0, createdAt: new Date() }
    expect(await without.send({ tenantId: tenant.id, targetId: person.memberId }, [due], 0)).toEqual([
      { id: 'd', result: 'skipped', error: 'EMAIL_NOT_CONFIGURED' },
    ])
  })

  it('takes a browser once, gives it up when the push service says it is gone, and only its owner removes it', async () => {
    const tenant = await test.addTenant()
    const [person, other] = [
      await join(tenant, 'rep', { rep: tenant.reps[0] }),
      await join(tenant, 'auditor'),
    ]
    const browser = {
      endpoint: `${robots.address('feishu', 'push')}/${uuidv7(test.clock.now())}`,
      keys: {
        p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
        auth: 'BTBZMqHH6r4Tts7J_aSIgg',
      },
    }
    const saved = await as<{ id: string }>(person, 'POST', '/push-subscriptions', browser)
    expect((await as<{ id: string }>(person, 'POST', '/push-subscriptions', browser)).body.id).toBe(
      saved.body.id,
    )
    expect((await as(other, 'DELETE', `/push-subscriptions/${saved.body.id}`)).status).toBe(404)
    const inside = await as(person, 'POST', '/push-subscriptions', {
      ...browser,
      endpoint: 'https://10.0.0.1/x',
    })
    expect(inside).toMatchObject({ status: 422, body: { errors: [{ code: 'TARGET_PRIVATE' }] } })
    robots.outages.push(201, 410)
    for (const _ of [1, 2]) {
      await happen(tenant, about('offer.made', { repId: tenant.reps[0] }))
      await tellAndSend()
    }
    expect((await log(tenant, '?channel=push')).map(({ state, error }) => [state, error])).toEqual([
      ['dead', 'PUSH_GONE'],
      ['sent', null],
    ])
    const settings = await as<{ push: { browsers: number } }>(person, 'GET', '/notification-preferences')
    expect(settings.body.push.browsers).toBe(0)
  })
})

describe('group robots', () => {
  interface Channel {
    id: string
    version: number
    health: { error: string | null; dead: number; waiting: number }
  }
  const connect = async (tenant: TestTenant, body: Record<string, unknown>): Promise<Channel> => {
    const made = await test.call<Channel>(tenant.keys.admin, 'POST', '/api/v1/channels', {
      name: '销售群',
      ...body,
    })
    expect(made.status).toBe(201)
    return made.body
  }
  const newLead = async (tenant: TestTenant, name = '苏州瑞康医院'): Promise<void> => {
    const made = await test.call(tenant.keys.admin, 'POST', '/api/v1/leads', {
      name: '李娜',
      company: name,
      phone: `138${String(Math.abs(hash(name)) % 100_000_000).padStart(8, '0')}`,
    })
    expect(made.status).toBe(201)
  }
  const hash = (text: string): number =>
    [...text].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) | 0, 7)

  it('hear of a new lead with signatures their vendors accept, with the phone masked unless somebody wants it', async () => {
    const tenant = await test.addTenant({ unlimited: true })
    const bystander = await test.addTenant({ unlimited: true })
    for (const token of ['ding', 'fei']) robots.secrets.set(token, `SEC-${token}`)
    await connect(tenant, { vendor: 'wecom', address: robots.address('wecom', 'we') })
    await connect(tenant, {
      vendor: 'dingtalk',
      address: robots.address('dingtalk', 'ding'),
      secret: 'SEC-ding',
    })
    await connect(tenant, {
      vendor: 'feishu',
      address: robots.address('feishu', 'fei'),
      secret: 'SEC-fei',
      language: 'en',
      showsContacts: true,
    })
    await connect(bystander, { vendor: 'wecom', address: robots.address('wecom', 'not-theirs') })
    await newLead(tenant, '<at id=all></at>瑞康 13912345678 a@b.cn')
    await tellAndSend()
    const by = new Map(robots.said.map((one) => [one.robot, one]))
    expect([...by.keys()].sort()).toEqual(['ding', 'fei', 'we'])
    const [we, ding, fei] = ['we', 'ding', 'fei'].map((name) => by.get(name)?.markdown ?? '')
    for (const text of [we, ding]) {
      expect(text).toContain('新线索')
      expect(text).toMatch(/ · 138＊＊＊＊\d{4}/)
      expect(text).toContain('139＊＊＊＊5678')
      expect(text).toContain('a＊＊＊＊＠b.cn')
      expect(text).not.toMatch(/13912345678|<at/)
    }
    expect(fei).toContain('New lead')
    expect(fei).toContain('13912345678')
    expect(fei).not.toContain('<at')
    expect(we).toContain('http://127.0.0.1:7300/leads?open=')
    expect((await log(tenant, '?channel=robot')).map((one) => one.state)).toEqual(['sent', 'sent', 'sent'])
  })

  it('say of a record whose handover is unread nothing of how to reach the customer, to no group and to nobody', async () => {
    const tenant = await test.addTenant({ unlimited: true, teams: 1, repsPerTeam: 2 })
    const reader = await join(tenant, 'rep', { rep: tenant.reps[1] })
    for (const token of ['ding', 'fei']) robots.secrets.set(token, `SEC-${token}`)
    const all = { showsContacts: true, kinds: ['task_assigned', 'item_assigned', 'handover_requested'] }
    await connect(tenant, { vendor: 'wecom', address: robots.address('wecom', 'we'), ...all })
    for (const [vendor, token] of [
      ['dingtalk', 'ding'],
      ['feishu', 'fei'],
    ] as const)
      await connect(tenant, {
        vendor,
        address: robots.address(vendor, token),
        secret: `SEC-${token}`,
        ...all,
      })
    const post = async (url: string, body: object): Promise<{ id: string }> => {
      const { status, body: answer } = await test.call<{ id: string }>(
        tenant.keys.admin,
        'POST',
        `/api/v1/${url}`,
        body,
      )
      expect([url, status < 300]).toEqual([url, true])
      return answer
    }
    const { id } = await post('leads', {
      name: '李娜',
      company: '瑞康',
      phone: '13812345678',
      email: 'li@rk.example',
    })
    const give = (repId: string | undefined) => post(`leads/${id}/override`, { repId, reason: 'test' })
    if (
      (await test.call<{ owner: { id: string } }>(tenant.keys.admin, 'GET', `/api/v1/leads/${id}`)).body.owner
        .id !== tenant.reps[0]
    )
      await give(tenant.reps[0])
    await post(`leads/${id}/activities`, { kind: 'call', result: 'interested', summary: '要报价' })
    await tellAndSend()
    robots.said.length = 0
    letters.length = 0
    await give(tenant.reps[1])
    await post('tasks', {
      title: '给 13812345678 打电话，微信 lina-ruikang',
      standard: 'ok',
      dueAt: new Date(test.clock.now() + 24 * HOUR).toISOString(),
      itemId: id,
      ownerId: tenant.reps[1],
    })
    await tellAndSend()
    expect(new Set(robots.said.map((one) => one.robot))).toEqual(new Set(['we', 'ding', 'fei']))
    const { items } = await read(reader)
    const said = JSON.stringify([robots.said, items, letters.map(decodeLetter)])
    expect(items.map((one) => one.kind)).toEqual(expect.arrayContaining(['task_assigned', 'item_assigned']))
    expect(said).toContain('打电话')
    expect(said).not.toMatch(/12345678|lina-ruikang|li@rk|li＠rk/)
  })

  it('get one message that fits, however much waits, and never more than their vendor takes', async () => {
    const tenant = await test.addTenant()
    await connect(tenant, { vendor: 'wecom', address: robots.address('wecom', 'busy') })
    const flood = Array.from({ length: 3_000 }, () =>
      about('lead.owned', { ownerId: tenant.reps[0], reason: 'BEST_SCORE' }, uuidv7(test.clock.now())),
    )
    await happen(tenant, ...flood)
    await tell()
    for (let minute = 0; minute < 4; minute++) {
      await sweep('deliveries')
      test.clock.advance(MINUTE)
    }
    const states = new Set((await log(tenant, '?channel=robot&limit=500')).map((one) => one.state))
    expect([...states]).toEqual(['sent'])
    expect(robots.said.length).toBeGreaterThan(1)
    expect(robots.said.length).toBeLessThanOrEqual(4)
    expect(Math.max(...robots.said.map((one) => one.bytes))).toBeLessThanOrEqual(4_096)
    expect(robots.said[0]?.markdown).toMatch(/还有 9\d\d 条/)
  })

  it('are tried again after an outage, given up when revoked, and sent again by hand', async () => {
    const tenant = await test.addTenant({ unlimited: true })
    const robot = await connect(tenant, { vendor: 'dingtalk', address: robots.address('dingtalk', 'flaky') })
    robots.outages.push(502)
    await newLead(tenant)
    await tellAndSend()
    expect(await log(tenant, '?channel=robot')).toMatchObject([
      { state: 'waiting', attempts: 1, error: 'HTTP_502' },
    ])
    test.clock.advance(10_000)
    await tellAndSend()
    expect(robots.said).toHaveLength(1)
    robots.revoked.add('flaky')
    await newLead(tenant, '另一家')
    await tellAndSend()
    const [dead] = await log(tenant, '?channel=robot&state=dead')
    expect(dead).toMatchObject({ error: 'ROBOT_REFUSED', detail: '300001 token is not exist' })
    const listed = await test.call<{ items: Channel[] }>(tenant.keys.admin, 'GET', '/api/v1/channels')
    expect(listed.body.items[0]?.health).toMatchObject({ error: 'ROBOT_REFUSED', dead: 1 })
    robots.revoked.delete('flaky')
    const retry = (id: string | undefined, key = tenant.keys.admin) =>
      test.call(key, 'POST', `/api/v1/deliveries/${id}/retry`)
    expect((await retry(dead?.id, tenant.keys.rep)).status).toBe(403)
    expect((await retry(dead?.id, (await test.addTenant()).keys.admin)).status).toBe(404)
    expect((await retry(dead?.id)).status).toBe(200)
    await sweep('deliveries')
    expect(robots.said).toHaveLength(2)
    expect((await retry(dead?.id)).status).toBe(409)
    const test_ = await test.call(tenant.keys.admin, 'POST', `/api/v1/channels/${robot.id}/test`)
    expect(test_.status).toBe(202)
    await sweep('deliveries')
    expect(robots.said.at(-1)?.title).toBe('配能测试消息：「销售群」已接通')
  })

  it('keep their address and secret to themselves, and take only addresses of their vendor', async () => {
    const tenant = await test.addTenant()
    const token = 'a-token-nobody-should-see'
    const made = await test.call(tenant.keys.admin, 'POST', '/api/v1/channels', {
      vendor: 'dingtalk',
      name: 'x',
      address: `https://oapi.dingtalk.com/robot/send?access_token=${token}`,
      secret: 'SECret',
    })
    expect(JSON.stringify(made.body)).not.toMatch(/a-token|SECret/)
    const { rows } = await test.platform.database.owner.query(
      'select encode(address, $2) as address, encode(signing_secret, $2) as secret from robot where tenant_id = $1',
      [tenant.id, 'escape'],
    )
    expect(JSON.stringify(rows)).not.toMatch(/a-token|SECret/)
    const wrong = (address: string) =>
      test.call<{ errors: { code: string }[] }>(tenant.keys.admin, 'POST', '/api/v1/channels', {
        vendor: 'wecom',
        name: 'x',
        address,
      })
    expect((await wrong('https://example.com/robot')).body.errors[0]?.code).toBe('ROBOT_HOST')
    expect((await wrong('https://169.254.169.254/latest')).body.errors[0]?.code).toBe('TARGET_PRIVATE')
    const change = (version: number, body: unknown) =>
      test.call(tenant.keys.admin, 'PATCH', `/api/v1/channels/${String(made.body['id'])}`, body, {
        'if-match': `"${version}"`,
      })
    expect((await change(1, { enabled: false, secret: null })).body).toMatchObject({
      signed: false,
      version: 2,
    })
    expect((await change(1, { name: 'y' })).status).toBe(412)
    const gone = await test.call(tenant.keys.admin, 'DELETE', `/api/v1/channels/${String(made.body['id'])}`)
    expect(gone.status).toBe(204)
  })
})
