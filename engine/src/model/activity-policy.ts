export const activityKinds = [
  'call',
  'email',
  'wechat',
  'meeting',
  'visit',
  'message',
  'note',
  'other',
] as const
export type ActivityKind = (typeof activityKinds)[number]

export const activityChannels = [
  'phone',
  'email',
  'wechat',
  'sms',
  'in_person',
  'video',
  'social',
  'other',
] as const
export type ActivityChannel = (typeof activityChannels)[number]

export const activityResults = [
  'connected',
  'interested',
  'quote_requested',
  'meeting_set',
  'agreed',
  'objection',
  'postponed',
  'declined',
  'left_message',
  'no_answer',
  'wrong_number',
] as const
export type ActivityResult = (typeof activityResults)[number]

/** Whether a customer is being won or has been there for a while: their contacts have another rhythm and another tone. */
export type ContactStage = 'new' | 'mature'

/** A message to start from, with holes like `{name}` (G10). */
export interface ContactTemplate {
  readonly id: string
  readonly stage: ContactStage
  readonly channel?: ActivityChannel
  readonly zh: string
  readonly en: string
}

/** What counts as contact and as progress, what a note is worth, and how often customers are to be met. */
export interface ActivityPolicy {
  /** Kinds that are contact where the customer was reached. */
  readonly contactKinds: readonly ActivityKind[]
  readonly progress: {
    /** A contact with one of these results is progress. */
    readonly results: readonly ActivityResult[]
    /** A contact that ends with a dated next step is progress, too. */
    readonly nextStepCounts: boolean
    /** A note below this quality (0–100) proves nothing. */
    readonly minimumQuality: number
    /** Whether a copied or repeated note may count all the same. */
    readonly copiesCount: boolean
  }
  readonly notes: {
    /** Texts of the same rep within so many days are compared. */
    readonly compareDays: number
    /** Percent of shared letter pairs from which a text is a copy. */
    readonly copyPercent: number
    /** A note is expected within so many hours of a contact. */
    readonly contactWithinHours: number
  }
  readonly rhythm: {
    /** A customer is new for so many days. */
    readonly newDays: number
    /** The first week of a new customer (G8). */
    readonly firstWeek: { readonly contacts: number; readonly channels: number }
    /** Contacts a week by class; `mature` for customers that are no longer new (G7, G9). */
    readonly perWeek: Readonly<Record<string, number>>
    /** More contacts in seven days than this are too many. */
    readonly overPerWeek: number
    /** The band of days between contacts the analysis compares with; a yardstick, no rule (Decision 5). */
    readonly bandFromDays: number
    readonly bandToDays: number
  }
  readonly templates: readonly ContactTemplate[]
}
