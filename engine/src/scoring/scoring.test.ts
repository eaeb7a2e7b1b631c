import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentRates } from '../matching/index.ts'
import type { Facts } from '../model/field.ts'
import type { ScoreParameter } from '../model/policy.ts'
import { defaultDifficulty, defaultParameters, defaultScoring } from '../policy/default-scoring.ts'
import {
  apportion,
  compileDifficulty,
  compilePriority,
  compileScore,
  completenessOf,
  deriveFacts,
  gridCellOf,
  quadrantOf,
  recommendedOwner,
  taskTypeOf,
  tierOf,
  valueBandOf,
} from './index.ts'

const hot: Facts = {
  industry: '医疗',
  companySize: '大型',
  regionTier: '一线',
  source: '转介绍',
  needType: '采购',
  intent: '高',
  urgency: 'high',
  budget: 2_000_000,
  decisionMakerLevel: '老板',
  purchaseWithinDays: 14,
  interactions30d: 9,
  daysSinceInteraction: 1,
  channelsUsed: 3,
  engagement: 90,
  pastDeals: 4,
  pastAmount: 900_000,
  competitorPresent: false,
  completeness: 100,
}

describe('the lead score', () => {
  const score = compileScore(defaultParameters)
  it('has 18 parameters whose default weights sum to 100', () => {
    expect(defaultParameters).toHaveLength(18)
    expect(new Set(defaultParameters.map((p) => p.field)).size).toBe(18)
    expect(defaultParameters.reduce((sum, p) => sum + p.weight, 0)).toBe(100)
  })
  it('is high for a lead that is best in everything and says what it did not know of an empty one', () => {
    expect(score(hot).score).toBeGreaterThanOrEqual(95)
    const empty = score({})
    expect(empty.terms.every((term) => term.missing)).toBe(true)
    expect(empty.score).toBeLessThan(defaultScoring.probabilityBands.mid)
  })
  it('reads Chinese and canonical values alike', () => {
    expect(score({ intent: '高' })).toEqual(score({ intent: 'high' }))
  })
  it('gives terms that add up to the score exactly, whatever the weights and bands', () => {
    const parameter = fc.record({
      field: fc.constantFrom('budget', 'engagement', 'pastDeals'),
      weight: fc.integer({ min: 0, max: 1000 }),
      bands: fc.array(
        fc.record({ atLeast: fc.integer({ min: -5, max: 5 }), score: fc.integer({ min: 0, max: 100 }) }),
      ),
      otherwise: fc.integer({ min: 0, max: 100 }),
    }) as fc.Arbitrary<ScoreParameter>
    const facts = fc.dictionary(
      fc.constantFrom('budget', 'engagement', 'pastDeals'),
      fc.integer({ min: -9, max: 9 }),
    )
    fc.assert(
      fc.property(fc.array(parameter, { maxLength: 20 }), facts, (parameters, f) => {
        const result = compileScore(parameters)(f)
        expect(result.score).toBeGreaterThanOrEqual(0)
        expect(result.score).toBeLessThanOrEqual(100)
        expect(result.terms.reduce((sum, term) => sum + term.contribution, 0)).toBe(result.score * 1000)
        expect(
          result.terms.every((term) => Number.isInteger(term.contribution) && term.contribution >= 0),
        ).toBe(true)
      }),
    )
  })
  it('neither divides by zero nor throws where all weights are zero', () => {
    const result = compileScore([{ field: 'budget', weight: 0, bands: [], otherwise: 50 }])({})
    expect(result).toMatchObject({ score: 0, terms: [{ contribution: 0 }] })
  })
  it('splits a total over shares exactly, by largest remainder', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(apportion(100, [0, 0])).toEqual([0, 0])
  })
})

describe('difficulty from its five inputs', () => {
  const difficulty = compileDifficulty(defaultDifficulty)
  it('stays unknown with fewer than two inputs', () => {
    expect(difficulty({})).toBeNull()
    expect(difficulty({ decisionMakers: 9 })).toBeNull()
  })
  it('goes from easy to hard with the inputs', () => {
    expect(difficulty({ decisionMakers: 1, needClarity: '清晰' })).toBe('easy')
    expect(difficulty({ decisionMakers: 3, cycleDays: 60 })).toBe('medium')
    expect(difficulty({ decisionMakers: 5, cycleDays: 120, priceSensitivity: '高', waitingDays: 3 })).toBe(
      'hard',
    )
  })
  it('is only what was typed in where the policy computes none', () => {
    expect(compileDifficulty(undefined)({ decisionMakers: 5, cycleDays: 120 })).toBeNull()
  })
})

describe('the place in the queue', () => {
  it('is the order of arrival where the policy says nothing, and else worth, history and haste, what is unknown left out', () => {
    expect(compilePriority({})({ score: 80 }, 0)).toBeNull()
    const place = compilePriority({ priority: {} })
    expect(place({ score: 80, segmentWinRate: 20, urgency: 'high' }, 0)).toBe(66)
    expect(place({ score: 80, segmentWinRate: 60, urgency: 'high' }, 0)).toBe(78)
    expect(place({ score: 80 }, 0)).toBe(80)
    expect(place({}, 0)).toBe(0)
    const byHistory = compilePriority({ priority: { score: 0, winRate: 1, urgency: 0 } })
    expect(byHistory({ score: 100, segmentWinRate: 7, urgency: 'high' }, 0)).toBe(7)
  })

  it('rises with every hour waited, so that nobody waits for ever', () => {
    const place = compilePriority({ priority: { perHour: 2 } })
    const hours = (n: number) => place({ score: 10 }, n * 3_600_000)
    expect([hours(0), hours(0.9), hours(3), hours(10_000)]).toEqual([10, 10, 16, 1000])
  })

  it('knows how often a kind was won, drawn to the rate of the company where it was seldom tried', () => {
    const counts = [
      { repId: 'a', segment: 'ivd|*', won: 40, lost: 40 },
      { repId: 'b', segment: 'ivd|*', won: 10, lost: 10 },
      { repId: 'a', segment: 'mri|*', won: 0, lost: 100 },
      { repId: 'b', segment: 'new|*', won: 1, lost: 0 },
    ]
    const rate = segmentRates(counts)
    expect(rate({ industry: 'IVD' })).toBe(46)
    expect(rate({ industry: 'MRI' })).toBe(4)
    expect(rate({ industry: 'new' })).toBe(29)
    expect(rate({ industry: 'never seen' })).toBe(25)
    expect(segmentRates(counts.slice(3))({ industry: 'new' })).toBeNull()
  })
})

describe('classes', () => {
  const cell = (score: number, facts: Facts) =>
    gridCellOf(score, facts, valueBandOf(facts, defaultScoring.amountBands), defaultScoring)
  it('places score and amount in the nine cells, borders included', () => {
    expect(cell(70, { amount: 500_000 })).toBe('high_large')
    expect(cell(69, { amount: 499_999.99 })).toBe('mid_medium')
    expect(cell(45, { amount: 99_999 })).toBe('mid_small')
    expect(cell(44, {})).toBe('low_small')
  })
  it('uses the value band as column where no amount is known', () => {
    expect(cell(70, { value: '高' })).toBe('high_large')
  })
  it('maps every cell of the default grid to a class, high and large to A', () => {
    const tiers = Object.keys(defaultScoring.grid).map((key) => tierOf(key, defaultScoring.grid))
    expect(tiers).toHaveLength(9)
    expect(tierOf('high_large', defaultScoring.grid)).toBe('A')
    expect(tierOf('constructor', defaultScoring.grid)).toBe('C')
  })
  it('takes the given value before the amount', () => {
    expect(valueBandOf({ value: '低', amount: 9_000_000 }, defaultScoring.amountBands)).toBe('low')
    expect(valueBandOf({ amount: 100_000 }, defaultScoring.amountBands)).toBe('mid')
    expect(valueBandOf({}, defaultScoring.amountBands)).toBeNull()
  })
  it('knows the four task types and whom they suit', () => {
    expect(taskTypeOf('high', 'hard')).toBe('key_battle')
    expect(taskTypeOf('high', 'easy')).toBe('growth')
    expect(taskTypeOf('mid', 'medium')).toBe('standard')
    expect(taskTypeOf('low', 'hard')).toBe('selective')
    expect(taskTypeOf(null, null)).toBe('standard')
    expect(recommendedOwner('key_battle')).toMatchObject({ levels: ['senior'], withManager: true })
    expect(recommendedOwner('growth').levels).toEqual(['growing'])
    expect(recommendedOwner('standard')).toMatchObject({ levels: ['newcomer'], automatedTouch: true })
    expect(recommendedOwner('selective').bulkOrDrop).toBe(true)
  })
  it('knows the four quadrants of value and urgency', () => {
    const quadrant = (urgency: string, value: 'high' | 'low') => quadrantOf({ urgency }, value, 'C', ['high'])
    expect([
      quadrant('紧急', 'high'),
      quadrant('低', 'high'),
      quadrant('high', 'low'),
      quadrant('中', 'low'),
    ]).toEqual(['strategic', 'potential', 'service', 'routine'])
  })
})

describe('derived facts', () => {
  it('counts how complete a record is', () => {
    expect(completenessOf({})).toBe(0)
    expect(
      completenessOf({ name: '王', phone: '138', region: '', company: 'X', source: '官网', amount: 0 }),
    ).toBe(50)
  })
  it('brings closed fields to their canonical spelling and leaves what it does not know', () => {
    expect(deriveFacts({ urgency: '紧急', intent: '说不清', region: '高' })).toMatchObject({
      urgency: 'high',
      intent: '说不清',
      region: '高',
    })
  })
  it('never overwrites what was given', () => {
    expect(deriveFacts({ completeness: 7, companySize: 'small', employees: 5000 })).toMatchObject({
      completeness: 7,
      companySize: 'small',
    })
    expect(deriveFacts({ employees: 5000 })).toMatchObject({ companySize: 'large' })
  })
})
