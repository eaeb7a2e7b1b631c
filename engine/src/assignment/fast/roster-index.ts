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
  shareMillionInPlace,
  softmaxWeight,
  turnOf,
} from '../../matching/index.ts'
import type { RepState, RuleAction, WorkItem } from '../../model/index.ts'
import { pricesInForce } from '../price-scorer.ts'
import type { WorkingState } from '../working-state.ts'
import { type ActionPlan, planOf } from './action-plan.ts'
import { type BitRow, hasBit, rowOf, setBit } from './bit-rows.ts'
import { CapacityIndex, type RoomClass } from './capacity-index.ts'
import { CoverageRows } from './coverage-rows.ts'
import type { FixedPart, LeadNode } from './lead-nodes.ts'
import { mostTags, slotOf, type TagPart } from './static-rows.ts'

const noWorth = new Int32Array(0)

/** One item on the fast path: the rows its candidates must stand in, and what their totals are made of. */
export interface Query {
  readonly item: WorkItem
  readonly plan: ActionPlan
  readonly queue: FairnessQueue
  readonly queueName: string
  readonly room: RoomClass
  readonly node: LeadNode
  readonly turnThousandths: number
  /** What its total is made of; found by the first scan. */
  fixed: FixedPart | null
  /** undefined = not looked for yet, null = no tag fit. */
  tags: TagPart | null | undefined
}

/**
 * The roster turned on its side: one bit row of who is wanted per kind of lead, one of who is on duty with room per
 * room class, static score rows per segment, and a column of free load, moved by each decision. A decision is an AND
 * of two rows and a few adds per surviving rep. Picks exactly what the plain path picks (law 8): all rows are made by
 * the plain path's own tests and terms.
 */
export class RosterIndex {
  readonly working: WorkingState
  readonly capacity: CapacityIndex
  readonly coverage: CoverageRows
  readonly onDuty: BitRow
  /** Raised whenever somebody comes or goes. */
  duty = 0
  /** Reps within the width of the last scan, in roster order, and their totals. */
  readonly found: Int32Array
  readonly totals: Float64Array
  /** The best total of the last scan. */
  best = Number.NEGATIVE_INFINITY
  /** Whom `pick` could have drawn, as places in `found`, and with which chance; the first `inBand` of them. */
  inBand = 0
  readonly band: Int32Array
  readonly chances: Float64Array
  readonly #plans = new Map<RuleAction, (ActionPlan | null)[]>()
  /** What floors add under each plan; kept only where somebody has a floor. */
  readonly #floors = new Map<ActionPlan, Float64Array>()
  readonly #anyFloor: boolean
  readonly #rests: Float64Array
  /** Thousandths of a turn. */
  readonly #mostTurns: number
  /** The model tells items of one segment apart. */
  readonly #keyed: boolean

  constructor(working: WorkingState) {
    this.working = working
    this.onDuty = rowOf(working.views.length, (rep) => working.states[rep]?.availability === 'on_duty')
    this.capacity = new CapacityIndex(working.views, working.counts, this.onDuty)
    this.coverage = new CoverageRows(working.views)
    this.totals = new Float64Array(working.views.length)
    this.found = new Int32Array(working.views.length)
    this.band = new Int32Array(working.views.length)
    this.chances = new Float64Array(working.views.length)
    this.#mostTurns = working.policy.policy.fairness.maxTurns * 1000
    this.#rests = new Float64Array(working.views.length)
    this.#keyed = working.winModel.keyOf !== undefined
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
    this.duty += 1
    this.#moved(rep)
    this.capacity.updateDuty(rep)
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
    // What time costs moves with every item: the plain path charges it.
    if (pricesInForce(this.working) !== null) return null
    const match = this.working.policy.match(item)
    // Windows move with every item: the plain path counts them.
    if (this.working.caps.capsOf(item, match.ruleId).length > 0) return null
    const { action } = match
    // Whether somebody is asked depends on who was asked before: the plain path knows.
    if (action.offer !== undefined) return null
    const steps = action.relax === undefined ? 0 : relaxationAt(action, item, this.working.now).steps
    const plan = this.#planFor(match, steps, item)
    if (plan === null || item.tags.length + plan.ruleTags > mostTags) return null
    const queueName = plan.queue === null ? queueOf(match.ruleId, action, item) : plan.ctx.queue
    return {
      item,
      plan,
      queue: plan.queue ?? this.working.queueFor({ ...plan.ctx, item, queue: queueName }),
      queueName,
      room: this.capacity.classOf(item),
      node: plan.nodes.of(item, plan.matchRegion, plan.makeNode),
      turnThousandths: turnOf(item, this.working.policy.policy),
      fixed: null,
      tags: undefined,
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
    const plan = planOf(this.working, ctx, this.coverage)
    const bySteps = this.#plans.get(match.action) ?? []
    bySteps[steps] = plan
    this.#plans.set(match.action, bySteps)
    return plan
  }

  /** What the item is worth with each rep, as far as neither load, turns nor tags move it. */
  #fixedOf(query: Query): FixedPart {
    const { item, plan, node } = query
    const { industry, product } = item.facts
    // Without industry and product the tier is the segment; and a model may tell items of one segment apart.
    if ((industry === undefined && product === undefined) || this.#keyed) {
      return plan.rows.fixed(this.contextOf(query))
    }
    const slot = slotOf(item)
    const known = node.parts[slot]
    if (known !== undefined) return known
    const ctx = this.contextOf(query)
    const part = plan.rows.fixed(ctx)
    // A blank industry or product is like none, so the tier decides although the node does not know it: not kept.
    if (ctx.industries.length > 0 || ctx.products.length > 0) node.parts[slot] = part
    return part
  }

  #tagsOf(query: Query): TagPart | null {
    const { rows } = query.plan
    const node = rows.tagNode(query.item)
    return node.part === undefined ? rows.tags(node, this.contextOf(query)) : node.part
  }

  /**
   * Scores the admissible reps and keeps, in roster order, those not more than `width` below the best so far in `found`
   * and `totals`; returns how many. None kept = none admissible; with an infinite width all are kept. One loop, so that
   * the memory one rep needs is fetched while the bits of the next are looked for: two loops were a third slower.
   */
  scan(query: Query, width: number): number {
    const { plan, queue, room, node, item } = query
    query.fixed ??= this.#fixedOf(query)
    if (query.tags === undefined) query.tags = this.#tagsOf(query)
    const { fixed, tags } = query
    const { worth } = fixed
    const tagLevels = tags === null ? null : tags.levels
    const tagWorth = tags === null ? noWorth : tags.worth
    const { headroom } = this.capacity
    const { totals, found } = this
    const { owned } = queue.accounts
    const classes = queue.weightClasses
    const shares = queue.sharesByClass()
    const limit = this.#mostTurns
    const roomPrice = plan.weights.headroom
    const turnPrice = plan.weights.fairness
    const floors = this.#floorsFor(plan)
    const left = item.excludedRepIds === undefined ? null : this.#indexesOf(item.excludedRepIds)
    const wanted = node.row
    const there = room.row
    let count = 0
    let best = Number.NEGATIVE_INFINITY
    let from = Number.NEGATIVE_INFINITY
    for (let word = 0; word < wanted.length; word++) {
      let bits = wanted[word]! & there[word]!
      while (bits !== 0) {
        const low = bits & -bits
        bits ^= low
        const rep = (word << 5) + 31 - Math.clz32(low)
        if (left?.includes(rep)) continue
        let turns = shares[classes[rep]!]! - owned[rep]!
        if (turns > limit) turns = limit
        else if (turns < -limit) turns = -limit
        let total = worth[rep]! + roomPrice * headroom[rep]! + turnPrice * turns
        if (tagLevels !== null) total += tagWorth[tagLevels[rep]!]!
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

  #indexesOf(repIds: readonly string[]): readonly number[] {
    return repIds.flatMap((repId) => this.working.indexOf(repId) ?? [])
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

  /** The place in `found` of the chosen one among the scanned, by the same choice as the plain path's. */
  pick(query: Query, count: number): number {
    const { totals, band, chances, best } = this
    const { width, temperature, weights } = query.plan.draws
    const from = best - width
    let inBand = 0
    for (let at = 0; at < count; at++) {
      const total = totals[at]!
      if (total < from) continue
      band[inBand] = at
      chances[inBand++] = weights[best - total] ?? softmaxWeight(best - total, temperature)
    }
    this.inBand = inBand
    if (inBand === 1) return band[0]!
    shareMillionInPlace(chances, inBand, this.#rests)
    const draw = drawOf(query.item.id, this.working.snapshot.seed)
    return band[placeOfDraw(chances, draw, inBand)]!
  }

  /** Is this rep there and with room for the item, whatever the rule says? */
  hasRoom(query: Query, rep: number): boolean {
    return hasBit(query.room.row, rep)
  }
}
