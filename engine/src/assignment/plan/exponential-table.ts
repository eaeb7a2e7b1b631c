/** −ln((k + ½) / 4096) for k = 0..4095, from additions and divisions only: the same bits in every runtime. */
export const NEGATIVE_LOG = negativeLogTable(4096)

function negativeLogTable(size: number): Float64Array {
  const table = new Float64Array(size)
  const ln2 = atanhSeries(1 / 3)
  for (let k = 0; k < size; k++) {
    let x = (k + 0.5) / size
    let halvings = 0
    while (x < 0.75) {
      x *= 2
      halvings++
    }
    // ln x = 2 artanh((x − 1) / (x + 1)), with x in [0.75, 1.5).
    table[k] = halvings * ln2 - atanhSeries((x - 1) / (x + 1))
  }
  return table
}

/** 2 artanh(z) for |z| ≤ 1/3. */
function atanhSeries(z: number): number {
  const square = z * z
  let power = z
  let sum = 0
  for (let k = 1; k < 40; k += 2) {
    sum += power / k
    power *= square
  }
  return 2 * sum
}
