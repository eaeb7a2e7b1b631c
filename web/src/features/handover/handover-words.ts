import { formatDateTime, formatNamed, formatNumber } from '../../i18n/format.ts'
import { getLocale } from '../../i18n/locale.ts'
import { m } from '../../i18n/messages.ts'
import type { Tone } from '../../ui/badge.tsx'
import type { DeclineReason, Handover, HandoverDetail, HandoverField } from './handover-api.ts'

export const labelOf = (field: HandoverField): string =>
  getLocale() === 'en' ? field.label.en : field.label.zh

/** Where it stands, and whether somebody is late. */
export function standingOf(one: Handover, now: Date): { text: string; tone: Tone } {
  const late = Date.parse(one.dueAt) <= now.getTime()
  if (one.state === 'requested')
    return one.writer === 'manager'
      ? { text: m.handover_state_manager(), tone: 'warn' }
      : { text: late ? m.handover_state_late() : m.handover_state_requested(), tone: late ? 'bad' : 'plain' }
  if (one.state === 'submitted') return { text: m.handover_state_submitted(), tone: 'warn' }
  if (one.state === 'declined') return { text: m.handover_state_declined(), tone: 'bad' }
  if (one.state === 'cancelled') return { text: m.handover_state_cancelled(), tone: 'plain' }
  return one.shadowUntil !== null && one.shadowEndedAt === null
    ? {
        text: m.handover_state_shadow({ at: formatDateTime(new Date(one.shadowUntil), now) }),
        tone: 'tint',
      }
    : { text: m.handover_state_confirmed(), tone: 'good' }
}

const causes: Readonly<Record<string, () => string>> = {
  transferred: m.handover_cause_transferred,
  overridden: m.handover_cause_overridden,
  planned: m.handover_cause_planned,
  recalled: m.handover_cause_recalled,
  released: m.handover_cause_released,
}
export const causeOf = (one: Handover): string => (causes[one.cause] ?? m.handover_cause_other)()

export const declineReasons: Readonly<Record<DeclineReason, () => string>> = {
  busy: m.handover_reason_busy,
  no_fit: m.handover_reason_no_fit,
  too_far: m.handover_reason_too_far,
  conflict: m.handover_reason_conflict,
  incomplete: m.handover_reason_incomplete,
  other: m.handover_reason_other,
}

const channels: Readonly<Record<string, () => string>> = {
  phone: m.handover_channel_phone,
  email: m.handover_channel_email,
  wechat: m.handover_channel_wechat,
  in_person: m.handover_channel_in_person,
  video: m.handover_channel_video,
}
export const channelWord = (channel: string): string => (channels[channel] ?? m.handover_channel_other)()

export const channelLine = (one: HandoverDetail): string =>
  one.channels
    .map(({ channel, contacts }) =>
      m.handover_channel_count({ channel: channelWord(channel), count: formatNumber(contacts) }),
    )
    .join(m.handover_comma())

/** What the timeline knows of a field, line by line with its day: a beginning for whoever was not there. */
export function beginningOf(one: HandoverDetail, field: HandoverField): string {
  const now = new Date()
  const found = field.findings.map(({ at, channel, text }) =>
    formatNamed(`${formatDateTime(new Date(at), now)} ${channelWord(channel)}`, text),
  )
  if (field.id === 'preferences' && one.channels.length > 0) found.unshift(channelLine(one))
  if (field.id === 'history')
    for (const { at, text } of one.nextSteps)
      found.push(m.handover_next_step({ at: formatDateTime(new Date(at), now), text }))
  return found.join('\n')
}
