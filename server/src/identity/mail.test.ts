import type { AddressInfo, Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeLetter as decode, fakeSmtp as smtp } from '../../test/fake-smtp.ts'
import { openSliceApp } from '../../test/slice-app.ts'

const password = 'a long enough password'

describe('links that are mailed', () => {
  let server: Server
  let letters: string[]
  let arrived: (letter: string) => void
  beforeEach(async () => {
    letters = []
    arrived = () => {}
    server = smtp((letter) => {
      letters.push(letter)
      arrived(letter)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterEach(() => new Promise((resolve) => server.close(resolve)))
  const smtpUrl = () => `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
  const nextLetter = () =>
    new Promise<string>((resolve) => {
      arrived = resolve
    })
  const tokenIn = (letter: string, kind: string): string | undefined =>
    new RegExp(`/${kind}/([\\w-]{43})`).exec(decode(letter))?.[1]

  it('let somebody in, or set a new password, without anybody passing them on', async () => {
    const house = await openSliceApp(undefined, { platform: { smtpUrl: smtpUrl() } })
    const made = await house.ask('POST', '/api/v1/companies', {
      company: '配能',
      name: 'o',
      email: 'o@mail.test',
      password,
    })
    const invited = await house.ask(
      'POST',
      '/api/v1/invitations',
      { email: 'new@mail.test', role: 'rep' },
      { cookie: made.cookie },
    )
    expect(invited.body).toMatchObject({ delivery: 'mailed' })
    expect(letters[0]).toContain('To: new@mail.test')
    expect(decode(letters[0] ?? '')).toContain('配能 邀请你加入配能')
    const token = tokenIn(letters[0] ?? '', 'invite')
    expect(
      (await house.ask('POST', '/api/v1/invitations/accept', { token, name: 'n', password })).status,
    ).toBe(201)

    const mailed = nextLetter()
    const ask = (email: string) =>
      house.ask('POST', '/api/v1/password-resets', { email }, { headers: { 'accept-language': 'en' } })
    expect((await ask('nobody@mail.test')).body, 'the same answer for an unknown address').toEqual({
      delivery: 'mail',
    })
    expect((await ask('new@mail.test')).body).toEqual({ delivery: 'mail' })
    const letter = await mailed
    expect(letter).toContain('To: new@mail.test')
    expect(letter).toContain('Reset your Peineng password')
    const reset = { token: tokenIn(letter, 'reset'), password: 'an entirely new one' }
    expect((await house.ask('POST', '/api/v1/password-resets/confirm', reset)).status).toBe(204)
    const back = await house.ask('POST', '/api/v1/session', {
      email: 'new@mail.test',
      password: reset.password,
    })
    expect(back.status).toBe(200)
    expect(letters).toHaveLength(2)
    await house.end()
  })

  it('are shown instead where the mail server does not answer', async () => {
    const dead = smtpUrl()
    await new Promise((resolve) => server.close(resolve))
    const house = await openSliceApp(undefined, { platform: { smtpUrl: dead } })
    const made = await house.ask('POST', '/api/v1/companies', {
      company: 'x',
      name: 'o',
      email: 'o2@mail.test',
      password,
    })
    const invited = await house.ask(
      'POST',
      '/api/v1/invitations',
      { email: 'a@mail.test', role: 'rep' },
      { cookie: made.cookie },
    )
    expect(invited.body).toMatchObject({ delivery: 'shown', link: expect.stringContaining('/invite/') })
    await house.end()
    server.listen(0)
  })
})
