import { expect, it } from 'vitest'
import { toCsv } from './to-csv.ts'

it('writes what Excel reads: a byte order mark, quotes where needed, numbers bare', () => {
  expect(toCsv({ header: ['负责人', 'a,b'], rows: [['王"佳宁', -2.5]] })).toBe(
    '\uFEFF负责人,"a,b"\r\n"王""佳宁",-2.5\r\n',
  )
})

it('a customer named like a formula stays text', () => {
  expect(toCsv({ header: ['name'], rows: [['=HYPERLINK("x")'], ['@cmd']] })).toContain(
    `"'=HYPERLINK(""x"")"\r\n'@cmd`,
  )
})
