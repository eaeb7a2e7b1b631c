import { describe, expect, it } from 'vitest'
import type { OwnCapacity } from './model.ts'
import { withPersonalLimit } from './personal-limits.ts'
import { resolveCapacity } from './resolve-capacity.ts'

const none: OwnCapacity = { gauges: [], limits: {} }

describe('what a rep can take', () => {
  it('is set one gauge and one limit at a time by whoever stands nearest', () => {
    const resolved = resolveCapacity(
      { gauges: [{ name: 'key_projects', threshold: 4, action: 'pause' }], limits: { dailyMax: 3 } },
      [
        {
          gauges: [{ name: 'load_index', threshold: 800, action: 'pause' }],
          limits: { dailyMax: 5, weeklyMax: 20 },
        },
        { gauges: [{ name: 'load_index', threshold: 900, action: 'flag' }], limits: { monthlyMin: 10 } },
      ],
      [
        { name: 'load_index', threshold: 1000, action: 'pause' },
        { name: 'key_projects', threshold: 8, action: 'flag' },
        { name: 'followed_this_month', threshold: 40, action: 'flag' },
      ],
    )
    expect(resolved.gauges.map((g) => [g.name, g.threshold, g.action])).toEqual([
      ['followed_this_month', 40, 'flag'],
      ['key_projects', 4, 'pause'],
      ['load_index', 800, 'pause'],
    ])
    expect(resolved.limits).toEqual({
      dailyMax: 3,
      weeklyMax: 20,
      monthlyMax: null,
      dailyMin: 0,
      weeklyMin: 0,
      monthlyMin: 10,
    })
    expect(resolved.origins).toEqual({
      'gauges.key_projects': 'rep',
      'gauges.load_index': { teamDepth: 0 },
      'gauges.followed_this_month': 'company',
      'limits.dailyMax': 'rep',
      'limits.weeklyMax': { teamDepth: 0 },
      'limits.monthlyMin': { teamDepth: 1 },
    })
  })

  it('follows their own days only from the start value these began at, and never against a person’s word', () => {
    const since = 1_700_000_000_000
    const company = [{ name: 'high_intent_today', threshold: 10, action: 'flag' }] as const
    const own: OwnCapacity = {
      gauges: [{ name: 'high_intent_today', threshold: 10, action: 'pause' }],
      limits: {},
    }
    const held = (rep: OwnCapacity, startValue: number) => {
      const { gauges, origins } = resolveCapacity(rep, [], company)
      return withPersonalLimit(gauges, origins, { repId: 'a', startValue, value: 8, since })
    }
    expect(held(none, 10)).toEqual([
      { name: 'high_intent_today', threshold: 8, action: 'flag', personal: { start: 10, since } },
    ])
    expect(held(none, 12)).toEqual(company)
    expect(held(own, 10)).toEqual(own.gauges)
  })

  it('can be set free of a limit the team has', () => {
    const resolved = resolveCapacity(
      { gauges: [], limits: { dailyMax: null } },
      [{ gauges: [], limits: { dailyMax: 5 } }],
      [],
    )
    expect(resolved.limits.dailyMax).toBeNull()
  })

  it('is unlimited where nobody said anything', () => {
    expect(resolveCapacity(none, [none], []).gauges).toEqual([])
    expect(resolveCapacity(none, [none], []).limits.dailyMax).toBeNull()
  })
})
