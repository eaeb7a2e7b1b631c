import { parseArgs } from 'node:util'
import { UsageError } from '../command.ts'

export interface PlanArguments {
  readonly candidates: string
  readonly reps: string
  readonly out: string
  readonly seconds: number
  /** Given instead of `seconds` to repeat a recorded plan. */
  readonly units: number | null
  readonly all: boolean
  readonly seed: number
}

function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageError(`${option} <file> is missing`)
  return value
}

function positive(text: string, option: string, whole: boolean): number {
  const x = Number(text)
  const fine = Number.isFinite(x) && x > 0 && (!whole || Number.isInteger(x))
  if (!fine) {
    throw new UsageError(`${option} must be a ${whole ? 'whole ' : ''}number above 0, not “${text}”`)
  }
  return x
}

export function planArguments(args: readonly string[]): PlanArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      candidates: { type: 'string' },
      reps: { type: 'string' },
      out: { type: 'string' },
      seconds: { type: 'string', default: '10' },
      units: { type: 'string' },
      all: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
    },
  })
  return {
    candidates: needed(values.candidates, '--candidates'),
    reps: needed(values.reps, '--reps'),
    out: needed(values.out, '--out'),
    seconds: positive(values.seconds, '--seconds', false),
    units: values.units === undefined ? null : positive(values.units, '--units', true),
    all: values.all,
    seed: positive(values.seed, '--seed', true),
  }
}
