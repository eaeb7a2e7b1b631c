import { CommandProblem } from '../command.ts'

const MOST_SHOWN = 20

/** Collects what is wrong with a file, row by row, and says it all at once. Rows count as a spreadsheet shows them. */
export class RowProblems {
  private readonly lines: string[] = []
  private count = 0
  private readonly file: string

  constructor(file: string) {
    this.file = file
  }

  add(row: number, column: string, problem: string): void {
    this.count++
    if (this.count <= MOST_SHOWN) this.lines.push(`  row ${row}, column ${column}: ${problem}`)
  }

  /** True once reading on would only repeat the same mistake a million times. */
  isFull(): boolean {
    return this.count > MOST_SHOWN
  }

  throwIfAny(): void {
    if (this.count === 0) return
    const more = this.isFull() ? ['  … and more of the kind'] : []
    throw new CommandProblem([`${this.file} cannot be read:`, ...this.lines, ...more].join('\n'))
  }
}

/** A cell as a finite number, or null. Accepts what spreadsheets write: `1234`, `-1.5`, `2e3`; not `1,234`. */
export function numberOf(cell: string): number | null {
  if (cell === '') return null
  const x = Number(cell)
  return Number.isFinite(x) ? x : null
}

/** Position of each wanted column in the header; a missing one that is needed is a problem that names the format. */
export function columnsOf(
  file: string,
  header: readonly string[],
  needed: readonly string[],
  optional: readonly string[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  header.forEach((cell, at) => {
    const name = cell.trim().toLowerCase()
    if ((needed.includes(name) || optional.includes(name)) && !found.has(name)) found.set(name, at)
  })
  const missing = needed.filter((name) => !found.has(name))
  if (missing.length > 0) {
    const format = [...needed, ...optional.map((name) => `[${name}]`)].join(',')
    throw new CommandProblem(
      `${file}: row 1 has no column ${missing.join(', ')}; the header must name ${format}`,
    )
  }
  return found
}
