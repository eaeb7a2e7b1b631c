import { drawOf, fairnessTerm, strategyReasons } from '../../matching/index.ts'
import type { Candidate, ReasonCode, Term } from '../../model/index.ts'
import { countExclusions } from './exclusion-counts.ts'
import type { ExcludedCount } from './lead-nodes.ts'
import type { Query, RosterIndex } from './roster-index.ts'
import { ownerOf } from './route.ts'

/** A choice with its reasons but without a line for everybody: the best few in full, the excluded counted. */
export interface ExplainedRoute {
  readonly repId: string
  readonly reasonCode: ReasonCode
  readonly draw: number
  readonly eligible: number
  /** Best first, with all terms and the propensity. */
  readonly top: readonly Extract<Candidate, { excludedBy?: undefined }>[]
  readonly exclusions: readonly ExcludedCount[]
}

/**
 * Decides over the index and explains: terms of the best `size` candidates, reason, exclusion counts by code. null
 * where nobody is admissible or the plain path has to decide; `decide` explains those.
 */
export function explainRoute(index: RosterIndex, query: Query, size: number): ExplainedRoute | null {
  if (ownerOf(index, query) !== null || query.plan.ctx.action.pool?.when === 'always') return null
  const count = index.scan(query, Number.POSITIVE_INFINITY)
  if (count === 0) return null
  const chosen = index.pick(query, count)
  const shown = bestPlaces(index.totals, count, size)
  if (!shown.includes(chosen)) shown.push(chosen)
  const { working, inBand } = index
  const top: ExplainedRoute['top'][number][] = []
  for (let n = 0; n < shown.length; n++) {
    const at = shown[n]!
    const rep = index.found[at]!
    top.push({
      repId: working.repIds[rep]!,
      terms: termsOf(index, query, rep),
      total: index.totals[at]!,
      propensity: chanceOf(index, at, chosen),
    })
  }
  return {
    repId: working.repIds[index.found[chosen]!]!,
    reasonCode: count === 1 ? 'ONLY_CANDIDATE' : inBand > 1 ? 'NEAR_TIE_DRAW' : strategyReasons.scored,
    draw: drawOf(query.item.id, working.snapshot.seed),
    eligible: count,
    top,
    exclusions: countExclusions(index, query),
  }
}

function chanceOf({ inBand, band, chances }: RosterIndex, at: number, chosen: number): number {
  if (inBand === 1) return at === chosen ? 1_000_000 : 0
  for (let place = 0; place < inBand; place++) if (band[place] === at) return chances[place] ?? 0
  return 0
}

/** The nine terms in the order of the scored strategy, shared with every other decision they are the same in. */
function termsOf(index: RosterIndex, query: Query, rep: number): readonly Term[] {
  const { working, capacity } = index
  const { plan, queue, fixed, tags } = query
  const { columns, weights } = plan
  if (fixed === null) throw new Error('Terms are asked for after a scan')
  const free = capacity.headroom[rep]!
  const missing = working.missingToFloor(rep)
  const shortfall = queue.shortfall(rep)
  const { win, industry, product, continuity, development } = fixed.still
  const tagTerms = tags == null ? fixed.still.tags : tags.terms
  const [w, i, p, t] = [win[rep], industry[rep], product[rep], tagTerms[rep]]
  const [c, d] = [continuity[rep], development[rep]]
  if (
    w !== undefined &&
    i !== undefined &&
    p !== undefined &&
    t !== undefined &&
    c !== undefined &&
    d !== undefined
  ) {
    const fairness = fairnessTerm(shortfall, weights, working.policy.policy)
    return [w, i, p, t, columns.headroomAt(free), fairness, columns.floorAt(missing), c, d]
  }
  const { accountOwnerId: _, ...item } = query.item
  const ctx = { ...index.contextOf(query), item }
  return columns.termsOf(rep, { ...fixed.still, tags: tagTerms }, ctx, shortfall, free, missing)
}

/** Places of the best totals, best first; equal totals in roster order. */
function bestPlaces(totals: Float64Array, count: number, size: number): number[] {
  const best: number[] = []
  for (let at = 0; at < count; at++) {
    const total = totals[at]!
    let place = best.length
    if (place === size) {
      if (total <= totals[best[size - 1]!]!) continue
      place -= 1
    }
    for (; place > 0 && totals[best[place - 1]!]! < total; place--) best[place] = best[place - 1]!
    best[place] = at
  }
  return best
}
