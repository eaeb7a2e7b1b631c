import type { CadenceRule } from '../model/followup-policy.ts'
import type { FollowupSettings } from './settings.ts'

const dayMs = 86_400_000
const deepKinds: ReadonlySet<string> = new Set(['call', 'meeting', 'visit'])

/** A contact that reached the customer. */
export interface Contact {
  /** Epoch ms. */
  readonly at: number
  /** Kind of the activity, which is its channel. */
  readonly kind: string
}

export interface CadenceSubject {
  readonly tier: string | null
  readonly lifecycleStage: string | null
  readonly ownedSince: number
}

export interface CadenceReading {
  readonly ruleId: string
  readonly required: number
  readonly done: number
  readonly channelsRequired: number
  readonly channels: number
  readonly windowFrom: number
  readonly windowTo: number
  /** `behind`: fewer than the share of the window that is over asks for; `over`: more than twice what is asked (E13). */
  readonly state: 'on_track' | 'behind' | 'done' | 'over'
}

/** The rule of contact that holds for somebody now (Decision 5); null = none does. */
export function cadenceRule(
  settings: FollowupSettings,
  subject: CadenceSubject,
  now: number,
): CadenceRule | null {
  return (
    settings.cadence.find(
      (rule) =>
        (rule.tiers === undefined || (subject.tier !== null && rule.tiers.includes(subject.tier))) &&
        (rule.stages === undefined ||
          (subject.lifecycleStage !== null && rule.stages.includes(subject.lifecycleStage))) &&
        (rule.firstDays === undefined || now < subject.ownedSince + rule.firstDays * dayMs),
    ) ?? null
  )
}

/**
 * Contacts against the rule (G7, G8, G9). The window of a rule for the first days begins with the owner, any other ends
 * now; a new owner is asked for the share of the window they have had it.
 */
export function readCadence(
  settings: FollowupSettings,
  subject: CadenceSubject,
  contacts: readonly Contact[],
  now: number,
): CadenceReading | null {
  const rule = cadenceRule(settings, subject, now)
  if (rule === null) return null
  const length = rule.perDays * dayMs
  const windowFrom =
    rule.firstDays === undefined ? Math.max(subject.ownedSince, now - length) : subject.ownedSince
  const windowTo = windowFrom + length
  const counted = contacts.filter(
    (contact) =>
      contact.at >= windowFrom && contact.at <= now && (rule.deep !== true || deepKinds.has(contact.kind)),
  )
  const done = counted.length
  const channels = new Set(counted.map((contact) => contact.kind)).size
  const channelsRequired = rule.channels ?? 1
  const expected = Math.floor((rule.contacts * Math.min(length, now - windowFrom)) / length)
  const state =
    done > 2 * rule.contacts
      ? 'over'
      : done >= rule.contacts && channels >= channelsRequired
        ? 'done'
        : done < expected
          ? 'behind'
          : 'on_track'
  return {
    ruleId: rule.id,
    required: rule.contacts,
    done,
    channelsRequired,
    channels,
    windowFrom,
    windowTo,
    state,
  }
}

export interface IntervalReading {
  /** Median of the days between contacts, tenths of a day. */
  readonly medianTenths: number
  readonly gaps: number
  /** Against the band of the policy (17–22 days): an analysis, nothing is enforced. */
  readonly band: 'under' | 'within' | 'over'
}

/** How far apart contacts lie (G9); null with fewer than two. `under` = shorter gaps than the band: over-contact. */
export function readInterval(
  settings: FollowupSettings,
  contacts: readonly Contact[],
): IntervalReading | null {
  const times = contacts.map((contact) => contact.at).sort((a, b) => a - b)
  const gaps = times.slice(1).map((at, index) => at - times[index]!)
  if (gaps.length === 0) return null
  gaps.sort((a, b) => a - b)
  const middle = gaps.length >> 1
  const median = gaps.length % 2 === 1 ? gaps[middle]! : (gaps[middle - 1]! + gaps[middle]!) / 2
  const { fromDays, toDays } = settings.interval
  return {
    medianTenths: Math.round((median * 10) / dayMs),
    gaps: gaps.length,
    band: median < fromDays * dayMs ? 'under' : median > toDays * dayMs ? 'over' : 'within',
  }
}

/** Whether a deal was given the time deals take (G13): `missing` = no date at all. */
export function readBuffer(
  settings: FollowupSettings,
  createdAt: number,
  expectedCloseAt: number | null,
): 'missing' | 'too_short' | 'usual' | 'long' {
  if (expectedCloseAt === null) return 'missing'
  const days = (expectedCloseAt - createdAt) / dayMs
  if (days < settings.buffer.minimumDays) return 'too_short'
  return days > settings.buffer.maximumDays ? 'long' : 'usual'
}
