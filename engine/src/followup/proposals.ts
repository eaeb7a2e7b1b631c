import type { FollowupSettings } from './settings.ts'

const dayMs = 86_400_000

/** What happened that an owner is looked at again (H1–H5, issue: triggers). */
export const triggerCauses = [
  'tier_up',
  'sla_missed',
  'overload',
  'owner_on_leave',
  'owner_left',
  'customer_replied',
  'capacity_freed',
  'policy_changed',
] as const
export type TriggerCause = (typeof triggerCauses)[number]

/** The engine's answer to "who would get this today?", with the owner's own work on it given back first. */
export interface Reconsidered {
  readonly ownerId: string
  /** Thousandths of a point; null = the owner could not even take it now. */
  readonly ownerTotal: number | null
  readonly best: { readonly repId: string; readonly total: number } | null
}

/** What happened to this item before; times are epoch ms. */
export interface ProposalHistory {
  readonly ownedSince: number
  /** A person chose this owner: automation only ever asks, and asks the manager (X23). */
  readonly pinned: boolean
  readonly lastProposedAt: number | null
  readonly declined: readonly { readonly toRepId: string; readonly at: number }[]
  readonly formerOwners: readonly { readonly repId: string; readonly until: number }[]
  readonly openForOwner: number
}

export const noProposalReasons = [
  'NOBODY_BETTER',
  'GAIN_TOO_SMALL',
  'RESTS',
  'DECLINED_BEFORE',
  'FORMER_OWNER',
  'ENOUGH_PROMPTS',
] as const
export type NoProposalReason = (typeof noProposalReasons)[number]

export type ProposalVerdict =
  | {
      readonly propose: true
      readonly toRepId: string
      readonly gainThousandths: number | null
      readonly audience: 'owner' | 'manager'
    }
  | { readonly propose: false; readonly because: NoProposalReason }

/** Causes where the owner cannot be asked, or is not the one to ask. */
const managersMatter: ReadonlySet<TriggerCause> = new Set([
  'sla_missed',
  'owner_on_leave',
  'owner_left',
  'overload',
])
/** Causes that cannot wait for the rest period: the customer waits, or nobody is there. */
const urgent: ReadonlySet<TriggerCause> = new Set(['sla_missed', 'owner_on_leave', 'owner_left'])

/** Causes that are no news about the item itself: they also respect that its owner is new. */
const quiet: ReadonlySet<TriggerCause> = new Set(['customer_replied', 'capacity_freed', 'policy_changed'])

/**
 * Whether to ask "would Lisa be better?" (H5). Nothing changes hands here. What keeps items from swinging: a minimum
 * gain, a rest after every change and every prompt, declined pairs remembered, no way back to a recent former owner,
 * and a bound on open prompts per person.
 */
export function proposalVerdict(
  settings: FollowupSettings,
  cause: TriggerCause,
  { ownerTotal, best, ownerId }: Reconsidered,
  history: ProposalHistory,
  now: number,
): ProposalVerdict {
  const { triggers } = settings
  const no = (because: NoProposalReason): ProposalVerdict => ({ propose: false, because })
  if (best === null || best.repId === ownerId) return no('NOBODY_BETTER')
  const absent = urgent.has(cause)
  const gain = ownerTotal === null ? null : best.total - ownerTotal
  if (!absent && gain !== null && gain < triggers.minimumGainThousandths) return no('GAIN_TOO_SMALL')
  const rests = (at: number | null): boolean => at !== null && now < at + triggers.restDays * dayMs
  if (!absent && rests(history.lastProposedAt)) return no('RESTS')
  if (quiet.has(cause) && rests(history.ownedSince)) return no('RESTS')
  if (
    history.declined.some(
      ({ toRepId, at }) => toRepId === best.repId && now < at + triggers.declinedDays * dayMs,
    )
  )
    return no('DECLINED_BEFORE')
  if (
    history.formerOwners.some(
      ({ repId, until }) => repId === best.repId && now < until + triggers.formerOwnerDays * dayMs,
    )
  )
    return no('FORMER_OWNER')
  if (history.openForOwner >= triggers.mostPerOwner) return no('ENOUGH_PROMPTS')
  const audience = history.pinned || managersMatter.has(cause) ? 'manager' : 'owner'
  return { propose: true, toRepId: best.repId, gainThousandths: gain, audience }
}
