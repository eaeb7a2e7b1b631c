import {
  effectiveWeight,
  FairnessQueue,
  freeShare,
  type GaugeEffects,
  giveBack,
  type HashPair,
  type ItemContext,
  isQueueMember,
  missingToFloor,
  performanceWeight,
  QueueAccounts,
  QueueHash,
  type RepView,
  requirementsOf,
  StateHashes,
  stateHash,
  suitabilityExclusion,
  viewOf,
} from '../matching/index.ts'
import type {
  FieldValue,
  LedgerEntry,
  PeriodBorders,
  RepState,
  RuleAction,
  Snapshot,
  WinModel,
  WorkItem,
} from '../model/index.ts'
import type { CompiledPolicy } from '../policy/compiled-policy.ts'
import { takeItem } from '../workload/index.ts'
import { CapBook } from './cap-book.ts'
import { memoOf, type RosterMemo } from './roster-memo.ts'
import { type GaugeMove, StateCounts } from './state-counts.ts'

/** Somebody who keeps something derived from states, such as the roster index. */
export interface StateWatcher {
  /** Gauges or counts of a rep changed. */
  moved(index: number): void
  /** Anything about a rep may have changed. */
  replaced(index: number, state: RepState): void
}

interface OpenQueue {
  readonly queue: FairnessQueue
  /** 1 = in the candidate set of the rule, whether available or not. */
  readonly inSet: Uint8Array
}

/** A snapshot that can be moved on: states by roster index and the fairness queues seen so far. Copies what it is given. */
export class WorkingState {
  readonly snapshot: Snapshot
  readonly policy: CompiledPolicy
  readonly views: readonly RepView[]
  readonly repIds: readonly string[]
  /** The counts of all states as flat cells, always current: what the fast path reads and moves. */
  readonly counts: StateCounts
  /** What of the roster never moves, remembered beyond this snapshot. */
  readonly memo: RosterMemo
  readonly caps: CapBook
  now: number
  periodBorders: PeriodBorders | undefined
  readonly #states: RepState[]
  /** Reps whose counts were moved without making a new state object. */
  readonly #moved: number[] = []
  readonly #isMoved: Uint8Array
  readonly #hasFloor: Uint8Array
  readonly #away = new Map<Exclude<RepState['availability'], 'on_duty'>, number>()
  readonly #watchers: StateWatcher[] = []
  readonly #indexes = new Map<string, number>()
  readonly #accounts = new Map<string, QueueAccounts>()
  readonly #entries = new Map<string, (LedgerEntry | undefined)[]>()
  /** -1 = not known. */
  readonly #free: Int16Array
  readonly #queueHashes = new Map<QueueAccounts, QueueHash>()
  /** By queue name, then by rule action: rules that share accounts may let different people share. */
  readonly #queues = new Map<string, Map<RuleAction, OpenQueue>>()
  readonly #hashes: StateHashes

  constructor(snapshot: Snapshot, policy: CompiledPolicy) {
    const { reps } = snapshot.roster
    this.snapshot = snapshot
    this.policy = policy
    this.views = reps.map(viewOf)
    this.repIds = reps.map((rep) => rep.id)
    for (const [index, rep] of reps.entries()) this.#indexes.set(rep.id, index)
    this.#states = statesInRosterOrder(snapshot)
    this.counts = new StateCounts(this.#states)
    for (const state of this.#states) this.#countAway(state, 1)
    this.#isMoved = new Uint8Array(reps.length)
    this.#free = new Int16Array(reps.length).fill(-1)
    this.memo = memoOf(snapshot.roster, this.views, policy, snapshot.winModel)
    this.caps = new CapBook(snapshot, policy)
    this.#hasFloor = Uint8Array.from(reps, ({ limits }) =>
      limits.dailyMin > 0 || limits.weeklyMin > 0 || limits.monthlyMin > 0 ? 1 : 0,
    )
    this.#hashes = new StateHashes(this.memo.repHashes)
    this.now = snapshot.now
    this.periodBorders = snapshot.periodBorders
    this.setLedger(snapshot.ledger)
  }

  /** Free share of the tightest pausing gauge, permille; looked at again only after the rep's gauges moved. */
  freePermille(index: number): number {
    const known = this.#free[index]
    if (known !== undefined && known >= 0) return known
    const view = this.views[index]
    const free = view === undefined ? 0 : freeShare(view, this.stateAt(index), 1000)
    this.#free[index] = free
    return free
  }

  get winModel(): WinModel {
    return this.snapshot.winModel
  }

  indexOf(repId: string): number | undefined {
    return this.#indexes.get(repId)
  }

  /** All states by roster index; never changed in place. */
  get states(): readonly RepState[] {
    for (const index of this.#moved) {
      const state = this.#states[index]
      if (state !== undefined) this.#states[index] = this.counts.stateOf(index, state)
      this.#isMoved[index] = 0
    }
    this.#moved.length = 0
    return this.#states
  }

  /** One state, settled alone. */
  stateAt(index: number): RepState {
    const state = this.#states[index]
    if (state === undefined) throw new RangeError(`No rep at place ${index}`)
    return this.#isMoved[index] === 1 ? this.counts.stateOf(index, state) : state
  }

  /** How many reps are not on duty, by availability. */
  awayCounts(): { availability: Exclude<RepState['availability'], 'on_duty'>; count: number }[] {
    return [...this.#away].map(([availability, count]) => ({ availability, count }))
  }

  #countAway(state: RepState, sign: 1 | -1): void {
    const { availability } = state
    if (availability === 'on_duty') return
    this.#away.set(availability, (this.#away.get(availability) ?? 0) + sign)
  }

  /** Items missing to the rep's floors now; cheap for the many who have none. */
  missingToFloor(index: number): number {
    const view = this.views[index]
    const state = this.#states[index]
    if (view === undefined || state === undefined || this.#hasFloor[index] === 0) return 0
    const received = this.counts.receivedOf(index)
    return missingToFloor(view.rep.limits, { ...state, ...received }, this.policy.policy)
  }

  /** Tells about every rep whose state changed, from now on. */
  watch(watcher: StateWatcher): void {
    this.#watchers.push(watcher)
  }

  /** Puts a state in place of what was known, e.g. after a conflict showed it was stale. */
  setState(index: number, state: RepState): void {
    this.#replace(index, state)
    for (const byAction of this.#queues.values()) {
      for (const open of byAction.values()) this.#updateMember(open, index)
    }
    for (const watcher of this.#watchers) watcher.replaced(index, state)
  }

  receive(index: number, item: WorkItem, queueName: string, turnThousandths: number): void {
    const state = this.states[index]
    if (state === undefined) return
    // Gauges and counts move no weights and no membership: the queues need not be looked at.
    this.#replace(index, takeItem(state, item))
    for (const watcher of this.#watchers) watcher.moved(index)
    if (turnThousandths !== 0) this.addTurns(index, queueName, turnThousandths)
  }

  release(index: number, effects: GaugeEffects): void {
    const state = this.states[index]
    if (state === undefined) return
    this.#replace(index, giveBack(state, effects))
    for (const watcher of this.#watchers) watcher.moved(index)
  }

  /** What `receive` and `release` do to a state, on the columns alone. */
  moveCounts(index: number, moves: readonly GaugeMove[], sign: 1 | -1): void {
    if (sign === 1) this.counts.take(index, moves)
    else this.counts.giveBack(index, moves)
    if (this.#isMoved[index] === 0) {
      this.#isMoved[index] = 1
      this.#moved.push(index)
      this.#hashes.forget(index)
    }
    this.#free[index] = -1
    for (let n = 0; n < this.#watchers.length; n++) this.#watchers[n]?.moved(index)
  }

  #replace(index: number, state: RepState): void {
    // Read first: it settles what was moved, so that it cannot overwrite the new state later.
    const before = this.states[index]
    if (before === undefined) return
    this.#countAway(before, -1)
    this.#countAway(state, 1)
    this.#states[index] = state
    this.#hashes.forget(index)
    this.#free[index] = -1
    this.counts.read(index, state)
  }

  addTurns(index: number, queueName: string, turnThousandths: number): void {
    this.accountsOf(queueName).add(index, turnThousandths)
  }

  /** Replaces single entries; entries of people outside the roster are left aside. */
  setLedger(entries: readonly LedgerEntry[]): void {
    for (const { queue, repId, receivedThousandths, calibrationThousandths } of entries) {
      const index = this.#indexes.get(repId)
      if (index !== undefined) {
        this.accountsOf(queue).set(index, receivedThousandths, calibrationThousandths)
      }
    }
  }

  /** The fairness queue of an item, opened on first use: who shares in it depends on the rule and its `queueBy` fields. */
  queueFor(ctx: ItemContext): FairnessQueue {
    const byAction = this.#queues.get(ctx.queue) ?? new Map<RuleAction, OpenQueue>()
    if (byAction.size === 0) this.#queues.set(ctx.queue, byAction)
    const known = byAction.get(ctx.action)
    if (known !== undefined) return known.queue
    const wanted = requirementsOf(ctx.action.candidates, sharedFacts(ctx))
    const opened = {
      queue: new FairnessQueue(this.accountsOf(ctx.queue)),
      inSet: Uint8Array.from(this.views, (view) => (suitabilityExclusion(view, wanted) === null ? 1 : 0)),
    }
    byAction.set(ctx.action, opened)
    for (let index = 0; index < this.views.length; index++) this.#updateMember(opened, index)
    return opened.queue
  }

  #updateMember({ queue, inSet }: OpenQueue, index: number): void {
    const view = this.views[index]
    const state = this.states[index]
    if (view === undefined || state === undefined) return
    const weight = effectiveWeight(view, state, this.policy.policy)
    const won = this.winModel.probabilityMillionths(view.rep.id, '*')
    const member = inSet[index] === 1 && isQueueMember(state)
    queue.setMember(index, member, weight, performanceWeight(weight, won, state))
  }

  accountsOf(queueName: string): QueueAccounts {
    const known = this.#accounts.get(queueName)
    if (known !== undefined) return known
    const fresh = new QueueAccounts(this.views.length)
    this.#accounts.set(queueName, fresh)
    return fresh
  }

  /** The ledger of one queue, entries with something in them only, in roster order. */
  ledgerOf(queueName: string): LedgerEntry[] {
    const accounts = this.#accounts.get(queueName)
    if (accounts === undefined) return []
    const { received, calibration } = accounts
    // Entries are never changed in place, so those that still hold are given out again.
    const known = this.#entries.get(queueName) ?? []
    if (known.length === 0) this.#entries.set(queueName, known)
    const entries: LedgerEntry[] = []
    for (let index = 0; index < this.repIds.length; index++) {
      const receivedThousandths = received[index] ?? 0
      const calibrationThousandths = calibration[index] ?? 0
      if (receivedThousandths === 0 && calibrationThousandths === 0) continue
      let entry = known[index]
      if (
        entry?.receivedThousandths !== receivedThousandths ||
        entry.calibrationThousandths !== calibrationThousandths
      ) {
        entry = {
          queue: queueName,
          repId: this.repIds[index] ?? '',
          receivedThousandths,
          calibrationThousandths,
        }
        known[index] = entry
      }
      entries.push(entry)
    }
    return entries
  }

  /** All queues in code-unit order of their names: the same ledger always reads the same. */
  ledger(): LedgerEntry[] {
    return [...this.#accounts.keys()].sort().flatMap((name) => this.ledgerOf(name))
  }

  #queueHash(accounts: QueueAccounts): HashPair {
    const known = this.#queueHashes.get(accounts) ?? new QueueHash(accounts, this.memo.repHashes)
    this.#queueHashes.set(accounts, known)
    return known.value()
  }

  hashFor(queueName: string, queue: FairnessQueue): string {
    return stateHash(
      this.snapshot.roster.version,
      this.#hashes.value(this.states),
      queueName,
      this.#queueHash(queue.accounts),
    )
  }
}

/** One state per rep in roster order; a rep without one counts as inactive rather than as free. */
function statesInRosterOrder({ roster, states }: Snapshot): RepState[] {
  const byId = new Map(states.map((state) => [state.repId, state]))
  return roster.reps.map(
    (rep) =>
      byId.get(rep.id) ?? {
        repId: rep.id,
        availability: 'inactive',
        gauges: {},
        receivedToday: 0,
        receivedThisWeek: 0,
        receivedThisMonth: 0,
        unfollowedPermille: 0,
      },
  )
}

/** The item with only the facts that name its queue: whoever shares in a queue must not depend on other facts. */
function sharedFacts({ item, action }: ItemContext): WorkItem {
  const facts: Record<string, FieldValue> = {}
  for (const field of action.queueBy ?? []) {
    const value = item.facts[field]
    if (value !== undefined) facts[field] = value
  }
  return { ...item, facts }
}
