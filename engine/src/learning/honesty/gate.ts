import { type Metrics, measure } from './metrics.ts'

export interface GateResult {
  readonly passed: boolean
  readonly model: Metrics
  readonly baseRate: Metrics
  readonly gain: number
  readonly gainInErrors: number
}

/**
 * A model is used only if it beat the base rate on rows it had not seen by three standard errors of the paired
 * difference in log-loss. Three, not two: the question is asked anew every night, and one lucky night in forty would
 * put an empty model to work; real signal in a few hundred outcomes clears three easily.
 */
export const ERRORS_NEEDED = 3

export function passGate(
  won: Uint8Array,
  probability: Float64Array,
  base: Float64Array,
  seed: number,
): GateResult {
  const { gain, gainInErrors } = pairedGain(won, probability, base)
  const model = measure(won, probability, seed)
  return {
    passed: gainInErrors >= ERRORS_NEEDED && model.auc.low > 0.5,
    model,
    baseRate: measure(won, base, seed),
    gain,
    gainInErrors,
  }
}

/** Mean gain in log-loss of one set of probabilities over another on the same rows, and its distance from nothing. */
export function pairedGain(
  won: Uint8Array,
  probability: Float64Array,
  other: Float64Array,
): { readonly gain: number; readonly gainInErrors: number } {
  const rows = won.length
  let sum = 0
  let squares = 0
  for (let row = 0; row < rows; row++) {
    const difference = loss(won[row]!, other[row]!) - loss(won[row]!, probability[row]!)
    sum += difference
    squares += difference * difference
  }
  const gain = rows > 0 ? sum / rows : 0
  const variance = rows > 1 ? (squares - rows * gain * gain) / (rows - 1) : 0
  const error = Math.sqrt(variance / Math.max(1, rows))
  return { gain, gainInErrors: error > 0 ? gain / error : 0 }
}

function loss(won: number, p: number): number {
  const bounded = Math.min(1 - 1e-9, Math.max(1e-9, p))
  return -Math.log(won === 1 ? bounded : 1 - bounded)
}
