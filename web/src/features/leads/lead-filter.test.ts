import { describe, expect, it } from 'vitest'
import { noFilter } from '../../ui/filter/condition.ts'
import { toLeadFilter, toLeadSort, toLeadView } from './lead-filter.ts'

const NOW = new Date('2026-11-23T01:02:33Z')

describe('what the lead list asks the server for', () => {
  it('an unknown view in an old link is the first one', () => {
    expect(toLeadView('nonsense')).toBe('open')
    expect(toLeadFilter('open', '', noFilter, NOW)).toEqual({ outcome: ['open'] })
  })

  it('conditions narrow the view, half-written ones do nothing', () => {
    const filter = {
      match: 'all' as const,
      items: [
        { field: 'tier', operator: 'is' as const, values: ['A', 'B'] },
        { field: 'region', operator: 'is' as const, values: [] },
        { field: 'created', operator: 'onOrAfter' as const, values: ['2026-11-01'] },
      ],
    }
    expect(toLeadFilter('waiting', ' 中科 ', filter, NOW)).toEqual({
      state: ['waiting'],
      q: '中科',
      where: '{"all":[["tier","is","A","B"],["created","onOrAfter","2026-11-01"]]}',
    })
  })

  it('due soon is the same question for a whole minute', () => {
    const later = new Date(NOW.getTime() + 20_000)
    expect(toLeadFilter('due', '', noFilter, later)).toEqual(toLeadFilter('due', '', noFilter, NOW))
    expect(toLeadFilter('due', '', noFilter, NOW).dueBefore).toBe('2026-11-26T01:02:00.000Z')
  })

  it('a column the server cannot sort by falls back to the order of the view', () => {
    expect(toLeadSort('open', { column: 'score', descending: true })).toBe('-score')
    expect(toLeadSort('waiting', { column: 'owner', descending: true })).toBe('waitingSince')
  })
})
