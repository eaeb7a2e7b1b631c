import {
  type Candidate,
  type Decision,
  type ExclusionCode,
  exclusionCodes,
  type Reason,
  type ReleaseCondition,
  type Term,
  type TermCode,
} from '../model/index.ts'

/** Why one who could have had the item did not get it. */
export interface RunnerUp {
  readonly repId: string
  readonly total: number
  /** Thousandths of a point behind the chosen rep; negative where a near-tie was drawn against the higher total. */
  readonly behind: number
  readonly propensity: number
  /** Terms that made the difference, largest loss first; those that spoke for the runner-up come last, negative. */
  readonly differences: readonly { readonly code: TermCode; readonly contribution: number }[]
}

/** A decision as codes and integers in the order a person asks: who, why, who else, and who could not. */
export interface Explanation {
  readonly state: Decision['state']
  readonly repId: string | null
  readonly reason: Reason
  readonly release: ReleaseCondition | null
  readonly ruleId: string | null
  readonly relaxed: number
  /** Terms of the chosen rep that count, strongest first. */
  readonly strongest: readonly Term[]
  readonly runnerUps: readonly RunnerUp[]
  /** Who was excluded, by code, in the order the tests are made. */
  readonly exclusions: readonly { readonly code: ExclusionCode; readonly repIds: readonly string[] }[]
}

type Scored = Extract<Candidate, { excludedBy?: undefined }>

/** Reads a decision for people: nothing is decided or computed anew, sentences are made from the codes elsewhere. */
export function explain(decision: Decision, options: { readonly runnerUps?: number } = {}): Explanation {
  const scored = decision.candidates.filter((one): one is Scored => one.excludedBy === undefined)
  const chosen = scored.find((one) => one.repId === decision.repId)
  // Best first; equal totals by chance, then in roster order (stable sort).
  const ranked = scored
    .filter((one) => one !== chosen)
    .sort((a, b) => b.total - a.total || b.propensity - a.propensity)
  const { state, repId, reason, release, ruleId, relaxed } = decision
  return {
    state,
    repId,
    reason,
    release,
    ruleId,
    relaxed,
    strongest: strongestOf(chosen),
    runnerUps: ranked.slice(0, options.runnerUps ?? 3).map((one) => compare(one, chosen)),
    exclusions: exclusionCodes.flatMap((code) => {
      const repIds = decision.candidates.flatMap((one) => (one.excludedBy === code ? [one.repId] : []))
      return repIds.length === 0 ? [] : [{ code, repIds }]
    }),
  }
}

function strongestOf(chosen: Scored | undefined): Term[] {
  const counting = (chosen?.terms ?? []).filter((term) => term.contribution !== 0)
  // Equal strength keeps the order of the terms (stable sort).
  return counting.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
}

function compare(one: Scored, chosen: Scored | undefined): RunnerUp {
  const { repId, total, propensity } = one
  const differences = (chosen?.terms ?? []).map(({ code, contribution }) => {
    const own = one.terms.find((term) => term.code === code)?.contribution ?? 0
    return { code, contribution: contribution - own }
  })
  return {
    repId,
    total,
    behind: (chosen?.total ?? total) - total,
    propensity,
    differences: differences
      .filter((term) => term.contribution !== 0)
      .sort((a, b) => b.contribution - a.contribution),
  }
}
