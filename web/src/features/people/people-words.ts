import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import type { Tone } from '../../ui/badge.tsx'
import type { Load } from './people-api.ts'

export const levelWord = (level: string): string =>
  level === 'newcomer'
    ? m.people_level_newcomer()
    : level === 'growing'
      ? m.people_level_growing()
      : m.people_level_senior()

const availability = {
  on_duty: () => m.people_on_duty(),
  off_duty: () => m.people_off_duty(),
  on_leave: () => m.people_on_leave(),
  paused: () => m.people_paused(),
  inactive: () => m.people_inactive(),
}
export const availabilityWord = (state: Load['availability']): string => availability[state]()

const loads: Record<Load['level'], { word: () => string; tone: Tone }> = {
  under: { word: () => m.people_load_under(), tone: 'outline' },
  ok: { word: () => m.people_load_ok(), tone: 'good' },
  flagged: { word: () => m.people_load_flagged(), tone: 'warn' },
  near: { word: () => m.people_load_near(), tone: 'warn' },
  full: { word: () => m.people_load_full(), tone: 'bad' },
  over: { word: () => m.people_load_over(), tone: 'bad' },
}
export const loadWord = (level: Load['level']): string => loads[level].word()
export const loadTone = (level: Load['level']): Tone => loads[level].tone

const gauges: Readonly<Record<string, () => string>> = {
  load_index: () => m.people_gauge_load_index(),
  open_items: () => m.people_gauge_open_items(),
  key_projects: () => m.people_gauge_key_projects(),
  concurrent_opportunities: () => m.people_gauge_concurrent_opportunities(),
  high_intent_today: () => m.people_gauge_high_intent_today(),
  followed_this_month: () => m.people_gauge_followed_this_month(),
  current_customers: () => m.people_gauge_current_customers(),
}
export const gaugeWord = (name: string): string => gauges[name]?.() ?? name

/** The load index is kept in hundredths of a point; every other gauge counts whole things. */
export const gaugeValue = (name: string, value: number): number =>
  name === 'load_index' ? value / 100 : value
export const gaugeText = (name: string, value: number): string => formatNumber(gaugeValue(name, value), 1)

export const gaugeLevelWord = (level: 'ok' | 'warn' | 'over'): string =>
  level === 'ok' ? m.people_gauge_ok() : level === 'warn' ? m.people_gauge_warn() : m.people_gauge_over()

export const families = {
  industry: () => m.people_family_industry(),
  communication: () => m.people_family_communication(),
  rhythm: () => m.people_family_rhythm(),
  tools: () => m.people_family_tools(),
  sales_skill: () => m.people_family_sales_skill(),
  self_management: () => m.people_family_self_management(),
  customer_feedback: () => m.people_family_customer_feedback(),
}
export const sources = {
  history: () => m.people_source_history(),
  callback: () => m.people_source_callback(),
  manager: () => m.people_source_manager(),
}
export const leaveKinds = {
  annual: () => m.people_leave_annual(),
  sick: () => m.people_leave_sick(),
  personal: () => m.people_leave_personal(),
  training: () => m.people_leave_training(),
  other: () => m.people_leave_other(),
}
export const limitWords: Readonly<Record<string, () => string>> = {
  dailyMax: () => m.people_limit_dailyMax(),
  weeklyMax: () => m.people_limit_weeklyMax(),
  monthlyMax: () => m.people_limit_monthlyMax(),
  dailyMin: () => m.people_limit_dailyMin(),
  weeklyMin: () => m.people_limit_weeklyMin(),
  monthlyMin: () => m.people_limit_monthlyMin(),
}
export const fromWord = (kind: string): string =>
  kind === 'rep'
    ? m.people_from_rep()
    : kind === 'personal'
      ? m.people_from_personal()
      : kind === 'team'
        ? m.people_from_team()
        : kind === 'company'
          ? m.people_from_company()
          : m.people_from_default()

export const optionsOf = <V extends string>(words: Readonly<Record<V, () => string>>) =>
  (Object.keys(words) as V[]).map((value) => ({ value, label: words[value]() }))
