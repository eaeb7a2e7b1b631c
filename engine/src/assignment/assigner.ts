import type { GaugeEffects } from '../matching/index.ts'
import type {
  CapUse,
  Decision,
  FullCap,
  LedgerEntry,
  PeriodBorders,
  RepState,
  Snapshot,
  WorkItem,
} from '../model/index.ts'
import type { CompiledPolicy } from '../policy/compiled-policy.ts'
import { decideItem } from './decide-item.ts'
import { type ExplainedRoute, explainRoute } from './fast/explained-route.ts'
import { RosterIndex } from './fast/roster-index.ts'
import { type PreparedItem, prepareItem, type Route, routeItem, routePrepared } from './fast/route.ts'
import { decidePlanned } from './joint/decide-planned.ts'
import type { PlannedPlace } from './joint/planned-place.ts'
import { WorkingState } from './working-state.ts'

/**
 * A snapshot kept warm: decides, and moves on by what was done with the decision. For a commit loop that holds it in
 * memory and corrects it where the database disagreed. Deciding changes nothing; only the verbs below do.
 */
export interface Assigner {
  decide(item: WorkItem): Decision
  /** The decision for what a joint plan says of an item; null where its rep may not have it (any more). */
  decidePlanned(item: WorkItem, place: PlannedPlace): Decision | null
  /** Books a committed decision of an owned item: gauges, received counts, ledger. Others change nothing. */
  apply(decision: Decision, item: WorkItem): void
  /** An item left its owner. `effects` is `gaugeEffects(item)`; a `credit` also gives the turn back (X7). */
  release(repId: string, effects: GaugeEffects, credit?: TurnCredit): void
  /** The same choice as `decide`, without candidates and reasons: from the roster index, for speed (law 8). */
  route(item: WorkItem): Route
  /** Looks up rule and rows of an item that will be routed more than once, such as one that waits. */
  prepare(item: WorkItem): PreparedItem
  /** `route` of a prepared item: the same answer, at the loads of this moment. */
  routePrepared(prepared: PreparedItem): Route
  /** Books a route as `apply` books a decision. */
  book(route: Route): void
  /** Takes the load of a booked route off again, as `release` does. */
  giveBack(route: Route): void
  /** The same choice with the best few in full and the excluded counted; null where `decide` has to say it. */
  explainRoute(item: WorkItem, size?: number): ExplainedRoute | null
  /** The caps that are full for an item now: what its decision sees of them. */
  fullCaps(item: WorkItem): readonly FullCap[]
  /** Under which caps an item counts, and as what, where this rep gets it. */
  capsOf(item: WorkItem, ruleId: string | null, repId: string): readonly { cap: string; subject: string }[]
  /** What counts under the caps by now. */
  capUses(): CapUse[]
  stateOf(repId: string): RepState | undefined
  /** All states in roster order; a copy of the list, the states themselves are never changed. */
  states(): RepState[]
  ledger(): LedgerEntry[]
  ledgerOf(queue: string): LedgerEntry[]
  /** Corrects what was believed of a rep. Reps outside the roster are ignored: a new roster needs a new assigner. */
  setState(repId: string, state: RepState): void
  /** Replaces single ledger entries. */
  setLedger(entries: readonly LedgerEntry[]): void
  /** Moves the clock (epoch ms) and, where given, the ends of the running periods. */
  setNow(now: number, periodBorders?: PeriodBorders): void
}

export interface TurnCredit {
  readonly queue: string
  readonly turnThousandths: number
}

export function createAssigner(snapshot: Snapshot, policy: CompiledPolicy): Assigner {
  const working = new WorkingState(snapshot, policy)
  let made: RosterIndex | null = null
  const index = (): RosterIndex => {
    made ??= new RosterIndex(working)
    return made
  }
  return {
    decide: (item) => decideItem(working, item),
    decidePlanned: (item, place) => decidePlanned(working, item, place),
    apply(decision, item) {
      const index = decision.repId === null ? undefined : working.indexOf(decision.repId)
      if (index === undefined) return
      working.receive(index, item, decision.queue, decision.turnThousandths)
      const view = working.views[index]
      if ((decision.mode === 'engine' || decision.mode === 'plan') && view !== undefined)
        working.caps.note({ item, ruleId: decision.ruleId }, view, working.now)
    },
    release(repId, effects, credit) {
      const index = working.indexOf(repId)
      if (index === undefined) return
      working.release(index, effects)
      if (credit !== undefined) working.addTurns(index, credit.queue, -credit.turnThousandths)
    },
    route: (item) => routeItem(index(), item),
    prepare: (item) => prepareItem(index(), item),
    routePrepared: (prepared) => routePrepared(index(), prepared),
    book({ item, index: rep, room, accounts, turnThousandths }) {
      if (room === null) return
      const view = working.views[rep]
      if ((policy.policy.caps ?? policy.policy.backlog) !== undefined && view !== undefined)
        working.caps.note({ item, ruleId: policy.match(item).ruleId }, view, working.now)
      working.moveCounts(rep, room.moves, 1)
      if (turnThousandths !== 0) accounts?.add(rep, turnThousandths)
    },
    giveBack({ index: rep, room }) {
      if (room !== null) working.moveCounts(rep, room.moves, -1)
    },
    explainRoute(item, size = 5) {
      const query = index().query(item)
      return query === null ? null : explainRoute(index(), query, size)
    },
    fullCaps: (item) =>
      working.caps.fullFor({ item, ruleId: policy.match(item).ruleId }, working.views, working.now),
    capsOf(item, ruleId, repId) {
      const index = working.indexOf(repId)
      const view = index === undefined ? undefined : working.views[index]
      return view === undefined ? [] : working.caps.subjects({ item, ruleId }, view)
    },
    capUses: () => working.caps.uses(),
    stateOf(repId) {
      const index = working.indexOf(repId)
      return index === undefined ? undefined : working.states[index]
    },
    states: () => [...working.states],
    ledger: () => working.ledger(),
    ledgerOf: (queue) => working.ledgerOf(queue),
    setState(repId, state) {
      const index = working.indexOf(repId)
      if (index !== undefined) working.setState(index, state)
    },
    setLedger: (entries) => working.setLedger(entries),
    setNow(now, periodBorders) {
      working.now = now
      if (periodBorders !== undefined) working.periodBorders = periodBorders
    },
  }
}
