import { type Candidate, exclusionCodes, termCodes } from '../../model/index.ts'
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

type Eligible = Extract<Candidate, { excludedBy?: undefined }>

export function writeCandidates(
  out: ByteWriter,
  candidates: readonly Candidate[],
  places: ReadonlyMap<string, number>,
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
    writeColumn(out, raws)
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
  const count = exclusions.filter((code) => code === 0).length
  const propensities = readColumn(input, count)
  const columns = Array.from({ length: input.unsigned() }, () => {
    const code = memberAt(termCodes, input.unsigned())
    const raws = readColumn(input, count)
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
