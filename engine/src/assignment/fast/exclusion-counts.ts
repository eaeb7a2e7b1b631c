import { leftOutBecause } from '../../matching/index.ts'
import { type ExclusionCode, exclusionCodes, type RepState } from '../../model/index.ts'
import { hasBit, popcount, setBit, setBits } from './bit-rows.ts'
import type { ExcludedCount } from './lead-nodes.ts'
import type { Query, RosterIndex } from './roster-index.ts'

const awayCodes: readonly (readonly [Exclude<RepState['availability'], 'on_duty'>, ExclusionCode])[] = [
  ['inactive', 'REP_INACTIVE'],
  ['paused', 'REP_PAUSED'],
  ['on_leave', 'REP_ON_LEAVE'],
  ['off_duty', 'REP_OFF_DUTY'],
]

/** How often each code was met in the rest of a count; all 0 between calls. Place in `exclusionCodes` + 1. */
const met = new Int32Array(exclusionCodes.length + 1)

/** How many each code excludes, in the order of the codes. */
export function countExclusions(index: RosterIndex, query: Query): readonly ExcludedCount[] {
  const { item, node } = query
  const { continuity } = index.working.policy.policy
  // Who is left out of an item, and the owner who is not held to the rule, are taken out before anybody is counted.
  if (
    item.excludedRepIds !== undefined ||
    (item.accountOwnerId !== undefined && continuity.owner === 'first')
  ) {
    return countOneByOne(index, query)
  }
  if (node.excluded?.duty !== index.duty) {
    const counts = away(index)
    takeRows(query, index.onDuty.slice(), (code, count) => counts.push({ code, count }))
    node.excluded = { duty: index.duty, counts }
  }
  return withFull(node.excluded.counts, index, query)
}

function away({ working }: RosterIndex): ExcludedCount[] {
  const counts = new Map(working.awayCounts().map(({ availability, count }) => [availability, count]))
  return awayCodes.flatMap(([availability, code]) => {
    const count = counts.get(availability) ?? 0
    return count === 0 ? [] : [{ code, count }]
  })
}

/** Adds those who are wanted and there but have no room. */
function withFull(
  before: readonly ExcludedCount[],
  { onDuty }: RosterIndex,
  { node, room }: Query,
): readonly ExcludedCount[] {
  const { row, codes } = room
  const wanted = node.row
  let all = 0
  for (let word = 0; word < wanted.length; word++) {
    let bits = wanted[word]! & onDuty[word]! & ~row[word]!
    while (bits !== 0) {
      const low = bits & -bits
      bits ^= low
      met[codes[(word << 5) + 31 - Math.clz32(low)]!]! += 1
      all += 1
    }
  }
  if (all === 0) return before
  const counts = before.slice()
  for (let place = 1; place < met.length; place++) {
    const count = met[place]!
    if (count === 0) continue
    counts.push({ code: exclusionCodes[place - 1]!, count })
    met[place] = 0
  }
  return counts
}

/** Takes rows away from `left` in the order of the codes; what falls out is counted. */
function takeRows(
  { plan, item }: Query,
  left: Int32Array,
  add: (code: ExclusionCode, count: number) => void,
): void {
  const takeAway = (code: ExclusionCode, row: Int32Array, keep: boolean): void => {
    let gone = 0
    for (let word = 0; word < left.length; word++) {
      const out = left[word]! & (keep ? ~row[word]! : row[word]!)
      if (out === 0) continue
      gone += popcount(out)
      left[word] = left[word]! & ~out
    }
    if (gone > 0) add(code, gone)
  }
  const { region, industry, product } = plan.covering(item)
  const skill = (code: ExclusionCode) => code === 'TAG_MISSING' || code === 'TAG_LEVEL_TOO_LOW'
  for (const { code, row } of plan.leftOut) if (!skill(code)) takeAway(code, row, false)
  takeAway('REGION_NOT_COVERED', region, true)
  takeAway('INDUSTRY_NOT_COVERED', industry, true)
  takeAway('PRODUCT_NOT_COVERED', product, true)
  for (const { code, row } of plan.leftOut) if (skill(code)) takeAway(code, row, false)
}

function countOneByOne(index: RosterIndex, query: Query): ExcludedCount[] {
  const { working, onDuty } = index
  const { room, item } = query
  const counts = new Array<number>(exclusionCodes.length).fill(0)
  const add = (place: number, count: number): void => {
    counts[place] = (counts[place] ?? 0) + count
  }
  const placeOf = (code: ExclusionCode): number => exclusionCodes.indexOf(code)
  for (const { code, count } of away(index)) add(placeOf(code), count)
  const left = onDuty.slice()
  const takeOut = (repId: string, placeFor: (rep: number) => number): void => {
    const rep = working.indexOf(repId)
    if (rep === undefined || !hasBit(left, rep)) return
    setBit(left, rep, false)
    const place = placeFor(rep)
    if (place >= 0) add(place, 1)
  }
  for (const repId of item.excludedRepIds ?? []) {
    takeOut(repId, () => placeOf(leftOutBecause(item, repId)))
  }
  // The owner of the customer is not held to the rule, so only room can have kept them out.
  if (item.accountOwnerId !== undefined && working.policy.policy.continuity.owner === 'first') {
    takeOut(item.accountOwnerId, (rep) => (room.codes[rep] ?? 0) - 1)
  }
  takeRows(query, left, (code, count) => add(placeOf(code), count))
  for (const rep of setBits(left)) {
    const code = room.codes[rep] ?? 0
    if (code > 0) add(code - 1, 1)
  }
  return exclusionCodes.flatMap((code, place) => {
    const count = counts[place] ?? 0
    return count === 0 ? [] : [{ code, count }]
  })
}
