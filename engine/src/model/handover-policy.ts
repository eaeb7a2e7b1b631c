/** Ways of changing hands that may ask for a handover; a first assignment and a claim never do. */
export const handoverCauses = ['transferred', 'overridden', 'planned', 'recalled', 'released'] as const
export type HandoverCause = (typeof handoverCauses)[number]

/** A field of the checklist besides the three that are always there. */
export interface HandoverField {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly required: boolean
}

/** When the former owner has to write down what they know, and what for how long (H4). */
export interface HandoverPolicy {
  /** Off = whoever gets an item may contact the customer at once. */
  readonly required: boolean
  readonly causes: readonly HandoverCause[]
  /** `worked`: only what the former owner accepted or has written something down for; `always`: whatever they had. */
  readonly when: 'worked' | 'always'
  /** Hours the former owner has; after that their manager is asked to complete it. */
  readonly fillHours: number
  /** Days after the confirmation in which both may read and log. */
  readonly shadowDays: number
  /** More fields by customer class; `default` where the class has none of its own. */
  readonly fields: Readonly<Record<string, readonly HandoverField[]>>
}
