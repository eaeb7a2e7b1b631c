import type { Backlog } from './backlog-policy.ts'
import type { CapUse, FullCap } from './cap-policy.ts'
import type { LedgerEntry, Rep, RepState } from './rep.ts'
import type { WorkItem } from './work-item.ts'

/** Who sells: versioned, so a decision can name the roster it saw. Sorted by rep id. */
export interface Roster {
  readonly version: string
  readonly reps: readonly Rep[]
}

/** Wins and trials of one (rep, segment); the first win-probability model is a shrunken rate over these. */
export interface OutcomeCount {
  readonly repId: string
  /** Segment key, see `segmentOf`. */
  readonly segment: string
  readonly won: number
  readonly lost: number
}

/** Gives win probabilities as integer millionths; deterministic, integer arithmetic only. */
export interface WinModel {
  readonly version: string
  /** `key` is what `keyOf` says of an item, or its segment; `*` asks for work of average kind. */
  probabilityMillionths(repId: string, key: string): number
  /** Everything of an item that moves its probabilities, as one key; items of one key are alike. Default: its segment. */
  keyOf?(item: WorkItem): string
  /** How many items of this segment the rep has won before (D4); a model that does not know leaves it out. */
  wonCount?(repId: string, segment: string): number
}

/** When the running day, week and month of the company end, epoch ms; tells a capped item when it may go on (Decision 10). */
export interface PeriodBorders {
  readonly dayEndsAt: number
  readonly weekEndsAt: number
  readonly monthEndsAt: number
}

/** What reps' time costs, from the last joint plan (engine.md 2.5): arriving items are compared net of it. */
export interface TimePrices {
  /** Names the plan. */
  readonly planHash: string
  /** Epoch ms. */
  readonly pricedAt: number
  /** From here on they are too old to be used; the decision says so. */
  readonly until: number
  /** What prices are per: one item, or one load point. */
  readonly per: 'item' | 'point'
  /** Share of a day's arrivals still to come. */
  readonly dayLeftPermille: number
  /** Thousandths of a point, in roster order; below zero where a floor pulls work to a rep. */
  readonly prices: readonly number[]
  /** Room when they were found, in items or hundredths of a point: beyond today, and under today's ceiling; −1 = none. */
  readonly standingRoom: readonly number[]
  readonly todayRoom: readonly number[]
}

/** Everything a decision may depend on besides the item. Nothing else is looked at. */
export interface Snapshot {
  /** Epoch milliseconds. */
  readonly now: number
  readonly seed: number
  readonly roster: Roster
  /** One per rep of the roster, same order. */
  readonly states: readonly RepState[]
  readonly ledger: readonly LedgerEntry[]
  readonly winModel: WinModel
  /** Absent: an item held back by a period's ceiling is simply tried again later. */
  readonly periodBorders?: PeriodBorders
  /** Absent: nobody's time has a price. */
  readonly timePrices?: TimePrices
  /** What was given under the caps of the policy; absent = nothing. */
  readonly capUses?: readonly CapUse[]
  /** What waited when the day began; absent = nobody shares anything. */
  readonly backlog?: Backlog
  /** Of a stored decision: the caps that were full, which is all that can have mattered. */
  readonly fullCaps?: readonly FullCap[]
}
