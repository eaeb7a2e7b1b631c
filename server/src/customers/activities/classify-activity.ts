import type { ActivityChannel, ActivityKind, ActivityPolicy, ActivityResult } from '@peineng/engine'
import { type NoteRating, rateNote } from './rate-note.ts'

export type ActivityDirection = 'outbound' | 'inbound' | 'internal'

const channelOfKind: Readonly<Record<ActivityKind, ActivityChannel>> = {
  call: 'phone',
  email: 'email',
  wechat: 'wechat',
  message: 'sms',
  visit: 'in_person',
  meeting: 'in_person',
  note: 'other',
  other: 'other',
}
const notReached: readonly ActivityResult[] = ['no_answer', 'wrong_number', 'left_message']

export interface ActivityFacts {
  readonly kind: ActivityKind
  readonly channel?: ActivityChannel | null
  readonly direction?: ActivityDirection | null
  readonly result?: ActivityResult | null
  readonly reached?: boolean
  readonly summary: string
  readonly nextStep: string | null
  readonly nextStepAt: number | null
}

/** What the same rep wrote before, and whether they had the customer on the line lately. */
export interface ActivityPast {
  readonly texts: readonly { readonly text: string; readonly sameItem: boolean }[]
  readonly contactLately: boolean
}

export interface Classified extends NoteRating {
  readonly channel: ActivityChannel
  readonly direction: ActivityDirection
  readonly reached: boolean
  readonly isContact: boolean
  readonly isProgress: boolean
}

/** What an activity counts as, by the policy in force when it is written down. */
export function classifyActivity(
  policy: ActivityPolicy,
  activity: ActivityFacts,
  past: ActivityPast,
): Classified {
  const { kind, summary, nextStep, nextStepAt } = activity
  const result = activity.result ?? null
  const reached = activity.reached ?? (result === null ? kind !== 'note' : !notReached.includes(result))
  const isContact = reached && policy.contactKinds.includes(kind)
  const rating = rateNote(
    {
      text: [summary, nextStep ?? ''].filter((part) => part !== '').join(' '),
      coded: result !== null,
      isContact,
      isAttempt: kind !== 'note' && !reached,
    },
    past,
    policy.notes.copyPercent,
  )
  const copied = rating.flags.includes('copied') || rating.flags.includes('repeated')
  const { progress } = policy
  const isProgress =
    isContact &&
    rating.quality >= progress.minimumQuality &&
    (progress.copiesCount || !copied) &&
    ((result !== null && progress.results.includes(result)) ||
      (progress.nextStepCounts && nextStepAt !== null))
  return {
    channel: activity.channel ?? channelOfKind[kind],
    direction: activity.direction ?? (kind === 'note' ? 'internal' : 'outbound'),
    reached,
    isContact,
    isProgress,
    ...rating,
  }
}
