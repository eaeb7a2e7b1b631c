import { describe, expect, it } from 'vitest'
import { inOrder, reasonOf, type Workable } from './next-order.ts'

const NOW = new Date('2026-11-23T03:00:00Z')
const DAY_END = new Date('2026-11-23T16:00:00Z')
const lead = (id: string, facts: Partial<Workable> = {}): Workable => ({
  id,
  score: 50,
  acceptedAt: '2026-11-20T00:00:00Z',
  ownedSince: '2026-11-20T00:00:00Z',
  firstResponseAt: '2026-11-20T01:00:00Z',
  lastActivityAt: '2026-11-22T01:00:00Z',
  nextStepAt: null,
  createdAt: '2026-11-20T00:00:00Z',
  ...facts,
})

describe('what to do next', () => {
  it('says why each stands where it does', () => {
    const reason = (facts: Partial<Workable>) => reasonOf(lead('x', facts), NOW, DAY_END)
    expect(reason({ acceptedAt: null })).toBe('arrived')
    expect(reason({ nextStepAt: '2026-11-23T01:00:00Z' })).toBe('overdue')
    expect(reason({ nextStepAt: '2026-11-23T08:00:00Z' })).toBe('today')
    expect(reason({ nextStepAt: '2026-11-24T08:00:00Z' })).toBe('later')
    expect(reason({ firstResponseAt: null })).toBe('first_contact')
    expect(reason({ lastActivityAt: '2026-11-16T03:00:00Z' })).toBe('idle')
    expect(reason({})).toBe('open')
  })

  it('the longest waiting arrival first, then what is overdue, then today, then by score', () => {
    const ordered = inOrder(
      [
        lead('low', { score: 10 }),
        lead('later', { nextStepAt: '2026-11-30T00:00:00Z' }),
        lead('high', { score: 90 }),
        lead('today', { nextStepAt: '2026-11-23T08:00:00Z' }),
        lead('new-2', { acceptedAt: null, ownedSince: '2026-11-23T02:00:00Z' }),
        lead('late', { nextStepAt: '2026-11-22T08:00:00Z' }),
        lead('new-1', { acceptedAt: null, ownedSince: '2026-11-23T01:00:00Z' }),
      ],
      NOW,
      DAY_END,
    )
    expect(ordered.map((entry) => entry.lead.id)).toEqual([
      'new-1',
      'new-2',
      'late',
      'today',
      'high',
      'low',
      'later',
    ])
  })

  it('the order does not depend on the order it was given', () => {
    const leads = ['b', 'a', 'c'].map((id) => lead(id))
    expect(inOrder([...leads].reverse(), NOW, DAY_END)).toEqual(inOrder(leads, NOW, DAY_END))
  })
})
