import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

/** Enough of RFC 5321 to take a letter. */
function smtp(deliver: (letter: string) => void): Server {
  return createServer((socket) => {
    let inLetter = false
    let pending = ''
    let letter = ''
    socket.write('220 test\r\n')
    socket.on('data', (data) => {
      pending += data.toString('utf8')
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        if (inLetter && line === '.') {
          inLetter = false
          deliver(letter)
          letter = ''
          socket.write('250 taken\r\n')
        } else if (inLetter) letter += `${line}\n`
        else if (line === 'DATA') {
          inLetter = true
          socket.write('354 go on\r\n')
        } else if (line === 'QUIT') socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
}

/** The body of a letter, whichever way it was packed. */
function decode(letter: string): string {
  const body = letter.slice(letter.indexOf('\n\n') + 2)
  if (/Content-Transfer-Encoding: base64/i.test(letter)) return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
