import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { PlanProblem } from '@peineng/engine/planning-solver'

/** Seeded stream (mulberry32, public domain): benchmarks must draw the same instance on every machine. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const AFFINITIES = 6

/** What a team looks like: quality and taste per rep. The same team meets different days. */
interface Team {
  readonly quality: Float64Array
  readonly taste: Float64Array
  readonly capacity: Float64Array
}

/**
 * Leads with 5–50 random eligible reps each, value = deal size × win probability (rep quality + six affinities),
 * uneven capacities that sum to 90 % of the demand. Weighted: 0.5, 1.5 or 3 points a lead.
 */
export function salesDay(leads: number, reps: number, daySeed: number, weighted: boolean): PlanProblem {
  const team = teamOf(reps)
  const draw = numbersFrom(daySeed)
  const bell = (): number => {
    let sum = 0
    for (let k = 0; k < 12; k++) sum += draw()
    return sum - 6
  }
  const start = new Int32Array(leads + 1)
  const rep: number[] = []
  const value: number[] = []
  const itemLoad = new Float64Array(leads)
  const chosenBy = new Int32Array(reps).fill(-1)
  let demand = 0
  for (let i = 0; i < leads; i++) {
    const count = Math.min(reps, 5 + Math.floor(draw() * 46))
    const deal = Math.exp(10 + bell())
    const want = Array.from({ length: AFFINITIES }, bell)
    const mine: number[] = []
    while (mine.length < count) {
      const j = Math.floor(draw() * reps)
      if (chosenBy[j] === i) continue
      chosenBy[j] = i
      mine.push(j)
    }
    for (const j of mine) {
      let logit = -1 + (team.quality[j] ?? 0)
      want.forEach((x, k) => {
        logit += 0.4 * x * (team.taste[j * AFFINITIES + k] ?? 0)
      })
      rep.push(j)
      value.push(Math.round(deal / (1 + Math.exp(-logit))))
    }
    start[i + 1] = rep.length
    itemLoad[i] = weighted ? ([0.5, 1.5, 3][Math.floor(draw() * 3)] ?? 1) : 1
    demand += itemLoad[i] ?? 0
  }
  const shares = team.capacity.reduce((sum, share) => sum + share, 0)
  const capacity = team.capacity.map((share) => Math.round((0.9 * demand * share) / shares))
  return {
    itemCount: leads,
    repCount: reps,
    start,
    rep: Int32Array.from(rep),
    value: Float64Array.from(value),
    capacity,
    ...(weighted ? { itemLoad } : {}),
  }
}

function teamOf(reps: number): Team {
  const draw = numbersFrom(4711)
  const bell = (): number => {
    let sum = 0
    for (let k = 0; k < 12; k++) sum += draw()
    return sum - 6
  }
  return {
    quality: Float64Array.from({ length: reps }, () => bell() / 2),
    taste: Float64Array.from({ length: reps * AFFINITIES }, bell),
    capacity: Float64Array.from({ length: reps }, () => 0.5 + draw()),
  }
}

export interface GapInstance {
  readonly name: string
  readonly family: string
  readonly problem: PlanProblem
  /** Null where nothing is published: then the certified gap is the measure. */
  readonly bestCost: number | null
}

function gapProblem(
  agents: number,
  jobs: number,
  cost: readonly number[],
  load: readonly number[],
  room: readonly number[],
): PlanProblem {
  const pairs = agents * jobs
  const value = new Float64Array(pairs)
  const loads = new Float64Array(pairs)
  for (let i = 0; i < jobs; i++) {
    for (let j = 0; j < agents; j++) {
      value[i * agents + j] = -(cost[j * jobs + i] ?? 0)
      loads[i * agents + j] = load[j * jobs + i] ?? 0
    }
  }
  return {
    itemCount: jobs,
    repCount: agents,
    start: Int32Array.from({ length: jobs + 1 }, (_, i) => i * agents),
    rep: Int32Array.from({ length: pairs }, (_, e) => e % agents),
    value,
    load: loads,
    capacity: Float64Array.from(room),
  }
}

export const dataFolder = process.env['PEINENG_DATA'] ?? resolve('../shared/data')

/** The published instances, or none where the data folder is absent. */
export function publishedGap(): GapInstance[] {
  const folder = join(dataFolder, 'gap')
  if (!existsSync(folder)) return []
  const best = new Map(
    readFileSync(join(folder, 'best-known.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const cells = line.split(',')
        return [cells[0] ?? '', Number(cells[5])] as const
      }),
  )
  return ['gap1-12', 'abc'].flatMap((part) =>
    readdirSync(join(folder, part)).map((name): GapInstance => {
      const all = readFileSync(join(folder, part, name), 'utf8')
        .trim()
        .split(/\s+/)
        .map(Number)
      const [agents = 0, jobs = 0] = all
      const cells = agents * jobs
      const problem = gapProblem(
        agents,
        jobs,
        all.slice(2, 2 + cells),
        all.slice(2 + cells, 2 + 2 * cells),
        all.slice(2 + 2 * cells),
      )
      return {
        name,
        family: part === 'abc' ? (name[0] ?? '').toUpperCase() : part,
        problem,
        bestCost: best.get(name) ?? null,
      }
    }),
  )
}

/** Type D of Chu and Beasley (1997): load and cost inversely correlated, capacity 80 % of the mean demand. */
export function typeD(agents: number, jobs: number, seed: number): GapInstance {
  const draw = numbersFrom(seed)
  const load: number[] = []
  const cost: number[] = []
  for (let k = 0; k < agents * jobs; k++) {
    const units = 1 + Math.floor(draw() * 100)
    load.push(units)
    cost.push(111 - units + Math.floor(draw() * 21) - 10)
  }
  const room: number[] = []
  for (let j = 0; j < agents; j++) {
    let sum = 0
    for (let i = 0; i < jobs; i++) sum += load[j * jobs + i] ?? 0
    room.push(Math.floor((0.8 * sum) / agents))
  }
  const name = `d${agents}x${jobs}`
  return { name, family: 'D (drawn)', problem: gapProblem(agents, jobs, cost, load, room), bestCost: null }
}

/** Costs of the published linear assignment of 500, or null where absent. */
export function linear500(): PlanProblem | null {
  const file = join(dataFolder, 'lap', 'assign500.txt')
  if (!existsSync(file)) return null
  const [n = 0, ...costs] = readFileSync(file, 'utf8').trim().split(/\s+/).map(Number)
  return {
    itemCount: n,
    repCount: n,
    start: Int32Array.from({ length: n + 1 }, (_, i) => i * n),
    rep: Int32Array.from({ length: n * n }, (_, e) => e % n),
    value: Float64Array.from(costs.slice(0, n * n), (cost) => -cost),
    capacity: new Float64Array(n).fill(1),
  }
}
