import { type ModelDocument, sealDocument, type TermDocument } from '../document.ts'
import { levelCount } from '../table/column-spec.ts'
import { readerFor } from '../table/encode.ts'
import { logistic } from './logistic.ts'

/** One closed piece of work: its columns as text, and how it ended. */
export interface NewOutcome {
  readonly cell: (column: string) => string | undefined
  readonly won: boolean
}

/**
 * Learns from outcomes one at a time, between the nightly refits: one Newton step of the Laplace approximation per
 * outcome, β += Σx(y − p)/(1 + w·xᵀΣx) with the rank-one update of Σ (Kalman form). Levels outside the covariance use
 * their own variance. O(columns²) per outcome. A model that is not in use is returned as it is: the gate decides nightly.
 */
export function updateOnline(model: ModelDocument, outcomes: readonly NewOutcome[]): ModelDocument {
  if (!model.verdict.used || outcomes.length === 0) return model
  const size = model.covarianceSize
  const covariance = Float64Array.from(model.covariance)
  const effects = model.terms.map((term) => Float64Array.from(term.effectsMicro, (micro) => micro / 1e6))
  const deviations = model.terms.map((term) =>
    Float64Array.from(term.deviationsMicro, (micro) => micro / 1e6),
  )
  const slopes = Float64Array.from(model.terms, (term) => term.slopeMicro / 1e6)
  const crossEffects = model.crosses.map((cross) =>
    Float64Array.from(cross.effectsMicro, (micro) => micro / 1e6),
  )
  const crossDeviations = model.crosses.map((cross) =>
    Float64Array.from(cross.deviationsMicro, (micro) => micro / 1e6),
  )
  const readers = model.terms.map((term) => readerFor(term.spec))
  const places = model.crosses.map((cross) => new Map(cross.cells.map((cell, at) => [cell, at])))
  let intercept = model.interceptMicro / 1e6
  for (const outcome of outcomes) learn(outcome)
  const micro = (values: Float64Array): number[] => Array.from(values, (value) => Math.round(value * 1e6))
  const { version: _version, hash: _hash, ...rest } = model
  return sealDocument({
    ...rest,
    outcomes: {
      ...model.outcomes,
      won: model.outcomes.won + outcomes.filter((outcome) => outcome.won).length,
      lost: model.outcomes.lost + outcomes.filter((outcome) => !outcome.won).length,
    },
    interceptMicro: Math.round(intercept * 1e6),
    terms: model.terms.map(
      (term, t): TermDocument => ({
        ...term,
        effectsMicro: micro(effects[t]!),
        deviationsMicro: micro(deviations[t]!),
        slopeMicro: Math.round(slopes[t]! * 1e6),
      }),
    ),
    crosses: model.crosses.map((cross, c) => ({
      ...cross,
      effectsMicro: micro(crossEffects[c]!),
      deviationsMicro: micro(crossDeviations[c]!),
    })),
    covariance: Array.from(covariance, (value) => Number(value.toPrecision(6))),
  })

  function learn({ cell, won }: NewOutcome): void {
    const at: number[] = [0]
    const value: number[] = [1]
    const level: number[] = []
    const singles: { effect: Float64Array; deviation: Float64Array; at: number }[] = []
    let eta = intercept
    model.terms.forEach((term, t) => {
      const text = cell(term.spec.name) ?? ''
      const own = readers[t]!.level(text)
      level.push(own)
      eta += effects[t]![own]!
      if (term.denseStart >= 0) {
        at.push(term.denseStart + own)
        value.push(1)
      } else singles.push({ effect: effects[t]!, deviation: deviations[t]!, at: own })
      if (term.slopeAt >= 0) {
        const linear = readers[t]!.linear(text)
        eta += slopes[t]! * linear
        at.push(term.slopeAt)
        value.push(linear)
      }
    })
    model.crosses.forEach((cross, c) => {
      const width = levelCount(model.terms[cross.right]!.spec)
      const place = places[c]!.get(level[cross.left]! * width + level[cross.right]!)
      if (place === undefined) return
      eta += crossEffects[c]![place]!
      singles.push({ effect: crossEffects[c]!, deviation: crossDeviations[c]!, at: place })
    })
    const p = logistic(eta)
    const weight = p * (1 - p)
    const spread = spreadOf(at, value)
    let total = 0
    for (let i = 0; i < at.length; i++) total += value[i]! * spread[at[i]!]!
    for (const single of singles) total += single.deviation[single.at]! ** 2
    const gain = ((won ? 1 : 0) - p) / (1 + weight * total)
    const shrink = weight / (1 + weight * total)
    intercept += gain * spread[0]!
    model.terms.forEach((term, t) => {
      if (term.slopeAt >= 0) slopes[t]! += gain * spread[term.slopeAt]!
      if (term.denseStart < 0) return
      for (let l = 0; l < effects[t]!.length; l++) effects[t]![l]! += gain * spread[term.denseStart + l]!
    })
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) covariance[(i * (i + 1)) / 2 + j]! -= shrink * spread[i]! * spread[j]!
    }
    for (const single of singles) {
      const variance = single.deviation[single.at]! ** 2
      single.effect[single.at]! += gain * variance
      single.deviation[single.at] = Math.sqrt(Math.max(1e-9, variance - shrink * variance * variance))
    }
  }

  /** Σx for the dense block. */
  function spreadOf(at: readonly number[], value: readonly number[]): Float64Array {
    const spread = new Float64Array(size)
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < at.length; k++) {
        const row = Math.max(i, at[k]!)
        const column = Math.min(i, at[k]!)
        spread[i]! += value[k]! * covariance[(row * (row + 1)) / 2 + column]!
      }
    }
    return spread
  }
}
