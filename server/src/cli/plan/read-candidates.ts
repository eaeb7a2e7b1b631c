import Papa from 'papaparse'
import { delimiterOf } from '../csv.ts'
import { readLines } from './read-lines.ts'
import type { RepColumns } from './read-reps.ts'
import { columnsOf, numberOf, RowProblems } from './row-problems.ts'

/** The candidate pairs in CSR form, as the engine takes them. */
export interface CandidateColumns {
  readonly items: readonly string[]
  readonly start: Int32Array
  readonly rep: Int32Array
  readonly value: Float64Array
  /** Null where the file has no load column: each item loads 1. */
  readonly load: Float64Array | null
}

/** Columns that double when full: four numbers per row, no object per row. */
class PairColumns {
  count = 0
  item = new Int32Array(4096)
  rep = new Int32Array(4096)
  row = new Int32Array(4096)
  value = new Float64Array(4096)
  load: Float64Array | null

  constructor(hasLoad: boolean) {
    this.load = hasLoad ? new Float64Array(4096) : null
  }

  add(item: number, rep: number, row: number, value: number, load: number): void {
    if (this.count === this.item.length) this.grow()
    this.item[this.count] = item
    this.rep[this.count] = rep
    this.row[this.count] = row
    this.value[this.count] = value
    if (this.load !== null) this.load[this.count] = load
    this.count++
  }

  private grow(): void {
    const size = this.count * 2
    const ints = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(size)
      to.set(from)
      return to
    }
    const doubles = (from: Float64Array): Float64Array<ArrayBuffer> => {
      const to = new Float64Array(size)
      to.set(from)
      return to
    }
    this.item = ints(this.item)
    this.rep = ints(this.rep)
    this.row = ints(this.row)
    this.value = doubles(this.value)
    if (this.load !== null) this.load = doubles(this.load)
  }
}

function splitLine(line: string, delimiter: string): readonly string[] {
  if (!line.includes('"')) return line.split(delimiter)
  return Papa.parse<string[]>(line, { delimiter }).data[0] ?? []
}

/**
 * Reads `item,rep,value[,load]` as a stream: 2.75 million rows in a few seconds and about 100 MB. A row with an item
 * and nothing else says that the item has no candidate.
 */
export async function readCandidates(
  path: string,
  label: string,
  reps: RepColumns,
): Promise<CandidateColumns> {
  const problems = new RowProblems(label)
  const items: string[] = []
  const itemIndex = new Map<string, number>()
  let delimiter = ','
  let columns: ReadonlyMap<string, number> = new Map()
  let pairs = new PairColumns(false)
  let itemAt = 0
  let repAt = 0
  let valueAt = 0
  let loadAt = -1
  let header = false
  let lastName = ''
  let lastItem = -1
  await readLines(path, (line, row) => {
    if (!header) {
      header = true
      delimiter = delimiterOf(line)
      columns = columnsOf(
        label,
        splitLine(line.replace(/^\uFEFF/, ''), delimiter),
        ['item', 'rep', 'value'],
        ['load'],
      )
      itemAt = columns.get('item') ?? 0
      repAt = columns.get('rep') ?? 0
      valueAt = columns.get('value') ?? 0
      loadAt = columns.get('load') ?? -1
      pairs = new PairColumns(loadAt !== -1)
      return true
    }
    if (line.trim() === '') return true
    const cells = splitLine(line, delimiter)
    const name = (cells[itemAt] ?? '').trim()
    const repName = (cells[repAt] ?? '').trim()
    const valueText = (cells[valueAt] ?? '').trim()
    if (name === '') {
      problems.add(row, 'item', 'is empty; it must name the item')
      return !problems.isFull()
    }
    if (name !== lastName) {
      const known = itemIndex.get(name)
      lastItem = known ?? items.length
      if (known === undefined) {
        // A slice would keep its whole chunk of the file in memory: copy the few bytes.
        const own = Buffer.from(name).toString()
        itemIndex.set(own, lastItem)
        items.push(own)
      }
      lastName = name
    }
    if (repName === '' && valueText === '') return true
    const rep = reps.indexOf.get(repName)
    if (rep === undefined) {
      problems.add(row, 'rep', `“${repName}” is not in the reps file; add it there or remove this row`)
    }
    const value = numberOf(valueText)
    if (value === null) problems.add(row, 'value', `“${valueText}” must be a number like 1200, -3.5 or 0`)
    const loadText = loadAt === -1 ? '1' : (cells[loadAt] ?? '').trim()
    const load = loadText === '' ? 1 : numberOf(loadText)
    if (load === null || load < 0)
      problems.add(row, 'load', `“${loadText}” must be a number, 0 or more, like 1.5`)
    if (rep !== undefined && value !== null && load !== null) pairs.add(lastItem, rep, row, value, load)
    return !problems.isFull()
  })
  if (!header) columnsOf(label, [], ['item', 'rep', 'value'], ['load'])
  problems.throwIfAny()
  const grouped = groupByItem(items.length, pairs)
  refuseTwins(label, items, reps, grouped)
  return {
    items,
    start: grouped.start,
    rep: grouped.rep,
    value: grouped.value,
    load: grouped.load,
  }
}

interface Grouped {
  readonly start: Int32Array
  readonly rep: Int32Array
  readonly row: Int32Array
  readonly value: Float64Array
  readonly load: Float64Array | null
}

/** Counting sort by item, in linear time; rows of an item need not stand together in the file. */
function groupByItem(itemCount: number, pairs: PairColumns): Grouped {
  const start = new Int32Array(itemCount + 1)
  for (let k = 0; k < pairs.count; k++) start[(pairs.item[k] ?? 0) + 1]! += 1
  for (let i = 0; i < itemCount; i++) start[i + 1]! += start[i] ?? 0
  const next = start.slice(0, itemCount)
  const rep = new Int32Array(pairs.count)
  const row = new Int32Array(pairs.count)
  const value = new Float64Array(pairs.count)
  const load = pairs.load === null ? null : new Float64Array(pairs.count)
  for (let k = 0; k < pairs.count; k++) {
    // Every item index is below itemCount: it was given out by the same reader.
    const at = next[pairs.item[k] ?? 0]!++
    rep[at] = pairs.rep[k] ?? 0
    row[at] = pairs.row[k] ?? 0
    value[at] = pairs.value[k] ?? 0
    if (load !== null) load[at] = pairs.load?.[k] ?? 1
  }
  return { start, rep, row, value, load }
}

function refuseTwins(label: string, items: readonly string[], reps: RepColumns, grouped: Grouped): void {
  const problems = new RowProblems(label)
  const seenItem = new Int32Array(reps.names.length).fill(-1)
  const seenRow = new Int32Array(reps.names.length)
  for (let i = 0; i < items.length && !problems.isFull(); i++) {
    for (let e = grouped.start[i] ?? 0; e < (grouped.start[i + 1] ?? 0); e++) {
      const j = grouped.rep[e] ?? 0
      const row = grouped.row[e] ?? 0
      if (seenItem[j] === i) {
        problems.add(
          row,
          'rep',
          `“${items[i]}” and “${reps.names[j]}” stand in row ${seenRow[j]} already; keep one`,
        )
      }
      seenItem[j] = i
      seenRow[j] = row
    }
  }
  problems.throwIfAny()
}
