import type {
  CapUse,
  FieldDefinition,
  HandOverCost,
  LedgerEntry,
  PeriodBorders,
  Policy,
  RepState,
  Roster,
  WinModel,
  WorkItem,
} from '@peineng/engine'
import { segmentOf } from '@peineng/engine'
import type { PlannedMove, PlanSummary } from './plan-document.ts'

/** One item a plan may move. */
export interface PlanItem {
  readonly item: WorkItem
  /** The customer it belongs to; items follow whom the plan gives the customer. */
  readonly accountId: string | null
  readonly ownerId: string | null
  /** When it last changed hands, epoch ms; null = never, or it does not matter. */
  readonly movedAt: number | null
  /** A person chose its owner: looked at, never moved (X23). */
  readonly pinned: boolean
}

/** Win probabilities as a table, because a model does not travel between threads. */
export interface WinTable {
  readonly version: string
  /** What the model tells items apart by; see `WinModel.keyOf`. The first is `*`. */
  readonly keys: readonly string[]
  /** Key of each item that differs from its segment's. */
  readonly keyOfItem: Readonly<Record<string, string>>
  /** Per rep of the roster, per key. */
  readonly millionths: readonly (readonly number[])[]
  readonly segments: readonly string[]
  /** Per rep of the roster, per segment; null = the model does not know. */
  readonly won: readonly (readonly number[])[] | null
}

/** All that the solver is told: plain data, so that it can be sent to a thread of its own. */
export interface SolveInput {
  readonly now: number
  readonly seed: number
  readonly roster: Roster
  readonly states: readonly RepState[]
  readonly ledger: readonly LedgerEntry[]
  readonly periodBorders: PeriodBorders
  /** What was given under the caps of the policy. */
  readonly capUses: readonly CapUse[]
  readonly winTable: WinTable
  readonly policy: Policy
  readonly customFields: readonly FieldDefinition[]
  readonly items: readonly PlanItem[]
  /** Only what its owner no longer covers may leave them. */
  readonly onlyUncovered: boolean
  /** Who may receive; null = everybody. */
  readonly within: readonly string[] | null
  readonly fairSharePermille: number
  /** Prices of an earlier plan: re-planning starts there. */
  readonly warmPrices: readonly { readonly repId: string; readonly price: number }[]
  readonly maxUnits: number | null
  /** Nobody asked for this plan: what a hand-over has to gain, and how many moves it may make. */
  readonly reoptimise: { readonly handOver: HandOverCost; readonly maxMoves: number } | null
}

export interface SolveOutput {
  readonly moves: readonly PlannedMove[]
  readonly summary: PlanSummary
}

export function winTableOf(model: WinModel, roster: Roster, items: readonly WorkItem[]): WinTable {
  const segments = ['*', ...new Set(items.map(segmentOf))]
  const keyOfItem = Object.fromEntries(
    items.flatMap((item) => {
      const key = model.keyOf?.(item)
      return key === undefined ? [] : [[item.id, key]]
    }),
  )
  const keys = [...new Set([...segments, ...Object.values(keyOfItem)])]
  return {
    version: model.version,
    keys,
    keyOfItem,
    millionths: roster.reps.map(({ id }) => keys.map((key) => model.probabilityMillionths(id, key))),
    segments,
    won:
      model.wonCount === undefined
        ? null
        : roster.reps.map(({ id }) => segments.map((name) => model.wonCount?.(id, name) ?? 0)),
  }
}

/** The model again, for the reps and items of the table. */
export function winModelOf(table: WinTable, roster: Roster): WinModel {
  const repAt = new Map(roster.reps.map((rep, index) => [rep.id, index]))
  const keyAt = new Map(table.keys.map((name, index) => [name, index]))
  const segmentAt = new Map(table.segments.map((name, index) => [name, index]))
  const at = (
    rows: readonly (readonly number[])[],
    repId: string,
    places: ReadonlyMap<string, number>,
    name: string,
  ): number => rows[repAt.get(repId) ?? -1]?.[places.get(name) ?? 0] ?? 0
  const { won } = table
  return {
    version: table.version,
    probabilityMillionths: (repId, key) => at(table.millionths, repId, keyAt, key),
    keyOf: (item) => table.keyOfItem[item.id] ?? segmentOf(item),
    ...(won === null ? {} : { wonCount: (repId: string, name: string) => at(won, repId, segmentAt, name) }),
  }
}
