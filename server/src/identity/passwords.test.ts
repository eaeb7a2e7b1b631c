import { describe, expect, it } from 'vitest'
import { hashPassword, verifyNobody, verifyPassword } from './passwords.ts'

describe('passwords', () => {
  it('knows its own, refuses another, and never stores the same text twice', async () => {
    const [one, two] = await Promise.all([hashPassword('配能 is open'), hashPassword('配能 is open')])
    expect(one).not.toBe(two)
    expect(one.startsWith('scrypt$16384$8$5$')).toBe(true)
    expect(await verifyPassword('配能 is open', one)).toBe(true)
    expect(await verifyPassword('配能 is opem', one)).toBe(false)
  })

  it('takes the same password from another input method', async () => {
    const stored = await hashPassword('ＡＢＣ１２３４５６')
    expect(await verifyPassword('ABC123456', stored)).toBe(true)
  })

  it('reads the cost from the stored text, so that raising it breaks nobody', async () => {
    const cheap = await hashPassword('an older hash', { n: 1024, r: 8, p: 1 })
    expect(await verifyPassword('an older hash', cheap)).toBe(true)
  })

  it('refuses text that is no hash, and everybody where there is nobody', async () => {
    expect(await verifyPassword('x', 'plain')).toBe(false)
    expect(await verifyNobody('x')).toBe(false)
  })
})
