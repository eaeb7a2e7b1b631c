import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp, type TestTenant } from '../../test/test-app.ts'
import type { CallView } from './calls/present-call.ts'
import type { TaskView } from './present-task.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
let test: TestApp
let tenant: TestTenant
/** The second rep of team 1, with a key of their own. */
let second: string
let now: number

beforeAll(async () => {
  test = await createTestApp({ log: true })
  tenant = await test.addTenant()
  now = test.clock.now()
  const { key } = await test.slices.identity.createApiKey({
    tenantId: tenant.id,
    name: 'second',
    role: 'rep',
    repId: tenant.reps[1] ?? '',
  })
  second = key
})
afterAll(() => test.close())

const [first, other] = [() => tenant.reps[0] ?? '', () => tenant.reps[1] ?? '']
const inDays = (days: number): string => new Date(now + days * DAY).toISOString()
const card = (more: object = {}): object => ({
  title: '给远景医疗提交方案',
  standard: '客户书面确认收到',
  dueAt: inDays(2),
  ownerId: first(),
  ...more,
})
const call = <T = TaskView>(
  key: string,
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  body?: unknown,
  version?: number,
) =>
  test.call<T>(
    key,
    method,
    `/api/v1/${url}`,
    body,
    version === undefined ? {} : { 'if-match': `"${version}"` },
  )
const make = async (more: object = {}, key = tenant.keys.team_lead): Promise<TaskView> => {
  const answer = await call(key, 'POST', 'tasks', card(more))
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}
const loadOf = async (repId: string): Promise<number> => {
  const [row] = await test.platform.database.read(tenant.id, (db) =>
    db.query<{ load: number }>(
      'select load_hundredths as load from rep_workload where tenant_id = $1 and rep_id = $2',
      [tenant.id, repId],
    ),
  )
  return row?.load ?? 0
}

describe('a card', () => {
  it('without a date is refused with the sentence that would do, in the language asked for', async () => {
    const { status, body } = await call<{
      code: string
      errors: { field: string; code: string; message: string }[]
      suggestion: { dueAt: string; text: string }
    }>(tenant.keys.rep, 'POST', 'tasks', { title: '联系潜在客户' })
    expect(status).toBe(422)
    expect(body).toMatchObject({
      code: 'TASK_INCOMPLETE',
      errors: [
        { field: 'dueAt', code: 'date_required' },
        { field: 'standard', code: 'standard_required' },
      ],
    })
    expect(body.suggestion.text).toBe(
      '请写明日期，例如：“11月25日周三 18:00 前：联系潜在客户；完成标准：客户书面确认，或结果已记入跟进日志”',
    )
    expect(body.suggestion.dueAt).toBe('2026-11-25T10:00:00.000Z')
    const past = await call<typeof body>(tenant.keys.rep, 'POST', 'tasks', card({ dueAt: inDays(-1) }))
    expect([past.status, past.body.errors[0]?.code]).toEqual([422, 'in_past'])
  })

  it('weighs value × difficulty on its one owner, in the place of the lead it is for, until it is over', async () => {
    const before = await loadOf(first())
    const lead = await call<{ id: string }>(tenant.keys.admin, 'POST', 'leads', {
      name: '李明',
      company: '宁波海天',
    })
    await call(tenant.keys.admin, 'POST', `leads/${lead.body.id}/override`, {
      repId: first(),
      reason: 'test',
    })
    const withLead = (await loadOf(first())) - before
    expect(withLead).toBe(150)
    const task = await make({ itemId: lead.body.id, value: 'high', difficulty: 'hard' })
    expect(task).toMatchObject({
      owner: { id: first() },
      points: 3,
      item: { kind: 'lead', name: '宁波海天' },
      confirmation: { state: 'waiting' },
    })
    expect((await loadOf(first())) - before).toBe(300)
    // A next step this week does not bring the lead's own load back beside the task's.
    await call(tenant.keys.rep, 'POST', `leads/${lead.body.id}/activities`, {
      kind: 'call',
      nextStepAt: inDays(1),
    })
    expect((await loadOf(first())) - before).toBe(300)
    const done = await call(
      tenant.keys.team_lead,
      'POST',
      `tasks/${task.id}/move`,
      { to: 'done' },
      task.version,
    )
    expect(done.body).toMatchObject({ state: 'done', progress: { actual: 100 } })
    expect((await loadOf(first())) - before).toBe(withLead)
    const decision = await call<{ reason: { code: string } }>(
      tenant.keys.admin,
      'GET',
      `decisions/${task.decisionId}`,
    )
    expect(decision.body.reason.code).toBe('OVERRIDE')
  })

  it('is given by the engine where nobody is named: to the customer’s owner, else to whom it chooses', async () => {
    const lead = await call<{ id: string }>(tenant.keys.admin, 'POST', 'leads', {
      name: '周敏',
      company: '苏州金龙客车',
    })
    await call(tenant.keys.admin, 'POST', `leads/${lead.body.id}/override`, {
      repId: other(),
      reason: 'test',
    })
    const theirs = await make({ ownerId: null, itemId: lead.body.id }, tenant.keys.director)
    expect(theirs.owner?.id).toBe(other())
    const free = await make({ ownerId: null }, tenant.keys.director)
    expect(tenant.reps).toContain(free.owner?.id)
    const answer = await call(tenant.keys.rep, 'POST', 'tasks', card({ ownerId: other() }))
    expect(answer.status).toBe(404)
    expect((await make({ ownerId: undefined }, second)).owner?.id).toBe(other())
  })

  it('is confirmed by its owner alone: understood, or a question that stands under the card', async () => {
    const task = await make({ ownerId: other() })
    const notMine = await call<{ code: string }>(
      tenant.keys.team_lead,
      'POST',
      `tasks/${task.id}/acknowledge`,
      {
        understood: true,
      },
    )
    expect([notMine.status, notMine.body.code]).toEqual([409, 'NOT_OWNER'])
    const asked = await call(second, 'POST', `tasks/${task.id}/acknowledge`, {
      understood: false,
      question: '报价要含安装吗？',
    })
    expect(asked.body.confirmation).toMatchObject({ state: 'question', question: '报价要含安装吗？' })
    await call(tenant.keys.team_lead, 'POST', `tasks/${task.id}/comments`, { body: '含安装，不含运费' })
    const talk = await call<{ items: { body: string }[] }>(second, 'GET', `tasks/${task.id}/comments`)
    expect(talk.body.items.map((item) => item.body)).toEqual(['报价要含安装吗？', '含安装，不含运费'])
    const yes = await call(second, 'POST', `tasks/${task.id}/acknowledge`, { understood: true })
    expect(yes.body.confirmation.state).toBe('understood')
    // Another date is another agreement.
    const moved = await call(
      tenant.keys.team_lead,
      'PATCH',
      `tasks/${task.id}`,
      { dueAt: inDays(5) },
      yes.body.version,
    )
    expect(moved.body.confirmation.state).toBe('waiting')
    const report = await call<{ reps: { rep: { id: string }; dispatched: number; understood: number }[] }>(
      tenant.keys.team_lead,
      'GET',
      'tasks/confirmation',
    )
    const row = report.body.reps.find((one) => one.rep.id === other())
    expect(row?.dispatched).toBeGreaterThan(row?.understood ?? 0)
  })

  it('tells its progress from dated checkpoints; what somebody typed never hides that it is behind', async () => {
    const task = await make({
      dueAt: inDays(8),
      checkpoints: [
        { title: '需求确认', dueAt: inDays(1) },
        { title: '样机到场', dueAt: inDays(3) },
        { title: '方案评审', dueAt: inDays(5) },
      ],
    })
    expect(task.progress).toMatchObject({ planned: 0, actual: 0, escalate: false })
    test.clock.set(now + 3 * DAY + HOUR)
    const typed = await call(
      tenant.keys.rep,
      'PATCH',
      `tasks/${task.id}`,
      { reportedPercent: 95 },
      task.version,
    )
    expect(typed.body.progress).toMatchObject({
      planned: 50,
      actual: 0,
      behind: 50,
      reported: 95,
      escalate: true,
    })
    const passed = await call(
      tenant.keys.rep,
      'POST',
      `tasks/${task.id}/checkpoints/${task.checkpoints[0]?.id}`,
      {
        passed: true,
      },
    )
    expect(passed.body.progress).toMatchObject({ actual: 25, behind: 25, escalate: true })
    const both = await call(
      tenant.keys.rep,
      'POST',
      `tasks/${task.id}/checkpoints/${task.checkpoints[1]?.id}`,
      {
        passed: true,
      },
    )
    expect(both.body.progress).toMatchObject({ behind: 0, escalate: false })
    // Whoever dispatched it plans anew: what was passed stays passed, one moves, one goes, one comes.
    const replan = (points: object[]) =>
      call(tenant.keys.admin, 'PATCH', `tasks/${task.id}`, { checkpoints: points }, both.body.version)
    expect(
      (await replan([{ title: '太晚', dueAt: inDays(30) }])).body,
      'a checkpoint after the deadline',
    ).toMatchObject({ status: 422 })
    const replanned = await replan([
      { id: task.checkpoints[2]?.id, title: '方案评审', dueAt: inDays(6) },
      { title: '合同', dueAt: inDays(7) },
    ])
    expect(replanned.body.checkpoints.map((one) => [one.title, one.dueAt, one.doneAt === null])).toEqual([
      ['需求确认', inDays(1), false],
      ['样机到场', inDays(3), false],
      ['方案评审', inDays(6), true],
      ['合同', inDays(7), true],
    ])
    test.clock.set(now)
    // Long cards without checkpoints get the weekly one, Friday 16:00 in the company's zone.
    const long = await make({ dueAt: inDays(12) })
    expect(long.checkpoints.map((one) => one.dueAt)).toEqual([
      '2026-11-27T08:00:00.000Z',
      '2026-12-04T08:00:00.000Z',
    ])
  })

  it('stands still only with a coded reason, and every standstill is counted', async () => {
    const task = await make()
    const bare = await call<{ errors: { field: string }[] }>(
      tenant.keys.rep,
      'POST',
      `tasks/${task.id}/move`,
      { to: 'blocked' },
      task.version,
    )
    expect([bare.status, bare.body.errors[0]?.field]).toEqual([422, 'blocker.code'])
    const blocked = await call(
      tenant.keys.rep,
      'POST',
      `tasks/${task.id}/move`,
      { to: 'blocked', blocker: { code: 'competitor', note: '友商低价' } },
      task.version,
    )
    expect(blocked.body.blocker).toMatchObject({ code: 'competitor', text: '竞品介入', note: '友商低价' })
    const on = await call(
      tenant.keys.rep,
      'POST',
      `tasks/${task.id}/move`,
      { to: 'doing' },
      blocked.body.version,
    )
    expect(on.body.blocker).toBeNull()
    const { body } = await call<{ cells: { code: string; times: number; open: number }[] }>(
      tenant.keys.team_lead,
      'GET',
      'tasks/blockers',
    )
    expect(body.cells).toMatchObject([{ code: 'competitor', times: 1, open: 0 }])
  })

  it('with an acceptance node is finished by its owner and done when whoever dispatched it says so', async () => {
    const task = await make({ ownerId: other(), acceptance: '主管验收' })
    const finished = await call(
      second,
      'POST',
      `tasks/${task.id}/move`,
      { to: 'done', result: '已发' },
      task.version,
    )
    expect(finished.body).toMatchObject({ state: 'review', result: '已发' })
    const accepted = await call(
      tenant.keys.team_lead,
      'POST',
      `tasks/${task.id}/move`,
      { to: 'done' },
      finished.body.version,
    )
    expect(accepted.body.state).toBe('done')
  })

  it('dragged by twenty at once moves once; the others are told which version stands', async () => {
    const task = await make()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        call<{ code?: string; currentVersion?: number }>(
          tenant.keys.team_lead,
          'POST',
          `tasks/${task.id}/move`,
          { to: i % 2 === 0 ? 'doing' : 'done' },
          task.version,
        ),
      ),
    )
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1)
    for (const one of answers.filter((answer) => answer.status !== 200))
      expect(['VERSION_MISMATCH', 'ALREADY_IN_STATE']).toContain(one.body.code)
  })

  it('given to somebody else frees the first and is confirmed anew', async () => {
    const task = await make({ value: 'high', difficulty: 'easy' })
    await call(tenant.keys.rep, 'POST', `tasks/${task.id}/acknowledge`, { understood: true })
    const [mine, theirs] = [await loadOf(first()), await loadOf(other())]
    const given = await call(tenant.keys.team_lead, 'POST', `tasks/${task.id}/reassign`, {
      repId: other(),
      reason: '他熟悉这个客户',
    })
    expect(given.body).toMatchObject({ owner: { id: other() }, confirmation: { state: 'waiting' } })
    expect([mine - (await loadOf(first())), (await loadOf(other())) - theirs]).toEqual([200, 200])
  })

  it('tells everybody concerned but the one who did it', async () => {
    const task = await make({ collaboratorIds: [other()] })
    const events = await test.platform.database.read(tenant.id, (db) =>
      db.query<{ payload: { recipientRepIds: string[] } }>(
        `select payload from event where entity_id = $1 and type = 'task.assigned'`,
        [task.id],
      ),
    )
    expect(events.map((event) => event.payload.recipientRepIds)).toEqual([[other()]])
    const seen = await call<{ items: TaskView[] }>(second, 'GET', 'tasks?limit=200')
    expect(seen.body.items.map((item) => item.id)).toContain(task.id)
  })

  it('says each thing once when it is due, the newest of a kind after days of silence, nothing when it is done', async () => {
    const said = async (id: string): Promise<string[]> => {
      const rows = await test.platform.database.read(tenant.id, (db) =>
        db.query<{ type: string }>(
          `select type from event where entity_id = $1 and payload ? 'since' order by seq`,
          [id],
        ),
      )
      return rows.map((row) => row.type)
    }
    const sweep = test.slices.tasks.sweeps[0]
    const at = async (days: number): Promise<void> => {
      test.clock.set(now + days * DAY)
      await sweep?.run(new AbortController().signal)
      await sweep?.run(new AbortController().signal)
    }
    const points = [1, 2].map((day) => ({ title: `第${day}步`, dueAt: inDays(day) }))
    const task = await make({ dueAt: inDays(4), checkpoints: points })
    const done = await make({ dueAt: inDays(4), checkpoints: points })
    await call(tenant.keys.team_lead, 'POST', `tasks/${done.id}/move`, { to: 'done' }, done.version)
    await at(0.5)
    expect(await said(task.id)).toEqual([])
    await at(1.05)
    expect(await said(task.id)).toEqual(['task.checkpoint_due'])
    // Down until after the deadline: no reminder of a deadline that is over, one checkpoint, not two.
    await at(5)
    expect((await said(task.id)).sort()).toEqual([
      'task.behind_plan',
      'task.checkpoint_due',
      'task.checkpoint_due',
      'task.overdue',
    ])
    expect(await said(done.id)).toEqual([])
    test.clock.set(now)
  })

  it('comes ready-made from the policy, by the class of the customer', async () => {
    const { body: lead } = await call<{ id: string; tier: string }>(tenant.keys.admin, 'POST', 'leads', {
      name: '吴总',
      company: '温州电气集团',
    })
    const { body } = await call<{
      customerClass: string
      steps: { stepId: string; title: string; standard: string; dueAt: string; taken: boolean }[]
    }>(tenant.keys.admin, 'GET', `tasks/next-steps?itemId=${lead.id}`)
    expect(['A', 'B', 'C']).toContain(body.customerClass)
    const [step] = body.steps
    expect(step?.title).toBe('完成首轮沟通：温州电气集团')
    const { stepId, title, standard, dueAt } = step ?? {}
    await make({ stepId, title, standard, dueAt, itemId: lead.id }, tenant.keys.admin)
    const again = await call<typeof body>(tenant.keys.admin, 'GET', `tasks/next-steps?itemId=${lead.id}`)
    expect(again.body.steps[0]?.taken).toBe(true)
  })
})

describe('an open call on a card', () => {
  type Call = CallView & { code?: string; errors?: { field: string; code: string }[] }
  const at = (id: string, what = ''): string => `tasks/${id}/call${what}`
  const ask = (id: string, more: object = {}, key = tenant.keys.team_lead) =>
    call<Call>(key, 'POST', at(id), { until: inDays(1), note: '谁熟悉医疗？', ...more })
  const forward = (key: string, id: string, why: string, repId?: string) =>
    call<Call>(key, 'POST', at(id, '/candidates'), { why, ...(repId === undefined ? {} : { repId }) })
  const told = (id: string, type: string) =>
    test.platform.database.read(tenant.id, (db) =>
      db.query<{ payload: { recipientRepIds?: string[]; because?: string; repId?: string } }>(
        `select payload from event where entity_id = $1 and type = $2 order by seq`,
        [id, type],
      ),
    )

  it('asks the owner’s team, who see it without contact data and without its talk; nobody else does', async () => {
    const task = await make({ title: '拜访远景，联系 13812345678' })
    expect((await call(second, 'GET', `tasks/${task.id}`)).status).toBe(404)
    expect((await ask(task.id, {}, second)).status).toBe(404)
    const opened = await ask(task.id)
    expect(opened.status, JSON.stringify(opened.body)).toBe(200)
    expect(opened.body).toMatchObject({
      call: { reach: 'team', note: '谁熟悉医疗？' },
      candidates: [],
      may: { open: true, choose: true },
    })
    const seen = await call(second, 'GET', `tasks/${task.id}`)
    expect(seen.body).toMatchObject({ owner: { id: first() }, call: { invitedOnly: true } })
    expect(seen.body.title).not.toContain('13812345678')
    expect((await call(second, 'GET', `tasks/${task.id}/comments`)).status).toBe(404)
    const list = await call<{ items: TaskView[] }>(second, 'GET', 'tasks?call=open&limit=200')
    expect(list.body.items.map((one) => one.id)).toContain(task.id)
    const own = await call<{ items: TaskView[] }>(second, 'GET', 'tasks?limit=200')
    expect(own.body.items.map((one) => one.id)).not.toContain(task.id)
    const [event] = await told(task.id, 'task.call_opened')
    expect(event?.payload.recipientRepIds).toContain(other())
    expect(event?.payload.recipientRepIds).not.toContain(first())
    const far = tenant.reps.find(
      (repId) => !event?.payload.recipientRepIds?.includes(repId) && repId !== first(),
    )
    expect((await forward(second, task.id, '他行', far)).body.errors).toMatchObject([{ field: 'repId' }])
    expect((await ask(task.id)).body.code).toBe('ALREADY_IN_STATE')
    const late = await ask((await make()).id, { until: inDays(3) })
    expect([late.status, late.body.errors?.[0]?.field]).toEqual([422, 'until'])
    expect((await ask((await make()).id, { reach: 'company' })).status).toBe(403)
  })

  it('counts who puts themselves forward, and who was recommended once they agree; withdrawing is free', async () => {
    const task = await make()
    await ask(task.id)
    const named = await forward(tenant.keys.rep, task.id, '做过三家医院', other())
    expect(named.body.candidates).toMatchObject([{ rep: { id: other() }, state: 'asked', recommended: true }])
    expect(named.body.candidates[0]?.figures, 'a colleague’s load is not the owner’s to see').toBeNull()
    const early = await call<Call>(tenant.keys.team_lead, 'POST', at(task.id, '/choose'), {
      repId: other(),
      reason: '合适',
    })
    expect([early.status, early.body.errors?.[0]?.field]).toEqual([422, 'repId'])
    const agreed = await call<Call>(second, 'POST', at(task.id, '/answer'), { agree: true })
    expect(agreed.body).toMatchObject({ mine: 'standing', candidates: [{ state: 'standing' }] })
    await call(second, 'POST', at(task.id, '/answer'), { agree: true })
    expect(await told(task.id, 'task.call_candidate')).toHaveLength(1)
    const gone = await call<Call>(second, 'POST', at(task.id, '/answer'), { agree: false })
    expect(gone.body).toMatchObject({ mine: null, candidates: [] })
    const again = await forward(tenant.keys.rep, task.id, '再考虑一下', other())
    expect([again.status, again.body.code]).toEqual([409, 'ALREADY_IN_STATE'])
    const back = await forward(second, task.id, '时间腾出来了')
    expect(back.body.candidates).toMatchObject([
      { state: 'standing', recommended: false, why: '时间腾出来了' },
    ])
    expect((await forward(tenant.keys.rep, task.id, '我自己')).body.code).toBe('ALREADY_OWNED')
  })

  it('shows whoever chooses the claim’s own match, load and limit, and no match where there is nothing to match', async () => {
    const lead = await call<{ id: string }>(tenant.keys.admin, 'POST', 'leads', {
      name: '陈工',
      company: '无锡一棉',
    })
    await call(tenant.keys.admin, 'POST', `leads/${lead.body.id}/override`, {
      repId: first(),
      reason: 'test',
    })
    const [hanging, free] = [await make({ itemId: lead.body.id }), await make()]
    for (const task of [hanging, free]) {
      await ask(task.id)
      await forward(second, task.id, '我来')
    }
    const seen = async (id: string) =>
      (await call<Call>(tenant.keys.team_lead, 'GET', at(id))).body.candidates[0]?.figures
    const match = await test.platform.database.write(tenant.id, (db) =>
      test.slices.assignment.match(db, test.clock.now(), other(), [lead.body.id]),
    )
    expect(match.get(lead.body.id)?.total).toBeGreaterThan(0)
    expect(await seen(hanging.id)).toMatchObject({ match: match.get(lead.body.id)?.total, suits: true })
    expect(await seen(free.id)).toMatchObject({ match: null, load: { value: (await loadOf(other())) / 100 } })
  })

  it('gives the card to one chosen by many at once, tells the others, and is over', async () => {
    const task = await make()
    const wide = await ask(task.id, { reach: 'company' }, tenant.keys.director)
    expect(wide.body.call).toMatchObject({ reach: 'company', invited: tenant.reps.length - 1 })
    await forward(second, task.id, '我来')
    await forward(tenant.keys.director, task.id, '也合适', tenant.reps[2])
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        call<Call>(tenant.keys.director, 'POST', at(task.id, '/choose'), { repId: other(), reason: '自荐' }),
      ),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409])
    const given = await call(second, 'GET', `tasks/${task.id}`)
    expect(given.body).toMatchObject({
      owner: { id: other() },
      confirmation: { state: 'waiting' },
      call: null,
    })
    const ended = await told(task.id, 'task.call_ended')
    expect(ended.map((one) => one.payload)).toMatchObject([
      { because: 'call_chosen', repId: other(), recipientRepIds: [tenant.reps[2]] },
    ])
  })

  it('ends when it is closed, when the card is given away or done, and when its day has passed', async () => {
    const made = [await make(), await make(), await make(), await make()]
    const [closed, moved, done, forgotten] = made.map((one) => one.id) as [string, string, string, string]
    for (const { id } of made) {
      await ask(id)
      await forward(second, id, '我来')
    }
    await call(tenant.keys.team_lead, 'POST', at(closed, '/close'))
    await call(tenant.keys.team_lead, 'POST', `tasks/${moved}/reassign`, { repId: other(), reason: '换人' })
    await call(tenant.keys.rep, 'POST', `tasks/${done}/move`, { to: 'done' }, made[2]?.version)
    test.clock.set(now + DAY + HOUR)
    expect((await forward(second, forgotten, '还来得及吗')).status).toBe(409)
    await test.slices.tasks.sweeps[0]?.run(new AbortController().signal)
    await test.slices.tasks.sweeps[0]?.run(new AbortController().signal)
    const because = await Promise.all(made.map(({ id }) => told(id, 'task.call_ended')))
    expect(because.map((events) => events.map((event) => event.payload.because))).toEqual([
      ['call_closed'],
      ['call_reassigned'],
      ['call_finished'],
      ['call_over'],
    ])
    expect((await call(second, 'GET', `tasks/${forgotten}`)).status).toBe(404)
    expect((await forward(second, closed, '迟了')).status).toBe(404)
    test.clock.set(now)
  })
})
