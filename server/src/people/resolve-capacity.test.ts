import { describe, expect, it } from 'vitest'
import type { OwnCapacity } from './model.ts'
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
