import { describe, expect, test } from 'vitest'
import { deadlineFor } from './deadline.ts'

const pairs = 1_000_000

describe('the time limit of a plan', () => {
  test('leaves most of it to the solver where reading was quick', () => {
    expect(deadlineFor(10_000, 0, 1_300, pairs)).toBeGreaterThan(8_000)
    expect(deadlineFor(10_000, 0, 1_300, pairs)).toBeLessThan(10_000)
  })

  test('sets more aside for writing where slow reading shows a busy machine', () => {
    const idle = deadlineFor(20_000, 0, 1_300, pairs)
    expect(deadlineFor(20_000, 0, 6_500, pairs)).toBeLessThan(idle)
  })

  test('counts a slow start against the limit, not as slow reading', () => {
    const slowStart = deadlineFor(10_000, 0, 2_000, pairs, 900)
    expect(slowStart).toBeLessThan(10_000)
    expect(slowStart).toBeGreaterThan(deadlineFor(10_000, 0, 2_000, pairs))
  })

  test('gives the solver a share of what slow reading left, and never more than is left', () => {
    const readAt = 9_000
    const deadline = deadlineFor(10_000, 0, readAt, pairs)
    expect(deadline).toBeGreaterThan(readAt)
    expect(deadline).toBeLessThan(10_000)
  })

  test('asks the solver to stop at once where reading took it all', () => {
    expect(deadlineFor(1_000, 0, 4_000, pairs)).toBe(4_000)
  })
})
