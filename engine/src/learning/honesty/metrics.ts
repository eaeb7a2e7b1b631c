import { stream } from '../../random/index.ts'

/** A figure and the interval it plausibly lies in (95 %, bootstrap over rows). */
export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface CalibrationBin {
  readonly from: number
  readonly to: number
  readonly rows: number
  readonly meanPredicted: number
  readonly observed: number
}

/** How good probabilities were on rows the model had not seen. */
export interface Metrics {
  readonly rows: number
  readonly wins: number
  /** Probability that a won row was given more than a lost one; 0.5 = nothing known. */
  readonly auc: Interval
  readonly logLoss: Interval
  readonly brier: Interval
  /** Expected calibration error over ten equal bins of probability. */
  readonly ece: Interval
  readonly calibration: readonly CalibrationBin[]
}

const BINS = 10

/** Metrics with intervals; the bootstrap draws come from `seed`, so the same rows print the same figures. */
export function measure(won: Uint8Array, probability: Float64Array, seed = 1): Metrics {
  const rows = won.length
  const order = sortedBy(probability)
  const once = new Float64Array(rows).fill(1)
  const centre = point(won, probability, order, once)
  const draws: Point[] = []
  const replicates = rows > 50_000 ? 60 : 200
  const random = stream(seed)
  const count = new Float64Array(rows)
  for (let b = 0; b < replicates; b++) {
    count.fill(0)
    for (let i = 0; i < rows; i++) count[random.nextInt(rows)]!++
    draws.push(point(won, probability, order, count))
  }
  const interval = (pick: (p: Point) => number): Interval => {
    const values = Float64Array.from(draws, pick).sort()
    const at = (q: number): number =>
      values[Math.min(values.length - 1, Math.floor(q * values.length))] ?? pick(centre)
    const value = pick(centre)
    // The bootstrap of a calibration error is biased upwards; the interval is kept around the figure it belongs to.
    return { value, low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)) }
  }
  return {
    rows,
    wins: won.reduce((sum, w) => sum + w, 0),
    auc: interval((p) => p.auc),
    logLoss: interval((p) => p.logLoss),
    brier: interval((p) => p.brier),
    ece: interval((p) => p.ece),
    calibration: calibrationBins(won, probability),
  }
}

interface Point {
  readonly auc: number
  readonly logLoss: number
  readonly brier: number
  readonly ece: number
}

function point(won: Uint8Array, probability: Float64Array, order: Int32Array, count: Float64Array): Point {
  let logLoss = 0
  let brier = 0
  let total = 0
  const binRows = new Float64Array(BINS)
  const binGap = new Float64Array(BINS)
  for (let i = 0; i < won.length; i++) {
    const times = count[i]!
    if (times === 0) continue
    const p = Math.min(1 - 1e-9, Math.max(1e-9, probability[i]!))
    const y = won[i]!
    total += times
    logLoss -= times * Math.log(y === 1 ? p : 1 - p)
    brier += times * (p - y) * (p - y)
    const bin = Math.min(BINS - 1, Math.floor(p * BINS))
    binRows[bin]! += times
    binGap[bin]! += times * (p - y)
  }
  let ece = 0
  for (let bin = 0; bin < BINS; bin++) ece += Math.abs(binGap[bin]!)
  return {
    auc: areaUnderCurve(won, probability, order, count),
    logLoss: logLoss / total,
    brier: brier / total,
    ece: ece / total,
  }
}

/** Mann–Whitney with ties counted half, over rows already sorted by probability. */
function areaUnderCurve(
  won: Uint8Array,
  probability: Float64Array,
  order: Int32Array,
  count: Float64Array,
): number {
  let lostBelow = 0
  let wonTotal = 0
  let pairs = 0
  for (let i = 0; i < order.length; ) {
    let wonHere = 0
    let lostHere = 0
    const p = probability[order[i]!]!
    while (i < order.length && probability[order[i]!]! === p) {
      const row = order[i++]!
      if (won[row] === 1) wonHere += count[row]!
      else lostHere += count[row]!
    }
    pairs += wonHere * (lostBelow + lostHere / 2)
    lostBelow += lostHere
    wonTotal += wonHere
  }
  return wonTotal === 0 || lostBelow === 0 ? 0.5 : pairs / (wonTotal * lostBelow)
}

/** Area under the ROC curve without interval. */
export function auc(won: Uint8Array, probability: Float64Array): number {
  return areaUnderCurve(won, probability, sortedBy(probability), new Float64Array(won.length).fill(1))
}

function sortedBy(probability: Float64Array): Int32Array {
  return Int32Array.from(probability.keys()).sort((a, b) => probability[a]! - probability[b]! || a - b)
}

export function calibrationBins(won: Uint8Array, probability: Float64Array): CalibrationBin[] {
  const bins = Array.from({ length: BINS }, () => ({ rows: 0, predicted: 0, wins: 0 }))
  for (let i = 0; i < won.length; i++) {
    const bin = bins[Math.min(BINS - 1, Math.floor(probability[i]! * BINS))]!
    bin.rows++
    bin.predicted += probability[i]!
    bin.wins += won[i]!
  }
  return bins.map((bin, at) => ({
    from: at / BINS,
    to: (at + 1) / BINS,
    rows: bin.rows,
    meanPredicted: bin.rows > 0 ? bin.predicted / bin.rows : 0,
    observed: bin.rows > 0 ? bin.wins / bin.rows : 0,
  }))
}
