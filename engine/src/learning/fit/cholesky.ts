/**
 * Dense symmetric positive definite systems, row-major in one Float64Array. Own code because the blocks are small
 * (a few hundred columns) and the engine has no dependencies. Training only: nothing here decides.
 */

/** Overwrites the lower triangle of `matrix` with its Cholesky factor L (A = L·Lᵀ). False: not positive definite. */
export function factorise(matrix: Float64Array, size: number): boolean {
  for (let j = 0; j < size; j++) {
    const rowJ = j * size
    let diagonal = matrix[rowJ + j]!
    for (let k = 0; k < j; k++) diagonal -= matrix[rowJ + k]! * matrix[rowJ + k]!
    if (!(diagonal > 1e-12)) return false
    const pivot = Math.sqrt(diagonal)
    matrix[rowJ + j] = pivot
    for (let i = j + 1; i < size; i++) {
      const rowI = i * size
      let sum = matrix[rowI + j]!
      for (let k = 0; k < j; k++) sum -= matrix[rowI + k]! * matrix[rowJ + k]!
      matrix[rowI + j] = sum / pivot
    }
  }
  return true
}

/** Solves L·Lᵀ·x = b in place, given the factor. */
export function solveFactored(factor: Float64Array, size: number, b: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let sum = b[i]!
    for (let k = 0; k < i; k++) sum -= factor[i * size + k]! * b[k]!
    b[i] = sum / factor[i * size + i]!
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = b[i]!
    for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * b[k]!
    b[i] = sum / factor[i * size + i]!
  }
}

/** The inverse of A from its factor, full symmetric matrix. */
export function invertFactored(factor: Float64Array, size: number): Float64Array {
  // L⁻¹ first (lower triangular), then L⁻ᵀ·L⁻¹; both loops run along rows for the cache.
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    const pivot = factor[i * size + i]!
    for (let k = 0; k < i; k++) {
      const scale = factor[i * size + k]!
      if (scale === 0) continue
      for (let j = 0; j <= k; j++) lower[i * size + j]! -= scale * lower[k * size + j]!
    }
    for (let j = 0; j < i; j++) lower[i * size + j]! /= pivot
    lower[i * size + i] = 1 / pivot
  }
  const inverse = new Float64Array(size * size)
  for (let k = 0; k < size; k++) {
    for (let i = 0; i <= k; i++) {
      const scale = lower[k * size + i]!
      if (scale === 0) continue
      for (let j = 0; j <= i; j++) inverse[i * size + j]! += scale * lower[k * size + j]!
    }
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) inverse[j * size + i] = inverse[i * size + j]!
  return inverse
}
