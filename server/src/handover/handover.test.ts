import { defaultPolicy, handoverPolicyOf } from '@peineng/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, MONDAY_MORNING, type TestApp } from '../../test/test-app.ts'
import { ANSWERS, type HandoverJson, type Office, openOffice } from './testing.ts'

interface LeadJson {
  id: string
  state: string
  phone: string | null
  email: string | null
  wechat: string | null
  masked: boolean
  version: number
  decisionId: string | null
  owner: { id: string } | null
  handover: { id: string; read: boolean; shadow: { id: string } | null; shadowUntil: string | null } | null
}
interface Page<T> {
  items: T[]
}
const DAY = 86_400_000
const PHONE = '+8613812345678'

describe('a handover', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  const override = (office: Office, what: string, id: string, repId: string) =>
    test.call<LeadJson>(office.admin, 'POST', `/api/v1/${what}/${id}/override`, { repId, reason: '换人' })
  /** A lead of `old`, who has spoken to the customer. */
  const workedLead = async (office: Office, more: Record<string, unknown> = {}): Promise<string> => {
    const made = await test.call<LeadJson>(office.admin, 'POST', '/api/v1/leads', {
      name: '李娜',
      company: '苏州瑞康医院',
      phone: '13812345678',
      email: 'lina@ruikang.example',
      wechat: 'lina-ruikang',
      ...more,
    })
    if (made.body.owner?.id !== office.old) await override(office, 'leads', made.body.id, office.old)
    const logged = await test.call(
      office.keyOf(office.old),
      'POST',
      `/api/v1/leads/${made.body.id}/activities`,
      { kind: 'call', result: 'objection', summary: '李主任担心交期，让打 13812345678', nextStep: '发报价' },
    )
    expect(logged.status).toBe(201)
    return made.body.id
  }
  const lead = async (key: string, id: string): Promise<LeadJson> =>
    (await test.call<LeadJson>(key, 'GET', `/api/v1/leads/${id}`)).body
  const read = async (key: string, id: string): Promise<HandoverJson> =>
    (await test.call<HandoverJson>(key, 'GET', `/api/v1/handovers/${id}`)).body
  const act = (key: string, id: string, verb: string, version: number, body: unknown = {}) =>
    test.call<HandoverJson & { code?: string; errors?: { field: string }[] }>(
      key,
      verb === 'draft' ? 'PUT' : 'POST',
      `/api/v1/handovers/${id}/${verb}`,
      body,
      { 'if-match': `"${version}"` },
    )
  const handed = async (office: Office): Promise<{ id: string; handover: string }> => {
    const id = await workedLead(office)
    expect((await override(office, 'leads', id, office.next)).status).toBe(200)
    const { handover } = await lead(office.admin, id)
    if (handover === null) throw new Error('no handover was begun')
    return { id, handover: handover.id }
  }
  const passAll = async (office: Office, handover: string): Promise<void> => {
    const draft = await read(office.keyOf(office.old), handover)
    const sent = await act(office.keyOf(office.old), handover, 'submit', draft.version, { answers: ANSWERS })
    expect(sent.status).toBe(200)
    const done = await act(office.keyOf(office.next), handover, 'confirm', sent.body.version)
    expect(done.status).toBe(200)
  }

  it('keeps contact data from the new owner in every answer until they confirm that they have read it', async () => {
    const office = await openOffice(test)
    const { id, handover } = await handed(office)
    const next = office.keyOf(office.next)
    /** Everything the new owner can be told about this customer. */
    const told = async (): Promise<string> => {
      const urls = [
        `/leads/${id}`,
        '/leads?limit=50',
        '/leads?q=李娜',
        '/leads?q=13812345678',
        '/leads?q=lina@ruikang.example',
        `/leads/${id}/timeline`,
        `/leads/${id}/decisions`,
        `/activities?itemId=${id}`,
        '/activities',
        `/handovers/${handover}`,
        '/handovers',
      ]
      const answers = await Promise.all(urls.map((url) => test.call(next, 'GET', `/api/v1${url}`)))
      expect(answers.map((one) => one.status)).toEqual(urls.map(() => 200))
      return JSON.stringify(answers.map((one) => one.body))
    }
    const draft = await read(office.keyOf(office.old), handover)
    const sent = await act(office.keyOf(office.old), handover, 'submit', draft.version, { answers: ANSWERS })
    const before = await told()
    for (const secret of ['13812345678', 'lina@ruikang', 'lina-ruikang', '13900139000'])
      expect(before).not.toContain(secret)
    expect(await lead(next, id)).toMatchObject({ masked: true, handover: { read: false } })
    // Digits of a phone one is not shown find nothing.
    const found = await test.call<Page<LeadJson>>(next, 'GET', '/api/v1/leads?q=13812345678')
    expect(found.body.items).toEqual([])

    expect((await act(next, handover, 'confirm', sent.body.version)).status).toBe(200)
    const after = await told()
    expect(after).toContain(PHONE)
    expect(after).toContain('13900139000')
    expect(await lead(next, id)).toMatchObject({ masked: false, phone: PHONE, handover: { read: true } })
  })

  it('refuses a contact before it is read, takes a note, and lets nobody overwrite what they do not see', async () => {
    const office = await openOffice(test)
    const { id, handover } = await handed(office)
    const next = office.keyOf(office.next)
    const log = (key: string, body: unknown) =>
      test.call<{ code?: string; handoverId?: string }>(key, 'POST', `/api/v1/leads/${id}/activities`, body)
    const call = { kind: 'call', result: 'connected', summary: '打过电话' }
    expect(await log(next, call)).toMatchObject({
      status: 409,
      body: { code: 'HANDOVER_UNREAD', handoverId: handover },
    })
    expect((await log(next, { kind: 'note', summary: '先看看资料' })).status).toBe(201)
    expect((await log(office.keyOf(office.old), call)).status).toBe(201)
    const { version } = await lead(next, id)
    const edit = (body: unknown) =>
      test.call<{ code?: string }>(next, 'PATCH', `/api/v1/leads/${id}`, body, { 'if-match': `"${version}"` })
    expect(await edit({ phone: '13700137000' })).toMatchObject({
      status: 409,
      body: { code: 'HANDOVER_UNREAD' },
    })
    expect((await edit({ industry: '骨科耗材' })).status).toBe(200)
    await passAll(office, handover)
    expect((await log(next, call)).status).toBe(201)
  })

  it('hides the customer and its people too, and work of one’s own with them opens nothing', async () => {
    const office = await openOffice(test)
    const make = async (url: string, body: unknown): Promise<string> => {
      const made = await test.call<{ id: string }>(office.admin, 'POST', `/api/v1/${url}`, body)
      expect(made.status).toBe(201)
      return made.body.id
    }
    const account = await make('accounts', {
      name: '无锡明德',
      phone: '13611112222',
      email: 'info@mingde.example',
      note: '前台 13622223333',
      ownerId: office.old,
    })
    const contact = await make('contacts', {
      name: '陈厂长',
      accountId: account,
      phone: '13633334444',
      wechat: 'chen-factory',
    })
    const opportunity = await make('opportunities', {
      name: '二期产线',
      accountId: account,
      note: '找 13644445555',
      ownerId: office.old,
    })
    await test.call(office.keyOf(office.old), 'POST', `/api/v1/opportunities/${opportunity}/accept`)
    expect((await override(office, 'accounts', account, office.next)).status).toBe(200)
    expect((await override(office, 'opportunities', opportunity, office.next)).status).toBe(200)
    const next = office.keyOf(office.next)
    const told = async (): Promise<string> => {
      const urls = [
        `/accounts/${account}`,
        '/accounts',
        `/contacts/${contact}`,
        '/contacts',
        `/opportunities/${opportunity}`,
        '/opportunities',
        `/accounts/${account}/timeline`,
        `/opportunities/${opportunity}/timeline`,
      ]
      const answers = await Promise.all(urls.map((url) => test.call(next, 'GET', `/api/v1${url}`)))
      expect(answers.map((one) => one.status)).toEqual(urls.map(() => 200))
      return JSON.stringify(answers.map((one) => one.body))
    }
    const secrets = [
      '13611112222',
      'info@mingde',
      '13622223333',
      '13633334444',
      'chen-factory',
      '13644445555',
    ]
    for (const secret of secrets) expect(await told()).not.toContain(secret)
    const mine = await test.call<{ id: string }>(next, 'POST', '/api/v1/opportunities', {
      name: '我自己的',
      accountId: account,
    })
    expect(mine.status).toBe(201)
    for (const secret of secrets) expect(await told()).not.toContain(secret)
    const moved = await test.call<{ code?: string }>(
      next,
      'PATCH',
      `/api/v1/contacts/${contact}`,
      { title: '厂长' },
      { 'if-match': '"1"' },
    )
    expect(moved).toMatchObject({ status: 409, body: { code: 'HANDOVER_UNREAD' } })
    const logged = await test.call<{ code?: string }>(
      next,
      'POST',
      `/api/v1/contacts/${contact}/activities`,
      {
        kind: 'visit',
        result: 'connected',
        summary: '见过了',
      },
    )
    expect(logged).toMatchObject({ status: 409, body: { code: 'HANDOVER_UNREAD' } })

    // Customer and deal went to the same person: one checklist for both.
    const { items } = (
      await test.call<Page<HandoverJson>>(next, 'GET', '/api/v1/handovers?view=read&state=open')
    ).body
    expect(items).toHaveLength(1)
    expect(items[0]?.items.map((item) => item.kind).sort()).toEqual(['account', 'opportunity'])
    await passAll(office, items[0]?.id ?? '')
    const after = await told()
    for (const secret of ['13611112222', '13633334444', 'chen-factory', '13644445555'])
      expect(after).toContain(secret)
  })

  it('is asked for where a colleague had worked on it, and neither at first nor out of a pool', async () => {
    const office = await openOffice(test)
    const made = await test.call<LeadJson>(office.admin, 'POST', '/api/v1/leads', {
      name: '周',
      company: '杭州博雅',
      phone: '13500001111',
    })
    const untouched = office.tenant.reps.find((repId) => repId !== made.body.owner?.id) ?? ''
    await override(office, 'leads', made.body.id, untouched)
    expect(await lead(office.keyOf(untouched), made.body.id)).toMatchObject({ masked: false, handover: null })
    const worked = await workedLead(office, {
      phone: '13500002222',
      email: 'a@b.example',
      company: '南京安泰',
    })
    const released = await test.call(office.keyOf(office.old), 'POST', `/api/v1/leads/${worked}/release`, {
      reason: '不合适',
    })
    expect(released.status).toBe(200)
    const after = await lead(office.admin, worked)
    expect(after.handover).toBeNull()
  })

  it('stays closed when it goes on unread, when it is undone and redone, and opens for the former owner', async () => {
    const office = await openOffice(test)
    const { id } = await handed(office)
    const masked = async (repId: string): Promise<boolean> => (await lead(office.keyOf(repId), id)).masked
    await override(office, 'leads', id, office.third)
    const all = await test.call<Page<HandoverJson>>(
      office.admin,
      'GET',
      `/api/v1/handovers?state=open&repId=${office.third}`,
    )
    // Who never read it has nothing to tell: the one before them writes.
    expect(all.body.items).toMatchObject([{ from: { id: office.old }, to: { id: office.third } }])
    expect(await masked(office.third)).toBe(true)
    const undo = async (): Promise<void> => {
      const { decisionId } = await lead(office.admin, id)
      const undone = await test.call(office.admin, 'POST', `/api/v1/decisions/${decisionId}/undo`)
      expect(undone.status).toBe(200)
    }
    await undo()
    expect((await lead(office.admin, id)).owner?.id).toBe(office.next)
    expect(await masked(office.next)).toBe(true)
    await override(office, 'leads', id, office.old)
    expect(await lead(office.keyOf(office.old), id)).toMatchObject({ masked: false, handover: null })
    const open = await test.call<Page<HandoverJson>>(office.admin, 'GET', '/api/v1/handovers?state=open')
    expect(open.body.items).toEqual([])
    await override(office, 'leads', id, office.next)
    await undo()
    expect(await masked(office.old)).toBe(false)
    await undo()
    expect((await lead(office.admin, id)).owner?.id).toBe(office.next)
    expect(await masked(office.next)).toBe(true)
  })

  it('has three mandatory fields, is written by the former owner or a leader, and read by nobody but the new owner', async () => {
    const office = await openOffice(test)
    const { handover } = await handed(office)
    const [old, next, third] = [office.old, office.next, office.third].map(office.keyOf) as [
      string,
      string,
      string,
    ]
    const draft = await read(old, handover)
    expect(draft.fields.filter((field) => field.required).map((field) => field.id)).toEqual([
      'preferences',
      'history',
      'concerns',
    ])
    expect(draft.may).toEqual({ write: true, confirm: false, decline: false, score: false })
    // What the timeline says stands beside the field it belongs to, with its source.
    expect(draft.fields.find((field) => field.id === 'concerns')?.findings[0]?.text).toContain('担心交期')
    const empty = await act(old, handover, 'submit', draft.version, {
      answers: { preferences: '。', history: '有' },
    })
    expect(empty).toMatchObject({
      status: 422,
      body: {
        code: 'HANDOVER_INCOMPLETE',
        errors: [{ field: 'answers.preferences' }, { field: 'answers.concerns' }],
      },
    })
    expect((await act(next, handover, 'confirm', draft.version)).body.code).toBe('HANDOVER_NOT_READY')
    expect((await act(next, handover, 'submit', draft.version, { answers: ANSWERS })).status).toBe(403)
    expect((await act(third, handover, 'draft', draft.version, { answers: ANSWERS })).status).toBe(404)
    const kept = await act(old, handover, 'draft', draft.version, { answers: { history: '见过两次' } })
    expect(kept.status).toBe(200)
    // A draft is its writer's; a stale one overwrites nothing.
    expect((await read(next, handover)).fields.find((field) => field.id === 'history')?.answer).toBe('')
    expect((await act(office.leader, handover, 'draft', draft.version, { answers: {} })).status).toBe(412)
    const sent = await act(office.leader, handover, 'submit', kept.body.version, { answers: ANSWERS })
    expect(sent.body.state).toBe('submitted')
    for (const key of [old, office.leader, office.admin])
      expect((await act(key, handover, 'confirm', sent.body.version)).status).toBe(403)
    const put = await act(old, handover, 'draft', sent.body.version, {
      answers: { concerns: '担心交期和价格' },
    })
    expect((await act(next, handover, 'confirm', sent.body.version)).status).toBe(412)
    const confirms = await Promise.all([1, 2, 3].map(() => act(next, handover, 'confirm', put.body.version)))
    expect(confirms.map((one) => one.status).sort()).toEqual([200, 409, 409])
  })

  it('is declined by nobody but the new owner, before they confirm, with a reason, and goes back to whoever gave it', async () => {
    const office = await openOffice(test)
    const counted = async () => {
      const { rows } = await test.platform.database.owner.query(
        'select load_hundredths, open_items, received_today from rep_load where rep_id = $1',
        [office.next],
      )
      return rows
    }
    const id = await workedLead(office)
    const before = await counted()
    await override(office, 'leads', id, office.next)
    const handover = (await lead(office.admin, id)).handover?.id ?? ''
    expect(await counted()).not.toEqual(before)
    const [old, next, third] = [
      office.keyOf(office.old),
      office.keyOf(office.next),
      office.keyOf(office.third),
    ]
    const { version, may } = await read(next, handover)
    expect(may).toEqual({ write: false, confirm: false, decline: true, score: false })
    const no = (key: string, body: object, at = version) => act(key, handover, 'decline', at, body)
    for (const key of [old, office.leader, office.admin])
      expect((await no(key, { reason: 'busy' })).status).toBe(403)
    expect((await no(third, { reason: 'busy' })).status).toBe(404)
    expect((await no(next, { reason: 'lazy' })).status).toBe(422)
    expect((await no(next, { reason: 'other', note: ' ' })).body.errors).toMatchObject([{ field: 'note' }])
    expect((await no(next, { reason: 'busy' }, version + 7)).status).toBe(412)
    const note = '不懂医疗行业'
    const answers = await Promise.all([1, 2, 3].map(() => no(next, { reason: 'no_fit', note })))
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409])
    expect(await read(old, handover)).toMatchObject({
      state: 'declined',
      declined: { reason: 'no_fit', note },
      may: { write: false, confirm: false, decline: false, score: false },
    })
    expect(await counted()).toEqual(before)
    const back = await lead(old, id)
    expect(back).toMatchObject({ owner: { id: office.old }, masked: false, handover: null, phone: PHONE })
    expect((await test.call(next, 'GET', `/api/v1/leads/${id}`)).status).toBe(404)
    const timeline = await test.call<Page<{ kind: string; text: string | null }>>(
      office.admin,
      'GET',
      `/api/v1/leads/${id}/timeline`,
    )
    expect(timeline.body.items[0]).toMatchObject({ kind: 'handed_back', text: note })

    // Taken back by a manager, the gate is as it was: nobody gets past it by declining. Then it can be given to a third.
    const undone = await test.call(office.admin, 'POST', `/api/v1/decisions/${back.decisionId}/undo`)
    expect(undone.status).toBe(200)
    expect(await lead(next, id)).toMatchObject({ owner: { id: office.next }, masked: true })
    const again = (await lead(office.admin, id)).handover?.id ?? ''
    expect(again).not.toBe(handover)
    await act(old, again, 'submit', (await read(old, again)).version, { answers: ANSWERS })
    await act(next, again, 'decline', (await read(next, again)).version, { reason: 'busy' })
    expect((await override(office, 'leads', id, office.third)).status).toBe(200)
    const given = await lead(third, id)
    expect(given).toMatchObject({ masked: true, owner: { id: office.third } })
    // Nobody writes the same twice: it is their draft again, and nobody else's before they hand it in.
    const answered = async (key: string) => (await read(key, given.handover?.id ?? '')).fields[0]?.answer
    expect([await answered(old), await answered(third)]).toEqual([ANSWERS.preferences, ''])
  })

  it('waits for a manager when declined and whoever gave it is gone, and nobody gets past the gate', async () => {
    test.clock.set(MONDAY_MORNING)
    const office = await openOffice(test)
    const { id, handover } = await handed(office)
    const next = office.keyOf(office.next)
    await test.platform.database.write(office.tenant.id, async (db) => {
      await db.query(`update rep set status = 'inactive' where id = $1`, [office.old])
      await test.slices.people.bumpRoster(db)
    })
    const { version } = await read(next, handover)
    expect((await act(next, handover, 'decline', version, { reason: 'too_far' })).status).toBe(200)
    const waits = await lead(office.admin, id)
    expect(waits).toMatchObject({ state: 'waiting', owner: null })
    // Waiting is for a person, not for the queue, and the one who declined is not asked by it again.
    await runs('serve-waiting')
    expect((await lead(office.admin, id)).state).toBe('waiting')
    const { rows } = await test.platform.database.owner.query(
      `select excluded_rep_ids as excluded, handed_from as giver from work_item where id = $1`,
      [id],
    )
    expect(rows).toEqual([{ excluded: [office.next], giver: office.old }])
    expect((await override(office, 'leads', id, office.third)).status).toBe(200)
    expect(await lead(office.keyOf(office.third), id)).toMatchObject({ masked: true })
  })

  it('lets either a confirmation or a decline hold when both are said at once, never both', async () => {
    const office = await openOffice(test)
    const { id, handover } = await handed(office)
    const draft = await read(office.keyOf(office.old), handover)
    const sent = await act(office.keyOf(office.old), handover, 'submit', draft.version, { answers: ANSWERS })
    const next = office.keyOf(office.next)
    const said = await Promise.all(
      ['confirm', 'decline', 'confirm', 'decline'].map((verb) =>
        act(next, handover, verb, sent.body.version, verb === 'decline' ? { reason: 'conflict' } : {}),
      ),
    )
    expect(said.filter((one) => one.status === 200)).toHaveLength(1)
    const { state } = await read(office.admin, handover)
    const after = await lead(office.admin, id)
    expect(after.owner?.id).toBe(state === 'confirmed' ? office.next : office.old)
    expect(await lead(office.keyOf(after.owner?.id ?? ''), id)).toMatchObject({ masked: false })
  })

  it('is no secret on cards either: what colleagues wrote there is shown without contact data until it is read', async () => {
    const office = await openOffice(test)
    const { id, handover } = await handed(office)
    const next = office.keyOf(office.next)
    const make = (key: string, title: string) =>
      test.call<{ id: string; version: number }>(key, 'POST', '/api/v1/tasks', {
        title,
        standard: '李主任确认（微信 lina-ruikang）',
        dueAt: new Date(test.clock.now() + 2 * DAY).toISOString(),
        itemId: id,
        ownerId: office.next,
        checkpoints: [{ title: '先打 13812345678', dueAt: new Date(test.clock.now() + DAY).toISOString() }],
      })
    const card = await make(office.leader, '给 13812345678 打电话')
    expect(card.status).toBe(201)
    const say = (key: string, body: string) =>
      test.call(key, 'POST', `/api/v1/tasks/${card.body.id}/comments`, { body })
    expect((await say(office.leader, '加V lina-ruikang')).status).toBe(200)
    expect((await say(next, '我只有 021-55556666')).status).toBe(200)
    const told = async (key: string): Promise<string> => {
      const urls = [`/tasks/${card.body.id}`, '/tasks', `/tasks/${card.body.id}/comments`]
      return JSON.stringify(await Promise.all(urls.map((url) => test.call(key, 'GET', `/api/v1${url}`))))
    }
    const before = await told(next)
    for (const secret of ['13812345678', 'lina-ruikang']) {
      expect(before).not.toContain(secret)
      expect(await told(office.leader)).toContain(secret)
    }
    expect(before).toContain('021-55556666')
    await passAll(office, handover)
    expect(await told(next)).toContain('13812345678')
  })

  it('is announced once, however often it is put right before it is read', async () => {
    const office = await openOffice(test)
    const { handover } = await handed(office)
    const old = office.keyOf(office.old)
    let { version } = await read(old, handover)
    for (const concerns of ['担心交期', '担心交期和价格', '担心交期、价格和售后']) {
      const sent = await act(old, handover, 'submit', version, { answers: { ...ANSWERS, concerns } })
      version = sent.body.version
    }
    version = (await act(old, handover, 'draft', version, { answers: { concerns: '没有了' } })).body.version
    const { rows } = await test.platform.database.owner.query<{ type: string; n: number }>(
      `select type, count(*)::int as n from event where tenant_id = $1 and entity_id = $2
         and type in ('handover.submitted', 'handover.rewritten') group by 1 order by 1 desc`,
      [office.tenant.id, handover],
    )
    expect(rows).toEqual([
      { type: 'handover.submitted', n: 1 },
      { type: 'handover.rewritten', n: 3 },
    ])
    expect((await act(office.keyOf(office.next), handover, 'confirm', version)).status).toBe(200)
  })

  it('lets no clock run for the new owner before somebody has written it', async () => {
    const office = await openOffice(test)
    const { id, handover } = await handed(office)
    const kinds = async (): Promise<string[]> => {
      await runs('subscription:followup')
      const found = await test.call<{ clocks: { kind: string }[] }>(
        office.admin,
        'GET',
        `/api/v1/leads/${id}/clocks`,
      )
      return found.body.clocks.map((one) => one.kind)
    }
    expect(await kinds()).toEqual([])
    const draft = await read(office.keyOf(office.old), handover)
    await act(office.keyOf(office.old), handover, 'submit', draft.version, { answers: ANSWERS })
    expect(await kinds()).toContain('progress')
  })

  it('is scored once by whoever got it, and leaders see the average', async () => {
    const office = await openOffice(test)
    const { handover } = await handed(office)
    const next = office.keyOf(office.next)
    expect((await act(next, handover, 'score', 1, { score: 4 })).body.code).toBe('HANDOVER_NOT_READY')
    await passAll(office, handover)
    expect((await act(office.keyOf(office.old), handover, 'score', 1, { score: 5 })).status).toBe(403)
    expect((await act(next, handover, 'score', 1, { score: 6 })).status).toBe(422)
    const scores = await Promise.all([4, 4].map((score) => act(next, handover, 'score', 1, { score })))
    expect(scores.map((one) => one.status).sort()).toEqual([200, 409])
    const quality = await test.call<{ items: unknown[] }>(office.leader, 'GET', '/api/v1/handovers/quality')
    expect(quality.body.items).toMatchObject([
      { rep: { id: office.old }, open: 0, done: 1, scored: 1, average: 4 },
    ])
  })

  it('lets the former owner read and log until the shadow period ends by itself', async () => {
    test.clock.set(MONDAY_MORNING)
    const office = await openOffice(test)
    const { id, handover } = await handed(office)
    const old = office.keyOf(office.old)
    const note = () =>
      test.call(old, 'POST', `/api/v1/leads/${id}/activities`, { kind: 'call', summary: '陪同介绍' })
    await passAll(office, handover)
    expect(await lead(old, id)).toMatchObject({ masked: false, handover: { shadow: { id: office.old } } })
    expect((await note()).status).toBe(201)
    // Reading and logging, no more.
    expect((await test.call(old, 'POST', `/api/v1/leads/${id}/release`, {})).status).toBe(404)
    test.clock.set(MONDAY_MORNING + 7 * DAY - 1_000)
    await sweep()
    expect((await note()).status).toBe(201)
    test.clock.set(MONDAY_MORNING + 7 * DAY)
    await sweep()
    expect((await note()).status).toBe(404)
    expect((await test.call(old, 'GET', `/api/v1/leads/${id}`)).status).toBe(404)
    expect((await read(office.admin, handover)).shadowEndedAt).not.toBeNull()
    test.clock.set(MONDAY_MORNING)
  })

  it('goes to the manager when the time is over or nobody is there to write, with what the timeline knows', async () => {
    test.clock.set(MONDAY_MORNING)
    const office = await openOffice(test)
    const { handover } = await handed(office)
    const waits = async (): Promise<string[]> =>
      (
        await test.call<Page<HandoverJson>>(
          office.leader,
          'GET',
          '/api/v1/handovers?view=write&state=requested',
        )
      ).body.items.map((one) => one.id)
    expect(await waits()).toEqual([])
    test.clock.set(MONDAY_MORNING + DAY)
    await sweep()
    await sweep()
    expect(await waits()).toEqual([handover])
    const needed = await test.platform.database.owner.query(
      `select 1 from event where tenant_id = $1 and type = 'handover.manager_needed'`,
      [office.tenant.id],
    )
    expect(needed.rows).toHaveLength(1)
    const { writer, channels, fields, version } = await read(office.leader, handover)
    expect(writer).toBe('manager')
    expect(channels).toEqual([{ channel: 'phone', contacts: 1 }])
    expect(fields.find((field) => field.id === 'preferences')?.findings).toEqual([])
    expect((await act(office.leader, handover, 'submit', version, { answers: ANSWERS })).status).toBe(200)
    test.clock.set(MONDAY_MORNING)
  })

  it('opens for everything of somebody who leaves, in one plan, and an undo takes plan and gates back', async () => {
    const office = await openOffice(test)
    const id = await workedLead(office)
    const account = await test.call<{ id: string }>(office.admin, 'POST', '/api/v1/accounts', {
      name: '宁波海天',
      phone: '13677778888',
      ownerId: office.old,
    })
    await test.call(office.admin, 'POST', '/api/v1/leads', { name: '新', company: '没人碰过的' })
    const plan = await test.call<{ id: string }>(office.admin, 'POST', '/api/v1/plans', {
      kind: 'redistribute',
      repId: office.old,
      then: 'deactivate',
    })
    await runs('plans')
    const before = test.clock.now()
    const advance = async (verb: string): Promise<string> => {
      await test.call(office.admin, 'POST', `/api/v1/plans/${plan.body.id}/${verb}`)
      await runs('plans')
      return (await test.call<{ state: string }>(office.admin, 'GET', `/api/v1/plans/${plan.body.id}`)).body
        .state
    }
    const progress = async () =>
      (
        await test.call(
          office.leader,
          'GET',
          `/api/v1/handovers/progress?repId=${office.old}&since=${new Date(before).toISOString()}`,
        )
      ).body
    expect(await advance('commit')).toBe('done')
    expect(await progress()).toEqual({
      requested: 2,
      submitted: 0,
      confirmed: 0,
      declined: 0,
      withdrawn: 0,
      items: 2,
    })
    const receiver = (await lead(office.admin, id)).owner?.id ?? ''
    expect(receiver).not.toBe(office.old)
    expect(await lead(office.keyOf(receiver), id)).toMatchObject({ masked: true, handover: { read: false } })
    // They are gone: from the next look on their manager completes it.
    await sweep()
    const mine = await test.call<Page<HandoverJson>>(
      office.leader,
      'GET',
      '/api/v1/handovers?view=write&state=requested',
    )
    expect(mine.body.items).toHaveLength(2)
    expect(await advance('undo')).toBe('undone')
    expect(await progress()).toEqual({
      requested: 0,
      submitted: 0,
      confirmed: 0,
      declined: 0,
      withdrawn: 2,
      items: 0,
    })
    expect(await lead(office.keyOf(office.old), id)).toMatchObject({
      masked: false,
      owner: { id: office.old },
      handover: null,
    })
    const back = await test.call<{ phone: string }>(
      office.keyOf(office.old),
      'GET',
      `/api/v1/accounts/${account.body.id}`,
    )
    expect(back.body.phone).toBe('+8613677778888')
  })

  it('is the manager’s to write from the first moment where the former owner is on leave', async () => {
    test.clock.set(MONDAY_MORNING)
    const office = await openOffice(test)
    const id = await workedLead(office)
    await test.call(office.admin, 'POST', '/api/v1/leaves', {
      repId: office.old,
      kind: 'annual',
      startsAt: new Date(test.clock.now() - 1000).toISOString(),
      endsAt: new Date(test.clock.now() + 9 * DAY).toISOString(),
    })
    expect((await override(office, 'leads', id, office.next)).status).toBe(200)
    const { handover } = await lead(office.admin, id)
    expect((await read(office.leader, handover?.id ?? '')).writer).toBe('manager')
    const { rows } = await test.platform.database.owner.query(
      `select 1 from event where tenant_id = $1 and type = 'handover.manager_needed'`,
      [office.tenant.id],
    )
    expect(rows).toHaveLength(1)
  })

  it('comes after the yes where the item is offered first, and never to whoever said no', async () => {
    test.clock.set(MONDAY_MORNING)
    const office = await openOffice(test)
    const id = await workedLead(office)
    const house = defaultPolicy()
    const asks = {
      ...house,
      rules: [],
      handover: { ...handoverPolicyOf(house), causes: ['released', 'overridden'] },
      fallback: { ...house.fallback, offer: { minutes: 10 } },
    }
    await test.call(office.admin, 'PUT', '/api/v1/policy', asks, { 'if-match': '*' })
    await test.call(office.admin, 'POST', '/api/v1/policy/publish', { note: 'ask first' })
    const given = await test.call(office.keyOf(office.old), 'POST', `/api/v1/leads/${id}/release`, {
      reason: '不在我的区域',
    })
    expect(given.status).toBe(200)
    const asked = (await lead(office.admin, id)).owner?.id ?? ''
    expect([office.next, office.third]).toContain(asked)
    const answer = (repId: string, verb: string, body?: unknown) =>
      test.call(office.keyOf(repId), 'POST', `/api/v1/leads/${id}/${verb}`, body)
    expect((await answer(asked, 'decline', { reason: 'busy' })).status).toBe(200)
    const taker = (await lead(office.admin, id)).owner?.id ?? ''
    expect(taker).not.toBe(asked)
    expect(await lead(office.keyOf(taker), id)).toMatchObject({ masked: true, handover: null })
    expect((await answer(taker, 'accept')).status).toBe(200)
    const { handover } = await lead(office.admin, id)
    expect(await lead(office.keyOf(taker), id)).toMatchObject({ masked: true, handover: { read: false } })
    const readers = (
      await test.call<Page<HandoverJson>>(office.keyOf(asked), 'GET', '/api/v1/handovers?view=read')
    ).body.items
    expect(readers).toEqual([])
    const { version } = await read(office.leader, handover?.id ?? '')
    const sent = await act(office.leader, handover?.id ?? '', 'submit', version, { answers: ANSWERS })
    expect((await act(office.keyOf(taker), handover?.id ?? '', 'confirm', sent.body.version)).status).toBe(
      200,
    )
    expect(await lead(office.keyOf(taker), id)).toMatchObject({ masked: false, phone: PHONE })
  })

  it('follows another of the same item: each from whom had it last, and only the last one’s gate counts', async () => {
    test.clock.set(MONDAY_MORNING)
    const office = await openOffice(test)
    const { id, handover } = await handed(office)
    await passAll(office, handover)
    const logged = await test.call(office.keyOf(office.next), 'POST', `/api/v1/leads/${id}/activities`, {
      kind: 'call',
      result: 'connected',
      summary: '约了演示',
    })
    expect(logged.status).toBe(201)
    expect((await override(office, 'leads', id, office.third)).status).toBe(200)
    const second = (await lead(office.admin, id)).handover?.id ?? ''
    expect(second).not.toBe(handover)
    expect(await read(office.leader, second)).toMatchObject({
      from: { id: office.next },
      to: { id: office.third },
    })
    const answers = (await read(office.leader, second)).fields.map((field) => field.answer)
    expect(new Set(answers)).toEqual(new Set(['']))
    expect(await lead(office.keyOf(office.third), id)).toMatchObject({ masked: true })
    expect((await read(office.leader, handover)).state).toBe('confirmed')
    // Whoever had it first is out of it; who handed it over last still sees it.
    expect((await test.call(office.keyOf(office.old), 'GET', `/api/v1/leads/${id}`)).status).toBe(404)
    expect(await lead(office.keyOf(office.next), id)).toMatchObject({ masked: false })
    // And back again to whom it was with: nothing is asked of people who know it.
    expect((await override(office, 'leads', id, office.next)).status).toBe(200)
    expect(await lead(office.keyOf(office.next), id)).toMatchObject({ masked: false })
  })

  it('that was read is undone with the rest inside the window: all is the former owner’s again, nothing stays closed', async () => {
    test.clock.set(MONDAY_MORNING)
    const office = await openOffice(test)
    const first = await workedLead(office)
    const second = await workedLead(office, {
      name: '王强',
      company: '宁波海天',
      phone: '13912345679',
      email: 'wang@haitian.example',
      wechat: 'wang-haitian',
    })
    const plan = await test.call<{ id: string }>(office.admin, 'POST', '/api/v1/plans', {
      kind: 'redistribute',
      repId: office.old,
      then: 'pause',
    })
    expect(plan.status).toBe(202)
    await runs('plans')
    const advance = async (verb: string) => {
      await test.call(office.admin, 'POST', `/api/v1/plans/${plan.body.id}/${verb}`)
      await runs('plans')
    }
    await advance('commit')
    const given = await lead(office.admin, first)
    const receiver = given.owner?.id ?? ''
    const handover = given.handover?.id ?? ''
    const { version } = await read(office.leader, handover)
    const sent = await act(office.leader, handover, 'submit', version, { answers: ANSWERS })
    expect((await act(office.keyOf(receiver), handover, 'confirm', sent.body.version)).status).toBe(200)
    await advance('undo')
    for (const id of [first, second])
      expect(await lead(office.keyOf(office.old), id)).toMatchObject({
        masked: false,
        owner: { id: office.old },
      })
    expect((await test.call(office.keyOf(receiver), 'GET', `/api/v1/leads/${second}`)).status).toBe(404)
    const open = await test.call<Page<HandoverJson>>(
      office.leader,
      'GET',
      '/api/v1/handovers?state=requested',
    )
    expect(open.body.items).toEqual([])
  })

  const sweep = (): Promise<void> => runs('handovers')
  async function runs(name: string): Promise<void> {
    const found = test.slices.sweeps.find((one) => one.name === name)
    if (found === undefined) throw new Error(`there is no sweep ${name}`)
    await found.run(new AbortController().signal)
  }
})
