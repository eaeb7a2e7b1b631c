import { type Candidate, exclusionCodes, type Term, type TermCode, termCodes } from '../../model/index.ts'
import type { ByteWriter } from './byte-writer.ts'
import { candidateLayouts, foreseeable, fullyStoredCandidates } from './candidate-columns.ts'
import { writeColumn } from './integer-column.ts'
import { writeName } from './parts.ts'
import { writeScaled } from './scaled-column.ts'
import type { StateColumns } from './state-columns.ts'
import { WrittenBytes } from './written-bytes.ts'

const exclusionPlaces = new Map(exclusionCodes.map((code, place) => [code, place + 1]))
const termPlaces = new Map(termCodes.map((code, place) => [code, place]))

/** One term of all eligible candidates. */
class TermColumn {
  readonly raws = new Float64Array(fullyStoredCandidates)
  readonly contributions = new Float64Array(fullyStoredCandidates)
  /** What was read last: terms that stayed the same objects need not be read again. */
  readonly terms: (Term | undefined)[] = new Array<undefined>(fullyStoredCandidates).fill(undefined)
  readonly written = new WrittenBytes()
  /** Of how many candidates it was written. */
  count = 0
}

/** The column of one place among the terms. */
interface TermPlace {
  readonly code: TermCode
  /** A column for each first term seen: items alike share their terms, and their bytes with them. null = one for all. */
  readonly byFirst: Map<Term, TermColumn> | null
  column: TermColumn
}

const columnsKept = 32

/** Writes candidates beside the states they were in. Its columns are used again by the next decision. */
export class CandidateWriter {
  readonly #exclusions = new Float64Array(fullyStoredCandidates)
  readonly #propensities = new Float64Array(fullyStoredCandidates)
  readonly #rests = new Float64Array(fullyStoredCandidates)
  /** Place among the states of every eligible candidate; -1 = none. */
  readonly #places = new Int32Array(fullyStoredCandidates)
  #terms: TermPlace[] = []
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
    out.unsigned(this.#terms.length)
    for (const place of this.#terms) this.#writeTerm(out, place, states)
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
    this.#eligible = eligible
    return true
  }

  /** Terms of another kind than last time start with empty columns. */
  #begin(terms: readonly Term[]): void {
    const places = this.#terms
    if (terms.length !== places.length || terms.some((term, at) => term.code !== places[at]?.code)) {
      this.#terms = terms.map(({ code }) => ({
        code,
        // What the states foresee is written anew with them.
        byFirst: foreseeable[code] === undefined ? new Map<Term, TermColumn>() : null,
        column: new TermColumn(),
      }))
    }
    for (let at = 0; at < terms.length; at++) {
      const place = this.#terms[at]
      const first = terms[at]
      if (place?.byFirst == null || first === undefined) continue
      let column = place.byFirst.get(first)
      if (column === undefined) {
        if (place.byFirst.size >= columnsKept) place.byFirst.clear()
        column = new TermColumn()
        place.byFirst.set(first, column)
      }
      place.column = column
    }
  }

  #readTerms(row: number, { terms, total }: Extract<Candidate, { excludedBy?: undefined }>): boolean {
    const places = this.#terms
    if (terms.length !== places.length) return false
    let sum = 0
    for (let at = 0; at < places.length; at++) {
      const term = terms[at]
      const place = places[at]
      if (term === undefined || place === undefined) return false
      const { column } = place
      const { contribution } = term
      sum += contribution
      if (column.terms[row] === term) continue
      if (term.code !== place.code) return false
      column.terms[row] = term
      if (column.raws[row] === term.raw && column.contributions[row] === contribution) continue
      column.raws[row] = term.raw
      column.contributions[row] = contribution
      column.written.forget()
    }
    return sum === total
  }

  #writeTerm(out: ByteWriter, { code, byFirst, column }: TermPlace, states: StateColumns): void {
    const count = this.#eligible
    const { raws, contributions, written } = column
    if (column.count === count && written.writeTo(out)) return
    const start = out.length
    out.unsigned(termPlaces.get(code) ?? 0)
    const foreseen = this.#foresee(code, raws, states)
    out.byte(foreseen ? 1 : 0)
    writeColumn(out, foreseen ? this.#rests : raws, count)
    writeScaled(out, raws, contributions, count)
    if (byFirst === null) return
    column.count = count
    written.keep(out, start)
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
