import { readFile, writeFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import {
  DEFAULT_ASSUMPTIONS,
  POLICIES,
  type SeedRuns,
  type SimulationAssumptions,
  simulateSeed,
  summariseSeeds,
} from '@peineng/engine'
import { type Command, type CommandIo, UsageError } from './command.ts'
import { type Options, pathOf, readOptions } from './model/options.ts'
import { describeReport } from './simulate/describe-report.ts'

const DEFAULT_POLICIES = ['rotation', 'least-load', 'greedy', 'claim-pool', 'batch', 'hybrid', 'hybrid-fair']

const usage = `peineng simulate [--reps 50] [--days 20] [--load 0.8] [--seeds 6] [--policies a,b] [--assumptions file.json] [--out report.json]

Plays the same leads, people and luck under several policies and compares won value, first response, fairness,
overload and what was never assigned. Uplifts refer to the first policy named.
    --load         offered work as a share of what all reps can hold; above 1 there is too much
    --policies     ${Object.keys(POLICIES).join(', ')}
    --assumptions  JSON that overrides any assumption; --out writes the report with all of them
The figures rest on assumptions (decay of interest, quality under load …): edit them before believing an absolute number.
`

export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'compare assignment policies on simulated leads, same luck for all',
  usage,
  async run(args: readonly string[], io: CommandIo): Promise<number> {
    const options = readOptions(args, ['reps', 'days', 'load', 'seeds', 'policies', 'assumptions', 'out'])
    const names = options['policies']?.split(',').map((name) => name.trim()) ?? DEFAULT_POLICIES
    const policies = names.map((name) => {
      const policy = POLICIES[name]
      if (!policy)
        throw new UsageError(`there is no policy "${name}"; policies: ${Object.keys(POLICIES).join(', ')}`)
      return policy
    })
    const assumptions: SimulationAssumptions = {
      ...DEFAULT_ASSUMPTIONS,
      ...(await overrides(io, options['assumptions'])),
      ...numbers(options),
    }
    const seeds = positive(options, 'seeds') ?? 6
    if (!Number.isInteger(seeds)) throw new UsageError('--seeds is a whole number')
    const done: SeedRuns[] = []
    // One turn of the event loop per seed, so that Ctrl-C ends with the whole seeds done so far.
    for (let seed = 1; seed <= seeds && !io.signal.aborted; seed++) {
      done.push(simulateSeed(assumptions, policies, seed))
      await setImmediate()
    }
    if (done.length === 0) {
      io.stderr('stopped before the first seed was complete\n')
      return 1
    }
    const report = summariseSeeds(assumptions, policies, done)
    io.stdout(describeReport(report))
    const out = options['out']
    if (out !== undefined) {
      await writeFile(pathOf(io, out), `${JSON.stringify(report, null, 2)}\n`)
      io.stdout(`\nwrote ${out}\n`)
    }
    return 0
  },
}

function numbers(options: Options): Partial<SimulationAssumptions> {
  const reps = positive(options, 'reps')
  const days = positive(options, 'days')
  const load = positive(options, 'load')
  if (reps !== undefined && !Number.isInteger(reps)) throw new UsageError('--reps is a whole number')
  return {
    ...(reps !== undefined && { reps }),
    ...(days !== undefined && { days }),
    ...(load !== undefined && { load }),
  }
}

function positive(options: Options, name: string): number | undefined {
  const text = options[name]
  if (text === undefined) return undefined
  const value = Number(text)
  if (!(value > 0) || !Number.isFinite(value))
    throw new UsageError(`--${name} is a number above 0, not "${text}"`)
  return value
}

/** Only known assumptions, only of the right kind: a misspelt one must not be ignored silently. */
async function overrides(io: CommandIo, path: string | undefined): Promise<Partial<SimulationAssumptions>> {
  if (path === undefined) return {}
  let parsed: unknown
  try {
    parsed = JSON.parse(await readFile(pathOf(io, path), 'utf8'))
  } catch {
    throw new UsageError(`cannot read ${path} as JSON`)
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new UsageError(`${path} is not an object of assumptions`)
  }
  for (const [name, value] of Object.entries(parsed)) {
    const known = (DEFAULT_ASSUMPTIONS as unknown as Record<string, unknown>)[name]
    if (known === undefined) {
      throw new UsageError(
        `${path}: "${name}" is not an assumption; known: ${Object.keys(DEFAULT_ASSUMPTIONS).join(', ')}`,
      )
    }
    if (name === 'tiers' ? !areTiers(value) : typeof value !== 'number' || !Number.isFinite(value)) {
      throw new UsageError(`${path}: "${name}" has a value that does not fit`)
    }
  }
  return parsed as Partial<SimulationAssumptions>
}

function areTiers(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0) return false
  const sound = value.every(
    (tier) =>
      ['high', 'mid', 'low'].includes(tier?.name) && tier.share >= 0 && tier.points > 0 && tier.meanValue > 0,
  )
  return sound && Math.abs(value.reduce((sum, tier) => sum + tier.share, 0) - 1) < 1e-6
}
