import type { Platform, Sweep } from '../platform/context.ts'
import type { Sender } from '../platform/deliveries/index.ts'
import type { Outbound } from '../platform/outbound/index.ts'
import { subscriptionSweep } from '../platform/outbox/index.ts'
import { emailSender } from './email/send.ts'
import { forgetSweep } from './forget-old.ts'
import { pushSender } from './push/send.ts'
import { createVapid, type Vapid } from './push/vapid.ts'
import { robotSender } from './robots/send.ts'
import { tellMembers } from './tell-members.ts'

export interface NotificationOptions {
  readonly outbound: Outbound
  readonly mailFrom?: string
}

/** Who is told what, and how it reaches them. Listens to events; nobody calls it in the middle of a decision. */
export interface Notifications {
  readonly platform: Platform
  readonly outbound: Outbound
  readonly vapid: Vapid
  readonly emailConfigured: boolean
  /** For the one sweep that sends what leaves the house. */
  readonly senders: readonly Sender[]
  readonly sweeps: readonly Sweep[]
}

/** The address in a sender like `Peineng <peineng@example.com>`: whom push services may write to. */
const addressIn = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from

export function createNotifications(
  platform: Platform,
  { outbound, mailFrom = 'Peineng <peineng@localhost>' }: NotificationOptions,
): Notifications {
  const vapid = createVapid(platform.secret, `mailto:${addressIn(mailFrom)}`)
  return {
    platform,
    outbound,
    vapid,
    emailConfigured: platform.smtpUrl !== null,
    senders: [
      emailSender(platform, mailFrom),
      pushSender(platform, outbound, vapid),
      robotSender(platform, outbound),
    ],
    sweeps: [
      subscriptionSweep(platform, { name: 'notifications', everyMs: 500, handle: tellMembers }),
      forgetSweep(platform),
    ],
  }
}
