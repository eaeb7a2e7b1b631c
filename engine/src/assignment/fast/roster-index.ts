import {
  drawOf,
  type FairnessQueue,
  factNames,
  floorContribution,
  type ItemContext,
  itemContext,
  normalizeName,
  placeOfDraw,
  queueOf,
  relaxationAt,
  segmentOf,
  softmaxMillionths,
  turnOf,
} from '../../matching/index.ts'
import type { RepState, RuleAction, WorkItem } from '../../model/index.ts'
import type { WorkingState } from '../working-state.ts'
import { type ActionPlan, planOf } from './action-plan.ts'
import { type BitRow, hasBit, rowOf, setBit } from './bit-rows.ts'
import { CapacityIndex, type RoomClass } from './capacity-index.ts'
import { CoverageRows } from './coverage-rows.ts'

/** One item on the fast path: the rows its candidates must stand in, and what their totals are made of. */
export interface Query {
  readonly item: WorkItem
  readonly plan: ActionPlan
  readonly queue: FairnessQueue
  readonly queueName: string
  readonly room: RoomClass
  readonly region: BitRow
  readonly industry: BitRow
  readonly product: BitRow
  readonly turnThousandths: number
}

/**
 * The roster turned on its side: one bit row per availability, rule, place, industry, product line and room class,
 * static score rows per segment, and a column of free load, moved by each decision. A decision is an AND of six
 * rows and a few adds per surviving rep. Picks exactly what the plain path picks (law 8): all rows are made by the
 * plain path's own tests and terms.
 */
export class RosterIndex {
  readonly working: WorkingState
  readonly capacity: CapacityIndex
  readonly coverage: CoverageRows
  readonly onDuty: BitRow
  readonly totals: Float64Array
  readonly found: Int32Array
  /** The best total of the last scan. */
  best = Number.NEGATIVE_INFINITY
  readonly #plans = new Map<RuleAction, (ActionPlan | null)[]>()
  /** What floors add under each plan; kept only where somebody has a floor. */
  readonly #floors = new Map<ActionPlan, Float64Array>()
  readonly #anyFloor: boolean

  constructor(working: WorkingState) {
    this.working = working
    this.capacity = new CapacityIndex(working.views, working.counts)
    this.coverage = new CoverageRows(working.views)
    this.onDuty = rowOf(working.views.length, (rep) => working.states[rep]?.availability === 'on_duty')
    this.totals = new Float64Array(working.views.length)
    this.found = new Int32Array(working.views.length)
    this.#anyFloor = working.views.some(
      ({ rep: { limits } }) => limits.dailyMin > 0 || limits.weeklyMin > 0 || limits.monthlyMin > 0,
    )
    working.watch({
      moved: (index) => this.#moved(index),
      replaced: (index, state) => this.#replaced(index, state),
    })
  }

  #moved(rep: number): void {
    this.capacity.update(rep)
    if (!this.#anyFloor) return
    const missing = this.working.missingToFloor(rep)
    for (const [plan, floors] of this.#floors) floors[rep] = this.#floorOf(plan, missing)
  }

  #replaced(rep: number, state: RepState): void {
    setBit(this.onDuty, rep, state.availability === 'on_duty')
    this.#moved(rep)
  }

  #floorsFor(plan: ActionPlan): Float64Array | null {
    if (!this.#anyFloor) return null
    const known = this.#floors.get(plan)
    if (known !== undefined) return known
    const floors = Float64Array.from(this.working.views, (_, rep) =>
      this.#floorOf(plan, this.working.missingToFloor(rep)),
    )
    this.#floors.set(plan, floors)
    return floors
  }

  #floorOf(plan: ActionPlan, missing: number): number {
    return floorContribution(missing, plan.weights.fairness, this.working.policy.policy)
  }

  /** null where the plain path has to decide. */
  query(item: WorkItem): Query | null {
    const match = this.working.policy.match(item)
    const { action } = match
    const steps = action.relax === undefined ? 0 : relaxationAt(action, item, this.working.now).steps
    const plan = this.#planFor(match, steps, item)
    if (plan === null) return null
    const queueName = plan.queue === null ? queueOf(match.ruleId, action, item) : plan.ctx.queue
    return {
      item,
      plan,
      queue: plan.queue ?? this.working.queueFor({ ...plan.ctx, item, queue: queueName }),
      queueName,
      room: this.capacity.classOf(item),
      region: plan.matchRegion ? this.coverage.region(item) : this.coverage.everybody,
      industry: plan.matchIndustry ? this.coverage.industry(item) : this.coverage.everybody,
      product: plan.matchProduct ? this.coverage.product(item) : this.coverage.everybody,
      turnThousandths: turnOf(item, this.working.policy.policy),
    }
  }

  #planFor(
    match: { readonly ruleId: string | null; readonly action: RuleAction },
    steps: number,
    item: WorkItem,
  ): ActionPlan | null {
    const known = this.#plans.get(match.action)?.[steps]
    if (known !== undefined) return known
    const ctx = itemContext(item, match, this.working.policy.policy, this.working.now)
    const plan = planOf(this.working, ctx)
    const bySteps = this.#plans.get(match.action) ?? []
    bySteps[steps] = plan
    this.#plans.set(match.action, bySteps)
    return plan
  }

  /**
   * Scores the admissible reps and keeps, in roster order, those not more than `width` below the best so far in `found`
   * and `totals`; returns how many. None kept = none admissible; with an infinite width all are kept.
   */
  scan(query: Query, width: number): number {
    const { plan, queue, room, region, industry, product, item } = query
    const { wanted, weights } = plan
    const { headroom } = this.capacity
    const roomPrice = weights.headroom
    const floors = this.#floorsFor(plan)
    const context = () => this.contextOf(query)
    const fixed = plan.rows.fixed(item, context)
    const tags = plan.rows.tags(item, context)
    const { onDuty, totals, found } = this
    const { owned } = queue.accounts
    const classes = queue.weightClasses
    const shares = queue.sharesByClass()
    const limit = this.working.policy.policy.fairness.maxTurns * 1000
    const turnPrice = weights.fairness
    const left = item.excludedRepIds === undefined ? null : this.#indexesOf(item.excludedRepIds)
    const rows = room.row
    let count = 0
    let best = Number.NEGATIVE_INFINITY
    let from = Number.NEGATIVE_INFINITY
    for (let word = 0; word < rows.length; word++) {
      let bits =
        onDuty[word]! & wanted[word]! & region[word]! & industry[word]! & product[word]! & rows[word]!
      while (bits !== 0) {
        const low = bits & -bits
        bits ^= low
        const rep = (word << 5) + 31 - Math.clz32(low)
        if (left?.includes(rep)) continue
        let turns = shares[classes[rep]!]! - owned[rep]!
        if (turns > limit) turns = limit
        else if (turns < -limit) turns = -limit
        let total = fixed[rep]! + roomPrice * headroom[rep]! + turnPrice * turns
        if (tags !== null) total += tags[rep]!
        if (floors !== null) total += floors[rep]!
        if (total < from) continue
        if (total > best) {
          best = total
          from = best - width
        }
        totals[count] = total
        found[count] = rep
        count += 1
      }
    }
    this.best = best
    return count
  }

  /** Only what terms are made of; who is wanted stands in the rows already. */
  contextOf({ item, plan }: Query): ItemContext {
    const tags = new Set(item.tags.map(normalizeName))
    for (const { tag } of plan.ctx.action.candidates?.tags ?? []) tags.add(normalizeName(tag))
    return {
      ...plan.ctx,
      item,
      segment: segmentOf(item),
      industries: factNames(item, 'industry'),
      products: factNames(item, 'product'),
      tags: [...tags],
    }
  }

  #indexesOf(repIds: readonly string[]): readonly number[] {
    return repIds.flatMap((repId) => this.working.indexOf(repId) ?? [])
  }

  /** The chosen one among the scanned, by the same choice as the plain path's. */
  pick(query: Query, count: number): number {
    const { totals, found } = this
    const { width, temperature } = query.plan.band
    const from = this.best - (temperature > 0 ? width : 0)
    let first = -1
    let inBand = 0
    for (let at = 0; at < count; at++) {
      if (totals[at]! < from) continue
      if (first === -1) first = at
      inBand += 1
    }
    if (inBand === 1) return found[first]!
    const places: number[] = []
    const bandTotals: number[] = []
    for (let at = first; at < count; at++) {
      if (totals[at]! < from) continue
      places.push(at)
      bandTotals.push(totals[at]!)
    }
    const shares = softmaxMillionths(bandTotals, temperature)
    const place = placeOfDraw(shares, drawOf(query.item.id, this.working.snapshot.seed))
    return found[places[place]!]!
  }

  /** Is this rep there and with room for the item, whatever the rule says? */
  hasRoom(query: Query, rep: number): boolean {
    return hasBit(this.onDuty, rep) && hasBit(query.room.row, rep)
  }
}
