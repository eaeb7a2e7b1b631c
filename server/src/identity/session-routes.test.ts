import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSliceApp, type SliceApp } from '../../test/slice-app.ts'
import { hotp } from './totp.ts'

const password = 'a long enough password'
const decode32 = (text: string): Buffer => {
  const bits = [...text]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

describe('signing up, in and out', () => {
  let house: SliceApp
  beforeAll(async () => {
    house = await openSliceApp()
  })
  afterAll(() => house.end())

  const signUp = (email: string, company: string, more: Record<string, unknown> = {}) =>
    house.ask('POST', '/api/v1/companies', { company, name: '李雷', email, password, ...more })
  const signIn = (email: string, more: Record<string, unknown> = {}) =>
    house.ask('POST', '/api/v1/session', { email, password, ...more })
  const code = (secret: string): string =>
    hotp(decode32(secret), Math.floor(house.platform.clock.now() / 30_000))

  it('makes a company whose maker is its owner and is signed in', async () => {
    const { status, body, cookie, response } = await signUp('Li@Up.test', '配能上海')
    expect(status).toBe(201)
    expect(body).toMatchObject({
      role: 'owner',
      name: '李雷',
      email: 'li@up.test',
      company: { slug: 'pei-neng-shang-hai' },
    })
    expect(body['permissions']).toMatchObject({ 'company.manage': 'tenant', 'data.erase': 'tenant' })
    const set = response.headers['set-cookie']
    expect(String(set)).toMatch(/HttpOnly.*SameSite=Lax/)
    expect(String(set)).not.toContain('Secure')
    const me = await house.ask('GET', '/api/v1/session', undefined, { cookie })
    expect(me.body).toEqual(body)
    const audit = await house.platform.superuser('select action from audit order by at, id')
    expect(audit.map((row) => row['action'])).toEqual(['member.added', 'company.created', 'session.opened'])
  })

  it('says that an e-mail or a slug is taken, and leaves nothing behind', async () => {
    await signUp('taken@up.test', 'taken', { slug: 'taken' })
    const counts = 'select (select count(*) from login) as logins, (select count(*) from tenant) as tenants'
    const before = await house.platform.superuser(counts)
    expect((await signUp('taken@up.test', 'x', { password: 'another password' })).body).toMatchObject({
      code: 'EMAIL_TAKEN',
    })
    expect((await signUp('new@up.test', 'x', { slug: 'taken' })).body).toMatchObject({ code: 'SLUG_TAKEN' })
    expect(await house.platform.superuser(counts)).toEqual(before)
  })

  it('founds a second company for somebody who proves who they are', async () => {
    await signUp('two@up.test', 'first of two', { slug: 'first-of-two' })
    const second = await signUp('two@up.test', 'second of two', { slug: 'second-of-two' })
    expect(second.status).toBe(201)
    const into = await signIn('two@up.test', { company: 'second-of-two' })
    expect(into.body).toMatchObject({
      company: { slug: 'second-of-two' },
      companies: [{ slug: 'first-of-two' }],
    })
    expect((await signIn('two@up.test', { company: 'taken' })).body).toMatchObject({
      code: 'WRONG_CREDENTIALS',
    })
  })

  it('refuses a wrong password and an unknown e-mail with the same words', async () => {
    await signUp('known@up.test', 'known')
    const wrong = await signIn('known@up.test', { password: 'not this one' })
    const unknown = await signIn('unknown@up.test')
    expect(wrong.status).toBe(401)
    expect(unknown.body).toEqual(wrong.body)
  })

  it('signs out for good: the same cookie opens nothing any more', async () => {
    const { cookie } = await signUp('out@up.test', 'out')
    expect((await house.ask('DELETE', '/api/v1/session', undefined, { cookie })).status).toBe(204)
    expect((await house.ask('GET', '/api/v1/session', undefined, { cookie })).status).toBe(401)
  })

  it('ends one session, or all others, at once', async () => {
    const { cookie: here } = await signUp('many@up.test', 'many')
    const { cookie: phone } = await signIn('many@up.test')
    const { cookie: office } = await signIn('many@up.test')
    type Sessions = { items: { id: string; current: boolean }[] }
    const list = await house.ask<Sessions>('GET', '/api/v1/sessions', undefined, { cookie: phone })
    expect(list.body.items).toHaveLength(3)
    const id = list.body.items.find((session) => session.current)?.id
    expect((await house.ask('DELETE', `/api/v1/sessions/${id}`, undefined, { cookie: here })).status).toBe(
      204,
    )
    expect((await house.ask('GET', '/api/v1/session', undefined, { cookie: phone })).status).toBe(401)
    const others = await house.ask('DELETE', '/api/v1/sessions', undefined, { cookie: here })
    expect(others.body).toEqual({ endedSessions: 1 })
    expect((await house.ask('GET', '/api/v1/session', undefined, { cookie: office })).status).toBe(401)
    expect((await house.ask('GET', '/api/v1/session', undefined, { cookie: here })).status).toBe(200)
  })

  it("does not end a stranger's session", async () => {
    const one = await signUp('mine@up.test', 'mine')
    const other = await signUp('theirs@up.test', 'theirs')
    const list = await house.ask<{ items: { id: string }[] }>('GET', '/api/v1/sessions', undefined, {
      cookie: other.cookie,
    })
    const refused = await house.ask('DELETE', `/api/v1/sessions/${list.body.items[0]?.id}`, undefined, {
      cookie: one.cookie,
    })
    expect(refused.status).toBe(404)
    expect((await house.ask('GET', '/api/v1/session', undefined, { cookie: other.cookie })).status).toBe(200)
  })

  it('stops guessing at one account after ten, counted across parallel requests, until the window is over', async () => {
    await signUp('guessed@up.test', 'guessed')
    const guesses = await Promise.all(
      Array.from({ length: 14 }, (_, i) => signIn('guessed@up.test', { password: `guess ${i}` })),
    )
    const statuses = guesses.map((answer) => answer.status).sort()
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(4).fill(429)])
    const right = await signIn('guessed@up.test')
    expect(right.body).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 900 })
    expect(right.response.headers['retry-after']).toBe('900')
    house.platform.clock.advance(15 * 60_000)
    expect((await signIn('guessed@up.test')).status).toBe(200)
  })

  it('stops a flood from one address over many accounts', async () => {
    house.platform.clock.advance(15 * 60_000)
    await house.platform.superuser(
      `insert into login_throttle (key, attempts, window_started_at) values ('sign-in:address:127.0.0.1', 100, $1)
       on conflict (key) do update set attempts = 100, window_started_at = $1`,
      [new Date(house.platform.clock.now())],
    )
    expect((await signIn('nobody@up.test')).status).toBe(429)
    house.platform.clock.advance(15 * 60_000)
    expect((await signIn('nobody@up.test')).status).toBe(401)
  })

  it('changes a password only with the old one, and ends the other sessions', async () => {
    const { cookie } = await signUp('change@up.test', 'change')
    const { cookie: other } = await signIn('change@up.test')
    const change = (current: string) =>
      house.ask('PUT', '/api/v1/password', { current, next: 'the next long password' }, { cookie })
    expect((await change('wrong wrong wrong')).status).toBe(401)
    expect((await change(password)).body).toEqual({ endedSessions: 1 })
    expect((await house.ask('GET', '/api/v1/session', undefined, { cookie: other })).status).toBe(401)
    expect((await signIn('change@up.test')).status).toBe(401)
    expect((await signIn('change@up.test', { password: 'the next long password' })).status).toBe(200)
  })

  it('asks for a code once a second factor is on, takes each code once, and recovery codes once each', async () => {
    const { cookie } = await signUp('totp@up.test', 'totp')
    const begin = await house.ask<{ secret: string }>(
      'POST',
      '/api/v1/second-factor',
      { password },
      { cookie },
    )
    const { secret } = begin.body
    expect((await signIn('totp@up.test')).status, 'not before it is confirmed').toBe(200)
    const wrong = await house.ask('POST', '/api/v1/second-factor/confirm', { code: '000000' }, { cookie })
    expect(wrong.body).toMatchObject({ code: 'TOTP_WRONG' })
    const on = await house.ask<{ recoveryCodes: string[] }>(
      'POST',
      '/api/v1/second-factor/confirm',
      { code: code(secret) },
      { cookie },
    )
    expect(on.body.recoveryCodes).toHaveLength(10)

    expect((await signIn('totp@up.test')).body).toMatchObject({ code: 'TOTP_REQUIRED' })
    expect((await signIn('totp@up.test', { totp: code(secret) })).body, 'that code is spent').toMatchObject({
      code: 'TOTP_WRONG',
    })
    house.platform.clock.advance(30_000)
    const twins = await Promise.all([1, 2, 3].map(() => signIn('totp@up.test', { totp: code(secret) })))
    expect(twins.map((answer) => answer.status).sort()).toEqual([200, 401, 401])

    const recoveryCode = on.body.recoveryCodes[0]?.toLowerCase()
    expect((await signIn('totp@up.test', { recoveryCode })).status).toBe(200)
    expect((await signIn('totp@up.test', { recoveryCode })).body).toMatchObject({ code: 'TOTP_WRONG' })

    const stored = await house.platform.superuser(
      "select totp_secret from login where email = 'totp@up.test'",
    )
    const sealed = stored[0]?.['totp_secret'] as Buffer
    expect(sealed.includes(decode32(secret))).toBe(false)
    expect((await house.ask('DELETE', '/api/v1/second-factor', { password }, { cookie })).status).toBe(204)
    expect((await signIn('totp@up.test')).status).toBe(200)

    const again = await house.ask<{ secret: string }>(
      'POST',
      '/api/v1/second-factor',
      { password },
      { cookie },
    )
    const { secret: next } = again.body
    await house.ask('POST', '/api/v1/second-factor/confirm', { code: code(next) }, { cookie })
    const me = await house.ask<{ id: string }>('GET', '/api/v1/session', undefined, { cookie })
    const helped = await house.ask('DELETE', `/api/v1/members/${me.body.id}/second-factor`, undefined, {
      cookie,
    })
    expect(helped.status, 'an administrator helps whoever lost the phone').toBe(204)
    expect((await signIn('totp@up.test')).status).toBe(200)
  })

  it('keeps the language with the person', async () => {
    const { cookie } = await signUp('lang@up.test', 'lang', { language: 'en' })
    expect((await house.ask('GET', '/api/v1/session', undefined, { cookie })).body).toMatchObject({
      language: 'en',
    })
    const changed = await house.ask('PATCH', '/api/v1/session', { language: 'zh-CN' }, { cookie })
    expect(changed.body).toMatchObject({ language: 'zh-CN' })
  })
})

describe('the session cookie', () => {
  it('travels over TLS only where the address people use has it', async () => {
    const house = await openSliceApp(undefined, { platform: { publicUrl: 'https://crm.example.cn' } })
    const made = await house.ask('POST', '/api/v1/companies', {
      company: 'x',
      name: 'x',
      email: 's@up.test',
      password,
    })
    expect(String(made.response.headers['set-cookie'])).toContain('Secure')
    const left = await house.ask('DELETE', '/api/v1/session', undefined, { cookie: made.cookie })
    expect(String(left.response.headers['set-cookie'])).toMatch(/peineng_session=;.*Secure/)
    await house.end()
  })
})

describe('a password forgotten', () => {
  it('has nothing mailed where there is no mail server, and says who can help, known or not', async () => {
    const house = await openSliceApp()
    const ask = (email: string) => house.ask('POST', '/api/v1/password-resets', { email })
    await house.ask('POST', '/api/v1/companies', { company: 'x', name: 'x', email: 'a@b.test', password })
    expect((await ask('a@b.test')).body).toEqual({ delivery: 'ask_admin' })
    expect((await ask('nobody@b.test')).body).toEqual({ delivery: 'ask_admin' })
    expect(await house.platform.superuser('select * from login_reset')).toEqual([])
    await house.end()
  })
})
