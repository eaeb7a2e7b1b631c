import {
  type Candidate,
  exclusionCodes,
  type LedgerEntry,
  type RepState,
  type TermCode,
  termCodes,
} from '../../model/index.ts'
import { type ByteReader, CorruptRecordError } from './byte-reader.ts'
import { readColumn } from './integer-column.ts'
import { memberAt, readName } from './parts.ts'
import { readScaled } from './scaled-column.ts'

/** Above this many, terms and exclusions are left to replay and only the chances are kept. */
export const fullyStoredCandidates = 100

export const candidateLayouts = { chancesOnly: 0, columns: 1, text: 2 } as const

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
export const foreseeable: Readonly<
  Partial<Record<TermCode, { readonly from: keyof Known; readonly times: number }>>
> = {
  FAIRNESS: { from: 'turns', times: -1 },
  ROTATION_TURN: { from: 'turns', times: -1 },
  HEADROOM: { from: 'load', times: -1 },
  SPARE_CAPACITY: { from: 'load', times: -100 },
  LOAD: { from: 'load', times: 1 },
}

function expected(code: TermCode, known: Known): number {
  const rule = foreseeable[code]
  return rule === undefined ? 0 : rule.times * known[rule.from]
}

const nothingKnown: Known = { load: 0, turns: 0 }

/** `candidates` is null where only the chances were stored. */
export function readCandidates(
  input: ByteReader,
  repIds: readonly string[],
  known: ReadonlyMap<string, Known>,
): { readonly candidates: readonly Candidate[] | null; readonly chances: readonly Chance[] } {
  const layout = input.byte()
  if (layout === candidateLayouts.chancesOnly) {
    const chances = Array.from({ length: input.unsigned() }, () => ({
      repId: readName(input, repIds),
      propensity: input.unsigned(),
    }))
    return { candidates: null, chances }
  }
  if (layout === candidateLayouts.text) return withChances(JSON.parse(input.text()) as Candidate[])
  if (layout !== candidateLayouts.columns) throw new CorruptRecordError(`Unknown candidate layout ${layout}`)
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
