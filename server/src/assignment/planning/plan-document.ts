import type { Reason } from '@peineng/engine'
import type { ReoptimisationTrigger } from './reoptimisation-store.ts'

export const planKinds = ['waiting', 'territory', 'redistribute', 'reoptimise'] as const
export type PlanKind = (typeof planKinds)[number]

export const planStates = [
  'solving',
  'draft',
  'committing',
  'stopped',
  'done',
  'undoing',
  'undone',
  'failed',
] as const
export type PlanState = (typeof planStates)[number]

interface Common {
  /** Everybody gets at least this much of what their weight entitles them to, percent. */
  readonly fairSharePercent: number
  /** Solver budget; the same units on the same snapshot give the same plan. */
  readonly maxUnits?: number | undefined
}

/** Everything that waits, or these of it. */
export interface WaitingParameters extends Common {
  readonly kind: 'waiting'
  readonly itemIds?: readonly string[] | undefined
  readonly pooled: boolean
  readonly limit: number
}

/** Coverage changes; what its owner covers no longer finds who does. */
export interface TerritoryParameters extends Common {
  readonly kind: 'territory'
  readonly changes: readonly { readonly repId: string; readonly territories: readonly string[] }[]
}

/** Somebody leaves, for good or for long: everything they own finds a new owner. */
export interface RedistributeParameters extends Common {
  readonly kind: 'redistribute'
  readonly repId: string
  /** What becomes of the person: pausing comes first, so that nothing new arrives; leaving comes last. */
  readonly then: 'stay' | 'pause' | 'deactivate'
}

/** What waits and what may move, planned anew by itself (2.B-9). */
export interface ReoptimiseParameters extends Common {
  readonly kind: 'reoptimise'
  readonly trigger: ReoptimisationTrigger
}

/** What the commit changed about people, so that an undo can put it back. */
export interface PeopleBefore {
  readonly repId: string
  readonly territories: readonly string[]
  readonly status: 'active' | 'paused' | 'inactive'
}

export type PlanParameters =
  | WaitingParameters
  | TerritoryParameters
  | RedistributeParameters
  | ReoptimiseParameters

/** Why the plan leaves an item without a new owner; besides the engine's own reasons for waiting. */
export const planWaitingCodes = [
  'NO_CANDIDATE',
  'LOAD_TOO_LARGE',
  'NO_GAIN',
  'NOT_WORTH_PRICE',
  'NO_CAPACITY',
  'PINNED',
] as const
export type PlanWaitingCode = (typeof planWaitingCodes)[number]

/** Why a planned item was left alone at the commit: somebody was faster, or the rep can no longer take it. */
export const skipCodes = [
  'GONE',
  'CLOSED',
  'OWNER_CHANGED',
  'PINNED',
  'REP_LEFT',
  'NO_LONGER_ADMISSIBLE',
  'IN_HAND',
] as const
export type SkipCode = (typeof skipCodes)[number]

/** One who could have the item: total with the price of their time in it, and that price; thousandths of a point. */
export interface PlanOption {
  readonly repId: string
  readonly total: number
  readonly price: number
}

/** What the decision needs of the plan besides its prices, which stand in the summary once. */
export interface MovePlace {
  readonly planHash: string
  readonly per: 'item' | 'point'
  readonly handOverThousandths: number
  /** They are asked first: it is theirs once they accept. */
  readonly asks?: true
}

export interface PlannedMove {
  readonly itemId: string
  readonly toRepId: string | null
  /** null: the engine decides, because the customer has an owner who goes first. */
  readonly place: MovePlace | null
  /** Win probability × amount with the new owner, minor units. */
  readonly expectedMinor: number
  readonly loadHundredths: number
  readonly reason: { readonly code: Reason['code'] | PlanWaitingCode; readonly params: Reason['params'] }
  readonly options: readonly PlanOption[]
}

export interface RepInSummary {
  readonly repId: string
  readonly gains: number
  readonly losses: number
  /** Expected won value that comes and goes, minor units. */
  readonly expectedGained: number
  readonly expectedLost: number
  readonly loadBefore: number
  readonly loadAfter: number
  /** What one more load point (or item, see `per`) of this rep would be worth, thousandths of a point of score. */
  readonly price: number
}

/** What a person looks at before committing. Worth is the policy's score in thousandths of a point. */
export interface PlanSummary {
  readonly items: number
  readonly placed: number
  readonly unplaced: number
  readonly objective: number
  /** No plan under the same rules is worth more. */
  readonly bound: number
  readonly gap: number
  /** The same items given out one by one in the order of the queue. */
  readonly oneByOne: { readonly objective: number; readonly placed: number }
  /** Win probability × amount of what changes hands, as it is and as planned; minor units. */
  readonly expectedNow: number
  readonly expectedPlanned: number
  /** What a point of score stands for in money, over these items; minor units. */
  readonly moneyPerPoint: number
  /** What fair shares and floors cost; null where there are none. */
  readonly priceOfFairness: number | null
  readonly unmetFloors: readonly { readonly repId: string; readonly missing: number }[]
  readonly per: 'item' | 'point'
  /** Prices by the step that set them, for the decisions; zeros left out. */
  readonly steps: readonly {
    readonly planHash: string
    readonly prices: readonly { readonly repId: string; readonly price: number }[]
  }[]
  readonly solver: string
  readonly finished: boolean
  readonly units: number
  readonly reps: readonly RepInSummary[]
}
