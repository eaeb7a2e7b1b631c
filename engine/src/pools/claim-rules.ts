import { backlogShare } from '../matching/index.ts'
import type { ExclusionCode } from '../model/index.ts'

/** What a pool asks of whoever claims from it. 0 or null switches a rule off. */
export interface ClaimTerms {
  readonly open: boolean
  /** `first_come`: one tap takes it; `sealed`: bids are collected and drawn. */
  readonly mode: 'first_come' | 'sealed'
  /** Claims per person and day of the company; null = unlimited. */
  readonly dailyClaims: number | null
  /** Open records a person may hold; won customers and strategic ones do not count. */
  readonly holdingLimit: number | null
  /** Minutes a record that just came in is shown and not yet claimable, so that everybody sees it first. */
  readonly shieldMinutes: number
  /** Days a former owner leaves it to others. */
  readonly coolDownDays: number
  /** Claims must suit the rule that would assign the record. */
  readonly mustMatch: boolean
  /** Minutes into the working day in which nobody takes more than their share of what came in before it (X15). */
  readonly backlogMinutes: number
}

/** Facts of one person and one record, read under the person's lock. */
export interface ClaimFacts {
  readonly now: number
  readonly member: boolean
  readonly pooledAt: number
  /** When this person last lost or gave back this record; null = never had it. */
  readonly lostAt: number | null
  readonly claimedToday: number
  readonly holding: number
  readonly excludedBy: ExclusionCode | null
  readonly backlog: BacklogFacts | null
}

/** What lay in the pool when the day began. */
export interface BacklogFacts {
  /** When the company's working day began. */
  readonly dayStartedAt: number
  /** Records that came in before it and lay there when it began, this one among them. */
  readonly size: number
  readonly members: number
  /** How many of them this person has taken today. */
  readonly taken: number
}

export const claimRefusals = [
  'POOL_CLOSED',
  'NOT_A_MEMBER',
  'SEALED_WINDOW',
  'SHIELDED',
  'COOLING_DOWN',
  'DAILY_LIMIT',
  'HOLDING_LIMIT',
  'NOT_MATCHING',
  'BACKLOG_SHARE',
] as const
export type ClaimRefusalCode = (typeof claimRefusals)[number]

export interface ClaimRefusal {
  readonly code: ClaimRefusalCode
  readonly params: Readonly<Record<string, string | number>>
  /** When time alone lifts it. */
  readonly until: number | null
}

const minuteMs = 60_000
const dayMs = 86_400_000

/** The first rule that stands in the way, in the order of `claimRefusals`; null = it may be taken. */
export function judgeClaim(
  terms: ClaimTerms,
  facts: ClaimFacts,
  how: { readonly inWindow?: boolean } = {},
): ClaimRefusal | null {
  if (!terms.open) return refusal('POOL_CLOSED')
  if (!facts.member) return refusal('NOT_A_MEMBER')
  if (terms.mode === 'sealed' && how.inWindow !== true) return refusal('SEALED_WINDOW')
  const shieldedUntil = facts.pooledAt + terms.shieldMinutes * minuteMs
  if (facts.now < shieldedUntil) return refusal('SHIELDED', { minutes: terms.shieldMinutes }, shieldedUntil)
  if (facts.lostAt !== null) {
    const coolUntil = facts.lostAt + terms.coolDownDays * dayMs
    if (facts.now < coolUntil) return refusal('COOLING_DOWN', { days: terms.coolDownDays }, coolUntil)
  }
  if (terms.dailyClaims !== null && facts.claimedToday >= terms.dailyClaims)
    return refusal('DAILY_LIMIT', { limit: terms.dailyClaims, used: facts.claimedToday })
  if (terms.holdingLimit !== null && facts.holding >= terms.holdingLimit)
    return refusal('HOLDING_LIMIT', { limit: terms.holdingLimit, used: facts.holding })
  if (terms.mustMatch && facts.excludedBy !== null)
    return refusal('NOT_MATCHING', { exclusion: facts.excludedBy })
  return backlogRefusal(terms, facts)
}

function backlogRefusal(terms: ClaimTerms, { now, pooledAt, backlog }: ClaimFacts): ClaimRefusal | null {
  if (backlog === null || terms.backlogMinutes === 0) return null
  const until = backlog.dayStartedAt + terms.backlogMinutes * minuteMs
  if (now >= until || pooledAt >= backlog.dayStartedAt) return null
  const share = backlogShare(backlog.size, backlog.members)
  if (backlog.taken < share) return null
  return refusal('BACKLOG_SHARE', { share, size: backlog.size, members: backlog.members }, until)
}

const refusal = (
  code: ClaimRefusalCode,
  params: ClaimRefusal['params'] = {},
  until: number | null = null,
): ClaimRefusal => ({ code, params, until })
