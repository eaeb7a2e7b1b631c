import { beforeEach, describe, expect, it } from 'vitest'
import { switchLocale } from '../../i18n/locale.ts'
import { conditionText, readableCaps, readableRules } from './rule-sentence.ts'

const vip = {
  all: [
    { field: 'region', op: 'in', value: ['广东', '广西'] },
    {
      any: [
        { field: 'tier', op: 'eq', value: 'A' },
        { field: 'amount', op: 'gte', value: 500_000 },
      ],
    },
  ],
}

describe('rules as sentences', () => {
  beforeEach(() => switchLocale('zh-CN'))

  it('a condition tree reads in Chinese, inner groups in brackets', () => {
    expect(conditionText(vip)).toBe('地区属于“广东、广西” 且 （客户分级是“A” 或 金额不低于 500,000）')
  })
  it('and in English', () => {
    switchLocale('en')
    expect(conditionText({ not: { field: 'phone', op: 'missing' } })).toBe('not (phone is missing)')
  })
  it('the rules come in the order they are asked, the fallback last', () => {
    const rule = (id: string, priority: number) => ({
      id,
      priority,
      when: vip,
      then: { strategy: { kind: 'least_load' }, candidates: {}, slaClass: 'A', queue: 'all' },
    })
    const ids = readableRules({ rules: [rule('b', 10), rule('a', 10), rule('c', 90)], fallback: {} }).map(
      ({ id }) => id,
    )
    expect(ids).toEqual(['c', 'a', 'b', 'fallback'])
  })
  it('an offer and a cap say how long and how many', () => {
    const then = { strategy: { kind: 'least_load' }, offer: { minutes: 30 } }
    expect(readableRules({ fallback: then })[0]?.text).toContain('先询问本人，须在 30 分钟内答复')
    const caps = [{ id: 'a', when: { all: [] }, per: 'rep', limit: 3, window: { hours: 1 } }]
    expect(readableCaps({ caps })[0]?.text).toMatch(/^任意 1 小时内，每人最多 3 条/)
  })
  it('a document that is no policy gives a sentence all the same', () => {
    expect(readableRules(null)).toHaveLength(1)
  })
})
