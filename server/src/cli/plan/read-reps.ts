import { readFile } from 'node:fs/promises'
import { parseDelimited } from '../csv.ts'
import { columnsOf, numberOf, RowProblems } from './row-problems.ts'

/** The reps of a plan, as columns. */
export interface RepColumns {
  readonly names: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly capacity: Float64Array
  /** Null where the file has no such column. */
  readonly floor: Float64Array | null
  readonly ceiling: Float64Array | null
}

/** Reads `rep,capacity[,min,max]`; an empty min is 0, an empty max is the capacity. */
export async function readReps(path: string, label: string): Promise<RepColumns> {
  const { rows } = parseDelimited(await readFile(path))
  const columns = columnsOf(label, rows[0] ?? [], ['rep', 'capacity'], ['min', 'max'])
  const problems = new RowProblems(label)
  const names: string[] = []
  const indexOf = new Map<string, number>()
  const capacity: number[] = []
  const floor: number[] = []
  const ceiling: number[] = []
  const cell = (row: readonly string[], name: string): string => row[columns.get(name) ?? -1] ?? ''
  rows.forEach((row, at) => {
    if (at === 0 || row.every((text) => text === '')) return
    const line = at + 1
    const name = cell(row, 'rep')
    if (name === '' || indexOf.has(name)) {
      const problem =
        name === '' ? 'is empty; it must name the rep' : `“${name}” was listed before; each rep has one row`
      problems.add(line, 'rep', problem)
      return
    }
    const amount = (column: string, absent: number): number => {
      const text = cell(row, column)
      const x = text === '' && column !== 'capacity' ? absent : numberOf(text)
      if (x !== null && x >= 0) return x
      problems.add(line, column, `“${text}” must be a number of load units, 0 or more, like 40 or 12.5`)
      return 0
    }
    const room = amount('capacity', 0)
    const least = amount('min', 0)
    const most = amount('max', room)
    if (least > most) problems.add(line, 'min', `${least} is above the most this rep may get, ${most}`)
    indexOf.set(name, names.length)
    names.push(name)
    capacity.push(room)
    floor.push(least)
    ceiling.push(most)
  })
  problems.throwIfAny()
  return {
    names,
    indexOf,
    capacity: Float64Array.from(capacity),
    floor: columns.has('min') ? Float64Array.from(floor) : null,
    ceiling: columns.has('max') ? Float64Array.from(ceiling) : null,
  }
}
