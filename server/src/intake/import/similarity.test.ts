import { describe, expect, it } from 'vitest'
import { valueMatcher } from './match-values.ts'
import { findHead, headerSignature, proposeMapping } from './propose-mapping.ts'
import { editDistance, similarity } from './similarity.ts'

const known = ['GTX Pro', 'GTX Plus Pro', 'GTX Basic', 'MG Special', 'GTK 500', 'technology', 'retail'].map(
  (name) => ({
    name,
    value: name,
  }),
)

describe('values spelt otherwise', () => {
  it.each([
    ['GTX Pro', 'GTX Pro', 'same'],
    ['GTXPro', 'GTX Pro', 'spelling'],
    ['gtx-pro', 'GTX Pro', 'spelling'],
    ['ＧＴＸ Pro', 'GTX Pro', 'spelling'],
    ['technolgy', 'technology', 'typo'],
    ['techonlogy', 'technology', 'typo'],
    ['retial', 'retail', 'typo'],
    ['medical', null, 'unknown'],
    ['GTX', null, 'unknown'],
  ])('%s is %s', (given, value, how) =>
    expect(valueMatcher(known).match(given)).toMatchObject({ value, how }),
  )

  it('are left alone where two known words are as near', () =>
    expect(
      valueMatcher(['north1', 'north2'].map((name) => ({ name, value: name }))).match('north'),
    ).toMatchObject({
      value: null,
    }))

  it('are what a person chose, also that nothing fits', () => {
    const matcher = valueMatcher(known, { medical: 'retail', GTXPro: null })
    expect(matcher.match('medical').value).toBe('retail')
    expect(matcher.match('GTXPro').value).toBeNull()
  })

  it('are told with how often they were repaired', () => {
    const matcher = valueMatcher(known)
    for (const given of ['GTXPro', 'GTXPro', 'technolgy', 'GTX Pro', 'RETAIL']) matcher.match(given)
    expect(matcher.repairs()).toEqual([
      { given: 'GTXPro', used: 'GTX Pro', how: 'spelling', count: 2 },
      { given: 'technolgy', used: 'technology', how: 'typo', count: 1 },
    ])
  })
})

it('edits are counted, a swap as one', () => {
  expect(editDistance('technolgy', 'technology', 2)).toBe(1)
  expect(editDistance('ab', 'ba', 2)).toBe(1)
  expect(editDistance('kitten', 'sitting', 3)).toBe(3)
  expect(editDistance('kitten', 'sitting', 2)).toBe(3)
  expect(similarity('abc', 'abc')).toBe(1)
  expect(similarity('abc', 'xyz')).toBe(0)
})

describe('a proposed mapping', () => {
  const headOf = (...lines: string[][]) => findHead(lines.map((cells, i) => ({ number: i + 1, cells })))

  it('finds the header below a title and maps what it knows, with its certainty', () => {
    const head = headOf(
      ['2026年线索表'],
      [],
      ['客户名称', 'Phone', '备注', '门店数', '联系', 'Sourcce'],
      ['华为', '138', '', '3', 'a@b.cn', '官网'],
      ['中兴', '139', '', '4', 'c@d.cn', '展会'],
      ['小米', '136', '', '5', 'e@f.cn', '官网'],
    )
    expect(head.headerRow).toBe(3)
    const proposed = proposeMapping('leads', head, ['门店数'], null)
    expect(proposed.map((p) => [p.field, p.match])).toEqual([
      ['company', 'alias'],
      ['phone', 'name'],
      ['note', 'alias'],
      ['custom.门店数', 'name'],
      ['email', 'values'],
      [null, 'none'],
    ])
    expect(proposed[0]?.samples).toEqual(['华为', '中兴', '小米'])
    expect(proposed.map((p) => p.confidence)).toEqual([90, 100, 90, 100, 70, 0])
  })

  it('is what was settled for the same headers before', () => {
    const head = headOf(['客户名称', 'x'], ['华为', '1'])
    const proposed = proposeMapping('leads', head, [], ['company', 'note'])
    expect(proposed.map((p) => [p.field, p.match])).toEqual([
      ['company', 'alias'],
      ['note', 'remembered'],
    ])
    expect(headerSignature(['客户名称', ' X '])).toBe(headerSignature(['客户名称', 'x']))
  })
})
