import type { TenantWriter } from '../database/index.ts'
import { uuidv7 } from '../ids.ts'

/** Something that happened, announced in the transaction that made it happen. */
export interface OutboxEvent {
  /** `<entity>.<past participle>`, e.g. `lead.assigned`. Stable API. */
  readonly type: string
  readonly entityKind: string
  readonly entityId: string | null
  readonly actorId?: string | null
  readonly payload?: Readonly<Record<string, unknown>>
}

/** Writes any number of events with one statement. */
export async function announce(db: TenantWriter, now: number, events: readonly OutboxEvent[]): Promise<void> {
  if (events.length === 0) return
  await db.query(
    `insert into event (tenant_id, id, created_at, type, entity_kind, entity_id, actor_id, payload)
     select $1, e.id, $2, e.type, e.kind, e.entity, e.actor, e.payload::jsonb
     from unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::text[]) as e(id, type, kind, entity, actor, payload)`,
    [
      db.tenantId,
      new Date(now),
      events.map(() => uuidv7(now)),
      events.map((e) => e.type),
      events.map((e) => e.entityKind),
      events.map((e) => e.entityId),
      events.map((e) => e.actorId ?? null),
      events.map((e) => JSON.stringify(e.payload ?? {})),
    ],
    'outbox_announce',
  )
}

export { beginning, eventsAfter, latestPosition, type Position, type StoredEvent } from './read-events.ts'
export { type Subscription, subscriptionSweep } from './subscription.ts'
