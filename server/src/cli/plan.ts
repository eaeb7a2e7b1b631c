import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Plan, type PlanProblem, plan } from '@peineng/engine/planning-solver'
import { type Command, type CommandIo, CommandProblem } from './command.ts'
import { deadlineFor } from './plan/deadline.ts'
import { type PlanArguments, planArguments } from './plan/plan-options.ts'
import { type CandidateColumns, readCandidates } from './plan/read-candidates.ts'
import { type RepColumns, readReps } from './plan/read-reps.ts'

/**
 * Units a 2020s core does in a second, about. The deadline below holds where a machine is slower: it then ends the
 * work earlier, and the units recorded are the ones really used.
 */
const UNITS_PER_SECOND = 25_000_000
const LONGEST_START_MS = 1_000

export const planCommand: Command = {
  name: 'plan',
  summary: 'plan many items jointly, with a proof of how good it is',
  usage: `Usage: peineng plan --candidates candidates.csv --reps reps.csv --out plan.json [--seconds 10] [--all]

Decides who gets what so that the sum of the values is as large as it can be, and says how far from the best
possible it may still be. No database.

  --candidates <file>  item,rep,value[,load]: who could take what, and what that is worth (costs: negative values)
  --reps <file>        rep,capacity[,min,max]: in load units; without a load column each item loads 1
  --out <file>         the plan: { objective, bound, gap, seconds, units, assignments, waiting, prices, … }
  --seconds <n>        time limit, start, reading and writing included (default 10)
  --all                every item is to be placed, whatever it is worth; says which could not be
  --units <n>          work units instead of a time limit: the units of an earlier plan give that plan again
  --seed <n>           seed of the search where loads differ (default 1)

A waiting item has a reason: NO_CANDIDATE, LOAD_TOO_LARGE (for everybody), NO_GAIN (worth nothing to anybody),
NOT_WORTH_PRICE (nobody's time is cheap enough for it), NO_CAPACITY.
`,
  async run(args, io) {
    const now = performance.now()
    // Starting the program counts as well, though not building it: that happens once.
    const startedAt = Math.max(io.startedAt ?? now, now - LONGEST_START_MS)
    const options = planArguments(args)
    const reps = await readable(options.reps, () => readReps(resolve(io.cwd, options.reps), options.reps))
    const candidates = await readable(options.candidates, () =>
      readCandidates(resolve(io.cwd, options.candidates), options.candidates, reps),
    )
    const made = solve(candidates, reps, options, startedAt, now)
    const seconds = Math.round(performance.now() - startedAt) / 1000
    await writeFile(resolve(io.cwd, options.out), document(made, candidates, reps, options, seconds))
    report(io, made, candidates, reps, options, seconds)
    return 0
  },
}

async function readable<T>(label: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw new CommandProblem(`There is no file ${label}`)
    if (code === 'EISDIR') throw new CommandProblem(`${label} is a folder, not a file`)
    throw error
  }
}

function solve(
  candidates: CandidateColumns,
  reps: RepColumns,
  options: PlanArguments,
  startedAt: number,
  readingAt: number,
): Plan {
  const problem: PlanProblem = {
    itemCount: candidates.items.length,
    repCount: reps.names.length,
    start: candidates.start,
    rep: candidates.rep,
    value: candidates.value,
    ...(candidates.load === null ? {} : { load: candidates.load }),
    capacity: reps.capacity,
    ...(reps.floor === null ? {} : { floor: reps.floor }),
    ...(reps.ceiling === null ? {} : { ceiling: reps.ceiling }),
    itemKeys: candidates.items,
    repKeys: reps.names,
  }
  const common = { all: options.all, seed: options.seed }
  if (options.units !== null) return plan(problem, { ...common, maxUnits: options.units })
  const deadline = deadlineFor(
    options.seconds * 1000,
    startedAt,
    performance.now(),
    candidates.rep.length,
    readingAt,
  )
  return plan(problem, {
    ...common,
    maxUnits: Math.ceil(options.seconds * UNITS_PER_SECOND),
    shouldStop: () => performance.now() >= deadline,
  })
}

function document(
  made: Plan,
  candidates: CandidateColumns,
  reps: RepColumns,
  options: PlanArguments,
  seconds: number,
): string {
  const assignments: { item: string | undefined; rep: string | undefined }[] = []
  made.assignments.forEach((rep, item) => {
    if (rep !== -1) assignments.push({ item: candidates.items[item], rep: reps.names[rep] })
  })
  const named = {
    objective: made.objective,
    bound: made.bound,
    gap: made.gap,
    seconds,
    units: made.unitsUsed,
    seed: options.seed,
    all: options.all,
    solver: made.solver,
    finished: made.finished,
    priceOfFairness: made.priceOfFairness,
    unmetFloors: made.unmetFloors.map(({ rep, missing }) => ({ rep: reps.names[rep], missing })),
    assignments,
    waiting: made.waiting.map(({ item, reason }) => ({ item: candidates.items[item], reason })),
    prices: Array.from(made.prices, (price, rep) => ({ rep: reps.names[rep], price })),
  }
  return `${JSON.stringify(named)}\n`
}

const MOST_NAMED = 20

function report(
  io: CommandIo,
  made: Plan,
  candidates: CandidateColumns,
  reps: RepColumns,
  options: PlanArguments,
  seconds: number,
): void {
  const placed = candidates.items.length - made.waiting.length
  const percent = (100 * made.gap).toFixed(4)
  const quality = made.gap === 0 ? 'proven optimal' : `within ${percent} % of the best possible`
  const lines = [
    `${placed} of ${candidates.items.length} items placed on ${reps.names.length} reps, worth ${made.objective}: ${quality}`,
    `${made.solver}, ${made.unitsUsed} units, ${seconds} s`,
  ]
  const byReason = new Map<string, number>()
  for (const { reason } of made.waiting) byReason.set(reason, (byReason.get(reason) ?? 0) + 1)
  for (const [reason, count] of byReason) lines.push(`waiting, ${reason}: ${count}`)
  if (options.all && made.waiting.length > 0) {
    const named = made.waiting.slice(0, MOST_NAMED).map(({ item }) => candidates.items[item])
    const more = made.waiting.length > MOST_NAMED ? ` and ${made.waiting.length - MOST_NAMED} more` : ''
    lines.push(`could not be placed: ${named.join(', ')}${more}`)
  }
  for (const { rep, missing } of made.unmetFloors.slice(0, MOST_NAMED)) {
    lines.push(`${reps.names[rep]} is ${missing} load units short of its min`)
  }
  if (made.priceOfFairness !== null) lines.push(`the price of min and max: ${made.priceOfFairness}`)
  io.stderr(`${lines.join('\n')}\n`)
}
