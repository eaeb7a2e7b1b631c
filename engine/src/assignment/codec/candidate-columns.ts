import {
  type Candidate,
  exclusionCodes,
  type LedgerEntry,
  type RepState,
  type TermCode,
  termCodes,
} from '../../model/index.ts'
import { type ByteReader, CorruptRecordError } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { readColumn, writeColumn } from './integer-column.ts'
import { memberAt, readName, writeName } from './parts.ts'
import { readScaled, writeScaled } from './scaled-column.ts'

/** Above this many, terms and exclusions are left to replay and only the chances are kept. */
export const fullyStoredCandidates = 100

const layouts = { chancesOnly: 0, columns: 1, text: 2 } as const

/** The chance of one candidate, millionths; what off-policy estimates need even where terms are not stored. */
export interface Chance {
  readonly repId: string
  readonly propensity: number
}

/** The state a rep was in, as far as raw quantities follow from it. */
export interface Known {
  readonly load: number
  readonly turns: number
}

/**
 * What a raw quantity is expected to be, up to a constant, from the state stored beside it: only the difference is
 * written, mostly one number for all. Turns received are what shortfall falls by, load is what headroom falls by.
 */
function expected(code: TermCode, { load, turns }: Known): number {
  if (code === 'FAIRNESS' || code === 'ROTATION_TURN') return -turns
  if (code === 'HEADROOM') return -load
  if (code === 'SPARE_CAPACITY') return -100 * load
  return code === 'LOAD' ? load : 0
}

/** Distance between the least and the greatest. */
function spread(values: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return most - least
}

const nothingKnown: Known = { load: 0, turns: 0 }

type Eligible = Extract<Candidate, { excludedBy?: undefined }>

export function writeCandidates(
  out: ByteWriter,
  candidates: readonly Candidate[],
  places: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, Known>,
): void {
  if (candidates.length > fullyStoredCandidates) {
    out.byte(layouts.chancesOnly)
    const drawn = candidates.filter((one) => one.propensity > 0)
    out.unsigned(drawn.length)
    for (const { repId, propensity } of drawn) {
      writeName(out, repId, places)
      out.unsigned(propensity)
    }
    return
  }
  const eligible = candidates.filter((one): one is Eligible => one.excludedBy === undefined)
  const codes = eligible[0]?.terms.map((term) => term.code) ?? []
  // One strategy gives every candidate the same terms. What a person wrote by hand may not: it is kept as text.
  if (!fitsColumns(eligible, codes)) {
    out.byte(layouts.text)
    out.text(JSON.stringify(candidates))
    return
  }
  out.byte(layouts.columns)
  const wholeRoster =
    candidates.length === places.size && candidates.every((one, place) => places.get(one.repId) === place)
  out.byte(wholeRoster ? 1 : 0)
  if (!wholeRoster) {
    out.unsigned(candidates.length)
    for (const { repId } of candidates) writeName(out, repId, places)
  }
  writeColumn(
    out,
    candidates.map((one) => (one.excludedBy === undefined ? 0 : exclusionCodes.indexOf(one.excludedBy) + 1)),
  )
  writeColumn(
    out,
    eligible.map((one) => one.propensity),
  )
  out.unsigned(codes.length)
  codes.forEach((code, place) => {
    out.unsigned(termCodes.indexOf(code))
    const raws = eligible.map((one) => one.terms[place]?.raw ?? 0)
    const rests = eligible.map(
      (one, at) => (raws[at] ?? 0) - expected(code, known.get(one.repId) ?? nothingKnown),
    )
    const foreseen = spread(rests) < spread(raws)
    out.byte(foreseen ? 1 : 0)
    writeColumn(out, foreseen ? rests : raws)
    writeScaled(
      out,
      raws,
      eligible.map((one) => one.terms[place]?.contribution ?? 0),
    )
  })
}

function fitsColumns(eligible: readonly Eligible[], codes: readonly string[]): boolean {
  return eligible.every((one) => {
    const sum = one.terms.reduce((total, term) => total + term.contribution, 0)
    return (
      sum === one.total && one.terms.length === codes.length && one.terms.every((t, n) => t.code === codes[n])
    )
  })
}

/** `candidates` is null where only the chances were stored. */
export function readCandidates(
  input: ByteReader,
  repIds: readonly string[],
  known: ReadonlyMap<string, Known>,
): { readonly candidates: readonly Candidate[] | null; readonly chances: readonly Chance[] } {
  const layout = input.byte()
  if (layout === layouts.chancesOnly) {
    const chances = Array.from({ length: input.unsigned() }, () => ({
      repId: readName(input, repIds),
      propensity: input.unsigned(),
    }))
    return { candidates: null, chances }
  }
  if (layout === layouts.text) return withChances(JSON.parse(input.text()) as Candidate[])
  if (layout !== layouts.columns) throw new CorruptRecordError(`Unknown candidate layout ${layout}`)
  const ids =
    input.byte() === 1 ? repIds : Array.from({ length: input.unsigned() }, () => readName(input, repIds))
  const exclusions = readColumn(input, ids.length)
  const eligible = ids.filter((_, rep) => exclusions[rep] === 0)
  const count = eligible.length
  const propensities = readColumn(input, count)
  const columns = Array.from({ length: input.unsigned() }, () => {
    const code = memberAt(termCodes, input.unsigned())
    const foreseen = input.byte() === 1
    const raws = readColumn(input, count).map((value, at) =>
      foreseen ? value + expected(code, known.get(eligible[at] ?? '') ?? nothingKnown) : value,
    )
    return { code, raws, contributions: readScaled(input, raws) }
  })
  let place = -1
  return withChances(
    ids.map((repId, rep): Candidate => {
      const excluded = exclusions[rep] ?? 0
      if (excluded > 0) {
        return { repId, excludedBy: memberAt(exclusionCodes, excluded - 1), total: 0, propensity: 0 }
      }
      place += 1
      const terms = columns.map(({ code, raws, contributions }) => ({
        code,
        contribution: contributions[place] ?? 0,
        raw: raws[place] ?? 0,
      }))
      const total = terms.reduce((sum, term) => sum + term.contribution, 0)
      return { repId, terms, total, propensity: propensities[place] ?? 0 }
    }),
  )
}

function withChances(candidates: readonly Candidate[]) {
  const drawn = candidates.filter((one) => one.propensity > 0)
  return { candidates, chances: drawn.map(({ repId, propensity }) => ({ repId, propensity })) }
}

/** Load and turns of every rep, as stored with the decision. */
export function knownOf(states: readonly RepState[], ledger: readonly LedgerEntry[]): Map<string, Known> {
  const turns = new Map(
    ledger.map((entry) => [entry.repId, entry.receivedThousandths + entry.calibrationThousandths]),
  )
  return new Map(
    states.map(({ repId, gauges }) => [
      repId,
      { load: gauges.load_index ?? 0, turns: turns.get(repId) ?? 0 },
    ]),
  )
}
