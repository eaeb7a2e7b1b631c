import type { ExclusionCode, RepState } from '../model/index.ts'
import { gaugeExclusions } from '../workload/index.ts'
import type { GaugeEffects } from './gauge-effects.ts'
import type { RepView } from './rep-view.ts'
import type { Requirements } from './requirements.ts'
import { territoryCovers } from './territory.ts'

const availabilityCodes = {
  on_duty: null,
  inactive: 'REP_INACTIVE',
  paused: 'REP_PAUSED',
  on_leave: 'REP_ON_LEAVE',
  off_duty: 'REP_OFF_DUTY',
} as const satisfies Record<RepState['availability'], ExclusionCode | null>

/** Is the person there to take work at all? */
export function availabilityExclusion(state: RepState): ExclusionCode | null {
  return availabilityCodes[state.availability]
}

/** Does the person belong to those the rule wants for this item? Codes in the order of `exclusionCodes`. */
export function suitabilityExclusion(view: RepView, wanted: Requirements): ExclusionCode | null {
  if (wanted.roles?.some((role) => view.roles.has(role)) === false) return 'ROLE_NOT_IN_RULE'
  if (wanted.teams?.some((team) => view.teams.has(team)) === false) return 'TEAM_NOT_IN_RULE'
  if (wanted.repIds?.has(view.rep.id) === false) return 'REP_NOT_IN_RULE'
  if (wanted.levels?.includes(view.rep.level) === false) return 'LEVEL_NOT_IN_RULE'
  if (!coversPlace(view, wanted.territories)) return 'TERRITORY_NOT_IN_RULE'
  if (!coversPlace(view, wanted.regions)) return 'REGION_NOT_COVERED'
  if (!coversName(view.industries, wanted.industries)) return 'INDUSTRY_NOT_COVERED'
  if (!coversName(view.products, wanted.products)) return 'PRODUCT_NOT_COVERED'
  return tagExclusion(view, wanted.tags)
}

function coversPlace(view: RepView, places: Requirements['regions']): boolean {
  if (places === null || view.territories.length === 0) return true
  return places.some((place) => view.territories.some((covered) => territoryCovers(covered, place)))
}

function coversName(own: ReadonlySet<string>, names: readonly string[] | null): boolean {
  return names === null || own.size === 0 || names.some((name) => own.has(name))
}

/** One of the listed tags at its level is enough (a list holds if any of its entries does, X11). */
function tagExclusion(view: RepView, tags: Requirements['tags']): ExclusionCode | null {
  if (tags === null) return null
  let known = false
  for (const { tag, minLevel } of tags) {
    const level = view.tagLevels.get(tag)
    if (level === undefined) continue
    if (level >= minLevel) return null
    known = true
  }
  return known ? 'TAG_LEVEL_TOO_LOW' : 'TAG_MISSING'
}

/**
 * Would taking the item break a pausing gauge or a ceiling? Every pausing gauge must be <= its threshold after
 * taking the item (law 2). Ceilings are compared as they are, never divided into daily shares, so that a small
 * monthly one does not round to nothing (X17).
 */
export function capacityExclusion(
  view: RepView,
  state: RepState,
  effects: GaugeEffects,
): ExclusionCode | null {
  for (const { name, threshold } of view.pausingGauges) {
    if ((state.gauges[name] ?? 0) + (effects[name] ?? 0) > threshold) return gaugeExclusions[name]
  }
  const { dailyMax, weeklyMax, monthlyMax } = view.rep.limits
  if (dailyMax !== null && state.receivedToday + 1 > dailyMax) return 'DAILY_MAX_REACHED'
  if (weeklyMax !== null && state.receivedThisWeek + 1 > weeklyMax) return 'WEEKLY_MAX_REACHED'
  if (monthlyMax !== null && state.receivedThisMonth + 1 > monthlyMax) return 'MONTHLY_MAX_REACHED'
  return null
}
