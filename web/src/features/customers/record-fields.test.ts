import { expect, it } from 'vitest'
import { bodyOf, valuesOf } from './record-fields.ts'

const deal = {
  name: '监护仪 20 台',
  amount: 535_000,
  expectedCloseOn: '2026-12-31',
  tags: ['大客户'],
  note: null,
}

it('sends only what was changed, an emptied field as null, money in yuan', () => {
  const before = valuesOf('opportunity', deal)
  const after = { ...before, amount: 60_000_000, expectedCloseOn: null, tags: '大客户、加急', note: ' ' }
  expect(bodyOf('opportunity', before, after)).toEqual({
    amount: 600_000,
    expectedCloseOn: null,
    tags: ['大客户', '加急'],
    note: null,
  })
})
