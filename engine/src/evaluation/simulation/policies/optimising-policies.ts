import { plan } from '../../../assignment/plan/index.ts'
import type { SimulatedLead } from '../market.ts'
import type { PolicyFactory, SalesFloor } from '../policy.ts'

/** Pooled leads planned at once; more wait for the next plan (oldest of the best first). */
const MOST_PLANNED = 120
/** Candidates per lead; the twelve best fits hold practically all of an optimum. */
const CANDIDATES = 12
/** Work units per plan: a pool of a few dozen leads is solved well within. */
const UNITS = 60_000

/** Plans the pool jointly with the planning solver; `pointPrice` makes a point of a rep's time cost something. */
function planPool(floor: SalesFloor, pointPrice: number): void {
  const worth = (lead: SimulatedLead): number => lead.value / lead.points
  let leads = [...floor.pool]
  if (leads.length === 0) return
  if (leads.length > MOST_PLANNED) {
    leads = leads.sort((a, b) => worth(b) - worth(a) || a.id - b.id).slice(0, MOST_PLANNED)
  }
  const reps = floor.load.length
  const start = new Int32Array(leads.length + 1)
  const rep: number[] = []
  const value: number[] = []
  leads.forEach((lead, item) => {
    const options: { rep: number; value: number }[] = []
    for (let r = 0; r < reps; r++) {
      if (!floor.hasRoom(lead, r)) continue
      const gain = floor.expected(lead, r) - pointPrice * lead.points
      if (gain > 0) options.push({ rep: r, value: gain })
    }
    options.sort((a, b) => b.value - a.value || a.rep - b.rep)
    for (const option of options.slice(0, CANDIDATES)) {
      rep.push(option.rep)
      value.push(Math.round(option.value))
    }
    start[item + 1] = rep.length
  })
  if (rep.length === 0) return
  const { assignments } = plan(
    {
      itemCount: leads.length,
      repCount: reps,
      start,
      rep: Int32Array.from(rep),
      value: Float64Array.from(value),
      itemLoad: Float64Array.from(leads, (lead) => lead.points),
      capacity: Float64Array.from(floor.load, (points) => Math.max(0, floor.assumptions.capPoints - points)),
    },
    { maxUnits: UNITS },
  )
  leads.forEach((lead, item) => {
    const chosen = assignments[item]!
    if (chosen >= 0 && floor.hasRoom(lead, chosen)) floor.assign(lead, chosen)
  })
}

/** Everything waits for the next joint plan. */
export const batch: PolicyFactory = (assumptions) => ({
  name: 'batch',
  tickMinutes: assumptions.batchMinutes,
  tick(floor) {
    planPool(floor, 0)
  },
})

/** Steps of the price of time per re-optimisation: a few per cent, so it settles within a day and does not swing. */
const PRICE_STEP = 0.4

/**
 * Assign at once where the best rep's expected value exceeds the price of the points it takes; pool the rest and
 * re-optimise it every few minutes. The price rises while people are busier than the target and falls while they are
 * not. What the pool cannot place at today's price for too long gets its explicit other exit.
 * `fairness` is the price, in mean lead values, of one lead more than the team's average.
 */
function hybridPolicy(name: string, fairness: number): PolicyFactory {
  return (assumptions) => {
    const meanValue = assumptions.tiers.reduce((sum, tier) => sum + tier.share * tier.meanValue, 0)
    const meanPoints = assumptions.tiers.reduce((sum, tier) => sum + tier.share * tier.points, 0)
    const least = (0.002 * meanValue) / meanPoints
    const most = (2 * meanValue) / meanPoints
    let price = 10 * least
    const average = (values: ArrayLike<number>): number => {
      let sum = 0
      for (let i = 0; i < values.length; i++) sum += values[i]!
      return sum / values.length
    }
    return {
      name,
      tickMinutes: assumptions.reoptimiseMinutes,
      arrive(floor, lead) {
        const received = average(floor.received)
        let best = -1
        let gain = 0
        for (let rep = 0; rep < floor.load.length; rep++) {
          if (!floor.hasRoom(lead, rep)) continue
          // A busy rep's next point is dearer: it is the one a better lead will want.
          const cost = price * lead.points * (0.5 + floor.load[rep]! / assumptions.capPoints)
          const debt = fairness * meanValue * (floor.received[rep]! - received)
          const value = floor.expected(lead, rep) - cost
          if (value > 0 && (best < 0 || value - debt > gain)) {
            best = rep
            gain = value - debt
          }
        }
        if (best >= 0) floor.assign(lead, best)
      },
      tick(floor) {
        const utilisation = average(floor.load) / assumptions.capPoints
        price = Math.max(
          least,
          Math.min(most, price * Math.exp(PRICE_STEP * (utilisation - assumptions.targetUtilisation))),
        )
        planPool(floor, price)
        for (const lead of [...floor.pool]) {
          if (floor.now - lead.arrivedAt > assumptions.exitAfterMinutes) floor.dismiss(lead)
        }
      },
    }
  }
}

export const hybrid = hybridPolicy('hybrid', 0)
export const hybridFair = hybridPolicy('hybrid-fair', 0.02)
