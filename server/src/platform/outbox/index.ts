import { rowset, type TenantWriter } from '../database/index.ts'
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

const rowsOfEvents = rowset<OutboxEvent & { readonly id: string }>('e', {
  id: ['uuid', (e) => e.id],
  type: ['text', (e) => e.type],
  kind: ['text', (e) => e.entityKind],
  entity: ['uuid', (e) => e.entityId],
  actor: ['uuid', (e) => e.actorId ?? null],
  payload: ['jsonb', (e) => JSON.stringify(e.payload ?? {})],
})

/** Writes any number of events with one statement. */
export async function announce(db: TenantWriter, now: number, events: readonly OutboxEvent[]): Promise<void> {
  if (events.length === 0) return
  await db.query(
    `insert into event (tenant_id, id, created_at, type, entity_kind, entity_id, actor_id, payload)
     select $1, e.id, $2, e.type, e.kind, e.entity, e.actor, e.payload from ${rowsOfEvents.sql(3)}`,
    [db.tenantId, new Date(now), ...rowsOfEvents.values(events.map((e) => ({ ...e, id: uuidv7(now) })))],
    'outbox_announce',
  )
}

export { beginning, eventsAfter, latestPosition, type Position, type StoredEvent } from './read-events.ts'
export { type Subscription, subscriptionSweep } from './subscription.ts'
