import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../test/test-platform.ts'
import { createIdentity, type Identity, SESSION_COOKIE } from './index.ts'
import { hashToken } from './tokens.ts'

const ask = (headers: Record<string, string>, cookies: Record<string, string> = {}, method = 'GET') => ({
  method,
  headers,
  cookies,
  ip: '127.0.0.1',
})
const bearer = (key: string) => ask({ authorization: `Bearer ${key}` })

describe('the gatekeeper', () => {
  let platform: TestPlatform
  let identity: Identity
  let tenantId: string
  beforeAll(async () => {
    platform = await openTestPlatform()
    identity = createIdentity(platform)
    tenantId = (await identity.createTenant({ name: '上海配能科技有限公司' })).tenantId
  })
  afterAll(() => platform.end())

  const member = async (name: string) => {
    const email = `${name}@peineng.test`
    const made = await identity.createMember({
      tenantId,
      name,
      email,
      password: 'correct horse',
      role: 'rep',
    })
    const token = await identity.openSession({ loginId: made.loginId, tenantId })
    return {
      ...made,
      token,
      enter: () => identity.gatekeeper.authenticate(ask({}, { [SESSION_COOKIE]: token })),
    }
  }

  it('makes a slug from a Chinese name, and another where that one is taken', async () => {
    const one = await identity.createTenant({ name: '深圳配能' })
    const two = await identity.createTenant({ name: '深圳配能' })
    expect(one.slug).toBe('shen-zhen-pei-neng')
    expect(two.slug).toMatch(/^shen-zhen-pei-neng-[0-9a-f]{6}$/)
    await expect(identity.createTenant({ name: 'x', slug: one.slug })).rejects.toMatchObject({
      code: 'SLUG_TAKEN',
    })
  })

  it('knows a key, its role, scopes and company, and stores only its hash', async () => {
    const { id, key } = await identity.createApiKey({
      tenantId,
      name: 'ci',
      role: 'rep',
      scopes: ['leads.read'],
    })
    expect(key).toMatch(/^pn_[\w-]{43}$/)
    const principal = await identity.gatekeeper.authenticate(bearer(key))
    expect(principal).toMatchObject({ kind: 'api_key', id, tenantId, role: 'rep', scopes: ['leads.read'] })
    const reach = (permission: string) => principal && identity.gatekeeper.reachOf(principal, permission)
    expect([reach('leads.read'), reach('leads.work'), reach('no.such')]).toEqual(['own', null, null])
    const stored = await platform.superuser('select * from api_key where id = $1', [id])
    expect(JSON.stringify(stored)).not.toContain(key.slice(8))
    expect(stored[0]?.['key_hash']).toEqual(hashToken(key))
  })

  it('refuses a wrong, revoked or expired key at once', async () => {
    const refused = { code: 'UNAUTHENTICATED' }
    await expect(identity.gatekeeper.authenticate(bearer('pn_nothing'))).rejects.toMatchObject(refused)
    await expect(
      identity.gatekeeper.authenticate(ask({ authorization: 'Basic eDp5' })),
    ).rejects.toMatchObject(refused)
    const one = await identity.createApiKey({ tenantId, name: 'a', role: 'admin' })
    expect(await identity.gatekeeper.authenticate(bearer(one.key))).not.toBeNull()
    await platform.superuser('update api_key set revoked_at = now() where id = $1', [one.id])
    await expect(identity.gatekeeper.authenticate(bearer(one.key))).rejects.toMatchObject(refused)
    const expiresAt = platform.clock.now() + 60_000
    const two = await identity.createApiKey({ tenantId, name: 'b', role: 'admin', expiresAt })
    expect(await identity.gatekeeper.authenticate(bearer(two.key))).not.toBeNull()
    platform.clock.advance(60_001)
    await expect(identity.gatekeeper.authenticate(bearer(two.key))).rejects.toMatchObject(refused)
  })

  it('lets nobody in without a credential, or with a cookie it never gave', async () => {
    expect(await identity.gatekeeper.authenticate(ask({}))).toBeNull()
    expect(await identity.gatekeeper.authenticate(ask({}, { [SESSION_COOKIE]: 'made-up' }))).toBeNull()
  })

  it('ends a session the moment it is revoked, expired, or its member is switched off', async () => {
    const li = await member('li')
    expect(await li.enter()).toMatchObject({ kind: 'member', id: li.memberId, tenantId, role: 'rep' })
    await platform.superuser("update member set role = 'team_lead' where id = $1", [li.memberId])
    expect(await li.enter()).toMatchObject({ role: 'team_lead' })
    await platform.superuser("update member set status = 'inactive' where id = $1", [li.memberId])
    expect(await li.enter()).toBeNull()
    await platform.superuser("update member set status = 'active' where id = $1", [li.memberId])
    await platform.superuser('delete from login_session where login_id = $1', [li.loginId])
    expect(await li.enter()).toBeNull()
    const wang = await member('wang')
    platform.clock.advance(31 * 86_400_000)
    expect(await wang.enter()).toBeNull()
  })

  it('takes no change by cookie from another site', async () => {
    const { token } = await member('zhao')
    const post = (headers: Record<string, string>) =>
      identity.gatekeeper.authenticate(ask(headers, { [SESSION_COOKIE]: token }, 'POST'))
    expect(await post({ 'sec-fetch-site': 'same-origin' })).not.toBeNull()
    await expect(post({ 'sec-fetch-site': 'cross-site' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('shows a request its own company and no other', async () => {
    const other = await identity.createTenant({ name: 'other' })
    const seen = await platform.database.read(tenantId, (db) =>
      db.query<{ id: string }>('select id from tenant'),
    )
    expect(seen.map((row) => row.id)).toEqual([tenantId])
    await expect(
      platform.database.write(tenantId, (db) =>
        db.query("update tenant set name = 'stolen' where id = $1 returning id", [other.tenantId]),
      ),
    ).resolves.toEqual([])
    await expect(platform.database.read(tenantId, (db) => db.query('select * from login'))).rejects.toThrow(
      'permission denied',
    )
    await expect(platform.database.dispatcher.query('select * from member')).rejects.toThrow(
      'permission denied',
    )
  })
})
