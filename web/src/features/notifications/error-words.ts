import { m } from '../../i18n/messages.ts'

const words: Readonly<Record<string, () => string>> = {
  UNREACHABLE: m.notifications_error_unreachable,
  ROBOT_REFUSED: m.notifications_error_robot_refused,
  ROBOT_RATE_LIMITED: m.notifications_error_rate_limited,
  ROBOT_ERROR: m.notifications_error_robot,
  ROBOT_OFF: m.notifications_error_off,
  WEBHOOK_OFF: m.notifications_error_off,
  TARGET_GONE: m.notifications_error_gone,
  TARGET_PRIVATE: m.notifications_error_private,
  EMAIL_NOT_CONFIGURED: m.notifications_error_no_mail,
  MAIL_FAILED: m.notifications_error_mail,
  MAILBOX_REFUSED: m.notifications_error_mailbox,
  PUSH_GONE: m.notifications_error_push_gone,
  RECEIVER_GONE: m.notifications_error_receiver_gone,
}

/** A code of the delivery log in words; one that is unknown here is shown as it is. */
export const errorWords = (code: string): string =>
  words[code]?.() ?? (code.startsWith('HTTP_') ? m.notifications_error_http({ status: code.slice(5) }) : code)
