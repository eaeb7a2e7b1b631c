import { rowset, type TenantReader, type TenantWriter } from '../../platform/database/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { withdrawFromHandovers } from '../handing-over/handover-store.ts'

/** Why an item changed hands. Stable API. */
export type ChangeCause =
  | 'created'
  | 'imported'
  | 'assigned'
  | 'released'
  | 'overridden'
  | 'transferred'
  | 'claimed'
  | 'accepted'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'recalled'
  | 'planned'
  | 'reoptimised'
  | 'undone'
  /** Whoever was to take it over declined before they had read the handover. */
  | 'handed_back'
  | 'closed'
  | 'reopened'

export interface OwnershipChange {
  readonly itemId: string
  readonly fromState: string | null
  readonly fromOwnerId: string | null
  readonly toState: string
  readonly toOwnerId: string | null
  readonly toPoolId: string | null
  readonly decisionId: string | null
  readonly cause: ChangeCause
  readonly actorId: string | null
  readonly note: string | null
}

const rowsOfChanges = rowset<OwnershipChange & { readonly id: string }>('c', {
  id: ['uuid', (c) => c.id],
  item: ['uuid', (c) => c.itemId],
  from_state: ['text', (c) => c.fromState],
  from_owner: ['uuid', (c) => c.fromOwnerId],
  to_state: ['text', (c) => c.toState],
  to_owner: ['uuid', (c) => c.toOwnerId],
  to_pool: ['text', (c) => c.toPoolId],
  decision: ['uuid', (c) => c.decisionId],
  cause: ['text', (c) => c.cause],
  actor: ['uuid', (c) => c.actorId],
  note: ['text', (c) => c.note],
})

/**
 * Each change stands after the one before it, whatever the clock of this server says: who was a moment later under the
 * item's lock is later in its history, also where another server's clock runs ahead.
 */
export async function appendOwnershipChanges(
  db: TenantWriter,
  now: number,
  changes: readonly OwnershipChange[],
): Promise<void> {
  if (changes.length === 0) return
  await db.query(
    `insert into ownership_change (tenant_id, id, at, item_id, from_state, from_owner_id, to_state, to_owner_id, to_pool_id,
       decision_id, cause, actor_id, note)
     select $1, c.id, case when from_state is null then $2::timestamptz else greatest($2::timestamptz,
         (select max(h.at) + interval '1 microsecond' from ownership_change h
          where h.tenant_id = $1 and h.item_id = item)) end,
       item, from_state, from_owner, to_state, to_owner, to_pool, decision, cause, actor, note
     from ${rowsOfChanges.sql(3)}`,
    [db.tenantId, new Date(now), ...rowsOfChanges.values(changes.map((c) => ({ ...c, id: uuidv7(now) })))],
    'ownership_append',
  )
  await withdrawFromHandovers(
    db,
    now,
    changes.flatMap((c) => (c.fromOwnerId !== null && c.fromOwnerId !== c.toOwnerId ? [c.itemId] : [])),
  )
}

export interface OwnershipChangeRow extends OwnershipChange {
  readonly id: string
  readonly at: Date
}

/** Newest first. */
export async function readOwnershipChanges(
  db: TenantReader,
  itemId: string,
  limit: number,
): Promise<OwnershipChangeRow[]> {
  return db.query<OwnershipChangeRow & Record<string, unknown>>(
    `select id, at, item_id as "itemId", from_state as "fromState", from_owner_id as "fromOwnerId", to_state as "toState",
       to_owner_id as "toOwnerId", to_pool_id as "toPoolId", decision_id as "decisionId", cause, actor_id as "actorId", note
     from ownership_change where tenant_id = $1 and item_id = $2 order by at desc, id desc limit $3`,
    [db.tenantId, itemId, limit],
  )
}
