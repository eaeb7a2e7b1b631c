import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLead } from '../testing/index.ts'
import {
  betaBinomialModel,
  calibrationFor,
  expMinus,
  segmentOf,
  shareMillion,
  territoryCovers,
  territoryPath,
} from './index.ts'

describe('territories', () => {
  it.each([
    ['华东', '华东/上海', true],
    ['上海', '华东/上海', true],
    [' 上海 ', '上海', true],
    ['华东/上海', '上海', true],
    ['华东/上海', '华东/上海/浦东', true],
    ['华东/上海', '华东', false],
    ['华东/上海', '华北/上海路', false],
    ['East', 'EAST/Shanghai', true],
    ['', '华东', false],
  ])('%j covers %j: %j', (covered, place, expected) => {
    expect(territoryCovers(territoryPath(covered), territoryPath(place))).toBe(expected)
  })
})

describe('the fixed-point exponential', () => {
  it('stays within 5e-5 of e^-x where it matters and never rises', () => {
    let before = Number.POSITIVE_INFINITY
    for (let distance = 0; distance <= 8000; distance += 7) {
      const value = expMinus(distance, 1000)
      expect(Math.abs(value / 2 ** 24 - Math.exp(-distance / 1000))).toBeLessThan(5e-5)
      expect(value).toBeLessThanOrEqual(before)
      before = value
    }
    expect(expMinus(0, 1)).toBe(2 ** 24)
    expect(expMinus(1_000_000_000, 1)).toBe(0)
  })
})

describe('shares of a million', () => {
  it('always sum to exactly a million and keep the order of the weights', () => {
    const weights = fc.array(fc.nat(2 ** 24), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(weights, (list) => {
        const shares = shareMillion(list)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1_000_000)
        list.forEach((weight, i) => {
          list.forEach((other, j) => {
            if (weight > other) expect(shares[i]).toBeGreaterThanOrEqual(shares[j] ?? 0)
          })
        })
      }),
    )
  })
})

describe('win probability', () => {
  it('shrinks a cell to the rep and the segment, those to everybody, everybody to the prior', () => {
    const model = betaBinomialModel([
      { repId: 'li', segment: 'a', won: 50, lost: 50 },
      { repId: 'wang', segment: 'a', won: 1, lost: 0 },
      { repId: 'wang', segment: 'b', won: 10, lost: 90 },
    ])
    const p = (rep: string, segment: string) => model.probabilityMillionths(rep, segment)
    expect(Math.abs(p('li', 'a') - 500_000)).toBeLessThan(20_000)
    // One win of one is not a rate of 100 %.
    expect(p('wang', 'a')).toBeLessThan(500_000)
    expect(p('wang', 'a')).toBeGreaterThan(p('wang', 'b'))
    expect(p('nobody', 'a')).toBeGreaterThan(p('nobody', 'b'))
    expect(p('li', 'new')).toBeGreaterThan(p('wang', 'new'))
    expect(betaBinomialModel([]).probabilityMillionths('x', 'y')).toBe(200_000)
  })

  it('is a probability whatever the counts, with a version that does not depend on their order', () => {
    const count = fc.record({
      repId: fc.constantFrom('a', 'b', 'c'),
      segment: fc.constantFrom('x', 'y'),
      won: fc.nat(1000),
      lost: fc.nat(1000),
    })
    fc.assert(
      fc.property(fc.array(count), (counts) => {
        const model = betaBinomialModel(counts)
        for (const repId of ['a', 'b', 'new']) {
          const p = model.probabilityMillionths(repId, 'x')
          expect(Number.isInteger(p) && p >= 0 && p <= 1_000_000).toBe(true)
        }
        expect(betaBinomialModel([...counts].reverse()).version).toBe(model.version)
      }),
    )
  })

  it('counts by industry and product, by tier where neither is known', () => {
    expect(segmentOf(aLead({ facts: { industry: ' IVD ', product: 'P1' } }))).toBe('ivd|p1')
    expect(segmentOf(aLead({ facts: { industry: 'IVD' } }))).toBe('ivd|*')
    expect(segmentOf(aLead({ facts: { tier: 'A' } }))).toBe('tier:a')
    expect(segmentOf(aLead())).toBe('*')
  })
})

describe('calibration', () => {
  it('starts somebody new or returned at their exact share, and never lowers what they had', () => {
    const others = [
      { receivedThousandths: 40_000, calibrationThousandths: 0, weight: 100 },
      { receivedThousandths: 80_000, calibrationThousandths: 0, weight: 200 },
    ]
    const self = { receivedThousandths: 0, calibrationThousandths: 0, weight: 50 }
    expect(calibrationFor(self, others)).toBe(20_000)
    expect(calibrationFor({ ...self, receivedThousandths: 30_000 }, others)).toBe(0)
    expect(calibrationFor(self, [])).toBe(0)
  })
})
