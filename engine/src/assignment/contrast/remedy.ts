import { type ItemContext, type RepView, requirementsOf } from '../../matching/index.ts'
import type { ExclusionCode, RepState } from '../../model/index.ts'
import { gaugeExclusions, gaugeOrder } from '../../workload/index.ts'
import type { CeilingName, Change } from './change.ts'

const ceilings: Partial<
  Record<ExclusionCode, { limit: CeilingName; received: (state: RepState) => number }>
> = {
  DAILY_MAX_REACHED: { limit: 'dailyMax', received: (state) => state.receivedToday },
  WEEKLY_MAX_REACHED: { limit: 'weeklyMax', received: (state) => state.receivedThisWeek },
  MONTHLY_MAX_REACHED: { limit: 'monthlyMax', received: (state) => state.receivedThisMonth },
}

/** The least change that lifts one exclusion; null where it lies in who the rep is or in the item, not in a figure. */
export function remedyFor(
  code: ExclusionCode,
  view: RepView,
  state: RepState,
  ctx: ItemContext,
): Change | null {
  if (code === 'REP_PAUSED' || code === 'REP_ON_LEAVE' || code === 'REP_OFF_DUTY') {
    return { kind: 'availability', from: state.availability, to: 'on_duty' }
  }
  if (code === 'TAG_MISSING' || code === 'TAG_LEVEL_TOO_LOW') return tagRemedy(view, ctx)
  const ceiling = ceilings[code]
  if (ceiling !== undefined) {
    const { limit, received } = ceiling
    return { kind: 'ceiling', limit, from: view.rep.limits[limit] ?? 0, to: received(state) + 1 }
  }
  const gauge = gaugeOrder.find((name) => gaugeExclusions[name] === code)
  const threshold = view.pausingGauges.find((one) => one.name === gauge)?.threshold
  if (gauge === undefined || threshold === undefined) return null
  const to = threshold - (ctx.effects[gauge] ?? 0)
  // An item heavier than the whole gauge fits nobody with this threshold.
  return to < 0 ? null : { kind: 'load', gauge, from: state.gauges[gauge] ?? 0, to }
}

/** The listed tag that is nearest to its level; the first among equals. */
function tagRemedy(view: RepView, ctx: ItemContext): Change | null {
  const { tags } = requirementsOf(ctx.action.candidates, ctx.item, ctx.relaxation.dropped)
  let nearest: { tag: string; from: number; to: number } | null = null
  for (const { tag, minLevel } of tags ?? []) {
    const from = view.tagLevels.get(tag) ?? 0
    if (minLevel > 5) continue
    if (nearest === null || minLevel - from < nearest.to - nearest.from) nearest = { tag, from, to: minLevel }
  }
  return nearest === null ? null : { kind: 'tag', ...nearest }
}
