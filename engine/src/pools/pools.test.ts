import { describe, expect, it } from 'vitest'
import { backlogShare } from '../matching/index.ts'
import {
  type ClaimFacts,
  type ClaimTerms,
  defaultProtection,
  drawGrab,
  judgeClaim,
  protectionOf,
  ticketsOf,
} from './index.ts'

const shanghai = 'Asia/Shanghai'
const at = (text: string): number => Date.parse(`${text}+08:00`)

describe('protection (Decision 4)', () => {
  const lastDay = (activity: string | null): string =>
    protectionOf({
      takenAt: at('2026-03-25T15:00:00'),
      lastActivityAt: activity === null ? null : at(`${activity}T11:00:00`),
      terms: defaultProtection,
      timeZone: shanghai,
      holidays: null,
    }).lastDay

  it('follows the vector: claimed 25 March, recalled 4 April, 5 April, 8 April, at the latest 14 April', () => {
    expect(lastDay(null)).toBe('2026-04-04')
    expect(lastDay('2026-03-28')).toBe('2026-04-04')
    expect(lastDay('2026-04-02')).toBe('2026-04-05')
    expect(lastDay('2026-04-05')).toBe('2026-04-08')
    expect(lastDay('2026-04-13')).toBe('2026-04-14')
  })
  it('ends at 24:00 of the owner, whatever the hour of the claim and the zone of the server', () => {
    for (const hour of ['00:00:00', '12:30:00', '23:59:59'])
      expect(
        protectionOf({
          takenAt: at(`2026-03-25T${hour}`),
          lastActivityAt: null,
          terms: defaultProtection,
          timeZone: shanghai,
          holidays: null,
        }).recallAt,
      ).toBe(at('2026-04-05T00:00:00'))
  })
  it('moves a day off to the next working day, make-up days and holidays included', () => {
    const of = (days: Record<string, 'off' | 'work'>) =>
      protectionOf({
        takenAt: at('2026-03-25T15:00:00'),
        lastActivityAt: null,
        terms: defaultProtection,
        timeZone: shanghai,
        holidays: { days, confirmedYears: [2026] },
      })
    // 4 April 2026 is a Saturday; Monday the 6th is Tomb-Sweeping Day's substitute.
    expect(of({})).toMatchObject({ lastDay: '2026-04-06', movedFrom: '2026-04-04' })
    expect(of({ '2026-04-06': 'off' })).toMatchObject({ lastDay: '2026-04-07' })
    expect(of({ '2026-04-04': 'work' })).toMatchObject({ lastDay: '2026-04-04', movedFrom: null })
  })
  it('says what the deadline rests on, and that an open opportunity or a won customer has none', () => {
    const base = {
      takenAt: at('2026-03-25T15:00:00'),
      terms: defaultProtection,
      timeZone: shanghai,
      holidays: null,
    }
    expect(protectionOf({ ...base, lastActivityAt: null }).basis).toBe('taken')
    expect(protectionOf({ ...base, lastActivityAt: at('2026-04-05T09:00:00') }).basis).toBe('extended')
    expect(protectionOf({ ...base, lastActivityAt: at('2026-04-14T09:00:00') }).basis).toBe('maximum')
    for (const exempt of ['open_opportunity', 'won_customer'] as const)
      expect(protectionOf({ ...base, lastActivityAt: null, exempt })).toMatchObject({
        recallAt: null,
        exempt,
      })
  })
  it('keeps to 24:00 across a change of the clocks', () => {
    const { recallAt } = protectionOf({
      takenAt: Date.parse('2026-03-20T12:00:00+01:00'),
      lastActivityAt: null,
      terms: defaultProtection,
      timeZone: 'Europe/Berlin',
      holidays: null,
    })
    expect(recallAt).toBe(Date.parse('2026-03-31T00:00:00+02:00'))
  })
})

describe('claim rules', () => {
  const terms: ClaimTerms = {
    open: true,
    mode: 'first_come',
    dailyClaims: 5,
    holdingLimit: 20,
    shieldMinutes: 30,
    coolDownDays: 7,
    mustMatch: true,
    backlogMinutes: 120,
  }
  const now = at('2026-11-23T09:30:00')
  const facts: ClaimFacts = {
    now,
    member: true,
    pooledAt: now - 3_600_000,
    lostAt: null,
    claimedToday: 0,
    holding: 0,
    excludedBy: null,
    backlog: null,
  }
  const code = (more: Partial<ClaimFacts>, changed: Partial<ClaimTerms> = {}) =>
    judgeClaim({ ...terms, ...changed }, { ...facts, ...more })?.code ?? null

  it('let whoever breaks none of them take it', () => expect(code({})).toBeNull())
  it('name the one that stands in the way', () => {
    expect(code({}, { open: false })).toBe('POOL_CLOSED')
    expect(code({ member: false })).toBe('NOT_A_MEMBER')
    expect(code({}, { mode: 'sealed' })).toBe('SEALED_WINDOW')
    expect(code({ pooledAt: now - 29 * 60_000 })).toBe('SHIELDED')
    expect(code({ lostAt: now - 6 * 86_400_000 })).toBe('COOLING_DOWN')
    expect(code({ lostAt: now - 7 * 86_400_000 })).toBeNull()
    expect(code({ claimedToday: 5 })).toBe('DAILY_LIMIT')
    expect(code({ claimedToday: 5 }, { dailyClaims: null })).toBeNull()
    expect(code({ holding: 20 })).toBe('HOLDING_LIMIT')
    expect(code({ excludedBy: 'REGION_NOT_COVERED' })).toBe('NOT_MATCHING')
    expect(code({ excludedBy: 'REGION_NOT_COVERED' }, { mustMatch: false })).toBeNull()
  })
  it("give Monday's first person a share of the weekend, not the weekend (X15)", () => {
    const backlog = { dayStartedAt: at('2026-11-23T09:00:00'), size: 30, members: 4, taken: 0 }
    const pooledAt = at('2026-11-21T12:00:00')
    expect(backlogShare(30, 4)).toBe(8)
    expect(code({ pooledAt, backlog: { ...backlog, taken: 7 } }, { dailyClaims: null })).toBeNull()
    expect(code({ pooledAt, backlog: { ...backlog, taken: 8 } }, { dailyClaims: null })).toBe('BACKLOG_SHARE')
    // What came in today is nobody's backlog, and after two hours everybody had their chance.
    expect(code({ pooledAt: now - 1_800_000, backlog: { ...backlog, taken: 8 } })).toBeNull()
    expect(code({ pooledAt, now: at('2026-11-23T11:00:00'), backlog: { ...backlog, taken: 8 } })).toBeNull()
  })
})

describe('sealed grab', () => {
  const bids = [
    { repId: 'a', match: 60_000, won: 0 },
    { repId: 'b', match: 60_000, won: 3 },
    { repId: 'c', match: 20_000, won: 0 },
  ]
  it('is drawn again by anybody who has the seed, in whatever order the bids came', () => {
    const drawn = drawGrab('lead', bids, 42)
    expect(drawGrab('lead', [...bids].reverse(), 42)).toEqual(drawn)
    expect(drawn.map((one) => one.place)).toEqual([1, 2, 3])
  })
  it('gives each bid the chance its match and its ledger say', () => {
    const rounds = 20_000
    const wins: Record<string, number> = { a: 0, b: 0, c: 0 }
    for (let seed = 0; seed < rounds; seed++) {
      const first = drawGrab('lead', bids, seed)[0]?.repId ?? ''
      wins[first] = (wins[first] ?? 0) + 1
    }
    const sum = bids.reduce((total, bid) => total + ticketsOf(bid), 0)
    for (const bid of bids)
      expect(Math.abs((wins[bid.repId] ?? 0) / rounds - ticketsOf(bid) / sum)).toBeLessThan(0.015)
  })
  it('leaves nobody without a ticket, and needs no bidder', () => {
    expect(ticketsOf({ match: 0, won: 999_999 })).toBe(1)
    expect(drawGrab('lead', [], 1)).toEqual([])
  })
})
