import type { TenantWriter } from '../../platform/database/index.ts'
import { enqueueDeliveries, type NewDelivery } from '../../platform/deliveries/index.ts'
import type { StoredEvent } from '../../platform/outbox/index.ts'
import { isPublicEvent } from '../event-catalogue.ts'
import { listWebhooks, type WebhookRow } from './store.ts'

/** What a receiver gets: codes and ids, no names and no contact data; they ask the API with rights of their own. */
export function webhookBody(event: StoredEvent): Readonly<Record<string, unknown>> {
  return {
    type: event.type,
    timestamp: new Date(event.at).toISOString(),
    data: {
      id: event.id,
      entityKind: event.entityKind,
      entityId: event.entityId,
      actorId: event.actorId,
      ...event.payload,
    },
  }
}

export const wants = (webhook: Pick<WebhookRow, 'eventTypes'>, type: string): boolean =>
  isPublicEvent(type) && (webhook.eventTypes.length === 0 || webhook.eventTypes.includes(type))

/** A subscriber of the outbox: each event once for every webhook that wants it, in the order of events. */
export async function deliverEvents(
  db: TenantWriter,
  now: number,
  events: readonly StoredEvent[],
): Promise<void> {
  const webhooks = (await listWebhooks(db)).filter((webhook) => webhook.enabled)
  if (webhooks.length === 0) return
  await enqueueDeliveries(
    db,
    now,
    events.flatMap((event) =>
      webhooks
        .filter((webhook) => wants(webhook, event.type))
        .map(
          (webhook): NewDelivery => ({
            channel: 'webhook',
            targetId: webhook.id,
            dedupeKey: `webhook:${event.id}:${webhook.id}`,
            eventId: event.id,
            body: webhookBody(event),
            dueAt: now,
          }),
        ),
    ),
  )
}
