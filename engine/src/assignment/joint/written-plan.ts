import { hashParts } from '../../random/index.ts'
import type { WaitingReason } from '../plan/index.ts'
import type { ItemPlace, ItemPlan, ItemPlanOptions, PlacedHow, RepInPlan } from './item-plan.ts'
import { missingByRep } from './pair-problem.ts'
import type { DeskItem, PlanDesk } from './plan-desk.ts'
import type { PlannedPlace } from './planned-place.ts'
import type { Solved } from './solve-pairs.ts'

interface Chosen extends Solved {
  readonly places: Int32Array
  readonly objective: number
  readonly oneByOne: ItemPlan['oneByOne']
}

/** A chosen plan in names, with what each decision needs of it. */
export function writtenPlan(desk: PlanDesk, chosen: Chosen, options: ItemPlanOptions): ItemPlan {
  const { pairs, widest, places, objective, settledValue } = chosen
  const { per } = chosen
  // Whole thousandths: what a decision stores and shows. The solver's load unit of points is a hundredth.
  const prices = Array.from(chosen.prices, (price) => Math.round(price * (per === 'item' ? 1 : 100)) + 0)
  const hash = hashOf(desk, chosen, prices, options)
  const written = desk.items.map((one, at) =>
    writtenPlace(desk, one, places[at] ?? -1, {
      hash,
      per,
      prices,
      leftBecause: chosen.leftBecause.get(at) ?? null,
      reoptimised: options.reoptimised === true,
    }),
  )
  const missing = missingByRep(pairs, places)
  const bound = Math.max(objective, chosen.bound + settledValue)
  return {
    hash,
    places: [...written.filter((one) => one.how !== 'left'), ...written.filter((one) => one.how === 'left')],
    reps: repsOf(desk, places, prices),
    per,
    objective,
    bound,
    gap: bound === objective ? 0 : (bound - objective) / bound,
    oneByOne: chosen.oneByOne,
    unmetFloors: desk.repIds.flatMap((repId, rep) => {
      const units = missing[rep] ?? 0
      return units > 0 ? [{ repId, missing: units }] : []
    }),
    priceOfFairness: widest.priceOfFairness,
    unitsUsed: chosen.unitsUsed,
    finished: chosen.finished,
    solver: widest.solver,
  }
}

interface Named {
  readonly hash: string
  readonly per: PlannedPlace['per']
  readonly prices: readonly number[]
  readonly leftBecause: WaitingReason | null
  readonly reoptimised: boolean
}

function writtenPlace(desk: PlanDesk, one: DeskItem, to: number, named: Named): ItemPlace {
  const { item, holder, handOver } = one
  const idOf = (rep: number): string | null => (rep === -1 ? null : (desk.repIds[rep] ?? null))
  const how = howOf(one, to)
  const repId = idOf(to)
  const heldBy = idOf(holder)
  const planned = repId !== null && (how === 'placed' || how === 'moved')
  return {
    itemId: item.id,
    how,
    from: heldBy,
    to: repId,
    value: to === -1 ? 0 : desk.valueOf(one, to),
    valueBefore: holder === -1 ? 0 : desk.valueOf(one, holder),
    leftBecause: how === 'left' ? named.leftBecause : null,
    place: planned
      ? {
          planHash: named.hash,
          repId,
          per: named.per,
          prices: named.prices,
          holder: heldBy === null ? null : { repId: heldBy, handOverThousandths: handOver },
          ...(named.reoptimised ? { reoptimised: true } : {}),
          heedsOffers: true,
        }
      : null,
  }
}

function howOf({ holder, first }: DeskItem, to: number): PlacedHow {
  if (to === -1) return 'left'
  if (to === holder) return 'stays'
  if (to === first) return 'owner'
  return holder === -1 ? 'placed' : 'moved'
}

function repsOf(desk: PlanDesk, places: Int32Array, prices: readonly number[]): RepInPlan[] {
  const { states } = desk.open(() => false)
  const changes = desk.repIds.map(() => ({ receives: 0, gives: 0, load: 0, value: 0 }))
  for (const [at, one] of desk.items.entries()) {
    const to = places[at] ?? -1
    if (to === one.holder) continue
    const taker = changes[to]
    const giver = changes[one.holder]
    if (taker !== undefined) {
      taker.receives += 1
      taker.load += one.item.pointsHundredths
      taker.value += desk.valueOf(one, to)
    }
    if (giver !== undefined) {
      giver.gives += 1
      giver.load -= one.item.pointsHundredths
      giver.value -= desk.valueOf(one, one.holder)
    }
  }
  return desk.repIds.map((repId, index) => {
    const { receives, gives, load, value } = changes[index] ?? { receives: 0, gives: 0, load: 0, value: 0 }
    const loadBefore = states[index]?.gauges.load_index ?? 0
    const loadAfter = Math.max(0, loadBefore + load)
    return { repId, receives, gives, loadBefore, loadAfter, valueChange: value, price: prices[index] ?? 0 }
  })
}

function hashOf(desk: PlanDesk, chosen: Chosen, prices: readonly number[], options: ItemPlanOptions): string {
  const { snapshot, policy, items } = desk
  const { handOver, fairSharePermille } = options
  const parts = [
    policy.hash,
    snapshot.roster.version,
    snapshot.winModel.version,
    String(snapshot.seed),
    String(snapshot.now),
    JSON.stringify([handOver ?? null, fairSharePermille ?? 0, chosen.unitsUsed]),
    ...prices.map(String),
    ...items.map(({ item }, at) => `${item.id}>${chosen.places[at] ?? -1}`),
  ]
  const hex = (seed: number): string => hashParts(parts, seed).toString(16).padStart(8, '0')
  return hex(1) + hex(2)
}
