import { hashParts, stream } from '../../random/index.ts'
import { decay, quality, type SimulationAssumptions } from './assumptions.ts'
import { EventQueue } from './event-queue.ts'
import { exponential, type Market, type SimulatedLead } from './market.ts'
import { gini, quantile, type RunMetrics } from './metrics.ts'
import type { PolicyFactory, SalesFloor } from './policy.ts'

type Event =
  | { readonly kind: 'arrive'; readonly lead: SimulatedLead }
  | { readonly kind: 'finish'; readonly rep: number; readonly points: number }
  | { readonly kind: 'tick' }
  | { readonly kind: 'look'; readonly rep: number }

/**
 * Plays one market under one policy, event by event on a clock of working minutes. Won value is the expectation given
 * what happened (chance × decay × quality × value), which has less noise than tossing a coin per lead.
 */
export function runPolicy(
  assumptions: SimulationAssumptions,
  market: Market,
  factory: PolicyFactory,
  seed: number,
): RunMetrics {
  const { reps, segments, minutesPerDay, days } = assumptions
  const policy = factory(assumptions)
  const end = days * minutesPerDay
  const queue = new EventQueue<Event>()
  const looks = Array.from({ length: reps }, (_, rep) => stream(hashParts(['look', String(rep)], seed)))
  for (const lead of market.leads) queue.push(lead.arrivedAt, { kind: 'arrive', lead })
  const { tickMinutes, lookMinutes } = policy
  if (tickMinutes !== undefined) queue.push(tickMinutes, { kind: 'tick' })
  if (lookMinutes !== undefined) {
    looks.forEach((random, rep) => {
      queue.push(exponential(random, lookMinutes), { kind: 'look', rep })
    })
  }
  const load = new Float64Array(reps)
  const received = new Int32Array(reps)
  const receivedValue = new Float64Array(reps)
  const lastReceivedAt = new Float64Array(reps).fill(-1)
  const overSince = new Float64Array(reps).fill(-1)
  const pool = new Set<SimulatedLead>()
  const responses: number[] = []
  const assignedByTier = assumptions.tiers.map(() => 0)
  let now = 0
  let wonValue = 0
  let conversions = 0
  let overloadMinutes = 0
  let mostPoints = 0

  const setLoad = (rep: number, points: number): void => {
    load[rep] = Math.abs(points) < 1e-9 ? 0 : points
    mostPoints = Math.max(mostPoints, points)
    const over = load[rep]! > assumptions.capPoints + 1e-9
    if (over && overSince[rep]! < 0) overSince[rep] = now
    else if (!over && overSince[rep]! >= 0) {
      overloadMinutes += now - overSince[rep]!
      overSince[rep] = -1
    }
  }
  const floor: SalesFloor = {
    get now() {
      return now
    },
    assumptions,
    load,
    received,
    receivedValue,
    lastReceivedAt,
    pool,
    expected: (lead, rep) =>
      market.belief[rep * segments + lead.segment]! * lead.value * decay(assumptions, now - lead.arrivedAt),
    hasRoom: (lead, rep) => load[rep]! + lead.points <= assumptions.capPoints + 1e-9,
    assign(lead, rep) {
      if (!pool.delete(lead)) throw new Error(`policy ${policy.name} assigned a lead that is not in the pool`)
      setLoad(rep, load[rep]! + lead.points)
      received[rep]!++
      receivedValue[rep]! += lead.value
      lastReceivedAt[rep] = now
      assignedByTier[lead.tier]!++
      const response = now - lead.arrivedAt + lead.noticeMinutes + (load[rep]! / 10) * lead.busyMinutes
      responses.push(response)
      const win =
        market.chance[rep * segments + lead.segment]! *
        decay(assumptions, response) *
        quality(assumptions, load[rep]!)
      conversions += win
      wonValue += win * lead.value
      queue.push(now + lead.workMinutes, { kind: 'finish', rep, points: lead.points })
    },
    dismiss(lead) {
      pool.delete(lead)
    },
  }

  for (let next = queue.pop(); next !== null && next.time < end; next = queue.pop()) {
    now = next.time
    const event = next.event
    if (event.kind === 'arrive') {
      pool.add(event.lead)
      policy.arrive?.(floor, event.lead)
    } else if (event.kind === 'finish') {
      setLoad(event.rep, load[event.rep]! - event.points)
      policy.freed?.(floor, event.rep)
    } else if (event.kind === 'tick') {
      policy.tick?.(floor)
      if (tickMinutes !== undefined) queue.push(now + tickMinutes, event)
    } else {
      policy.look?.(floor, event.rep)
      if (lookMinutes !== undefined) queue.push(now + exponential(looks[event.rep]!, lookMinutes), event)
    }
  }
  now = end
  for (let rep = 0; rep < reps; rep++) if (overSince[rep]! >= 0) overloadMinutes += end - overSince[rep]!
  const offered = assumptions.tiers.map((_, tier) => market.leads.filter((lead) => lead.tier === tier).length)
  responses.sort((a, b) => a - b)
  return {
    wonShare: market.offeredValue > 0 ? wonValue / market.offeredValue : 0,
    wonValue,
    conversion: market.leads.length > 0 ? conversions / market.leads.length : 0,
    responseP50: quantile(responses, 0.5),
    responseP90: quantile(responses, 0.9),
    giniCount: gini(received),
    giniValue: gini(receivedValue),
    overloadHours: overloadMinutes / 60,
    mostPoints,
    neverAssignedShare: offered.map((count, tier) => (count > 0 ? 1 - assignedByTier[tier]! / count : 0)),
  }
}
