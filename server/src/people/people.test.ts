import { availabilityAt } from '@peineng/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSliceApp, type SliceApp } from '../../test/slice-app.ts'
import { createPeople, type People, peopleRoutes } from './index.ts'

type Body = Record<string, unknown> & { id: string; version: number }

describe('people over HTTP', () => {
  let house: SliceApp
  let people: People
  let tenantId: string
  let admin: string
  beforeAll(async () => {
    people = createPeople({
      companyCapacity: async () => ({
        gauges: [{ name: 'load_index', threshold: 1000, action: 'pause' }],
        followsDays: false,
      }),
    })
    house = await openSliceApp((app, platform) => peopleRoutes(app, people, platform), {
      founders: [people.foundCompany],
      personalData: [people.personalData],
      companyListeners: [(db) => people.bumpRoster(db)],
    })
    tenantId = (await house.identity.createTenant({ name: '配能' })).tenantId
    admin = (await house.identity.createApiKey({ tenantId, name: 'admin', role: 'admin' })).key
  })
  afterAll(() => house.end())

  const post = (url: string, body: unknown, key = admin) =>
    house.ask<Body>('POST', `/api/v1${url}`, body, { key })
  const patch = (url: string, body: unknown, version: number, key = admin) =>
    house.ask<Body>('PATCH', `/api/v1${url}`, body, { key, version })
  const get = <T = Body>(url: string, key = admin) => house.ask<T>('GET', `/api/v1${url}`, undefined, { key })
  const remove = (url: string, key = admin) => house.ask('DELETE', `/api/v1${url}`, undefined, { key })
  const made = async (url: string, body: unknown): Promise<Body> => {
    const answer = await post(url, body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body
  }
  const roster = () => house.platform.database.read(tenantId, (db) => people.loadRoster(db))
  const inRoster = async (id: string) => {
    const loaded = await roster()
    return {
      rep: loaded.reps.find((rep) => rep.id === id),
      working: loaded.working.find((w) => w.repId === id),
    }
  }
  const leader = async (teamId: string) =>
    (await house.identity.createApiKey({ tenantId, name: 'lead', role: 'team_lead', teamId })).key

  describe('the tree of teams', () => {
    it('takes no circle, not even from two moves that are fine alone', async () => {
      const [a, b] = [await made('/teams', { name: 'A' }), await made('/teams', { name: 'B' })]
      const down = await made('/teams', { name: 'A1', parentId: a.id })
      expect((await patch(`/teams/${a.id}`, { parentId: down.id }, 1)).body).toMatchObject({
        code: 'TREE_CYCLE',
      })
      expect((await patch(`/teams/${a.id}`, { parentId: a.id }, 1)).body).toMatchObject({
        code: 'TREE_CYCLE',
      })
      const both = await Promise.all([
        patch(`/teams/${a.id}`, { parentId: b.id }, 1),
        patch(`/teams/${b.id}`, { parentId: a.id }, 1),
      ])
      expect(both.map((answer) => answer.status).sort()).toEqual([200, 409])
    })

    it('has each name once per place, and no team vanishes with people in it', async () => {
      const team = await made('/teams', { name: 'Once' })
      expect((await post('/teams', { name: 'Once' })).body).toMatchObject({ code: 'NAME_TAKEN' })
      const rep = await made('/reps', { name: 'Held', teamId: team.id })
      expect((await remove(`/teams/${team.id}`)).status).toBe(409)
      expect((await patch(`/reps/${rep.id}`, { teamId: null }, 1)).status).toBe(200)
      expect((await remove(`/teams/${team.id}`)).status).toBe(204)
      expect((await get(`/teams`)).body).not.toMatchObject({ items: [{ id: team.id }] })
      expect((await post('/teams', { name: 'Once' })).status, 'the name is free again').toBe(201)
    })

    it('answers a leader as if there were nothing outside their own branch', async () => {
      const mine = await made('/teams', { name: 'Mine' })
      const under = await made('/teams', { name: 'Under', parentId: mine.id })
      const other = await made('/teams', { name: 'Other' })
      const theirs = await made('/reps', { name: 'Theirs', teamId: other.id })
      const key = await leader(mine.id)
      expect((await post('/reps', { name: 'In', teamId: under.id }, key)).status).toBe(201)
      expect((await post('/reps', { name: 'Out', teamId: other.id }, key)).status).toBe(404)
      expect((await post('/reps', { name: 'Nowhere' }, key)).status).toBe(404)
      expect((await patch(`/reps/${theirs.id}`, { weight: 1 }, 1, key)).status).toBe(404)
      expect((await patch(`/teams/${other.id}`, { name: 'x' }, 1, key)).status).toBe(404)
      expect((await patch(`/teams/${under.id}`, { parentId: other.id }, 1, key)).status).toBe(404)
      expect((await post('/territories', { name: 'x', kind: 'city' }, key)).status).toBe(403)
      const sees = await house.platform.database.read(tenantId, (db) =>
        people.visibleRepIds(db, { repId: null, teamId: mine.id }, 'team'),
      )
      expect(sees).toHaveLength(1)
    })
  })

  describe('a rep', () => {
    it('carries everything the engine chooses by', async () => {
      const region = await made('/teams', {
        name: '华东大区',
        gauges: [{ name: 'key_projects', threshold: 6, action: 'pause' }],
      })
      const team = await made('/teams', { name: '上海一组', parentId: region.id, limits: { dailyMax: 5 } })
      await made('/product-lines', { name: 'IVD' })
      const rep = await made('/reps', {
        name: '王芳',
        teamId: team.id,
        roles: ['rep', 'telesales'],
        level: 'senior',
        weight: 150,
        territories: ['华东'],
        industries: ['医疗'],
        productLines: ['IVD'],
        workingHours: '周一至周五 09:00-18:00',
        hiredOn: '2020-03-01',
        limits: { weeklyMax: 20, weeklyMin: 3 },
        tags: [
          {
            family: 'industry',
            tag: 'IVD体外诊断',
            level: 4,
            source: 'manager',
            evidence: '带过三个 IVD 项目',
          },
        ],
      })
      const { rep: found, working } = await inRoster(rep.id)
      expect(found).toMatchObject({
        name: '王芳',
        teamPath: [team.id, region.id],
        roles: ['rep', 'telesales'],
        level: 'senior',
        weight: 150,
        industries: ['医疗'],
        productLines: ['IVD'],
        tags: [{ tag: 'IVD体外诊断', level: 4, source: 'manager' }],
        limits: { dailyMax: 5, weeklyMax: 20, weeklyMin: 3, monthlyMax: null },
      })
      expect(found?.territories).toEqual(expect.arrayContaining(['华东', '上海', '上海市', 'Jiangsu']))
      expect(found?.territories).not.toContain('北京')
      expect(found?.gauges.map((g) => g.name)).toEqual(['key_projects', 'load_index'])
      expect(working?.schedule).toMatchObject({ timeZone: 'Asia/Shanghai' })
      const capacity = await get<{ gauges: unknown[]; limits: Record<string, unknown> }>(
        `/reps/${rep.id}/capacity`,
      )
      expect(capacity.body.gauges).toMatchObject([
        { value: { name: 'key_projects' }, from: { kind: 'team', teamId: region.id } },
        { value: { name: 'load_index' }, from: { kind: 'company', teamId: null } },
      ])
      expect(capacity.body.limits).toMatchObject({
        dailyMax: { value: 5, from: { kind: 'team', teamId: team.id } },
        weeklyMax: { value: 20, from: { kind: 'rep' } },
        monthlyMax: { value: null, from: { kind: 'default' } },
      })
    })

    it('is found by name, pinyin and initials', async () => {
      const rep = await made('/reps', { name: '欧阳锋' })
      for (const q of ['欧阳', 'ou yang', 'oyf']) {
        const { body } = await get<{ items: Body[] }>(`/reps?q=${encodeURIComponent(q)}`)
        expect(
          body.items.map((item) => item.id),
          q,
        ).toContain(rep.id)
      }
      expect(
        (await get<{ items: Body[] }>('/reps?q=%25')).body.items,
        'a percent sign is no wildcard',
      ).toEqual([])
    })

    it('is paged without a gap or a repeat', async () => {
      const all = await get<{ items: Body[] }>('/reps?limit=500')
      const seen: string[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: { body: { items: Body[]; nextCursor: string | null } } = await get(
          `/reps?limit=2${cursor && `&cursor=${cursor}`}`,
        )
        seen.push(...page.body.items.map((item) => item.id))
        cursor = page.body.nextCursor
      }
      expect(seen).toEqual(all.body.items.map((item) => item.id))
    })

    it('is refused where the engine could not read them, field by field', async () => {
      const { status, body } = await post('/reps', {
        name: 'x',
        workingHours: 'whenever',
        limits: { weeklyMin: 9, weeklyMax: 3 },
      })
      expect(status).toBe(422)
      expect(body).toMatchObject({ errors: [{ field: 'workingHours' }, { field: 'limits.weeklyMin' }] })
      expect((await post('/reps', { name: 'x', timeZone: 'Mars/Olympus' })).status).toBe(422)
      expect(
        (await post('/reps', { name: 'x', capcity: 3 })).status,
        'a misspelt field is not swallowed',
      ).toBe(422)
      expect((await post('/reps', { name: 'x', teamId: tenantId })).status).toBe(422)
    })

    it('is changed only by whoever saw the latest version, and leaves no contact data on the record', async () => {
      const rep = await made('/reps', { name: '小红', email: 'hong@secret.cn', phone: '13800138000' })
      expect((await patch(`/reps/${rep.id}`, { phone: '13900139000', weight: 50 }, 1)).body).toMatchObject({
        version: 2,
      })
      expect((await patch(`/reps/${rep.id}`, { weight: 70 }, 1)).body).toMatchObject({
        code: 'VERSION_MISMATCH',
        currentVersion: 2,
      })
      const trace = await house.platform.superuser(
        'select detail::text from audit where entity_id = $1 union all select payload::text from event where entity_id = $1',
        [rep.id],
      )
      expect(JSON.stringify(trace)).toContain('"weight\\": 50')
      expect(JSON.stringify(trace)).not.toMatch(/13900139000|secret\.cn|小红/)
    })

    it('is made once for one Idempotency-Key, also by parallel requests', async () => {
      const ask = { key: admin, headers: { 'idempotency-key': 'rep-1' } }
      const answers = await Promise.all(
        [1, 2, 3].map(() => house.ask<Body>('POST', '/api/v1/reps', { name: 'Once' }, ask)),
      )
      expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    })

    it('leaves only with empty hands', async () => {
      const rep = await made('/reps', { name: 'Busy' })
      await house.platform.superuser(
        `insert into work_item (tenant_id, id, kind, state, owner_id, created_at, reason_code, points_hundredths)
         values ($1, gen_random_uuid(), 'lead', 'owned', $2, now(), 'TEST', 150)`,
        [tenantId, rep.id],
      )
      expect((await patch(`/reps/${rep.id}`, { status: 'inactive' }, 1)).body).toMatchObject({
        code: 'REP_HAS_OPEN_WORK',
        openItems: 1,
      })
      await house.platform.superuser(
        "update work_item set state = 'waiting', owner_id = null where owner_id = $1",
        [rep.id],
      )
      expect((await patch(`/reps/${rep.id}`, { status: 'inactive' }, 1)).status).toBe(200)
      expect((await inRoster(rep.id)).rep).toBeUndefined()
    })

    it('is exported and erased: the id stays, the person goes', async () => {
      const rep = await made('/reps', {
        name: '赵敏敏',
        email: 'zhao@secret.cn',
        phone: '13700137000',
        tags: [{ family: 'tools', tag: 'CRM', level: 2, source: 'callback', evidence: '客户说赵敏敏很快' }],
      })
      await made('/leaves', {
        repId: rep.id,
        kind: 'sick',
        startsAt: '2027-01-04T00:00:00+08:00',
        endsAt: '2027-01-05T00:00:00+08:00',
        note: '住院',
      })
      const exported = JSON.stringify((await get(`/reps/${rep.id}/data-export`)).body)
      for (const text of ['赵敏敏', 'zhao@secret.cn', '客户说', '住院']) expect(exported).toContain(text)
      expect((await post(`/reps/${rep.id}/erasure`, undefined)).status).toBe(204)
      expect((await get(`/reps/${rep.id}`)).body).toMatchObject({
        name: `erased-${rep.id.slice(-6)}`,
        email: null,
        phone: null,
        tags: [],
      })
      for (const table of ['rep', 'rep_tag', 'rep_leave', 'audit', 'event'])
        expect(JSON.stringify(await house.platform.superuser(`select * from ${table}`)), table).not.toMatch(
          /赵敏敏|zhao@secret|137001|住院/,
        )
    })
  })

  describe('a capability tag', () => {
    it('needs evidence, keeps one level per source, and lets the hardest evidence speak', async () => {
      const rep = await made('/reps', { name: 'Tagged' })
      const tag = { family: 'rhythm', tag: '快刀型', level: 5, source: 'manager', evidence: '我的感觉是这样' }
      expect((await post(`/reps/${rep.id}/tags`, { ...tag, evidence: '  ' })).status).toBe(422)
      expect((await post(`/reps/${rep.id}/tags`, { ...tag, source: 'hearsay' })).status).toBe(422)
      await made(`/reps/${rep.id}/tags`, tag)
      await made(`/reps/${rep.id}/tags`, {
        ...tag,
        level: 2,
        source: 'history',
        evidence: '平均成单 61 天，全队 40 天',
      })
      await made(`/reps/${rep.id}/tags`, { ...tag, level: 4 })
      const { body } = await get<{ items: Body[] }>(`/reps/${rep.id}/tags`)
      expect(body.items).toMatchObject([
        { source: 'history', level: 2 },
        { source: 'manager', level: 4 },
      ])
      expect((await inRoster(rep.id)).rep?.tags).toEqual([{ tag: '快刀型', level: 2, source: 'history' }])
      await remove(`/reps/${rep.id}/tags/${body.items[0]?.id}`)
      expect((await inRoster(rep.id)).rep?.tags).toEqual([{ tag: '快刀型', level: 4, source: 'manager' }])
    })
  })

  describe('territories', () => {
    it('come with China, take cities below provinces, and refuse a wider node below a narrower', async () => {
      type Node = Body & { name: string; kind: string; parentId: string | null }
      const { body } = await get<{ items: Node[] }>('/territories')
      expect(body.items.filter((node) => node.kind === 'province')).toHaveLength(34)
      const jiangsu = body.items.find((node) => node.name === '江苏')
      const city = await made('/territories', { name: '苏州', kind: 'city', parentId: jiangsu?.id })
      expect(
        (await post('/territories', { name: 'x', kind: 'province', parentId: city.id })).body,
      ).toMatchObject({ code: 'TREE_CYCLE' })
      expect(
        (await post('/territories', { name: '苏州', kind: 'city', parentId: jiangsu?.id })).body,
      ).toMatchObject({ code: 'NAME_TAKEN' })
      const rep = await made('/reps', { name: 'East', territories: ['江苏', '苏州'] })
      expect((await inRoster(rep.id)).rep?.territories).toContain('苏州')
      expect((await patch(`/territories/${city.id}`, { name: '姑苏' }, 1)).status).toBe(200)
      expect((await get(`/reps/${rep.id}`)).body).toMatchObject({ territories: ['江苏', '姑苏'] })
      expect((await remove(`/territories/${jiangsu?.id}`)).status).toBe(409)
      expect((await remove(`/territories/${city.id}`)).status).toBe(204)
    })
  })

  describe('leave', () => {
    const day = (d: number, hour = 0) =>
      `2026-12-${String(d).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+08:00`

    it('keeps a rep off duty, refuses overlap also from twins, and frees the days when cancelled', async () => {
      const rep = await made('/reps', { name: 'Away', workingHours: 'Mon-Fri 09:00-18:00' })
      const book = (from: string, to: string) =>
        post('/leaves', { repId: rep.id, startsAt: from, endsAt: to })
      const twins = await Promise.all([book(day(7), day(9)), book(day(8), day(10))])
      expect(twins.map((answer) => answer.status).sort()).toEqual([201, 409])
      expect(twins.find((answer) => answer.status === 409)?.body).toMatchObject({ code: 'LEAVE_OVERLAPS' })
      expect((await book(day(10), day(10))).status).toBe(422)
      const booked = twins.find((answer) => answer.status === 201)?.body
      const at = Date.parse(day(8, 10))
      const available = async () => {
        const { working } = await inRoster(rep.id)
        return working && availabilityAt(working.schedule, at).availability
      }
      expect(await available()).toBe('on_leave')
      expect((await post(`/leaves/${booked?.id}/cancel`, undefined)).body).toMatchObject({
        cancelledAt: expect.any(String),
      })
      expect(await available()).toBe('on_duty')
      expect((await book(day(7), day(10))).status).toBe(201)
    })

    it("is a rep's own to book and to see, and nobody else's", async () => {
      const [me, you] = [await made('/reps', { name: 'Me' }), await made('/reps', { name: 'You' })]
      const key = (await house.identity.createApiKey({ tenantId, name: 'me', role: 'rep', repId: me.id })).key
      const span = { startsAt: day(1), endsAt: day(2) }
      const mine = await post('/leaves', span, key)
      expect(mine.body).toMatchObject({ repId: me.id })
      expect((await post('/leaves', { ...span, repId: you.id }, key)).status).toBe(404)
      const yours = await made('/leaves', { ...span, repId: you.id })
      expect((await post(`/leaves/${yours.id}/cancel`, undefined, key)).status).toBe(404)
      expect((await get<{ items: Body[] }>('/leaves', key)).body.items).toMatchObject([{ id: mine.body.id }])
    })
  })

  describe('the calendar', () => {
    it('has this year confirmed, says of a year it lacks that it is not, and every day can be edited', async () => {
      type Year = { confirmed: boolean; days: { day: string }[] }
      expect((await get<Year>('/calendar/2026')).body.confirmed).toBe(true)
      const next = await get<Year>('/calendar/2027')
      expect(next.body).toEqual({ year: 2027, confirmed: false, days: [] })
      const put = (url: string, body: unknown) =>
        house.ask('PUT', `/api/v1/calendar${url}`, body, { key: admin })
      expect((await put('/days/2027-02-05', { kind: 'off', name: '春节' })).status).toBe(200)
      expect((await put('/2027/confirmation', { confirmed: true })).body).toMatchObject({
        confirmed: true,
        days: [{ day: '2027-02-05' }],
      })
      const rep = await made('/reps', { name: 'Cal', workingHours: 'Mon-Fri 09:00-18:00' })
      const on = async (at: string) => {
        const { working } = await inRoster(rep.id)
        return working && availabilityAt(working.schedule, Date.parse(at)).availability
      }
      expect(await on('2027-02-05T10:00:00+08:00')).toBe('off_duty')
      expect(await on('2026-10-10T10:00:00+08:00'), 'a Saturday worked for National Day').toBe('on_duty')
      await made('/duty-shifts', {
        repId: rep.id,
        startsAt: '2027-02-05T08:00:00+08:00',
        endsAt: '2027-02-05T12:00:00+08:00',
      })
      expect(await on('2027-02-05T10:00:00+08:00'), 'on the duty roster').toBe('on_duty')
      expect((await remove('/calendar/days/2027-02-05')).status).toBe(204)
      expect((await remove('/calendar/days/2027-02-05')).status).toBe(404)
    })
  })

  it('moves the revision of the roster with every change that matters', async () => {
    const revision = () => house.platform.database.read(tenantId, (db) => people.rosterRevision(db))
    const before = await revision()
    await house.ask('PATCH', '/api/v1/company', { timeZone: 'Asia/Urumqi' }, { key: admin })
    expect(await revision()).toBe(before + 1)
    expect((await roster()).timeZone).toBe('Asia/Urumqi')
  })
})
