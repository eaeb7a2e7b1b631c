import { type Plan, predictLogits } from './design-of-table.ts'
import type { MatchEvidence, Validation } from './document.ts'
import { type Design, type Fit, subsetDesign } from './fit/design.ts'
import { logistic } from './fit/logistic.ts'
import { ERRORS_NEEDED, pairedGain, passGate } from './honesty/gate.ts'
import type { Split } from './honesty/split.ts'

const BOOTSTRAP_SEED = 20_240_101

export const NO_VALIDATION: Validation = {
  how: 'none',
  model: null,
  baseRate: null,
  gain: 0,
  gainInErrors: 0,
}

/** Predictions for every judged row by a fit that never saw it. */
export interface Judged {
  readonly rows: Int32Array
  readonly won: Uint8Array
  readonly probability: Float64Array
  readonly baseRate: Float64Array
}

export type Fitter = (training: Design) => Fit

export function judge(design: Design, split: Split, fitter: Fitter): Judged {
  const total = split.parts.reduce((sum, part) => sum + part.test.length, 0)
  const rows = new Int32Array(total)
  const probability = new Float64Array(total)
  const baseRate = new Float64Array(total)
  let at = 0
  for (const part of split.parts) {
    const training = subsetDesign(design, part.train)
    const test = subsetDesign(design, part.test)
    const base = weightedRate(training)
    const logits = predictLogits(test, fitter(training))
    for (let i = 0; i < test.rows; i++, at++) {
      rows[at] = part.test[i]!
      probability[at] = logistic(logits[i]!)
      baseRate[at] = base
    }
  }
  return { rows, won: Uint8Array.from(rows, (row) => design.won[row]!), probability, baseRate }
}

/** Is the model better than knowing only how often work is won? */
export function againstBaseRate(
  judged: Judged,
  how: Split['how'],
): { readonly passed: boolean; readonly validation: Validation } {
  const gate = passGate(judged.won, judged.probability, judged.baseRate, BOOTSTRAP_SEED)
  return {
    passed: gate.passed,
    validation: {
      how,
      model: gate.model,
      baseRate: gate.baseRate,
      gain: gate.gain,
      gainInErrors: gate.gainInErrors,
    },
  }
}

/**
 * Does it matter who sells? Compares the model with the same model without its rep parts on the same unseen rows. Only
 * then may it prefer anybody; else assignment rotates. `preferredGain` says it in words: leads that happened to be with
 * a rep the model rates above the average for them, against the others, beyond what the leads themselves explain.
 */
export function againstRotation(withReps: Judged, withoutReps: Judged): MatchEvidence {
  const { gain, gainInErrors } = pairedGain(withReps.won, withReps.probability, withoutReps.probability)
  const sums = [
    { rows: 0, sum: 0, squares: 0 },
    { rows: 0, sum: 0, squares: 0 },
  ]
  for (let row = 0; row < withReps.rows.length; row++) {
    const surprise = withReps.won[row]! - withoutReps.probability[row]!
    const side = sums[withReps.probability[row]! > withoutReps.probability[row]! ? 1 : 0]!
    side.rows++
    side.sum += surprise
    side.squares += surprise * surprise
  }
  const [others, preferred] = sums as [(typeof sums)[0], (typeof sums)[0]]
  const mean = (side: { rows: number; sum: number }): number => side.sum / Math.max(1, side.rows)
  const error = Math.sqrt(sums.reduce((sum, side) => sum + side.squares / Math.max(1, side.rows) ** 2, 0))
  const value = mean(preferred) - mean(others)
  return {
    used: gainInErrors >= ERRORS_NEEDED,
    gain,
    gainInErrors,
    preferredGain: { value, low: value - 1.96 * error, high: value + 1.96 * error },
  }
}

/** The design and plan without the rep column and everything it is combined with. */
export function withoutReps(plan: Plan, design: Design, rep: number): { plan: Plan; design: Design } {
  const specs = plan.specs.filter((_, at) => at !== rep)
  const moved = (at: number): number => (at > rep ? at - 1 : at)
  const crosses = plan.crosses
    .filter((cross) => cross.left !== rep && cross.right !== rep)
    .map((cross) => ({ ...cross, left: moved(cross.left), right: moved(cross.right) }))
  const keep = (_: unknown, g: number): boolean => {
    if (g < plan.specs.length) return g !== rep
    const cross = plan.crosses[g - plan.specs.length]!
    return cross.left !== rep && cross.right !== rep
  }
  return {
    plan: { specs, crosses, linear: plan.linear.filter((at) => at !== rep).map(moved) },
    design: {
      ...design,
      groups: design.groups.filter(keep),
      numeric: design.numeric.filter((_, i) => plan.linear[i] !== rep),
    },
  }
}

function weightedRate(design: Design): number {
  let wins = 0
  let total = 0
  for (let row = 0; row < design.rows; row++) {
    wins += design.weight[row]! * design.won[row]!
    total += design.weight[row]!
  }
  return (wins + 0.5) / (total + 1)
}
