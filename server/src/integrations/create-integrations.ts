import type { Platform, Sweep } from '../platform/context.ts'
import type { Sender } from '../platform/deliveries/index.ts'
import type { Outbound } from '../platform/outbound/index.ts'
import { subscriptionSweep } from '../platform/outbox/index.ts'
import { deliverEvents } from './webhooks/deliver-events.ts'
import { webhookSender } from './webhooks/send.ts'

/** What other systems are told. Listens to events; nobody calls it. */
export interface Integrations {
  readonly platform: Platform
  readonly outbound: Outbound
  /** For the one sweep that sends what leaves the house. */
  readonly senders: readonly Sender[]
  readonly sweeps: readonly Sweep[]
}

export function createIntegrations(
  platform: Platform,
  { outbound }: { readonly outbound: Outbound },
): Integrations {
  return {
    platform,
    outbound,
    senders: [webhookSender(platform, outbound)],
    sweeps: [subscriptionSweep(platform, { name: 'webhooks', handle: deliverEvents })],
  }
}
