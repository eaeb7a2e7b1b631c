import type { ActivityPolicy, ContactStage } from '@peineng/engine'

const DAY = 86_400_000

/** When a customer was met, and since when they are one. */
export interface ContactFacts {
  readonly createdAt: number
  readonly tier: string | null
  /** Contacts and their channels, oldest first. */
  readonly contacts: readonly { readonly at: number; readonly channel: string }[]
}

export interface ContactRhythm {
  readonly stage: ContactStage
  readonly contacts: number
  /** Contacts a week over the last four. */
  readonly perWeek: number
  readonly daysSinceLast: number | null
  /** Middle of the days between contacts; null with fewer than two. */
  readonly medianDays: number | null
  /** Where the middle lies against the band of the analysis (17–22 days); a yardstick, no rule. */
  readonly band: 'denser' | 'within' | 'sparser' | null
  /** The cadence of class and stage, and how much of it this week has seen. */
  readonly wanted: { readonly contacts: number; readonly channels: number; readonly days: number }
  readonly seen: { readonly contacts: number; readonly channels: number }
  readonly flag: 'under' | 'over' | null
}

/** How densely a customer is met, and whether too seldom or too often for what they are (A9, G8, G9). */
export function contactRhythm(
  facts: ContactFacts,
  policy: ActivityPolicy['rhythm'],
  now: number,
): ContactRhythm {
  const { contacts, createdAt, tier } = facts
  const age = now - createdAt
  const stage: ContactStage = age < policy.newDays * DAY ? 'new' : 'mature'
  const firstWeek = age < 7 * DAY
  const week = contacts.filter((one) => one.at > now - 7 * DAY)
  const seen = { contacts: week.length, channels: new Set(week.map((one) => one.channel)).size }
  const perWeek = policy.perWeek[stage === 'mature' && tier !== 'A' ? 'mature' : (tier ?? 'mature')] ?? 0
  const wanted = firstWeek
    ? { contacts: policy.firstWeek.contacts, channels: policy.firstWeek.channels, days: 7 }
    : { contacts: perWeek, channels: 1, days: 7 }
  const last = contacts.at(-1)
  const medianDays = medianOf(
    contacts.slice(1).map((one, index) => (one.at - (contacts[index]?.at ?? one.at)) / DAY),
  )
  // In its first week a customer is behind only when what is left of the week cannot hold what is missing.
  const behind = firstWeek
    ? wanted.contacts - seen.contacts > Math.max(0, Math.ceil((7 * DAY - age) / (2 * DAY)))
    : seen.contacts < wanted.contacts
  return {
    stage,
    contacts: contacts.length,
    perWeek: Math.round((contacts.filter((one) => one.at > now - 28 * DAY).length / 4) * 100) / 100,
    daysSinceLast: last === undefined ? null : Math.floor((now - last.at) / DAY),
    medianDays: medianDays === null ? null : Math.round(medianDays * 10) / 10,
    band:
      medianDays === null
        ? null
        : medianDays < policy.bandFromDays
          ? 'denser'
          : medianDays > policy.bandToDays
            ? 'sparser'
            : 'within',
    wanted,
    seen,
    flag: seen.contacts > policy.overPerWeek ? 'over' : behind ? 'under' : null,
  }
}

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
