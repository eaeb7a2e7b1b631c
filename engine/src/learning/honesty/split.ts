import { hash32 } from '../../random/index.ts'
import type { Table } from '../table/table.ts'

/** Which rows train and which rows judge, once or several times. Row numbers refer to the labelled rows given. */
export interface Split {
  readonly how: 'time' | 'hash-folds' | 'hash-holdout'
  readonly parts: readonly { readonly train: Int32Array; readonly test: Int32Array }[]
}

const FOLDS = 5

/** How many of the five folds judge: all where rows are few, fewer where each is precise enough by itself. */
function judgingFolds(rows: number): number {
  return rows > 60_000 ? 1 : rows > 20_000 ? 2 : FOLDS
}

/** The earliest three quarters train, the last quarter judges: what a model is for is the future. */
export function splitByTime(time: Float64Array): Split {
  const order = Int32Array.from(time.keys()).sort((a, b) => time[a]! - time[b]! || a - b)
  const cut = Math.floor(order.length * 0.75)
  return { how: 'time', parts: [{ train: order.slice(0, cut).sort(), test: order.slice(cut).sort() }] }
}

/** Folds by a hash of the row's content, so the split depends neither on the order of the file nor on luck. */
export function splitByHash(fold: Uint8Array): Split {
  const judging = judgingFolds(fold.length)
  const parts = []
  for (let f = 0; f < judging; f++) {
    const train: number[] = []
    const test: number[] = []
    fold.forEach((value, row) => {
      if (value === f) test.push(row)
      else train.push(row)
    })
    parts.push({ train: Int32Array.from(train), test: Int32Array.from(test) })
  }
  return { how: judging < FOLDS ? 'hash-holdout' : 'hash-folds', parts }
}

/**
 * Fold 0…4 of each given row. The label column is left out of the hash (it would tie folds to outcomes); the n-th twin
 * of a row hashes differently, otherwise all empty web visits of a year would land in one fold.
 */
export function hashFolds(table: Table, rows: Int32Array, without: string): Uint8Array {
  const columns = table.values.filter((_, at) => table.columns[at] !== without)
  const twins = new Map<string, number>()
  return Uint8Array.from(rows, (row) => {
    const content = columns.map((column) => column[row] ?? '').join('\u001f')
    const nth = twins.get(content) ?? 0
    twins.set(content, nth + 1)
    return hash32(`${nth}\u001e${content}`, 0x5eed) % FOLDS
  })
}
