import type { lookup } from 'node:dns'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAddressGuard } from './address-guard.ts'
import { createOutbound, TargetRefused } from './index.ts'

describe('what a request of ours may reach', () => {
  const guard = createAddressGuard()
  it.each([
    '127.0.0.1',
    '127.1.2.3',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:a9fe:a9fe',
    '0:0:0:0:0:ffff:0a00:0001',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    '2001::1',
    'not an address',
  ])('is not %s', (address) => {
    expect(guard.allowsAddress(address)).toBe(false)
  })
  it.each(['8.8.8.8', '101.89.15.105', '172.32.0.1', '2400:3200::1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'may be %s',
    (address) => {
      expect(guard.allowsAddress(address)).toBe(true)
    },
  )
  it('is what the operator names besides, and only that', () => {
    const trusting = createAddressGuard(['10.1.0.0/16', 'fd00::5', 'hooks.intern'])
    expect(['10.1.2.3', '10.2.0.1', 'fd00::5', 'fd00::6'].map(trusting.allowsAddress)).toEqual([
      true,
      false,
      true,
      false,
    ])
    expect(['hooks.intern', 'HOOKS.intern', 'x.hooks.intern'].map(trusting.namesHost)).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('an address somebody typed in', () => {
  const outbound = createOutbound()
  it.each([
    ['https://example.com/hook', null],
    ['http://example.com/hook', 'TARGET_NOT_HTTPS'],
    ['https://127.0.0.1/', 'TARGET_PRIVATE'],
    ['https://2130706433/', 'TARGET_PRIVATE'],
    ['https://0x7f.1/', 'TARGET_PRIVATE'],
    ['https://[::ffff:10.0.0.1]/', 'TARGET_PRIVATE'],
    ['https://localhost:8443/', 'TARGET_PRIVATE'],
    ['https://db.internal/', 'TARGET_PRIVATE'],
    ['https://me:secret@example.com/', 'TARGET_MALFORMED'],
    ['file:///etc/passwd', 'TARGET_MALFORMED'],
    ['example.com', 'TARGET_MALFORMED'],
  ])('%s is answered with %s', (url, refusal) => {
    expect(outbound.refusal(url)).toBe(refusal)
  })
})

describe('a request to a name', () => {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1/secret' }).end()
    else if (request.url === '/long') response.end('x'.repeat(100_000))
    else if (request.url !== '/slow') response.end('yes')
  })
  let port = 0
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const post = (url: string, allowed: readonly string[]) =>
    createOutbound({ allowed, timeoutMs: 300 }).post({ url, headers: {}, body: '{}' })

  it('is refused where it would connect, although the name looked harmless a moment before', async () => {
    const answers = ['127.0.0.1', '10.0.0.1', '169.254.169.254']
    const outbound = createOutbound({
      timeoutMs: 2_000,
      resolve: ((_host: string, _options: unknown, done: (error: null, found: unknown) => void) =>
        done(null, [{ address: answers.shift(), family: 4 }])) as unknown as typeof lookup,
    })
    const url = `https://rebinding.example:${port}/`
    expect(outbound.refusal(url)).toBeNull()
    for (const _ of [...answers])
      await expect(outbound.post({ url, headers: {}, body: '{}' })).rejects.toThrow('TARGET_PRIVATE')
    expect([answers, asked]).toEqual([[], 0])
  })
  it('follows no redirect, reads no endless answer, and does not wait for ever', async () => {
    const base = `http://127.0.0.1:${port}`
    expect(await post(`${base}/`, ['127.0.0.1'])).toMatchObject({ status: 200, body: 'yes' })
    expect(await post(`${base}/away`, ['127.0.0.1'])).toMatchObject({ status: 302 })
    await expect(post(`${base}/long`, ['127.0.0.1'])).rejects.toThrow('too long')
    await expect(post(`${base}/slow`, ['127.0.0.1'])).rejects.toThrow()
    await expect(post(`${base}/`, [])).rejects.toBeInstanceOf(TargetRefused)
  })
})
