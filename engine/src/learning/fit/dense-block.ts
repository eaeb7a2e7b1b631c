import type { Design, DesignGroup } from './design.ts'
import { logistic } from './logistic.ts'

// Newton on the dense block costs size³/3; beyond these a group is back-fitted, which converges more slowly but is O(n).
const MAX_DENSE_LEVELS = 64
const MAX_DENSE_SIZE = 300

/** The columns solved jointly (intercept, numbers, then the small groups), packed row by row for the cache. */
export interface DenseBlock {
  readonly size: number
  /** Where each group of the design starts; −1 = too large, back-fitted. */
  readonly denseStart: Int32Array
  /** Intercept and numbers, `head` per row. */
  readonly values: Float64Array
  readonly head: number
  /** Columns that are 1 in a row, ascending, `width` per row; −1 = none. */
  readonly active: Int32Array
  readonly width: number
}

export function packDenseBlock(design: Design): DenseBlock {
  const { rows, numeric } = design
  const denseStart = new Int32Array(design.groups.length).fill(-1)
  const head = 1 + numeric.length
  let size = head
  // Smallest first, so that a wide group never crowds out ten narrow ones; ties by position.
  const order = design.groups.map((group, g) => ({ g, levels: group.levels }))
  order.sort((a, b) => a.levels - b.levels || a.g - b.g)
  const placed: DesignGroup[] = []
  for (const { g, levels } of order) {
    if (levels > MAX_DENSE_LEVELS || size + levels > MAX_DENSE_SIZE) continue
    denseStart[g] = size
    placed.push(design.groups[g]!)
    size += levels
  }
  const width = placed.length
  const values = new Float64Array(rows * head)
  for (let row = 0; row < rows; row++) values[row * head] = 1
  numeric.forEach((column, i) => {
    for (let row = 0; row < rows; row++) values[row * head + 1 + i] = column[row]!
  })
  const active = new Int32Array(rows * width).fill(-1)
  let start = head
  placed.forEach((group, at) => {
    for (let row = 0; row < rows; row++) {
      const level = group.index[row]!
      if (level >= 0) active[row * width + at] = start + level
    }
    start += group.levels
  })
  return { size, denseStart, values, head, active, width }
}

/** Adds the change of the linear predictor caused by `step` to every row. */
export function addStep(block: DenseBlock, eta: Float64Array, step: Float64Array): void {
  const { values, head, active, width } = block
  for (let row = 0; row < eta.length; row++) {
    let sum = 0
    for (let i = 0, at = row * head; i < head; i++) sum += step[i]! * values[at + i]!
    for (let i = 0, at = row * width; i < width; i++) {
      const column = active[at + i]!
      if (column >= 0) sum += step[column]!
    }
    eta[row]! += sum
  }
}

/** Xᵀ(y − p) over the dense columns, without priors. */
export function gradientOf(design: Design, block: DenseBlock, eta: Float64Array): Float64Array {
  const { values, head, active, width } = block
  const gradient = new Float64Array(block.size)
  for (let row = 0; row < design.rows; row++) {
    const residual = design.weight[row]! * (design.won[row]! - logistic(eta[row]!))
    for (let i = 0, at = row * head; i < head; i++) gradient[i]! += residual * values[at + i]!
    for (let i = 0, at = row * width; i < width; i++) {
      const column = active[at + i]!
      if (column >= 0) gradient[column]! += residual
    }
  }
  return gradient
}

/** XᵀWX over the dense columns (lower triangle), without priors. */
export function curvatureOf(design: Design, block: DenseBlock, eta: Float64Array): Float64Array {
  const { size, values, head, active, width } = block
  const hessian = new Float64Array(size * size)
  for (let row = 0; row < design.rows; row++) {
    const p = logistic(eta[row]!)
    const weight = design.weight[row]! * p * (1 - p)
    const valueAt = row * head
    const activeAt = row * width
    for (let i = 0; i < head; i++) {
      const scaled = weight * values[valueAt + i]!
      const base = i * size
      for (let j = 0; j <= i; j++) hessian[base + j]! += scaled * values[valueAt + j]!
    }
    for (let a = 0; a < width; a++) {
      const column = active[activeAt + a]!
      if (column < 0) continue
      const base = column * size
      for (let j = 0; j < head; j++) hessian[base + j]! += weight * values[valueAt + j]!
      for (let b = 0; b <= a; b++) {
        const other = active[activeAt + b]!
        if (other >= 0) hessian[base + other]! += weight
      }
    }
  }
  return hessian
}
