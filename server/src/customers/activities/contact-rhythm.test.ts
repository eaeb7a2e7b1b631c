import { defaultActivities } from '@peineng/engine'
import { describe, expect, it } from 'vitest'
import { contactRhythm } from './contact-rhythm.ts'

const DAY = 86_400_000
const now = Date.parse('2026-11-27T08:00:00Z')
const met = (...daysAgo: number[]) =>
  daysAgo.map((days, index) => ({
    at: now - days * DAY,
    channel: ['phone', 'email', 'wechat'][index % 3] ?? 'phone',
  }))
const of = (ageDays: number, daysAgo: number[], tier: string | null = 'B') =>
  contactRhythm(
    { createdAt: now - ageDays * DAY, tier, contacts: met(...daysAgo) },
    defaultActivities.rhythm,
    now,
  )

describe('the rhythm of contacts', () => {
  it('lies within the band of 17 to 22 days, denser or sparser; with one contact there is no rhythm', () => {
    expect(of(200, [60, 40, 20])).toMatchObject({ medianDays: 20, band: 'within' })
    expect(of(200, [60, 35, 10])).toMatchObject({ medianDays: 25, band: 'sparser' })
    expect(of(200, [21, 14, 7])).toMatchObject({ medianDays: 7, band: 'denser' })
    expect(of(200, [3])).toMatchObject({ medianDays: null, band: null })
  })

  it('wants three contacts over three channels of a new customer’s first week, and says so while there is time', () => {
    expect(of(0.5, [])).toMatchObject({ stage: 'new', wanted: { contacts: 3, channels: 3 }, flag: null })
    expect(of(5, [])).toMatchObject({ flag: 'under' })
    expect(of(6, [5, 3, 1])).toMatchObject({ seen: { contacts: 3, channels: 3 }, flag: null })
  })

  it('flags who is met too seldom for their class, and who too often', () => {
    expect(of(100, [20]).flag).toBe('under')
    expect(of(100, [3]).flag).toBeNull()
    expect(of(100, [3], 'A').flag).toBe('under')
    expect(of(100, [5, 3], 'A').flag).toBeNull()
    expect(of(100, [6, 5, 4, 3, 2, 1]).flag).toBe('over')
  })
})
