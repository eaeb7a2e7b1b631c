import { describe, expect, test } from 'vitest'
import { stream } from '../../random/index.ts'
import type { LoadDay } from './capacity.ts'
import { personalPace } from './pace.ts'
import { nextPersonalLimit, type StandingLimit } from './personal-limit.ts'

/** A rep who handles 4 to 13 customers a day and loses quality above `limit`, `fall` logits per customer. */
function worked(repId: string, limit: number, count: number, seed: number, fall = 0.35): LoadDay[] {
  const random = stream(seed)
  return Array.from({ length: count }, () => {
    const load = 4 + random.nextInt(10)
    const chance = 1 / (1 + Math.exp(-(0.4 - fall * Math.max(0, load - limit))))
    let good = 0
    for (let i = 0; i < load; i++) if (random.nextUnit() < chance) good++
    return { repId, load, trials: load, good }
  })
}

describe('how much a day suits somebody', () => {
  test('is found from their own days, with the loss above it, and differs between people', () => {
    const [quick, steady] = personalPace(
      [...worked('steady', 6, 120, 1), ...worked('quick', 9, 120, 2), ...worked('other', 7, 120, 3)],
      ['quick', 'steady'],
    )
    expect(quick).toMatchObject({ evidence: 'enough', days: 120 })
    expect(Math.abs(quick!.found!.limit - 9)).toBeLessThan(1.5)
    expect(Math.abs(steady!.found!.limit - 6)).toBeLessThan(1.5)
    expect(steady!.found!.high).toBeLessThan(quick!.found!.high)
    expect(steady!.found!.lossLow).toBeGreaterThan(0)
    expect(steady!.found!.loss).toBeGreaterThan(0.2)
    expect(steady!.found!.lossHigh).toBeGreaterThan(steady!.found!.loss)
  })

  test('is not said after few days, from days that are all alike, or of nobody’s days', () => {
    const others = [...worked('a', 7, 120, 4), ...worked('b', 7, 120, 5)]
    const alike = Array.from({ length: 60 }, () => ({ repId: 'alike', load: 5, trials: 5, good: 3 }))
    const paces = personalPace([...others, ...worked('new', 7, 12, 6), ...alike], ['new', 'alike', 'nobody'])
    expect(paces.map((one) => [one.repId, one.evidence, one.found])).toEqual([
      ['new', 'few_days', null],
      ['alike', 'no_spread', null],
      ['nobody', 'few_days', null],
    ])
    expect(paces[2]).toMatchObject({ days: 0, usual: null })
    expect(personalPace([], ['a'])).toMatchObject([{ evidence: 'few_days' }])
  })

  test('is hardly ever said where load does not matter, also when good and bad days come by themselves', () => {
    let found = 0
    for (let seed = 1; seed <= 12; seed++) {
      const random = stream(seed * 7)
      const days = ['a', 'b', 'c', 'd', 'e'].flatMap((repId, n) =>
        worked(repId, 99, 90, seed * 100 + n).map((day) => ({
          ...day,
          good: random.nextInt(8) === 0 ? 0 : day.good,
        })),
      )
      found += personalPace(days, ['a', 'b', 'c', 'd', 'e']).filter((one) => one.found !== null).length
    }
    // Sixty people.
    expect(found).toBeLessThanOrEqual(2)
  })
})

describe('a threshold that follows somebody’s own days', () => {
  const WEEK = 7 * 86_400_000
  const walk = (start: number, found: number, weeks: number): (number | null)[] => {
    let standing: StandingLimit | null = null
    return Array.from({ length: weeks }, (_, week) => {
      standing = nextPersonalLimit(start, standing, found, week * WEEK)
      return standing?.value ?? null
    })
  }

  test('goes a quarter of the start value a week at the most, and never below 4 or above 16', () => {
    expect(walk(10, 5.4, 4)).toEqual([8, 6, 5, 5])
    expect(walk(8, 1.2, 4)).toEqual([6, 4, 4, 4])
    expect(walk(10, 40, 5)).toEqual([12, 14, 16, 16, 16])
    expect(walk(10, 10.3, 1)).toEqual([null])
  })

  test('waits for a week, keeps since when it holds, and leaves a start value beyond the bounds alone', () => {
    const standing = { value: 8, since: 1000 }
    expect(nextPersonalLimit(10, standing, 5, 1000 + WEEK - 1)).toBe(standing)
    expect(nextPersonalLimit(10, standing, 5, 1000 + WEEK)).toEqual({ value: 6, since: 1000 + WEEK })
    expect(nextPersonalLimit(10, standing, 8.2, 1000 + 9 * WEEK)).toBe(standing)
    expect(nextPersonalLimit(40, null, 6, 0)).toBeNull()
  })
})
