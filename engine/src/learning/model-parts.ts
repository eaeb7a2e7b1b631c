import type { Plan } from './design-of-table.ts'
import type { CrossDocument, TermDocument, UnsealedDocument } from './document.ts'
import type { Design, Fit } from './fit/design.ts'

type BaseRateParts = Pick<
  UnsealedDocument,
  | 'kind'
  | 'baseRateMillionths'
  | 'baseDeviationMicro'
  | 'interceptMicro'
  | 'terms'
  | 'crosses'
  | 'covariance'
  | 'covarianceSize'
>

const toMicro = (logits: number): number => Math.round(logits * 1_000_000)

/** The model that knows nothing but how often work is won. */
export function baseRateParts(won: Uint8Array, weight: Float64Array): BaseRateParts {
  let wins = 0
  let total = 0
  for (let row = 0; row < won.length; row++) {
    wins += weight[row]! * won[row]!
    total += weight[row]!
  }
  // Laplace's half a win and half a loss: an empty history says 50 % with a very wide interval, not 0/0.
  const rate = (wins + 0.5) / (total + 1)
  return {
    kind: 'base-rate',
    baseRateMillionths: Math.round(rate * 1_000_000),
    baseDeviationMicro: toMicro(Math.sqrt(1 / ((total + 1) * rate * (1 - rate)))),
    interceptMicro: toMicro(Math.log(rate / (1 - rate))),
    terms: [],
    crosses: [],
    covariance: [],
    covarianceSize: 0,
  }
}

/** Writes a fit down in integers. */
export function fittedParts(
  plan: Plan,
  design: Design,
  fit: Fit,
  kind: 'hierarchical-logit' | 'beta-binomial',
) {
  const terms: TermDocument[] = plan.specs.map((spec, s) => {
    const slope = plan.linear.indexOf(s)
    return {
      spec,
      effectsMicro: Array.from(fit.effects[s]!, toMicro),
      deviationsMicro: Array.from(fit.effectVariance[s]!, (variance) => toMicro(Math.sqrt(variance))),
      priorDeviationMicro: toMicro(Math.sqrt(fit.groupVariance[s]!)),
      slopeMicro: slope >= 0 ? toMicro(fit.numeric[slope]!) : 0,
      meanMicro: toMicro(meanContribution(design, fit, s, slope)),
      denseStart: fit.denseStart[s]!,
      slopeAt: slope >= 0 ? 1 + slope : -1,
    }
  })
  const crosses: CrossDocument[] = plan.crosses.map((cross, c) => {
    const g = plan.specs.length + c
    return {
      left: cross.left,
      right: cross.right,
      cells: cross.cells,
      effectsMicro: Array.from(fit.effects[g]!, toMicro),
      deviationsMicro: Array.from(fit.effectVariance[g]!, (variance) => toMicro(Math.sqrt(variance))),
      priorDeviationMicro: toMicro(Math.sqrt(fit.groupVariance[g]!)),
    }
  })
  return { kind, interceptMicro: toMicro(fit.intercept), terms, crosses, ...packedCovariance(fit) }
}

function meanContribution(design: Design, fit: Fit, group: number, slope: number): number {
  let sum = 0
  let total = 0
  for (let row = 0; row < design.rows; row++) {
    const weight = design.weight[row]!
    const linear = slope >= 0 ? fit.numeric[slope]! * design.numeric[slope]![row]! : 0
    sum += weight * (fit.effects[group]![design.groups[group]!.index[row]!]! + linear)
    total += weight
  }
  return total > 0 ? sum / total : 0
}

/** Lower triangle in six significant digits: intervals need no more, and the file stays readable by `diff`. */
function packedCovariance(fit: Fit): { covariance: number[]; covarianceSize: number } {
  const covariance: number[] = []
  for (let i = 0; i < fit.denseSize; i++) {
    for (let j = 0; j <= i; j++)
      covariance.push(Number(fit.covariance[i * fit.denseSize + j]!.toPrecision(6)))
  }
  return { covariance, covarianceSize: fit.denseSize }
}
