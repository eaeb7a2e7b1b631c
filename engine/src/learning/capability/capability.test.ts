import { describe, expect, test } from 'vitest'
import { stream } from '../../random/index.ts'
import { tableOf } from '../table/table.ts'
import { type LoadDay, suggestCapacity } from './capacity.ts'
import { capabilityTags, domainEvidence, type PastDeal } from './evidence.ts'
import { repStrengths } from './strength.ts'

const NOW = Date.UTC(2026, 0, 1)
const DAY = 86_400_000

function deals(repId: string, value: string, trials: number, wins: number, ageDays = 30): PastDeal[] {
  return Array.from({ length: trials }, (_, i) => ({
    repId,
    domains: { customerType: value },
    won: i < wins,
    at: NOW - ageDays * DAY,
  }))
}

describe('tags from evidence', () => {
  const history = [
    ...deals('wang', 'FMCG', 87, 45),
    ...deals('wang', 'pharma', 13, 3),
    ...deals('li', 'FMCG', 60, 15),
    ...deals('li', 'pharma', 40, 10),
    ...deals('zhao', 'FMCG', 40, 10),
    ...deals('zhao', 'pharma', 60, 15),
    ...deals('new', 'FMCG', 2, 2),
  ]

  test('shows the share of opportunities per domain: 87 % of Wang’s are FMCG', () => {
    const own = domainEvidence(history, NOW).find((item) => item.repId === 'wang' && item.value === 'FMCG')!
    expect(own.shareThousandths).toBe(870)
    expect(own.rate.trials).toBe(87)
  })

  test('a reliably better rep gets the tag with its evidence, two lucky wins do not make one', () => {
    const tags = capabilityTags(domainEvidence(history, NOW), [], NOW)
    expect(tags.map((tag) => [tag.repId, tag.tag, tag.source])).toEqual([['wang', 'FMCG', 'history']])
    expect(tags[0]).toMatchObject({ evidenceCount: 87 })
    expect(tags[0]!.domain!.rate.low).toBeGreaterThan(tags[0]!.domain!.teamRate)
    const lucky = domainEvidence(history, NOW).find((item) => item.repId === 'new')!
    expect(lucky.rate.rate).toBeLessThan(0.75)
  })

  test('old evidence gives no tag', () => {
    const aged = history.map((deal) => ({ ...deal, at: NOW - 200 * DAY }))
    expect(capabilityTags(domainEvidence(aged, NOW), [], NOW)).toEqual([])
  })

  test('open deals count as opportunities, not as losses', () => {
    const open: PastDeal[] = Array.from({ length: 50 }, () => ({
      repId: 'li',
      domains: { customerType: 'FMCG' },
      won: null,
      at: NOW,
    }))
    const find = (list: PastDeal[]) =>
      domainEvidence(list, NOW).find((item) => item.repId === 'li' && item.value === 'FMCG')!
    expect(find([...history, ...open]).rate).toEqual(find(history).rate)
    expect(find([...history, ...open]).opportunities).toBe(110)
  })

  test('call-backs need several voices and are shrunk; the manager’s latest word counts', () => {
    const rate = (source: 'callback' | 'manager', rating: number, at = NOW) => ({
      repId: 'li',
      tag: '亲和力强',
      source,
      rating,
      at,
    })
    expect(capabilityTags([], [rate('callback', 5), rate('callback', 5)], NOW)).toEqual([])
    expect(
      capabilityTags([], [rate('callback', 5), rate('callback', 5), rate('callback', 5)], NOW)[0],
    ).toMatchObject({
      level: 4,
      source: 'callback',
      evidenceCount: 3,
    })
    expect(capabilityTags([], [rate('manager', 5, NOW - 9), rate('manager', 2)], NOW)[0]).toMatchObject({
      level: 2,
    })
  })
})

describe('strength', () => {
  /** Lucky gets easy leads, gifted hard ones and sells better; four plain colleagues get a mixture. */
  function team(seed: number) {
    const random = stream(seed)
    const columns: string[][] = [[], [], []]
    const skill: Record<string, number> = { lucky: 0, gifted: 0.9 }
    for (const rep of ['lucky', 'gifted', 'p1', 'p2', 'p3', 'p4']) {
      for (let i = 0; i < 400; i++) {
        const easy = random.nextUnit() < (rep === 'lucky' ? 0.95 : rep === 'gifted' ? 0.05 : 0.5)
        const logit = (easy ? 0.5 : -1.5) + (skill[rep] ?? 0)
        columns[0]!.push(rep)
        columns[1]!.push(easy ? 'referral' : 'cold list')
        columns[2]!.push(random.nextUnit() < 1 / (1 + Math.exp(-logit)) ? 'Won' : 'Lost')
      }
    }
    return repStrengths({ table: tableOf(['rep', 'source', 'stage'], columns), label: 'stage', rep: 'rep' })
  }

  test('separates better leads from sold better where raw rates say the opposite', () => {
    const strengths = team(3)
    const lucky = strengths.find((rep) => rep.repId === 'lucky')!
    const gifted = strengths.find((rep) => rep.repId === 'gifted')!
    expect(lucky.rawRate).toBeGreaterThan(gifted.rawRate)
    expect(gifted.score).toBeGreaterThan(lucky.score + 10)
    expect(lucky.betterLeads).toBeGreaterThan(0.12)
    expect(gifted.betterLeads).toBeLessThan(-0.12)
    expect(gifted).toMatchObject({ known: true })
    expect(gifted.soldBetterLow).toBeGreaterThan(0)
    expect(strengths.find((rep) => rep.repId === 'p1')!.known).toBe(false)
  })

  test('nothing is said about a team whose label does not read', () => {
    expect(
      repStrengths({
        table: tableOf(
          ['rep', 'x'],
          [
            ['a', 'b'],
            ['c', 'd'],
          ],
        ),
        label: 'y',
        rep: 'rep',
      }),
    ).toEqual([])
  })
})

describe('capacity', () => {
  function days(repId: string, limit: number, count: number, seed: number): LoadDay[] {
    const random = stream(seed)
    return Array.from({ length: count }, () => {
      const load = 3 + random.nextInt(13)
      const p = 1 / (1 + Math.exp(-(0.8 - 0.45 * Math.max(0, load - limit))))
      let good = 0
      for (let i = 0; i < load; i++) if (random.nextUnit() < p) good++
      return { repId, load, trials: load, good }
    })
  }

  test('reps with different histories get different limits, with uncertainty', () => {
    const suggestions = suggestCapacity(
      [
        ...days('low', 6, 120, 1),
        ...days('high', 11, 120, 2),
        ...days('mid', 8, 120, 3),
        ...days('thin', 11, 2, 4),
      ],
      ['low', 'high', 'mid', 'thin', 'none'],
    )
    const by = Object.fromEntries(suggestions.map((suggestion) => [suggestion.repId, suggestion]))
    expect(by['low']!.high).toBeLessThan(by['high']!.low)
    expect(Math.abs(by['low']!.limit - 6)).toBeLessThan(1.2)
    expect(Math.abs(by['high']!.limit - 11)).toBeLessThan(1.5)
    expect(by['low']!.basis).toBe('own')
    const width = (id: string): number => by[id]!.high - by[id]!.low
    expect(width('thin')).toBeGreaterThan(2 * width('low'))
    expect(by['none']!.basis).toBe('team')
    expect(by['low']!.qualityLossAbove).toBeGreaterThan(0.1)
  })

  test('without any history the start value is suggested, as such', () => {
    const [only] = suggestCapacity([], ['a'])
    expect(only!.basis).toBe('start-value')
    expect(Math.abs(only!.limit - 8)).toBeLessThan(0.5)
    expect(only!.low).toBeLessThan(only!.limit)
    expect(only!.high).toBeGreaterThan(only!.limit)
  })

  test('quality that does not depend on load claims no limit of one’s own', () => {
    const flat = days('a', 99, 200, 7)
    expect(suggestCapacity(flat, ['a'])[0]!.basis).not.toBe('own')
  })
})
