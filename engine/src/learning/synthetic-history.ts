import { type RandomStream, stream } from '../random/index.ts'
import { type Table, tableOf } from './table/table.ts'

export interface SyntheticOptions {
  readonly rows: number
  readonly seed: number
  readonly reps?: number
  readonly segments?: number
  /** Standard deviation of rep, segment and rep×segment effects in logits. */
  readonly repSpread?: number
  readonly segmentSpread?: number
  readonly matchSpread?: number
  /** Slope of the one informative number. */
  readonly slope?: number
  /** Share of rows without outcome. */
  readonly openShare?: number
}

export interface SyntheticHistory {
  readonly table: Table
  readonly won: Uint8Array
  /** True probability of each row. */
  readonly truth: Float64Array
  /** True effect of each rep, and of the match rep×segment (rep-major). */
  readonly repEffect: Float64Array
  readonly matchEffect: Float64Array
}

/**
 * A made-up sales history with known truth: leads with a segment, a score-like number and a useless one, sold by reps
 * whose strength and match differ by as much as asked. For tests and benchmarks; seeded.
 */
export function syntheticHistory(options: SyntheticOptions): SyntheticHistory {
  const { rows, seed, reps = 12, segments = 6, openShare = 0 } = options
  const random = stream(seed)
  const draw = (spread: number): number => spread * normal(random)
  const repEffect = Float64Array.from({ length: reps }, () => draw(options.repSpread ?? 0.4))
  const segmentEffect = Float64Array.from({ length: segments }, () => draw(options.segmentSpread ?? 0.5))
  const matchEffect = Float64Array.from({ length: reps * segments }, () => draw(options.matchSpread ?? 0.5))
  const won = new Uint8Array(rows)
  const truth = new Float64Array(rows)
  const columns: string[][] = [[], [], [], [], [], []]
  for (let row = 0; row < rows; row++) {
    const rep = random.nextInt(reps)
    const segment = random.nextInt(segments)
    const interest = normal(random)
    const logit =
      -1 +
      repEffect[rep]! +
      segmentEffect[segment]! +
      matchEffect[rep * segments + segment]! +
      (options.slope ?? 0.6) * interest
    truth[row] = 1 / (1 + Math.exp(-logit))
    won[row] = random.nextUnit() < truth[row]! ? 1 : 0
    const open = random.nextUnit() < openShare
    columns[0]!.push(`rep-${rep}`)
    columns[1]!.push(`segment-${segment}`)
    columns[2]!.push(interest.toFixed(3))
    columns[3]!.push(normal(random).toFixed(3))
    columns[4]!.push(open ? 'in progress' : won[row] === 1 ? 'Won' : 'Lost')
    columns[5]!.push(new Date(Date.UTC(2025, 0, 1) + row * 3_600_000).toISOString().slice(0, 10))
  }
  const table = tableOf(['rep', 'segment', 'interest', 'noise', 'stage', 'arrived'], columns)
  return { table, won, truth, repEffect, matchEffect }
}

/** Sum of twelve uniforms minus six: close enough to normal for made-up data. */
export function normal(random: RandomStream): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += random.nextUnit()
  return sum
}

/** A copy of the table with one column's texts shuffled over the rows. */
export function shuffleColumn(table: Table, name: string, seed: number): Table {
  const random = stream(seed)
  const values = table.values.map((texts, at) => {
    if (table.columns[at] !== name) return texts
    const shuffled = [...texts]
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = random.nextInt(i + 1)
      const kept = shuffled[i]!
      shuffled[i] = shuffled[j]!
      shuffled[j] = kept
    }
    return shuffled
  })
  return tableOf(table.columns, values)
}

/** The table with one more column. */
export function withColumn(table: Table, name: string, text: (row: number) => string): Table {
  return tableOf(
    [...table.columns, name],
    [...table.values, Array.from({ length: table.rows }, (_, row) => text(row))],
  )
}
