import type { ActivityPolicy } from '../model/activity-policy.ts'
import type { CadenceRule, FollowupPolicy, ReliefPolicy, TriggerPolicy } from '../model/followup-policy.ts'
import type { Policy } from '../model/policy.ts'
import { defaultActivities } from '../policy/index.ts'

/** The group `followup` with every default filled in. */
export interface FollowupSettings {
  readonly workingDays: readonly number[]
  readonly firstResponseHours: 'duty_roster' | 'owner' | 'always'
  readonly recall: { readonly enabled: boolean; readonly hours: number; readonly warnHours: number }
  readonly progress: { readonly days: number; readonly repeatDays: number }
  readonly reminders: {
    readonly afterMinutes: readonly number[]
    readonly repeatHours: number
    readonly most: number
  }
  readonly classes: NonNullable<FollowupPolicy['classes']>
  readonly deadlines: Required<NonNullable<FollowupPolicy['deadlines']>>
  readonly cadence: readonly CadenceRule[]
  readonly interval: { readonly fromDays: number; readonly toDays: number }
  readonly buffer: { readonly minimumDays: number; readonly maximumDays: number }
  readonly triggers: Required<TriggerPolicy>
  readonly relief: Required<ReliefPolicy>
  readonly health: { readonly unfollowedHours: number; readonly unfollowedPermille: number }
}

/** Decision 5, with the figures of `activities.rhythm`: new three in the first week over three channels, A two deep, B one, mature one a week. */
function rhythmAsCadence({ firstWeek, perWeek }: ActivityPolicy['rhythm']): readonly CadenceRule[] {
  const mature = perWeek['mature']
  return [
    { id: 'new', stages: newStages, firstDays: 7, perDays: 7, ...firstWeek },
    ...Object.entries(perWeek).flatMap(([tier, contacts]): CadenceRule[] =>
      tier === 'mature' || contacts < 1
        ? []
        : [
            {
              id: `class-${tier}`,
              tiers: [tier],
              contacts,
              perDays: 7,
              ...(tier === 'A' ? { deep: true } : {}),
            },
          ],
    ),
    ...(mature === undefined || mature < 1 ? [] : [{ id: 'mature', contacts: mature, perDays: 7 }]),
  ]
}

const newStages = ['new', '新客户']

/** Figures of Decision 3, 5 and 12 and of rows G2–G13, H1–H5, M5, M6 and T3, unless the company's policy says otherwise. */
export function followupSettings(policy: Pick<Policy, 'followup' | 'activities'>): FollowupSettings {
  const own = policy.followup ?? {}
  const { rhythm } = policy.activities ?? defaultActivities
  return {
    workingDays: own.workingDays ?? [1, 2, 3, 4, 5],
    firstResponseHours: own.firstResponse?.hours ?? 'duty_roster',
    recall: { enabled: true, hours: 48, warnHours: 24, ...own.recall },
    progress: { days: 7, repeatDays: 7, ...own.progress },
    // One hour, one day, then every eight hours up to the fifth, then once a day.
    reminders: { afterMinutes: [60, 1440], repeatHours: 8, most: 5, ...own.reminders },
    classes: own.classes ?? {},
    // Friday 16:00.
    deadlines: {
      warnHours: 24,
      checkpointWeekday: 5,
      checkpointMinute: 960,
      behindPercent: 20,
      ...own.deadlines,
    },
    cadence: own.cadence ?? rhythmAsCadence(rhythm),
    interval: { fromDays: rhythm.bandFromDays, toDays: rhythm.bandToDays, ...own.interval },
    buffer: { minimumDays: 45, maximumDays: 90, ...own.buffer },
    triggers: {
      minimumGainThousandths: 5_000,
      restDays: 7,
      declinedDays: 30,
      formerOwnerDays: 30,
      expireHours: 72,
      mostPerOwner: 5,
      ...own.triggers,
    },
    relief: {
      reserveRole: 'reserve',
      telesalesRole: 'telesales',
      temporaryDays: 14,
      firstResponseMinutes: 120,
      ...own.relief,
    },
    health: { unfollowedHours: 48, unfollowedPermille: 200, ...own.health },
  }
}
