import { addProblemSentences } from '../../app/problem-sentence.ts'
import { formatCalendarDay, formatDateTime, formatNumber, formatTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import type { PoolItem, ReleaseReason, Standing } from './pool-api.ts'

const text = (value: unknown): string =>
  typeof value === 'number' ? formatNumber(value) : String(value ?? '')

type Facts = { code: string; params?: Record<string, unknown>; until?: string | null }

const refusals: Readonly<Record<string, (params: Record<string, unknown>, until: string) => string>> = {
  POOL_CLOSED: () => m.pools_refusal_closed(),
  NOT_A_MEMBER: () => m.pools_refusal_not_member(),
  SEALED_WINDOW: () => m.pools_refusal_sealed(),
  SHIELDED: (_, until) => m.pools_refusal_shielded({ until }),
  COOLING_DOWN: (_, until) => m.pools_refusal_cooling({ until }),
  DAILY_LIMIT: (params) => m.pools_refusal_daily({ limit: text(params['limit']) }),
  HOLDING_LIMIT: (params) => m.pools_refusal_holding({ limit: text(params['limit']) }),
  NOT_MATCHING: () => m.pools_refusal_not_matching(),
  BACKLOG_SHARE: (params, until) => m.pools_refusal_backlog({ share: text(params['share']), until }),
  REP_FULL: () => m.pools_refusal_full(),
  POOL_EMPTY: () => m.pools_refusal_empty(),
}

/** What stands in the way, and until when where time alone lifts it. */
export function refusalText({ code, params = {}, until }: Facts): string {
  const when = until ? formatDateTime(new Date(until), new Date()) : ''
  return refusals[code]?.(params, when) ?? m.pools_refused()
}

const nameOf = (extra: Readonly<Record<string, unknown>>): string =>
  String((extra['owner'] as { name?: unknown } | undefined)?.name ?? '')

addProblemSentences({
  LEAD_ALREADY_CLAIMED: (extra) =>
    m.pools_already_taken({ name: nameOf(extra), at: formatTime(new Date(String(extra['since']))) }),
  CUSTOMER_FOLLOWED: (extra) =>
    extra['routed'] === true
      ? m.pools_followed_routed({ name: nameOf(extra) })
      : m.pools_followed({ name: nameOf(extra) }),
  CLAIM_REFUSED: (extra) =>
    refusalText({
      code: String(extra['refusal']),
      params: (extra['params'] as Record<string, unknown> | undefined) ?? {},
      until: (extra['until'] as string | null | undefined) ?? null,
    }),
  NOT_IN_POOL: () => m.pools_not_in_pool(),
  POOL_VIEW_LIMIT: () => m.pools_view_limit(),
  POOL_NOT_EMPTY: () => m.pools_not_empty(),
  WINDOW_CLOSED: () => m.pools_window_closed(),
})

const reasons: Readonly<Record<ReleaseReason, () => string>> = {
  no_need: m.pools_reason_no_need,
  no_budget: m.pools_reason_no_budget,
  unreachable: m.pools_reason_unreachable,
  wrong_contact: m.pools_reason_wrong_contact,
  bought_elsewhere: m.pools_reason_bought_elsewhere,
  not_my_field: m.pools_reason_not_my_field,
  too_busy: m.pools_reason_too_busy,
  low_value: m.pools_reason_low_value,
  duplicate: m.pools_reason_duplicate,
  other: m.pools_reason_other,
}

export const reasonOptions = () =>
  (Object.keys(reasons) as ReleaseReason[]).map((value) => ({ value, label: reasons[value]() }))

const recalls: Readonly<Record<string, () => string>> = {
  no_follow_up: m.pools_reason_no_follow_up,
  protection_over: m.pools_reason_protection_over,
  contract_ended: m.pools_reason_contract_ended,
}

/** Why somebody declined a handover, where they said no more. */
const declines: Readonly<Record<string, () => string>> = {
  busy: m.handover_reason_busy,
  no_fit: m.handover_reason_no_fit,
  too_far: m.handover_reason_too_far,
  conflict: m.handover_reason_conflict,
  incomplete: m.handover_reason_incomplete,
}

const causes: Readonly<Record<string, () => string>> = {
  released: m.pools_cause_released,
  recalled: m.pools_cause_recalled,
  imported: m.pools_cause_imported,
}

/** How it came into the pool: the cause, and the coded reason where there is one. */
export function originText({ cause, reason }: { cause: string | null; reason: string | null }): string {
  const what = (causes[cause ?? ''] ?? m.pools_cause_rule)()
  const why = reason === null ? undefined : (recalls[reason] ?? reasons[reason as ReleaseReason])
  return why === undefined ? what : m.pools_origin({ cause: what, reason: why() })
}

/** A coded reason as words; anything else is words already. */
export function reasonOrWords(text: string | null): string | null {
  if (text === null) return null
  return (recalls[text] ?? declines[text] ?? reasons[text as ReleaseReason])?.() ?? text
}

/** When a claimed record would be called back, with the reason. */
export function protectionText(protection: NonNullable<Standing['protection']>): string {
  const now = new Date()
  if (protection.exempt === 'won_customer') return m.pools_protect_won()
  if (protection.exempt !== null) return m.pools_protect_opportunity()
  const day = formatCalendarDay(protection.lastDay, now)
  const basis = {
    taken: m.pools_protect_taken,
    extended: m.pools_protect_extended,
    maximum: m.pools_protect_maximum,
  }[protection.basis]({ day })
  return protection.movedFrom === null
    ? basis
    : `${basis} ${m.pools_protect_moved({ day: formatCalendarDay(protection.movedFrom, now) })}`
}

/** `3天` · `5小时`: how long it has lain there. */
export function ageText(enteredAt: string, now: number): string {
  const hours = Math.max(0, Math.floor((now - Date.parse(enteredAt)) / 3_600_000))
  return hours < 48
    ? m.pools_age_hours({ count: hours })
    : m.pools_age_days({ count: Math.floor(hours / 24) })
}

export const itemTitle = (item: Pick<PoolItem, 'company' | 'name'>): string => item.company || item.name
