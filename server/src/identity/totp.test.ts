import { describe, expect, it } from 'vitest'
import { base32, hotp, matchTotp, openSecret, otpauthUri, sealSecret } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

describe('one-time codes', () => {
  it('gives the values of RFC 4226, appendix D', () => {
    const expected = [
      '755224',
      '287082',
      '359152',
      '969429',
      '338314',
      '254676',
      '287922',
      '162583',
      '399871',
      '520489',
    ]
    expect(expected.map((_, counter) => hotp(secret, counter))).toEqual(expected)
  })

  it('gives the values of RFC 6238, appendix B', () => {
    const vectors: [number, string][] = [
      [59, '94287082'],
      [1111111109, '07081804'],
      [1111111111, '14050471'],
      [1234567890, '89005924'],
      [2000000000, '69279037'],
      [20000000000, '65353130'],
    ]
    for (const [seconds, code] of vectors) expect(hotp(secret, Math.floor(seconds / 30), 8)).toBe(code)
  })

  it('takes a clock one step off and refuses two', () => {
    const now = 1_111_111_109_000
    const step = Math.floor(now / 30_000)
    expect(matchTotp(secret, hotp(secret, step), now, 0)).toBe(step)
    expect(matchTotp(secret, hotp(secret, step - 1), now, 0)).toBe(step - 1)
    expect(matchTotp(secret, hotp(secret, step + 1), now, 0)).toBe(step + 1)
    expect(matchTotp(secret, hotp(secret, step - 2), now, 0)).toBeNull()
  })

  it('takes no code twice', () => {
    const now = 1_111_111_109_000
    const step = Math.floor(now / 30_000)
    expect(matchTotp(secret, hotp(secret, step), now, step)).toBeNull()
  })

  it('writes secrets as RFC 4648 does', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
    expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    expect(otpauthUri(secret, 'li@x.cn')).toContain('secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  })

  it('opens what it sealed, and only under the same SECRET', () => {
    const sealed = sealSecret(secret, 'a'.repeat(32))
    expect(openSecret(sealed, 'a'.repeat(32))).toEqual(secret)
    expect(() => openSecret(sealed, 'b'.repeat(32))).toThrow()
  })
})
