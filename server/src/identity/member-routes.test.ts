import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSliceApp, type SliceApp } from '../../test/slice-app.ts'
import type { RoleName } from './permissions.ts'

const password = 'a long enough password'
let serial = 0

describe('members', () => {
  let house: SliceApp
  let owner: string | undefined
  let tenantId: string
  beforeAll(async () => {
    house = await openSliceApp()
  })
  afterAll(() => house.end())
  beforeEach(async () => {
    serial += 1
    const made = await house.ask<{ company: { id: string } }>('POST', '/api/v1/companies', {
      company: `company ${serial}`,
      name: 'Owner',
      email: `owner${serial}@m.test`,
      password,
    })
    owner = made.cookie
    tenantId = made.body.company.id
  })

  const join = async (role: RoleName, name: string = role) => {
    const email = `${name}${serial}@m.test`
    const { memberId, loginId } = await house.identity.createMember({ tenantId, name, email, password, role })
    return { id: memberId, email, cookie: await house.identity.openSession({ loginId, tenantId }) }
  }
  const ownerId = async () =>
    (await house.ask<{ id: string }>('GET', '/api/v1/session', undefined, { cookie: owner })).body.id
  const change = (id: string, body: unknown, cookie = owner, version = 1) =>
    house.ask('PATCH', `/api/v1/members/${id}`, body, { cookie, version })
  type Link = { id: string; link: string; delivery: string }
  const invite = (body: unknown, cookie = owner) =>
    house.ask<Link>('POST', '/api/v1/invitations', body, { cookie })
  const tokenOf = (answer: { body: Link }) => answer.body.link.split('/').at(-1)

  it('come in by a link, once, with the role it names', async () => {
    const made = await invite({ role: 'team_lead', email: 'Zhang@new.test' })
    expect(made.body).toMatchObject({ delivery: 'shown' })
    expect(made.body.link).toMatch(/^http:\/\/127\.0\.0\.1:7300\/invite\/[\w-]{43}$/)
    const token = tokenOf(made)
    const looked = await house.ask('POST', '/api/v1/invitations/look-up', { token })
    expect(looked.body).toMatchObject({
      company: `company ${serial}`,
      role: 'team_lead',
      email: 'zhang@new.test',
    })
    const accept = () => house.ask('POST', '/api/v1/invitations/accept', { token, name: '张三', password })
    const answers = await Promise.all([accept(), accept()])
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
    expect([409, 410]).toContain(answers.find((answer) => answer.status !== 201)?.status)
    const cookie = answers.find((answer) => answer.status === 201)?.cookie
    expect((await house.ask('GET', '/api/v1/session', undefined, { cookie })).body).toMatchObject({
      role: 'team_lead',
      name: '张三',
    })
    expect((await accept()).body).toMatchObject({ code: 'LINK_EXPIRED' })
    const seats = await house.platform.superuser(
      "select count(*)::int as n from member where email = 'zhang@new.test'",
    )
    expect(seats).toEqual([{ n: 1 }])
    await house.platform.superuser("update login set email = 'used-' || id where email = 'zhang@new.test'")
  })

  it('are not let in by a link that is over, withdrawn, or for somebody else', async () => {
    const accept = (token: string | undefined, email: string) =>
      house.ask('POST', '/api/v1/invitations/accept', { token, name: 'x', email, password })
    const withdrawn = await invite({ role: 'rep' })
    await house.ask('DELETE', `/api/v1/invitations/${withdrawn.body.id}`, undefined, { cookie: owner })
    expect((await accept(tokenOf(withdrawn), 'w@new.test')).status).toBe(410)
    const theirs = await invite({ role: 'rep', email: 'a@new.test' })
    expect((await accept(tokenOf(theirs), 'b@new.test')).status).toBe(422)
    const late = await invite({ role: 'rep', validDays: 1 })
    house.platform.clock.advance(86_400_001)
    expect((await accept(tokenOf(late), 'l@new.test')).status).toBe(410)
    expect(await house.platform.superuser("select * from login where email like '%@new.test'")).toEqual([])
  })

  it('who have a log-in already prove it instead of getting a second', async () => {
    const token = tokenOf(await invite({ role: 'auditor' }))
    const email = `owner${serial - 1}@m.test`
    const accept = (word: string) =>
      house.ask('POST', '/api/v1/invitations/accept', { token, name: 'x', email, password: word })
    expect((await accept('not their password')).status).toBe(409)
    expect((await accept(password)).status).toBe(201)
  })

  it('cannot make or touch anybody above themselves', async () => {
    const admin = await join('admin')
    expect((await invite({ role: 'owner' }, admin.cookie)).status).toBe(403)
    expect((await invite({ role: 'admin' }, admin.cookie)).status).toBe(201)
    expect((await change(admin.id, { role: 'owner' }, admin.cookie)).status).toBe(403)
    expect((await change(await ownerId(), { role: 'rep' }, admin.cookie)).status).toBe(403)
    const rep = await join('rep')
    expect((await change(rep.id, { role: 'owner' }, rep.cookie)).status).toBe(403)
    expect((await invite({ role: 'rep' }, rep.cookie)).status).toBe(403)
  })

  it('leave the company with an owner, even when two step down at once', async () => {
    const second = await join('owner', 'second')
    const answers = await Promise.all([
      change(await ownerId(), { role: 'admin' }),
      change(second.id, { status: 'inactive' }, second.cookie),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({ code: 'LAST_OWNER' })
  })

  it('are out at the next request when they are switched off', async () => {
    const rep = await join('rep')
    const enter = () => house.ask('GET', '/api/v1/session', undefined, { cookie: rep.cookie })
    expect((await enter()).status).toBe(200)
    expect((await change(rep.id, { status: 'inactive' })).status).toBe(200)
    expect((await enter()).status).toBe(401)
    expect((await house.ask('POST', '/api/v1/session', { email: rep.email, password })).status).toBe(401)
  })

  it('are changed only by whoever saw the latest version, and the loser is told who and when', async () => {
    const rep = await join('rep')
    expect((await change(rep.id, { name: 'one' })).status).toBe(200)
    const lost = await change(rep.id, { name: 'two' })
    expect(lost.body).toMatchObject({
      code: 'VERSION_MISMATCH',
      currentVersion: 2,
      changedBy: { kind: 'member', id: await ownerId() },
      changedAt: new Date(house.platform.clock.now()).toISOString(),
    })
    const blind = await house.ask('PATCH', `/api/v1/members/${rep.id}`, { name: 'x' }, { cookie: owner })
    expect(blind.status).toBe(428)
  })

  it('get a reset link from their administrator, which works once and ends their sessions', async () => {
    const rep = await join('rep')
    const made = await house.ask<{ link: string }>(
      'POST',
      `/api/v1/members/${rep.id}/password-reset`,
      undefined,
      { cookie: owner },
    )
    const token = made.body.link.split('/').at(-1)
    const reset = () =>
      house.ask('POST', '/api/v1/password-resets/confirm', { token, password: 'quite another one' })
    expect((await reset()).status).toBe(204)
    expect((await reset()).body).toMatchObject({ code: 'LINK_EXPIRED' })
    expect((await house.ask('GET', '/api/v1/session', undefined, { cookie: rep.cookie })).status).toBe(401)
    const back = await house.ask('POST', '/api/v1/session', {
      email: rep.email,
      password: 'quite another one',
    })
    expect(back.status).toBe(200)
  })

  it('of two companies are not handed over by the administrator of one', async () => {
    const other = await house.identity.createTenant({ name: 'elsewhere' })
    const rep = await join('rep', 'both')
    await house.identity.createMember({
      tenantId: other.tenantId,
      name: 'x',
      email: rep.email,
      password,
      role: 'rep',
    })
    const made = await house.ask('POST', `/api/v1/members/${rep.id}/password-reset`, undefined, {
      cookie: owner,
    })
    expect(made.status).toBe(403)
  })

  it('of another company are not there', async () => {
    const stranger = await house.identity.createTenant({ name: 'stranger' })
    const them = await house.identity.createMember({
      tenantId: stranger.tenantId,
      name: 'x',
      email: `s${serial}@m.test`,
      password,
      role: 'rep',
    })
    expect((await change(them.memberId, { name: 'mine now' })).status).toBe(404)
    expect(
      (await house.ask('GET', `/api/v1/members/${them.memberId}`, undefined, { cookie: owner })).status,
    ).toBe(404)
  })

  it('see what is kept about them, and are erased without their decisions', async () => {
    const rep = await join('rep', 'gone')
    const own = await house.ask('GET', `/api/v1/members/${rep.id}/data-export`, undefined, {
      cookie: rep.cookie,
    })
    expect(own.body).toMatchObject({ member: { email: rep.email }, login: { email: rep.email } })
    const theirs = await house.ask('GET', `/api/v1/members/${await ownerId()}/data-export`, undefined, {
      cookie: rep.cookie,
    })
    expect(theirs.status).toBe(404)
    expect(
      (await house.ask('POST', `/api/v1/members/${rep.id}/erasure`, undefined, { cookie: rep.cookie }))
        .status,
    ).toBe(403)
    expect(
      (await house.ask('POST', `/api/v1/members/${rep.id}/erasure`, undefined, { cookie: owner })).status,
    ).toBe(204)
    expect((await house.ask('GET', '/api/v1/session', undefined, { cookie: rep.cookie })).status).toBe(401)
    for (const table of ['member', 'login', 'audit', 'event', 'invitation'])
      expect(JSON.stringify(await house.platform.superuser(`select * from ${table}`)), table).not.toContain(
        rep.email,
      )
    expect((await house.ask('POST', '/api/v1/session', { email: rep.email, password })).status).toBe(401)
  })
})

describe('API keys over HTTP', () => {
  it('are shown once, never wider than their maker, and refused once revoked', async () => {
    const house = await openSliceApp()
    const made = await house.ask('POST', '/api/v1/companies', {
      company: 'k',
      name: 'k',
      email: 'k@k.test',
      password,
    })
    const cookie = made.cookie
    const issue = (body: unknown, ask: { cookie?: string | undefined; key?: string }) =>
      house.ask<{ id: string; key: string }>('POST', '/api/v1/api-keys', body, ask)
    const wide = await issue({ name: 'wide', role: 'admin' }, { cookie })
    const narrow = await issue(
      { name: 'narrow', role: 'admin', scopes: ['keys.manage', 'leads.read'] },
      { cookie },
    )
    expect((await issue({ name: 'x', role: 'rep' }, { key: narrow.body.key })).body).toMatchObject({
      code: 'SCOPE_TOO_WIDE',
    })
    expect(
      (await issue({ name: 'x', role: 'rep', scopes: ['leads.read'] }, { key: narrow.body.key })).status,
    ).toBe(201)
    expect((await issue({ name: 'x', role: 'owner' }, { key: wide.body.key })).status).toBe(403)
    const use = () => house.ask('GET', '/api/v1/company', undefined, { key: wide.body.key })
    expect((await use()).status).toBe(200)
    expect((await house.ask('GET', '/api/v1/company', undefined, { key: narrow.body.key })).status).toBe(403)
    const list = await house.ask('GET', '/api/v1/api-keys', undefined, { cookie })
    expect(JSON.stringify(list.body)).not.toContain(wide.body.key.slice(9))
    expect(
      (await house.ask('DELETE', `/api/v1/api-keys/${wide.body.id}`, undefined, { cookie })).status,
    ).toBe(204)
    expect((await use()).status).toBe(401)
    const audit = await house.ask<{ items: { action: string; actor: { name: string } }[] }>(
      'GET',
      '/api/v1/audit?action=api_key.revoked',
      undefined,
      { cookie },
    )
    expect(audit.body.items).toMatchObject([{ action: 'api_key.revoked', actor: { name: 'k' } }])
    await house.end()
  })
})
