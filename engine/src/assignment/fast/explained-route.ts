import { choose, drawOf, scoreCandidate, strategyReasons } from '../../matching/index.ts'
import {
  type Candidate,
  type ExclusionCode,
  exclusionCodes,
  type ReasonCode,
  type RepState,
} from '../../model/index.ts'
import { hasBit, popcount, setBit } from './bit-rows.ts'
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
  readonly exclusions: readonly { readonly code: ExclusionCode; readonly count: number }[]
}

const availabilityOf: Readonly<Record<Exclude<RepState['availability'], 'on_duty'>, ExclusionCode>> = {
  inactive: 'REP_INACTIVE',
  paused: 'REP_PAUSED',
  on_leave: 'REP_ON_LEAVE',
  off_duty: 'REP_OFF_DUTY',
}

const placeOf = new Map(exclusionCodes.map((code, place) => [code, place]))

/**
 * Decides over the index and explains: terms of the best `size` candidates, reason, exclusion counts by code. null
 * where nobody is admissible or the plain path has to decide; `decide` explains those.
 */
export function explainRoute(index: RosterIndex, query: Query, size: number): ExplainedRoute | null {
  if (ownerOf(index, query) !== null || query.plan.ctx.action.pool?.when === 'always') return null
  const count = index.scan(query, Number.POSITIVE_INFINITY)
  if (count === 0) return null
  const { working, totals, found } = index
  const { band } = query.plan
  const draw = drawOf(query.item.id, working.snapshot.seed)
  const best = bestPlaces(totals, count, size)
  const from = (totals[best[0] ?? 0] ?? 0) - (band.temperature > 0 ? band.width : 0)
  const contenders = []
  for (let at = 0; at < count; at++) {
    if (totals[at]! >= from) contenders.push({ index: found[at]!, total: totals[at]!, tieKey: 0 })
  }
  const choice = choose(contenders, band, draw)
  if (choice === null) return null
  const chances = new Map(choice.inBand.map((one, place) => [one.index, choice.propensities[place] ?? 0]))
  const ctx = index.contextOf(query)
  const shown = best.map((at) => found[at]!)
  if (!shown.includes(choice.chosen.index)) shown.push(choice.chosen.index)
  return {
    repId: working.repIds[choice.chosen.index] ?? '',
    reasonCode:
      count === 1 ? 'ONLY_CANDIDATE' : choice.inBand.length > 1 ? 'NEAR_TIE_DRAW' : strategyReasons.scored,
    draw,
    eligible: count,
    top: shown.map((rep) => {
      const view = working.views[rep]!
      const state = working.stateAt(rep)
      const one = { index: rep, view, state }
      const { terms, total } = scoreCandidate(
        query.plan.ctx.action.strategy,
        one,
        ctx,
        query.queue,
        working.policy.policy,
        working.winModel,
      )
      return { repId: view.rep.id, terms, total, propensity: chances.get(rep) ?? 0 }
    }),
    exclusions: countExclusions(index, query),
  }
}

/** Places of the best totals, best first; equal totals in roster order. */
function bestPlaces(totals: Float64Array, count: number, size: number): number[] {
  const best: number[] = []
  for (let at = 0; at < count; at++) {
    if (best.length === size && totals[at]! <= totals[best[size - 1]!]!) continue
    let place = best.length
    while (place > 0 && totals[best[place - 1]!]! < totals[at]!) place -= 1
    best.splice(place, 0, at)
    if (best.length > size) best.pop()
  }
  return best
}

/** How many each code excludes: rows are taken away in the order of the codes, what falls out is counted. */
function countExclusions(index: RosterIndex, query: Query): ExplainedRoute['exclusions'] {
  const { working, onDuty } = index
  const { plan, room, region, industry, product, item } = query
  const counts = new Array<number>(exclusionCodes.length).fill(0)
  const add = (code: ExclusionCode, count: number) => {
    const place = placeOf.get(code) ?? 0
    counts[place] = (counts[place] ?? 0) + count
  }
  for (const { availability, count } of working.awayCounts()) add(availabilityOf[availability], count)
  const left = onDuty.slice()
  const takeAway = (code: ExclusionCode, row: Int32Array, keep: boolean) => {
    let gone = 0
    for (let word = 0; word < left.length; word++) {
      const out = left[word]! & (keep ? ~row[word]! : row[word]!)
      if (out === 0) continue
      gone += popcount(out)
      left[word] = left[word]! & ~out
    }
    if (gone > 0) add(code, gone)
  }
  const takeOut = (repId: string, codeOf: (rep: number) => number) => {
    const rep = working.indexOf(repId)
    if (rep === undefined || !hasBit(left, rep)) return
    setBit(left, rep, false)
    const place = codeOf(rep) - 1
    counts[place] = (counts[place] ?? 0) + 1
  }
  const excludedForItem = exclusionCodes.indexOf('EXCLUDED_FOR_ITEM') + 1
  for (const repId of item.excludedRepIds ?? []) takeOut(repId, () => excludedForItem)
  // The owner of the customer is not held to the rule, so only room can have kept them out.
  if (item.accountOwnerId !== undefined && working.policy.policy.continuity.owner === 'first') {
    takeOut(item.accountOwnerId, (rep) => room.codes[rep] ?? 0)
  }
  const skill = (code: ExclusionCode) => code === 'TAG_MISSING' || code === 'TAG_LEVEL_TOO_LOW'
  for (const { code, row } of plan.leftOut) if (!skill(code)) takeAway(code, row, false)
  takeAway('REGION_NOT_COVERED', region, true)
  takeAway('INDUSTRY_NOT_COVERED', industry, true)
  takeAway('PRODUCT_NOT_COVERED', product, true)
  for (const { code, row } of plan.leftOut) if (skill(code)) takeAway(code, row, false)
  for (let word = 0; word < left.length; word++) {
    let bits = left[word]! & ~room.row[word]!
    while (bits !== 0) {
      const low = bits & -bits
      bits ^= low
      const place = room.codes[(word << 5) + 31 - Math.clz32(low)]! - 1
      counts[place] = (counts[place] ?? 0) + 1
    }
  }
  return exclusionCodes.flatMap((code, place) => {
    const count = counts[place] ?? 0
    return count === 0 ? [] : [{ code, count }]
  })
}
