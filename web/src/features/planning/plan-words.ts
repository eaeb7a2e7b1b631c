import { formatNumber, formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import type { Tone } from '../../ui/badge.tsx'
import type { Move, Plan, Summary } from './plan-api.ts'

export const kindWords: Record<Plan['kind'], () => string> = {
  waiting: m.plan_kind_waiting,
  territory: m.plan_kind_territory,
  redistribute: m.plan_kind_redistribute,
  reoptimise: m.plan_kind_reoptimise,
}

export const stateWords: Record<Plan['state'], () => string> = {
  solving: m.plan_state_solving,
  draft: m.plan_state_draft,
  committing: m.plan_state_committing,
  stopped: m.plan_state_stopped,
  done: m.plan_state_done,
  undoing: m.plan_state_undoing,
  undone: m.plan_state_undone,
  failed: m.plan_state_failed,
}

export const stateTones: Record<Plan['state'], Tone> = {
  solving: 'tint',
  draft: 'tint',
  committing: 'tint',
  stopped: 'warn',
  done: 'plain',
  undoing: 'tint',
  undone: 'plain',
  failed: 'bad',
}

/** What the plan is about: nothing, whom, or whose coverage. */
export function subjectOf(plan: Plan): string {
  const names = plan.about.map(({ rep }) => rep.name)
  if (names.length === 0) return ''
  return names.length > 3
    ? m.plan_about_more({ name: names[0] ?? '', count: String(names.length) })
    : names.join(m.ui_or_separator())
}

/** How sure it is, in words a manager reads: the proof is the same number. */
export function gapWords({ gap, finished }: Summary): string {
  if (gap < 0.000_005) return m.plan_gap_best()
  const share = formatPercent(gap, gap < 0.001 ? 3 : gap < 0.01 ? 2 : 1)
  return finished ? m.plan_gap_within({ share }) : m.plan_gap_stopped({ share })
}

/** Thousandths of a point as points. */
export const points = (thousandths: number, digits = 0): string => formatNumber(thousandths / 1000, digits)

/** How much more than one by one, as a share; null where one by one placed nothing. */
export function betterThanOneByOne({ objective, oneByOne }: Summary): number | null {
  return oneByOne.objective <= 0 ? null : objective / oneByOne.objective - 1
}

export const minor = (yuan: number): number => Math.round(yuan * 100)

export const moveKindWords: Record<Move['item']['kind'], () => string> = {
  lead: m.plan_item_lead,
  account: m.plan_item_account,
  opportunity: m.plan_item_opportunity,
  task: m.plan_item_task,
}
