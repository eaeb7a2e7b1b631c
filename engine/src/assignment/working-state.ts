import {
  effectiveWeight,
  FairnessQueue,
  type GaugeEffects,
  giveBack,
  hashOfQueue,
  hashOfState,
  type ItemContext,
  isQueueMember,
  performanceWeight,
  QueueAccounts,
  type RepView,
  requirementsOf,
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
  readonly states: RepState[]
  now: number
  periodBorders: PeriodBorders | undefined
  readonly #indexes = new Map<string, number>()
  readonly #accounts = new Map<string, QueueAccounts>()
  /** By queue name, then by rule action: rules that share accounts may let different people share. */
  readonly #queues = new Map<string, Map<RuleAction, OpenQueue>>()
  readonly #stateHashes: ({ a: number; b: number } | undefined)[]

  constructor(snapshot: Snapshot, policy: CompiledPolicy) {
    const { reps } = snapshot.roster
    this.snapshot = snapshot
    this.policy = policy
    this.views = reps.map(viewOf)
    this.repIds = reps.map((rep) => rep.id)
    for (const [index, rep] of reps.entries()) this.#indexes.set(rep.id, index)
    this.states = statesInRosterOrder(snapshot)
    this.#stateHashes = new Array(reps.length)
    this.now = snapshot.now
    this.periodBorders = snapshot.periodBorders
    this.setLedger(snapshot.ledger)
  }

  get winModel(): WinModel {
    return this.snapshot.winModel
  }

  indexOf(repId: string): number | undefined {
    return this.#indexes.get(repId)
  }

  /** Puts a state in place of what was known, e.g. after a conflict showed it was stale. */
  setState(index: number, state: RepState): void {
    this.states[index] = state
    this.#stateHashes[index] = undefined
    for (const byAction of this.#queues.values()) {
      for (const open of byAction.values()) this.#updateMember(open, index)
    }
  }

  receive(index: number, item: WorkItem, queueName: string, turnThousandths: number): void {
    const state = this.states[index]
    if (state === undefined) return
    // Gauges and counts move no weights and no membership: the queues need not be looked at.
    this.states[index] = takeItem(state, item)
    this.#stateHashes[index] = undefined
    if (turnThousandths !== 0) this.addTurns(index, queueName, turnThousandths)
  }

  release(index: number, effects: GaugeEffects): void {
    const state = this.states[index]
    if (state === undefined) return
    this.states[index] = giveBack(state, effects)
    this.#stateHashes[index] = undefined
  }

  addTurns(index: number, queueName: string, turnThousandths: number): void {
    this.#accountsOf(queueName).add(index, turnThousandths)
  }

  /** Replaces single entries; entries of people outside the roster are left aside. */
  setLedger(entries: readonly LedgerEntry[]): void {
    for (const { queue, repId, receivedThousandths, calibrationThousandths } of entries) {
      const index = this.#indexes.get(repId)
      if (index !== undefined) {
        this.#accountsOf(queue).set(index, receivedThousandths, calibrationThousandths)
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
      queue: new FairnessQueue(this.#accountsOf(ctx.queue)),
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

  #accountsOf(queueName: string): QueueAccounts {
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
    return this.repIds.flatMap((repId, index) => {
      const receivedThousandths = accounts.received[index] ?? 0
      const calibrationThousandths = accounts.calibration[index] ?? 0
      if (receivedThousandths === 0 && calibrationThousandths === 0) return []
      return [{ queue: queueName, repId, receivedThousandths, calibrationThousandths }]
    })
  }

  /** All queues in code-unit order of their names: the same ledger always reads the same. */
  ledger(): LedgerEntry[] {
    return [...this.#accounts.keys()].sort().flatMap((name) => this.ledgerOf(name))
  }

  hashFor(queueName: string, queue: FairnessQueue): string {
    let a = 0
    let b = 0
    for (let index = 0; index < this.states.length; index++) {
      const state = this.states[index]
      if (state === undefined) continue
      const hash = this.#stateHashes[index] ?? hashOfState(state)
      this.#stateHashes[index] = hash
      a = (a + hash.a) >>> 0
      b = (b + hash.b) >>> 0
    }
    return stateHash(
      this.snapshot.roster.version,
      { a, b },
      queueName,
      hashOfQueue(queue.accounts, this.repIds),
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
