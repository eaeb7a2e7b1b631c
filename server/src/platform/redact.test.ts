import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'
import { redactText } from './redact.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void, pretty = false): string {
  const lines: string[] = []
  write(createLog({ level: 'trace', pretty, write: (line) => lines.push(line) }))
  return lines.join('')
}

describe('what reaches the log', () => {
  it.each([
    ['张三的电话是13812345678,请回电', '13812345678'],
    ['+86 138-1234-5678 called', '138-1234-5678'],
    ['(+86)13912345678', '13912345678'],
    ['office 010-12345678', '010-12345678'],
    ['caller +1 415-555-2671', '415-555-2671'],
    ['duplicate key (mail)=(li.wei@example.com.cn)', 'li.wei@example.com.cn'],
    ['写信给 王五@例子.中国', '王五@例子.中国'],
    ['Authorization: Bearer pn_live_0123456789abcdef', '0123456789abcdef'],
    ['key pn_4f9c_abcdefghij was refused', 'abcdefghij'],
    ['postgres://peineng:s3cret@db.internal/peineng refused', 's3cret'],
    ['GET /reset?token=abc123def&lang=zh', 'abc123def'],
    ['cookie eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'eyJzdWIiOiIxIn0'],
    ['身份证 11010519491231002X', '11010519491231002X'],
  ])('takes the secret out of "%s"', (text, secret) => {
    expect(logged((log) => log.info(text))).not.toContain(secret)
    expect(logged((log) => log.info({ deep: { list: [{ note: text }] } }, 'x'))).not.toContain(secret)
    expect(logged((log) => log.error(new Error(text)))).not.toContain(secret)
    expect(logged((log) => log.warn({ err: new Error(text) }, 'failed'), true)).not.toContain(secret)
  })

  it('drops named fields whatever they hold, numbers too', () => {
    const line = logged((log) =>
      log.info(
        { phone: 2, body: { Password: 'x', api_key: 'k', email: ['a'], headers: { 'set-cookie': 's' } } },
        'in',
      ),
    )
    expect(JSON.parse(line)).toMatchObject({
      phone: '[redacted]',
      body: {
        Password: '[redacted]',
        api_key: '[redacted]',
        email: '[redacted]',
        headers: { 'set-cookie': '[redacted]' },
      },
    })
  })

  it('leaves ids, times, amounts and versions readable', () => {
    const text =
      'lead 0192f3c1-1381-7234-8567-138123456789 took 13812345678901 ns at 2026-11-23T09:00:00+08:00, v18.4.0, 1763870400000'
    expect(redactText(text)).toBe(text)
  })

  it('hides every Chinese mobile number, however it is written', () => {
    const digit = fc.integer({ min: 0, max: 9 })
    const number = fc
      .tuple(fc.integer({ min: 3, max: 9 }), fc.array(digit, { minLength: 9, maxLength: 9 }))
      .map(([second, rest]) => `1${second}${rest.join('')}`)
    const separator = fc.constantFrom('', ' ', '-')
    const around = fc.constantFrom('', '电话:', 'tel=', '"', '(', ' ')
    fc.assert(
      fc.property(
        number,
        separator,
        around,
        fc.constantFrom('', '+86', '86 ', '0086-'),
        (digits, gap, before, country) => {
          const written = [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].join(gap)
          expect(logged((log) => log.info(`${before}${country}${written},`))).not.toContain(written)
        },
      ),
    )
  })

  it('writes one JSON object per line', () => {
    const text = logged((log) => {
      log.info({ a: 1 }, 'one')
      log.info({ phone: '13812345678' }, 'two\nlines')
    })
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).msg),
    ).toEqual(['one', 'two\nlines'])
  })
})
