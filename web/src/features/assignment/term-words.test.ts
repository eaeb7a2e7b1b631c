import { describe, expect, it } from 'vitest'
import { withoutPoints } from './term-words.ts'

describe('words of a score term', () => {
  it('the points are said once, in their column', () => {
    expect(withoutPoints('赢单概率 36.6%，结合客户价值：+5.5')).toBe('赢单概率 36.6%，结合客户价值')
    expect(withoutPoints('Free capacity 85%: -17')).toBe('Free capacity 85%')
  })

  it('numbers that are part of the sentence stay', () => {
    expect(withoutPoints('比应得少 1.6 轮：+4.8')).toBe('比应得少 1.6 轮')
    expect(withoutPoints('Levels in matching tags sum to 3')).toBe('Levels in matching tags sum to 3')
  })
})
