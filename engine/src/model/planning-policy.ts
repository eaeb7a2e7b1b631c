import type { ValueBand } from './work-item.ts'

/** What happens between joint plans; every key has a default (`planningSettings`). */
export interface PlanningPolicy {
  /** Arriving items pay the price of time the last joint plan found. */
  readonly prices?: {
    readonly use?: boolean
    /** Older prices are not used. */
    readonly maxAgeMinutes?: number
  }
  /** What becomes of an item that nobody's time is worth. */
  readonly triage?: {
    /** `off`: it is given to somebody all the same. `pool`: to a pool. `wait`: it waits until prices fall or grow old. */
    readonly exit?: 'off' | 'pool' | 'wait'
    readonly poolId?: string
    /** So many points it may be worth less than the time it takes, and still be given to somebody. */
    readonly slackPoints?: number
    /** Values that are never turned away. */
    readonly spare?: readonly ValueBand[]
  }
  /** Points per turn somebody is behind, in a joint plan: who had less than their share gets more of the next one. */
  readonly fairnessDebtPoints?: number
  /** What waits and what may move is planned anew every few minutes (2.B-9). */
  readonly reoptimise?: {
    readonly enabled?: boolean
    readonly everyMinutes?: number
    readonly movable?: {
      readonly waiting?: boolean
      /** What lies in a pool because nobody could take it, or nobody's time was worth it. */
      readonly pooled?: boolean
      /** Owned, not accepted, not contacted, chosen by no person. */
      readonly unaccepted?: boolean
    }
    /** What a hand-over has to gain at least. */
    readonly switchingPoints?: number
    /** And at least this much of what the item is worth where it is. */
    readonly hysteresisPercent?: number
    /** Nothing moves again before this many minutes. */
    readonly restMinutes?: number
    readonly maxMoves?: number
    readonly maxMovesPerItemADay?: number
  }
}
