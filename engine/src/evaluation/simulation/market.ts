import { hashParts, type RandomStream, stream } from '../../random/index.ts'
import type { SimulationAssumptions } from './assumptions.ts'

export interface SimulatedLead {
  readonly id: number
  readonly arrivedAt: number
  readonly segment: number
  /** Position in `assumptions.tiers`. */
  readonly tier: number
  readonly points: number
  readonly value: number
  readonly workMinutes: number
  readonly noticeMinutes: number
  /** Multiplied by load/10: the delay of a busy rep. */
  readonly busyMinutes: number
}

/** One seeded world: the same leads, people and luck for every policy (common random numbers). */
export interface Market {
  readonly leads: readonly SimulatedLead[]
  /** True chance to win, before delay and load, rep-major by segment. */
  readonly chance: Float64Array
  /** What policies believe. */
  readonly belief: Float64Array
  readonly offeredValue: number
}

export function drawMarket(assumptions: SimulationAssumptions, seed: number): Market {
  const { reps, segments, tiers, minutesPerDay, days } = assumptions
  const people = stream(hashParts(['people'], seed))
  const chance = new Float64Array(reps * segments)
  const belief = new Float64Array(reps * segments)
  for (let rep = 0; rep < reps; rep++) {
    const strength = assumptions.repSpread * normal(people)
    for (let segment = 0; segment < segments; segment++) {
      const logit = assumptions.baseLogit + strength + assumptions.matchSpread * normal(people)
      chance[rep * segments + segment] = logistic(logit)
      belief[rep * segments + segment] = logistic(logit + assumptions.beliefError * normal(people))
    }
  }
  const meanPoints = tiers.reduce((sum, tier) => sum + tier.share * tier.points, 0)
  const room = reps * assumptions.capPoints
  const perMinute = (assumptions.load * room) / (meanPoints * assumptions.meanWorkMinutes)
  const arrivals = stream(hashParts(['arrivals'], seed))
  const leads: SimulatedLead[] = []
  let now = 0
  let offeredValue = 0
  for (;;) {
    now += exponential(arrivals, 1 / perMinute)
    if (now >= days * minutesPerDay) break
    const tier = pickTier(assumptions, arrivals.nextUnit())
    const { points, meanValue } = tiers[tier]!
    const spread = assumptions.valueSpread
    const value = meanValue * Math.exp(spread * normal(arrivals) - (spread * spread) / 2)
    offeredValue += value
    leads.push({
      id: leads.length,
      arrivedAt: now,
      segment: arrivals.nextInt(segments),
      tier,
      points,
      value,
      workMinutes: exponential(arrivals, assumptions.meanWorkMinutes),
      noticeMinutes: assumptions.noticeMedianMinutes * Math.exp(assumptions.noticeSpread * normal(arrivals)),
      busyMinutes: exponential(arrivals, assumptions.busyMeanMinutes),
    })
  }
  return { leads, chance, belief, offeredValue }
}

function pickTier({ tiers }: SimulationAssumptions, u: number): number {
  let sum = 0
  for (let tier = 0; tier < tiers.length; tier++) {
    sum += tiers[tier]!.share
    if (u < sum) return tier
  }
  return tiers.length - 1
}

export function exponential(random: RandomStream, mean: number): number {
  return -mean * Math.log(1 - random.nextUnit())
}

/** Twelve uniforms minus six. */
function normal(random: RandomStream): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += random.nextUnit()
  return sum
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
