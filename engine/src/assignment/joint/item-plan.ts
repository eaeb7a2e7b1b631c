import type { PlanSolver, WaitingReason } from '../plan/index.ts'
import type { PlannedPlace } from './planned-place.ts'

/** Who holds an item that may be moved, and since when. */
export interface Holder {
  readonly repId: string
  /** Epoch ms of its last move; null = never moved or long ago. */
  readonly movedAt: number | null
}

/** What a hand-over has to gain; keeps values that only wobble from moving anything (2.B-9). */
export interface HandOverCost {
  /** Thousandths of a point: lost context, a customer who has to start again. */
  readonly perMoveThousandths: number
  /** At least this share of what the item is worth where it is. */
  readonly relativePermille: number
  /** Nothing moves again before this many minutes. */
  readonly restMinutes: number
}

export interface ItemPlanOptions {
  /** Work budget in all. The same units give the same plan. */
  readonly maxUnits?: number
  /** Units each search may take inside it where loads differ; default by size. */
  readonly searchUnits?: number
  /** Cancel token or deadline, asked about every million units: true ends with the best plan so far. */
  readonly shouldStop?: () => boolean
  readonly onProgress?: (usedUnits: number) => void
  /** Prices of the last plan: planning starts there. */
  readonly prices?: readonly { readonly repId: string; readonly price: number }[]
  /** Items that somebody holds and that may be moved; the states still count their load at the holder. */
  readonly holders?: ReadonlyMap<string, Holder>
  /** Default: 3 points, 10 %, a day. */
  readonly handOver?: HandOverCost
  /** Nobody asked for it: its decisions say so, and what each gained. */
  readonly reoptimised?: true
  /** Everybody should get at least this much of what their weight entitles them to, permille. Default 0. */
  readonly fairSharePermille?: number
}

/**
 * placed: nobody had it, the plan gives it to somebody. moved: handed over. stays: with its holder. owner: to the
 * customer's owner, who goes before any comparison. left: nobody can have it; deciding it says why.
 */
export type PlacedHow = 'placed' | 'moved' | 'stays' | 'owner' | 'left'

/** Where the plan puts one item. */
export interface ItemPlace {
  readonly itemId: string
  readonly how: PlacedHow
  readonly from: string | null
  readonly to: string | null
  /** What it is worth there, and at its holder, thousandths of a point before prices; 0 where nobody has it. */
  readonly value: number
  readonly valueBefore: number
  /** Why the solver left it; null where it never had it: a pool, a manager, a place lost in the end. */
  readonly leftBecause: WaitingReason | null
  /** What `decidePlanned` takes; only of placed and moved items. */
  readonly place: PlannedPlace | null
}

/** One rep before and after. */
export interface RepInPlan {
  readonly repId: string
  readonly receives: number
  readonly gives: number
  readonly loadBefore: number
  readonly loadAfter: number
  /** Worth of what comes minus what goes, thousandths of a point. */
  readonly valueChange: number
  /** Thousandths of a point per item or load point. */
  readonly price: number
}

/** Many items planned together, with its proof; nothing is done by it. */
export interface ItemPlan {
  /** 16 hex digits over everything that made it. */
  readonly hash: string
  /** In the order in which they are to be decided: served as ever, those nobody can have last. */
  readonly places: readonly ItemPlace[]
  /** In roster order. */
  readonly reps: readonly RepInPlan[]
  readonly per: PlannedPlace['per']
  /** Sum of the values less hand-overs, thousandths of a point. */
  readonly objective: number
  /** No plan under the same rules is worth more. */
  readonly bound: number
  /** (bound − objective) / bound. */
  readonly gap: number
  /** The same sum for deciding the same items one by one, holders staying (law 7: never above `objective`). */
  readonly oneByOne: { readonly objective: number; readonly placed: number }
  /** Floors that could not be met, in items or hundredths of a point (see `per`). */
  readonly unmetFloors: readonly { readonly repId: string; readonly missing: number }[]
  /** What floors and fair shares cost, thousandths of a point; null where there are none. */
  readonly priceOfFairness: number | null
  readonly unitsUsed: number
  /** False where the budget or the caller ended the work early. */
  readonly finished: boolean
  readonly solver: PlanSolver
}

export const defaultHandOver: HandOverCost = {
  perMoveThousandths: 3000,
  relativePermille: 100,
  restMinutes: 1440,
}
