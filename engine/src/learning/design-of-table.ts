import type { Design, DesignGroup } from './fit/design.ts'
import { type ColumnSpec, levelCount } from './table/column-spec.ts'
import { readerFor } from './table/encode.ts'
import { columnOf, type Table } from './table/table.ts'

/** Which parts a model of a table has: columns, which of them have a linear term, and pairs of columns. */
export interface Plan {
  readonly specs: readonly ColumnSpec[]
  /** Index of the spec behind each numeric column of the design. */
  readonly linear: readonly number[]
  readonly crosses: readonly CrossPlan[]
}

export interface CrossPlan {
  readonly left: number
  readonly right: number
  /** Cells that occur, ascending; the design's level is the position here. */
  readonly cells: readonly number[]
}

/** Levels of every spec for the given rows of the table. */
export function levelsOf(specs: readonly ColumnSpec[], table: Table, rows: Int32Array): Int32Array[] {
  return specs.map((spec) => {
    const texts = columnOf(table, spec.name)
    const reader = readerFor(spec)
    return Int32Array.from(rows, (row) => reader.level(texts?.[row] ?? ''))
  })
}

/** A pair of columns as one group; every combination that occurs becomes a level. */
export function planCross(
  specs: readonly ColumnSpec[],
  levels: readonly Int32Array[],
  left: number,
  right: number,
): CrossPlan {
  const width = levelCount(specs[right]!)
  const cells = new Set<number>()
  const a = levels[left]!
  const b = levels[right]!
  for (let row = 0; row < a.length; row++) cells.add(a[row]! * width + b[row]!)
  return { left, right, cells: [...cells].sort((x, y) => x - y) }
}

/** The design of the whole table; folds are cut from it with `subsetDesign`. */
export function buildDesign(
  plan: Plan,
  levels: readonly Int32Array[],
  table: Table,
  rows: Int32Array,
  won: Uint8Array,
  weight: Float64Array,
): Design {
  const groups: DesignGroup[] = plan.specs.map((spec, s) => ({ levels: levelCount(spec), index: levels[s]! }))
  for (const cross of plan.crosses) groups.push(crossGroup(plan.specs, levels, cross))
  const numeric = plan.linear.map((s) => {
    const spec = plan.specs[s]!
    const texts = columnOf(table, spec.name)
    const reader = readerFor(spec)
    return Float64Array.from(rows, (row) => reader.linear(texts?.[row] ?? ''))
  })
  return { rows: rows.length, won, weight, numeric, groups }
}

export function crossGroup(
  specs: readonly ColumnSpec[],
  levels: readonly Int32Array[],
  cross: CrossPlan,
): DesignGroup {
  const width = levelCount(specs[cross.right]!)
  const place = new Map(cross.cells.map((cell, at) => [cell, at]))
  const a = levels[cross.left]!
  const b = levels[cross.right]!
  return {
    levels: cross.cells.length,
    index: Int32Array.from(a, (level, row) => place.get(level * width + b[row]!) ?? -1),
  }
}

/** Linear predictor of every row of a design under a fit. */
export function predictLogits(
  design: Design,
  fit: { intercept: number; numeric: Float64Array; effects: readonly Float64Array[] },
): Float64Array {
  const eta = new Float64Array(design.rows).fill(fit.intercept)
  design.numeric.forEach((column, i) => {
    for (let row = 0; row < design.rows; row++) eta[row]! += fit.numeric[i]! * column[row]!
  })
  design.groups.forEach((group, g) => {
    for (let row = 0; row < design.rows; row++) {
      const level = group.index[row]!
      if (level >= 0) eta[row]! += fit.effects[g]![level]!
    }
  })
  return eta
}
