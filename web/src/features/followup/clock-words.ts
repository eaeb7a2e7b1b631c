import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import type { Tone } from '../../ui/badge.tsx'
import type { Clock, ItemClocks } from './followup-api.ts'

const HOUR = 60
const DAY = 24 * HOUR

/** `5 小时 12 分`, `3 天 4 小时`, `48 小时`: the two units that matter, without one that is nothing. */
export function durationText(minutes: number): string {
  const all = Math.abs(Math.round(minutes))
  if (all > 2 * DAY) {
    const [days, hours] = [Math.floor(all / DAY), Math.floor((all % DAY) / HOUR)]
    return hours === 0 ? m.followup_days({ days }) : m.followup_days_hours({ days, hours })
  }
  if (all >= HOUR) {
    const [hours, rest] = [Math.floor(all / HOUR), all % HOUR]
    return rest === 0 ? m.followup_hours({ hours }) : m.followup_hours_minutes({ hours, minutes: rest })
  }
  return m.followup_minutes({ minutes: all })
}

const left = {
  recall: m.followup_left_recall,
  first_response: m.followup_left_first_response,
  progress: m.followup_left_progress,
  protection: m.followup_left_protection,
  reminder: m.followup_left_reminder,
} as const
const over = {
  recall: () => m.followup_over_recall(),
  first_response: (text: string) => m.followup_over_first_response({ left: text }),
  progress: (text: string) => m.followup_over_progress({ left: text }),
  protection: () => m.followup_over_protection(),
  reminder: () => m.followup_over_reminder(),
} as const

/** `回收还剩 5 小时 12 分`. */
export function clockText(clock: Clock): string {
  if (clock.leftMinutes === null) return m.followup_no_deadline()
  const text = durationText(clock.leftMinutes)
  return clock.state === 'overdue' ? over[clock.kind](text) : left[clock.kind]({ left: text })
}

const pauses = {
  leave: m.followup_pause_leave,
  holiday: m.followup_pause_holiday,
  non_working_day: m.followup_pause_non_working_day,
  off_hours: m.followup_pause_off_hours,
  outage: m.followup_pause_outage,
} as const

/** … `因为…`: since when, what the policy allows, and whether and why it stands still. */
export function becauseText(clock: Clock, { slaClass }: Pick<ItemClocks, 'slaClass'>): string {
  const now = new Date()
  const since = formatDateTime(new Date(clock.startedAt), now)
  const allowed = durationText(clock.allowed.minutes ?? 0)
  const why = {
    recall: () => m.followup_because_recall({ since, slaClass, allowed }),
    first_response: () => m.followup_because_first_response({ since, slaClass, allowed }),
    progress: () => m.followup_because_progress({ since, count: clock.allowed.days ?? 0 }),
    protection: () => m.followup_because_protection({ since }),
    reminder: () => m.followup_because_reminder({ count: clock.fired }),
  }[clock.kind]()
  return why
}

/** Why it stands still, in a word: `请假`. */
export const pauseWord = (pause: NonNullable<Clock['pause']>): string => pauses[pause.cause]()

export function pauseText(clock: Clock): string | null {
  if (clock.pause === null) return null
  const cause = pauses[clock.pause.cause]()
  return clock.pause.until === null
    ? m.followup_paused({ cause })
    : m.followup_paused_until({ cause, until: formatDateTime(new Date(clock.pause.until), new Date()) })
}

/** Red when it is over, amber when little is left: a day for what takes days, a quarter for the rest. */
export function clockTone(clock: Clock): Tone {
  if (clock.leftMinutes === null || clock.kind === 'reminder') return 'plain'
  if (clock.state === 'overdue') return 'bad'
  const allowed = clock.allowed.minutes ?? (clock.allowed.days ?? 0) * DAY
  const near = allowed > DAY ? DAY : allowed / 4
  return clock.leftMinutes <= near ? 'warn' : 'plain'
}

const order = ['recall', 'first_response', 'protection', 'progress'] as const

/** The one clock a list has room for: what is over first, then what takes the work away, then the rest. */
export function mostUrgent(clocks: readonly Clock[]): Clock | null {
  const shown = clocks.filter((clock) => clock.kind !== 'reminder' && clock.leftMinutes !== null)
  const rank = (clock: Clock) =>
    (clockTone(clock) === 'bad' ? 0 : clockTone(clock) === 'warn' ? 10 : 20) +
    order.indexOf(clock.kind as (typeof order)[number])
  return shown.toSorted((a, b) => rank(a) - rank(b))[0] ?? null
}
