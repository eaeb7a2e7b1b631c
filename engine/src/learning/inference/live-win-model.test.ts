import { describe, expect, test } from 'vitest'
import { stream } from '../../random/index.ts'
import { aLead } from '../../testing/index.ts'
import { normal, syntheticHistory } from '../synthetic-history.ts'
import { trainModel } from '../train.ts'
import { asWinModel } from './as-win-model.ts'
import { liveModelOf, liveModelVersion, liveWinModel, newcomersOf } from './live-win-model.ts'
import { rowScorer } from './row-scorer.ts'

const roles = { rep: 'rep', segment: 'segment' }
const history = syntheticHistory({ rows: 6000, seed: 51, repSpread: 0.6, matchSpread: 0.6 })
const trained = trainModel({ table: history.table, label: 'stage', time: 'arrived', roles })
const repIds = Array.from({ length: 12 }, (_, rep) => `rep-${rep}`)
const rates = {
  version: 'rates',
  probabilityMillionths: () => 321_000,
  wonCount: () => 3,
}
const cell = (item: { facts: Readonly<Record<string, unknown>> }, column: string) => {
  const value = item.facts[column]
  return value === undefined ? undefined : String(value)
}
const live = (
  settings: Partial<Parameters<typeof liveModelOf>[1]> = {},
  model: typeof trained | null = trained,
) =>
  liveWinModel(
    liveModelOf(
      model,
      {
        roles,
        bandPercent: 100,
        exploration: { shareThousandths: 100, tiers: ['mid', 'low'], repIds: [] },
        ...settings,
      },
      200_000,
    ),
    { cell, rates },
  )

function leads(count: number, seed: number) {
  const random = stream(seed)
  return Array.from({ length: count }, (_, n) => {
    const segment = random.nextInt(6)
    const interest = normal(random)
    const facts = {
      segment: `segment-${segment}`,
      interest: interest.toFixed(3),
      noise: normal(random).toFixed(3),
    }
    return { ...aLead({ id: `lead-${n}`, value: 'mid', facts }), segment, interest }
  })
}

describe('a learned model in decisions', () => {
  test('answers what the trained model answers, to within the bucket, where a rep is known', () => {
    const model = live({ bandPercent: 0 })
    const scorer = rowScorer(trained)
    for (const lead of leads(50, 1)) {
      for (const repId of repIds) {
        const exact = scorer.score((name) => (name === 'rep' ? repId : cell(lead, name))).probability
        const used = model.probabilityMillionths(repId, model.keyOf(lead))
        expect(Math.abs(used - exact)).toBeLessThan(7000)
      }
    }
  })

  test('picks clearly better than rotation on leads it has not seen', () => {
    const model = live()
    const random = stream(9)
    const win = (lead: ReturnType<typeof leads>[number], rep: number) => {
      const logit =
        -1 + history.repEffect[rep]! + history.matchEffect[rep * 6 + lead.segment]! + 0.6 * lead.interest
      return 1 / (1 + Math.exp(-logit))
    }
    let picked = 0
    let rotated = 0
    for (const lead of leads(1000, 2)) {
      const chances = repIds.map((id) => model.probabilityMillionths(id, model.keyOf(lead)))
      picked += win(lead, chances.indexOf(Math.max(...chances)))
      rotated += win(lead, random.nextInt(12))
    }
    expect(picked / rotated).toBeGreaterThan(1.3)
  })

  test('counts whom it cannot tell from the average as average, so that turns decide between them', () => {
    const [lead] = leads(1, 3)
    const strict = live({ bandPercent: 100_000 })
    const all = repIds.map((id) => strict.probabilityMillionths(id, strict.keyOf(lead!)))
    expect(new Set(all).size).toBe(1)
    expect(strict.believe('rep-1', lead!)).toMatchObject({ use: 'average' })
    const belief = live().believe('a stranger', lead!)
    expect(belief).toMatchObject({ use: 'average', usedMillionths: belief.averageMillionths })
    expect(belief.lowMillionths).toBeLessThan(belief.highMillionths - 100_000)
  })

  test('answers for a segment alone as for a lead of average kind in it', () => {
    const model = live({ bandPercent: 0 })
    const asWin = asWinModel(trained, roles, repIds)
    for (const repId of repIds)
      expect(model.probabilityMillionths(repId, 'segment-2')).toBe(
        asWin.probabilityMillionths(repId, 'segment-2'),
      )
  })

  test('says the base rate to everybody where nothing has been proven', () => {
    const none = live({}, null)
    const [one, other] = leads(2, 4)
    expect(none.keyOf(one!)).toBe(none.keyOf(other!))
    expect(none.probabilityMillionths('rep-1', none.keyOf(one!))).toBe(200_000)
    expect(none.believe('rep-2', one!).use).toBe('base-rate')
    expect(none.probabilityMillionths('rep-1', '*')).toBe(321_000)
    expect(none.wonCount?.('rep-1', 'x')).toBe(3)
  })

  test('is named by everything it answers by', () => {
    const document = live().document
    expect(liveModelVersion(document, 'rates')).toBe(live().version)
    expect(liveModelVersion({ ...document, bandPercent: 90 }, 'rates')).not.toBe(live().version)
    expect(liveModelVersion(document, 'other')).not.toBe(live().version)
    const stored = JSON.parse(JSON.stringify(document)) as typeof document
    const again = liveWinModel(stored, { cell, rates })
    const lead = leads(1, 5)[0]!
    expect(again.probabilityMillionths('rep-3', again.keyOf(lead))).toBe(
      live().probabilityMillionths('rep-3', live().keyOf(lead)),
    )
  })
})

describe('trying newcomers out', () => {
  const exploring = live({
    exploration: { shareThousandths: 100, tiers: ['mid', 'low'], repIds: ['newcomer'] },
  })

  test('draws for them on one in ten leads of mid and low value, never on high ones', () => {
    const drawn = leads(2000, 6).filter((lead) => exploring.believe('newcomer', lead).use === 'explored')
    expect(drawn.length).toBeGreaterThan(140)
    expect(drawn.length).toBeLessThan(260)
    const high = leads(500, 7).map((lead) => ({ ...lead, value: 'high' as const }))
    expect(high.some((lead) => exploring.believe('newcomer', lead).use === 'explored')).toBe(false)
    expect(leads(500, 6).some((lead) => exploring.believe('rep-1', lead).use === 'explored')).toBe(false)
  })

  test('draws around what is known of them, the same again for the same lead', () => {
    const drawn = leads(2000, 6).filter((lead) => exploring.believe('newcomer', lead).use === 'explored')
    const above = drawn.filter(
      (lead) =>
        exploring.believe('newcomer', lead).usedMillionths > exploring.knownMillionths('newcomer', lead),
    )
    expect(above.length / drawn.length).toBeGreaterThan(0.25)
    expect(above.length / drawn.length).toBeLessThan(0.75)
    const lead = drawn[0]!
    expect(exploring.believe('newcomer', lead)).toEqual(exploring.believe('newcomer', { ...lead }))
  })

  test('knows who is new: whom the history does not name', () => {
    expect(newcomersOf(trained, roles, [...repIds, 'newcomer'], 500).map((one) => one.repId)).toEqual([
      'newcomer',
    ])
    expect(newcomersOf(null, roles, ['newcomer'], 500)).toEqual([])
  })
})
