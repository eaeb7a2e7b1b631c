import type { TenantReader } from '../database/index.ts'

/** Where a reader stands: events in the order of their transactions, and of writing inside one. */
export interface Position {
  readonly xid: string
  readonly seq: number
}

/** Before everything. */
export const beginning: Position = { xid: '0', seq: 0 }

/** An event as it lies in the outbox. */
export interface StoredEvent extends Position {
  readonly id: string
  /** When it happened, epoch milliseconds. */
  readonly at: number
  readonly type: string
  readonly entityKind: string
  readonly entityId: string | null
  readonly actorId: string | null
  readonly payload: Readonly<Record<string, unknown>>
}

/**
 * What follows a position, oldest first, only below the oldest running transaction: one that began earlier and
 * commits later is waited for, never passed over. Costs by what is read, not by what is kept.
 */
export async function eventsAfter(
  db: TenantReader,
  { xid, seq }: Position,
  limit: number,
): Promise<StoredEvent[]> {
  const rows = await db.query<Omit<StoredEvent, 'at'> & { at: Date }>(
    `select xid::text as xid, seq, id, created_at as at, type, entity_kind as "entityKind",
       entity_id as "entityId", actor_id as "actorId", payload
     from event
     where tenant_id = $1 and (event.xid, seq) > ($2::xid8, $3::bigint)
       and event.xid < pg_snapshot_xmin(pg_current_snapshot()) order by event.xid, seq limit $4`,
    [db.tenantId, xid, seq, limit],
    'outbox_after',
  )
  return rows.map((row) => ({ ...row, at: row.at.getTime() }))
}

/** The newest place a reader may stand: whoever starts here hears what comes from now on. */
export async function latestPosition(db: TenantReader): Promise<Position> {
  const [row] = await db.query<Position & Record<string, unknown>>(
    `select xid::text as xid, seq from event
     where tenant_id = $1 and xid < pg_snapshot_xmin(pg_current_snapshot()) order by event.xid desc, seq desc limit 1`,
    [db.tenantId],
    'outbox_latest',
  )
  return row ?? beginning
}
