import { addProblemSentences } from '../../app/problem-sentence.ts'
import { formatDateTime, formatTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { toIsoDay } from '../../ui/iso-day.ts'

addProblemSentences({
  OFFER_OVER: (facts) =>
    facts['answer'] === 'accepted'
      ? m.offers_over_accepted()
      : facts['answer'] === 'declined'
        ? m.offers_over_declined()
        : facts['answer'] === 'expired'
          ? m.offers_over_expired()
          : m.offers_over(),
  OFFER_NOT_ANSWERED: () => m.offers_not_answered(),
})

/** `4:09` below an hour, hours and minutes above; null = over. */
export function countdown(until: string, now: number): string | null {
  const left = Math.ceil((Date.parse(until) - now) / 1000)
  if (left <= 0) return null
  const [hours, minutes, seconds] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60]
  if (hours > 0) return m.offers_left_hours({ hours, minutes })
  return m.offers_left({ time: `${minutes}:${String(seconds).padStart(2, '0')}` })
}

/** The hour alone where it is today. */
export function byWhen(until: string): string {
  const at = new Date(until)
  const now = new Date()
  return m.offers_by({ at: toIsoDay(at) === toIsoDay(now) ? formatTime(at) : formatDateTime(at, now) })
}
