import {
  capacityExclusion,
  type ItemContext,
  leftOutBecause,
  suitabilityExclusion,
} from '../matching/index.ts'
import type { ExclusionCode, ReasonCode, ReleaseCondition, RepState } from '../model/index.ts'
import type { WorkingState } from './working-state.ts'

export interface Waiting {
  readonly code: ReasonCode
  readonly release: ReleaseCondition
}

const periodOf: Partial<Record<ExclusionCode, 'dayEndsAt' | 'weekEndsAt' | 'monthEndsAt'>> = {
  DAILY_MAX_REACHED: 'dayEndsAt',
  WEEKLY_MAX_REACHED: 'weekEndsAt',
  MONTHLY_MAX_REACHED: 'monthEndsAt',
}

/**
 * Why nobody can have an item and what will release it (Decision 10). Exclusion codes alone cannot tell: they stop at
 * the first test, so a rep who is off duty and out of the rule shows as off duty. Here the suitable ones are asked
 * what keeps them; where nobody is suitable, what nobody has.
 */
export function waitingFor(working: WorkingState, ctx: ItemContext): Waiting {
  const { views, states } = working
  const active: number[] = []
  states.forEach((state, index) => {
    if (state.availability !== 'inactive') active.push(index)
  })
  if (active.length === 0) return { code: 'WAITING_NO_REPS', release: { kind: 'roster_changed' } }
  const lacking = new Set<ExclusionCode>()
  let asked = false
  const suitable = active.filter((index) => {
    const view = views[index]
    if (view === undefined) return false
    const code = suitabilityExclusion(view, ctx.wanted)
    if (code !== null) lacking.add(code)
    if (code !== null || ctx.item.excludedRepIds?.includes(view.rep.id) !== true) return code === null
    asked ||= leftOutBecause(ctx.item, view.rep.id) !== 'EXCLUDED_FOR_ITEM'
    return false
  })
  if (suitable.length === 0 && asked)
    return { code: 'WAITING_NO_TAKER', release: { kind: 'manager_decides' } }
  return suitable.length === 0 ? nobodySuitable(lacking, ctx) : suitableButHeldBack(suitable, working, ctx)
}

/** The test that got furthest names what is missing: somebody in the rule who does not cover the region, and so on. */
function nobodySuitable(lacking: ReadonlySet<ExclusionCode>, ctx: ItemContext): Waiting {
  const { nextAt } = ctx.relaxation
  const release: ReleaseCondition =
    nextAt === null ? { kind: 'roster_changed' } : { kind: 'relaxes', at: nextAt }
  const has = (...codes: readonly ExclusionCode[]) => codes.some((code) => lacking.has(code))
  if (has('TAG_MISSING', 'TAG_LEVEL_TOO_LOW')) return { code: 'WAITING_NO_SKILL', release }
  if (has('REGION_NOT_COVERED', 'INDUSTRY_NOT_COVERED', 'PRODUCT_NOT_COVERED')) {
    return { code: 'WAITING_NOT_COVERED', release }
  }
  if (lacking.size > 0) return { code: 'WAITING_NOBODY_IN_RULE', release }
  return { code: 'WAITING_MIXED', release }
}

function suitableButHeldBack(suitable: readonly number[], working: WorkingState, ctx: ItemContext): Waiting {
  const away: RepState[] = []
  const full: ExclusionCode[] = []
  const caps = working.caps.fullFor(ctx, working.views, working.now)
  let window: number | null = null
  for (const index of suitable) {
    const state = working.states[index]
    const view = working.views[index]
    if (state === undefined || view === undefined) continue
    if (state.availability !== 'on_duty') away.push(state)
    else {
      const noRoom = capacityExclusion(view, state, ctx.effects)
      const held = noRoom === null ? working.caps.heldBack(ctx, caps, view) : null
      if (held !== null && (window === null || held.freesAt < window)) window = held.freesAt
      full.push(noRoom ?? (held === null ? 'LOAD_INDEX_FULL' : 'CAP_WINDOW'))
    }
  }
  if (full.length === 0)
    return { code: 'WAITING_NOBODY_ON_DUTY', release: { kind: 'on_duty', at: earliest(away) } }
  const first = earliest(away)
  // Who comes sooner than a window opens may have it.
  if (window !== null && first !== null && first < window)
    return { code: 'WAITING_MIXED', release: { kind: 'on_duty', at: first } }
  const release = releaseOfFull(full, working, window)
  return { code: away.length === 0 ? 'WAITING_ALL_FULL' : 'WAITING_MIXED', release }
}

/** A gauge is freed by closing work; where only ceilings hold everybody back, the first period to end frees. */
function releaseOfFull(
  full: readonly ExclusionCode[],
  working: WorkingState,
  window: number | null,
): ReleaseCondition {
  let at: number | null = window
  for (const code of full) {
    if (code === 'CAP_WINDOW') continue
    const period = periodOf[code]
    if (period === undefined) return { kind: 'capacity_freed' }
    const end = working.periodBorders?.[period]
    if (end !== undefined && (at === null || end < at)) at = end
  }
  return at === null ? { kind: 'retry' } : { kind: 'period_starts', at }
}

function earliest(away: readonly RepState[]): number | null {
  let at: number | null = null
  for (const { availableAt } of away) {
    if (availableAt !== undefined && (at === null || availableAt < at)) at = availableAt
  }
  return at
}
