import type { CrossDocument, ModelDocument, TermDocument } from '../document.ts'
import { levelCount } from '../table/column-spec.ts'
import { type ColumnReader, describeLevel, readerFor } from '../table/encode.ts'
import { logisticMillionths } from './logistic-table.ts'

/** A probability in millionths and the range it plausibly lies in (95 %). */
export interface Scored {
  readonly probability: number
  readonly low: number
  readonly high: number
}

/** One part of the logit, in millionths; all parts and the intercept add up to the total exactly. */
export interface Contribution {
  readonly name: string
  /** The level in words: a category, a range, or ∅ for missing. */
  readonly level: string
  readonly micro: number
}

export interface RowScorer {
  /** `cell(name)` gives the text of a column; undefined or '' = missing. */
  score(cell: (column: string) => string | undefined): Scored
  /** Total in micro-logits with its parts, largest first. */
  explain(cell: (column: string) => string | undefined): {
    readonly interceptMicro: number
    readonly totalMicro: number
    readonly contributions: readonly Contribution[]
  }
}

const Z95 = 1.959964

interface CompiledTerm {
  readonly term: TermDocument
  readonly reader: ColumnReader
}

/** Prepares a model for scoring rows of text. Integer sums and table look-ups: the same answer in every runtime. */
export function rowScorer(model: ModelDocument): RowScorer {
  const terms: CompiledTerm[] = model.terms.map((term) => ({ term, reader: readerFor(term.spec) }))
  const crosses = model.crosses.map((cross) => compileCross(cross, model))
  const level = new Int32Array(terms.length)
  const linear = new Float64Array(terms.length)
  const size = model.covarianceSize

  function read(cell: (column: string) => string | undefined): void {
    terms.forEach(({ term, reader }, t) => {
      const text = cell(term.spec.name) ?? ''
      level[t] = reader.level(text)
      linear[t] = term.slopeMicro === 0 && term.slopeAt < 0 ? 0 : reader.linear(text)
    })
  }

  function total(): number {
    let micro = model.interceptMicro
    terms.forEach(({ term }, t) => {
      micro += termMicro(term, level[t]!, linear[t]!)
    })
    for (const cross of crosses) micro += cross.effect(level)
    return micro
  }

  /** Posterior variance of the logit in logit². */
  function variance(): number {
    let sum = 0
    if (size === 0) sum += square(model.baseDeviationMicro)
    const at: number[] = size > 0 ? [0] : []
    const value: number[] = size > 0 ? [1] : []
    terms.forEach(({ term }, t) => {
      if (term.denseStart >= 0) {
        at.push(term.denseStart + level[t]!)
        value.push(1)
      } else sum += square(term.deviationsMicro[level[t]!]!)
      if (term.slopeAt >= 0) {
        at.push(term.slopeAt)
        value.push(linear[t]!)
      }
    })
    for (let i = 0; i < at.length; i++) {
      for (let j = 0; j < at.length; j++) {
        const row = Math.max(at[i]!, at[j]!)
        const column = Math.min(at[i]!, at[j]!)
        sum += value[i]! * value[j]! * model.covariance[(row * (row + 1)) / 2 + column]!
      }
    }
    for (const cross of crosses) sum += square(cross.deviation(level))
    return Math.max(0, sum)
  }

  return {
    score(cell) {
      read(cell)
      const micro = total()
      const reach = Math.round(Z95 * Math.sqrt(variance()) * 1_000_000)
      return {
        probability: logisticMillionths(micro),
        low: logisticMillionths(micro - reach),
        high: logisticMillionths(micro + reach),
      }
    },
    explain(cell) {
      read(cell)
      const contributions: Contribution[] = terms.map(({ term }, t) => ({
        name: partName(term),
        level: describeLevel(term.spec, level[t]!),
        micro: termMicro(term, level[t]!, linear[t]!),
      }))
      crosses.forEach((cross) => {
        contributions.push({ name: cross.name, level: cross.describe(level), micro: cross.effect(level) })
      })
      // Largest effect first; equal effects keep the order of the model, so the list is total.
      contributions.sort((a, b) => Math.abs(b.micro) - Math.abs(a.micro))
      return { interceptMicro: model.interceptMicro, totalMicro: total(), contributions }
    },
  }
}

function termMicro(term: TermDocument, level: number, linear: number): number {
  return term.effectsMicro[level]! + Math.round(term.slopeMicro * linear)
}

function partName(term: TermDocument): string {
  return term.spec.kind === 'date' ? `${term.spec.name} (${term.spec.part})` : term.spec.name
}

function compileCross(cross: CrossDocument, model: ModelDocument) {
  const left = model.terms[cross.left]!
  const right = model.terms[cross.right]!
  const width = levelCount(right.spec)
  const places = new Map(cross.cells.map((cell, at) => [cell, at]))
  const place = (level: Int32Array): number | undefined =>
    places.get(level[cross.left]! * width + level[cross.right]!)
  return {
    name: `${partName(left)} × ${partName(right)}`,
    effect: (level: Int32Array): number => cross.effectsMicro[place(level) ?? -1] ?? 0,
    deviation: (level: Int32Array): number =>
      cross.deviationsMicro[place(level) ?? -1] ?? cross.priorDeviationMicro,
    describe: (level: Int32Array): string =>
      `${describeLevel(left.spec, level[cross.left]!)} × ${describeLevel(right.spec, level[cross.right]!)}`,
  }
}

function square(micro: number): number {
  const value = micro / 1_000_000
  return value * value
}
