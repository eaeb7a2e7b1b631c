import type { Saying } from '../../platform/errors/sentences/index.ts'
/** Something about a row a person should know: an error kept it out, a warning did not. */
export interface RowProblem {
  readonly row: number
  readonly severity: 'error' | 'warning'
  readonly header: string
  readonly code: string
  readonly given: string
  /** What would be right. */
  readonly expected: Saying
}

export interface RunCounts {
  /** Rows with something in them. */
  rows: number
  created: number
  /** Imported before, unchanged. */
  unchanged: number
  /** Imported before, differing now; left as they are. */
  changed: number
  /** Known already by name, phone or mail; not made again. */
  duplicates: number
  failed: number
  warnings: number
}

export interface Repair {
  readonly field: string
  readonly given: string
  readonly used: string
  readonly how: string
  readonly count: number
}

/** What a dry run or an import came to. */
export interface RunReport {
  readonly counts: RunCounts
  readonly repairs: readonly Repair[]
  /** Remarks on the whole, e.g. reps without a deal. */
  readonly notes: readonly { readonly code: string; readonly values: readonly string[] }[]
  /** Warnings and errors by code, for a glance. */
  readonly problems: Readonly<Record<string, number>>
  /** After an undo. */
  readonly undone?: { readonly removed: number; readonly kept: number }
}

export const noCounts = (): RunCounts => ({
  rows: 0,
  created: 0,
  unchanged: 0,
  changed: 0,
  duplicates: 0,
  failed: 0,
  warnings: 0,
})

/** Repairs of what ran before a node went down and of what ran after, as one list. */
export function mergeRepairs(a: readonly Repair[], b: readonly Repair[]): Repair[] {
  const merged = new Map<string, Repair>()
  for (const repair of [...a, ...b]) {
    const key = `${repair.field}\n${repair.given}`
    const known = merged.get(key)
    merged.set(key, known === undefined ? repair : { ...known, count: known.count + repair.count })
  }
  return [...merged.values()].sort((x, y) => y.count - x.count || (x.given < y.given ? -1 : 1))
}
