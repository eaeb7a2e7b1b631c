import type { ModelDocument, TermDocument } from '../document.ts'
import { levelCount } from '../table/column-spec.ts'
import { readerFor } from '../table/encode.ts'
import type { Roles } from '../train.ts'
import { logisticMillionths } from './logistic-table.ts'

/** A lead prepared for scoring against all reps: done once per lead. */
export interface PreparedLead {
  /** Everything that is the same for every rep. */
  readonly micro: number
  readonly segmentLevel: number
}

/** Scores one lead against many reps without allocating; all integers, the same in every runtime. */
export interface PairScorer {
  readonly repIds: readonly string[]
  prepare(cell: (column: string) => string | undefined): PreparedLead
  /** A lead of average kind in a segment: columns a decision does not know stand at their mean. */
  prepareSegment(segment: string): PreparedLead
  /** Writes the probability in millionths of each rep, in the order of `repIds`, into `out`. */
  scorePairs(lead: PreparedLead, out: Int32Array): void
  /** What the rep adds to the logit for this kind of lead, and how sure that is. */
  chance(lead: PreparedLead, rep: number): { readonly micro: number; readonly deviationMicro: number }
  /** Share of the prior's uncertainty that evidence has removed, in thousandths: 0 = a newcomer. */
  evidenceThousandths(rep: number): number
}

/**
 * Lays a model out for routing: a rep is a position, a segment a row of integers (rep effect + cell effect), so a pair
 * costs one addition and one table look-up. Reps unknown to the model have effect 0 and the prior's uncertainty.
 */
export function pairScorer(model: ModelDocument, roles: Roles, repIds: readonly string[]): PairScorer {
  const repTerm = model.terms.findIndex((term) => term.spec.name === roles.rep)
  const segmentTerm = model.terms.findIndex((term) => term.spec.name === roles.segment)
  const rep = model.terms[repTerm]
  const segment = model.terms[segmentTerm]
  const others = model.terms.filter((_, t) => t !== repTerm && t !== segmentTerm)
  const readers = others.map((term) => readerFor(term.spec))
  const segmentReader = segment && readerFor(segment.spec)
  const count = repIds.length
  const segments = segment ? levelCount(segment.spec) : 1
  const combined = new Int32Array(segments * count)
  const deviation = new Int32Array(segments * count)
  const evidence = new Int32Array(count)
  const cross = model.crosses.find(
    (candidate) => candidate.left === repTerm && candidate.right === segmentTerm,
  )
  const cells = new Map(cross?.cells.map((cell, at) => [cell, at]))
  if (rep) {
    const reader = readerFor(rep.spec)
    repIds.forEach((id, r) => {
      const level = reader.level(id)
      const known = rep.effectsMicro[level]!
      const own = rep.deviationsMicro[level]!
      const spread = rep.priorDeviationMicro
      evidence[r] = spread > 0 ? Math.max(0, Math.round(1000 * (1 - (own * own) / (spread * spread)))) : 0
      for (let s = 0; s < segments; s++) {
        const cell = cells.get(level * segments + s)
        const cellDeviation =
          cell === undefined ? (cross?.priorDeviationMicro ?? 0) : cross!.deviationsMicro[cell]!
        combined[s * count + r] = known + (cell === undefined ? 0 : cross!.effectsMicro[cell]!)
        deviation[s * count + r] = Math.round(Math.sqrt(own * own + cellDeviation * cellDeviation))
      }
    })
  }
  const meanMicro = model.interceptMicro + others.reduce((sum, term) => sum + term.meanMicro, 0)
  const segmentPart = (level: number): number => segment?.effectsMicro[level] ?? 0
  return {
    repIds,
    prepare(cell) {
      let micro = model.interceptMicro
      others.forEach((term, t) => {
        micro += contribution(
          term,
          readers[t]!.level(cell(term.spec.name) ?? ''),
          readers[t]!.linear(cell(term.spec.name) ?? ''),
        )
      })
      const level = segment && segmentReader ? segmentReader.level(cell(segment.spec.name) ?? '') : 0
      return { micro: micro + segmentPart(level), segmentLevel: level }
    },
    prepareSegment(name) {
      const level = segmentReader ? segmentReader.level(name) : 0
      return { micro: meanMicro + segmentPart(level), segmentLevel: level }
    },
    scorePairs(lead, out) {
      const from = lead.segmentLevel * count
      for (let r = 0; r < count; r++) out[r] = logisticMillionths(lead.micro + combined[from + r]!)
    },
    chance(lead, r) {
      const at = lead.segmentLevel * count + r
      return { micro: combined[at]!, deviationMicro: deviation[at]! }
    },
    evidenceThousandths: (r) => evidence[r]!,
  }
}

function contribution(term: TermDocument, level: number, linear: number): number {
  return term.effectsMicro[level]! + Math.round(term.slopeMicro * linear)
}
