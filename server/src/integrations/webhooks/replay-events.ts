import { randomUUID } from 'node:crypto'
import type { TenantWriter } from '../../platform/database/index.ts'
import { enqueueDeliveries } from '../../platform/deliveries/index.ts'
import { eventTypes } from '../event-catalogue.ts'
import { wants, webhookBody } from './deliver-events.ts'
import { eventsBetween, type WebhookRow } from './store.ts'

/** As much as one call may bring up again; who needs more asks again from where it ended. */
export const MOST_REPLAYED = 10_000

export interface Replay {
  readonly since: Date
  readonly until: Date
  readonly types: readonly string[]
}

/** Sends past events once more, with the ids they had: receivers that remember those they have seen lose nothing. */
export async function replayEvents(
  db: TenantWriter,
  now: number,
  webhook: WebhookRow,
  { since, until, types }: Replay,
): Promise<{ queued: number; nextSince: string | null }> {
  const wanted = (types.length === 0 ? eventTypes : types).filter((type) => wants(webhook, type))
  const events = await eventsBetween(db, { since, until, types: wanted, limit: MOST_REPLAYED })
  const replay = randomUUID()
  const queued = await enqueueDeliveries(
    db,
    now,
    events.map((event) => ({
      channel: 'webhook',
      targetId: webhook.id,
      dedupeKey: `replay:${replay}:${event.id}`,
      eventId: event.id,
      body: webhookBody(event),
      dueAt: now,
    })),
  )
  const last = events.length === MOST_REPLAYED ? events.at(-1) : undefined
  return { queued, nextSince: last === undefined ? null : new Date(last.at).toISOString() }
}
