import { type Candidate, exclusionCodes, type Term, type TermCode, termCodes } from '../../model/index.ts'
import type { ByteWriter } from './byte-writer.ts'
import { candidateLayouts, foreseeable, fullyStoredCandidates } from './candidate-columns.ts'
import { writeColumn } from './integer-column.ts'
import { writeName } from './parts.ts'
import { writeScaled } from './scaled-column.ts'
import type { StateColumns } from './state-columns.ts'

const exclusionPlaces = new Map(exclusionCodes.map((code, place) => [code, place + 1]))
const termPlaces = new Map(termCodes.map((code, place) => [code, place]))

/** One term of all eligible candidates. */
class TermColumn {
  readonly raws = new Float64Array(fullyStoredCandidates)
  readonly contributions = new Float64Array(fullyStoredCandidates)
  /** What was read last: terms that stayed the same objects need not be read again. */
  readonly terms: (Term | undefined)[] = new Array<undefined>(fullyStoredCandidates).fill(undefined)
  /** The bytes of it; null = something changed since they were made, or they depend on more than the terms. */
  written: Uint8Array | null = null
}

/** Writes candidates beside the states they were in. Its columns are used again by the next decision. */
export class CandidateWriter {
  readonly #exclusions = new Float64Array(fullyStoredCandidates)
  readonly #propensities = new Float64Array(fullyStoredCandidates)
  readonly #rests = new Float64Array(fullyStoredCandidates)
  /** Place among the states of every eligible candidate; -1 = none. */
  readonly #places = new Int32Array(fullyStoredCandidates)
  #terms: TermColumn[] = []
  #codes: TermCode[] = []
  #eligible = 0

  write(out: ByteWriter, candidates: readonly Candidate[], states: StateColumns): void {
    if (candidates.length > fullyStoredCandidates) {
      writeChances(out, candidates, states)
      return
    }
    const wholeRoster = isWholeRoster(candidates, states.repIds)
    // One strategy gives every candidate the same terms. What a person wrote by hand may not: it is kept as text.
    if (!this.#read(candidates, wholeRoster ? null : states)) {
      out.byte(candidateLayouts.text)
      out.text(JSON.stringify(candidates))
      return
    }
    out.byte(candidateLayouts.columns)
    out.byte(wholeRoster ? 1 : 0)
    if (!wholeRoster) {
      out.unsigned(candidates.length)
      for (const { repId } of candidates) writeName(out, repId, states)
    }
    writeColumn(out, this.#exclusions, candidates.length)
    writeColumn(out, this.#propensities, this.#eligible)
    out.unsigned(this.#codes.length)
    for (const [place, code] of this.#codes.entries()) {
      const column = this.#terms[place]
      if (column !== undefined) this.#writeTerm(out, code, column, states)
    }
  }

  /** Rows into columns; false where they do not fit. `states` null = candidates are the reps in roster order. */
  #read(candidates: readonly Candidate[], states: StateColumns | null): boolean {
    let eligible = 0
    const exclusions = this.#exclusions
    for (let at = 0; at < candidates.length; at++) {
      const one = candidates[at]
      if (one === undefined) return false
      if (one.excludedBy !== undefined) {
        exclusions[at] = exclusionPlaces.get(one.excludedBy) ?? 0
        continue
      }
      exclusions[at] = 0
      if (eligible === 0) this.#begin(one.terms)
      if (!this.#readTerms(eligible, one)) return false
      this.#propensities[eligible] = one.propensity
      this.#places[eligible] = states === null ? at : (states.placeOf(one.repId) ?? -1)
      eligible += 1
    }
    if (eligible === 0) this.#begin([])
    if (eligible !== this.#eligible) for (const column of this.#terms) column.written = null
    this.#eligible = eligible
    return true
  }

  /** Terms of another kind than last time start with empty columns. */
  #begin(terms: readonly Term[]): void {
    const codes = this.#codes
    if (terms.length === codes.length && terms.every((term, place) => term.code === codes[place])) return
    this.#codes = terms.map((term) => term.code)
    this.#terms = terms.map(() => new TermColumn())
  }

  #readTerms(row: number, { terms, total }: Extract<Candidate, { excludedBy?: undefined }>): boolean {
    const columns = this.#terms
    if (terms.length !== columns.length) return false
    let sum = 0
    for (let place = 0; place < columns.length; place++) {
      const term = terms[place]
      const column = columns[place]
      if (term === undefined || column === undefined) return false
      const { contribution } = term
      sum += contribution
      if (column.terms[row] === term) continue
      if (term.code !== this.#codes[place]) return false
      column.terms[row] = term
      if (column.raws[row] === term.raw && column.contributions[row] === contribution) continue
      column.raws[row] = term.raw
      column.contributions[row] = contribution
      column.written = null
    }
    return sum === total
  }

  #writeTerm(out: ByteWriter, code: TermCode, column: TermColumn, states: StateColumns): void {
    if (column.written !== null) {
      out.raw(column.written)
      return
    }
    const count = this.#eligible
    const start = out.length
    const { raws, contributions } = column
    out.unsigned(termPlaces.get(code) ?? 0)
    const foreseen = this.#foresee(code, raws, states)
    out.byte(foreseen ? 1 : 0)
    writeColumn(out, foreseen ? this.#rests : raws, count)
    writeScaled(out, raws, contributions, count)
    // What the states foresee changes with them.
    if (foreseeable[code] === undefined) column.written = out.since(start)
  }

  /** What is left of a raw quantity beside what the states foresee of it; false where that is no narrower. */
  #foresee(code: TermCode, raws: Float64Array, states: StateColumns): boolean {
    const rule = foreseeable[code]
    if (rule === undefined) return false
    const { load, received, calibration } = states
    const rests = this.#rests
    const places = this.#places
    const byLoad = rule.from === 'load'
    for (let at = 0; at < this.#eligible; at++) {
      const place = places[at] ?? -1
      const base = byLoad ? (load[place] ?? 0) : (received[place] ?? 0) + (calibration[place] ?? 0)
      rests[at] = (raws[at] ?? 0) - rule.times * base
    }
    return spread(rests, this.#eligible) < spread(raws, this.#eligible)
  }
}

function isWholeRoster(candidates: readonly Candidate[], repIds: readonly string[]): boolean {
  if (candidates.length !== repIds.length) return false
  for (let at = 0; at < repIds.length; at++) if (candidates[at]?.repId !== repIds[at]) return false
  return true
}

function writeChances(out: ByteWriter, candidates: readonly Candidate[], states: StateColumns): void {
  out.byte(candidateLayouts.chancesOnly)
  const drawn = candidates.filter((one) => one.propensity > 0)
  out.unsigned(drawn.length)
  for (const { repId, propensity } of drawn) {
    writeName(out, repId, states)
    out.unsigned(propensity)
  }
}

/** Distance between the least and the greatest. */
function spread(values: Float64Array, count: number): number {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let n = 0; n < count; n++) {
    const value = values[n] ?? 0
    if (value < least) least = value
    if (value > most) most = value
  }
  return most - least
}
