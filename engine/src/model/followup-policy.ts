/** Clocks, reminders, cadence and triggers of a company (group `followup`). Everything may be absent: then the default holds. */
export interface FollowupPolicy {
  /** ISO weekdays people work who keep no hours of their own; holidays and make-up days come on top. Default Monday–Friday. */
  readonly workingDays?: readonly number[]
  /** Whose hours the first response counts in (Decision 3): the owner's team as a roster, the owner's own, or all hours. */
  readonly firstResponse?: { readonly hours?: 'duty_roster' | 'owner' | 'always' }
  /** No follow-up → back to the pool or to somebody else (F3). Elapsed hours, non-working days skipped. */
  readonly recall?: { readonly enabled?: boolean; readonly hours?: number; readonly warnHours?: number }
  /** No progress → the manager steps in (H1). Calendar days. */
  readonly progress?: { readonly days?: number; readonly repeatDays?: number }
  /** After an assignment, until followed up (G5, Decision 12). */
  readonly reminders?: {
    readonly afterMinutes?: readonly number[]
    readonly repeatHours?: number
    readonly most?: number
  }
  /** Other figures for a class of the `sla` group. */
  readonly classes?: Readonly<Record<string, ClassFollowup>>
  /** Work with a date of its own (G2–G4). */
  readonly deadlines?: {
    readonly warnHours?: number
    readonly checkpointWeekday?: number
    readonly checkpointMinute?: number
    readonly behindPercent?: number
  }
  readonly cadence?: readonly CadenceRule[]
  /** The band of days between two contacts of a mature customer (G9): an analysis, not a rule. */
  readonly interval?: { readonly fromDays?: number; readonly toDays?: number }
  /** The usual length of a deal (G13), days from creation to the expected close. */
  readonly buffer?: { readonly minimumDays?: number; readonly maximumDays?: number }
  readonly triggers?: TriggerPolicy
  readonly relief?: ReliefPolicy
  /** What makes a person's week yellow or red (T3, M5, M6). */
  readonly health?: { readonly unfollowedHours?: number; readonly unfollowedPermille?: number }
}

export interface ClassFollowup {
  readonly recallHours?: number
  readonly progressDays?: number
  readonly remindAfterMinutes?: readonly number[]
}

/** So many contacts in so many days (Decision 5); the first rule that fits holds. */
export interface CadenceRule {
  readonly id: string
  readonly tiers?: readonly string[]
  readonly stages?: readonly string[]
  /** Only in the first so many days with this owner. */
  readonly firstDays?: number
  readonly contacts: number
  readonly perDays: number
  /** Over at least so many channels. */
  readonly channels?: number
  /** Only calls, meetings and visits count. */
  readonly deep?: boolean
}

/** When an owner is asked whether somebody else should have it (H2, H3, H5), and what keeps it from swinging back and forth. */
export interface TriggerPolicy {
  /** How much better somebody else has to be, thousandths of a point. */
  readonly minimumGainThousandths?: number
  /** After a change of hands or a proposal nothing is proposed for so long. */
  readonly restDays?: number
  /** A declined pair is not proposed again for so long. */
  readonly declinedDays?: number
  /** Not back to somebody who had it within so many days. */
  readonly formerOwnerDays?: number
  /** A proposal nobody answers lapses. */
  readonly expireHours?: number
  /** Open proposals per person at most: a prompt helps, twenty do not. */
  readonly mostPerOwner?: number
}

export interface ReliefPolicy {
  /** Roles of those who are the reserve (预备梯队) and of telesales. */
  readonly reserveRole?: string
  readonly telesalesRole?: string
  /** How long telesales keeps what it takes over. */
  readonly temporaryDays?: number
  /** First response of what was handed over for relief (E10). */
  readonly firstResponseMinutes?: number
}
