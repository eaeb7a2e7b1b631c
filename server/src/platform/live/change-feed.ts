import type { Platform } from '../context.ts'

const POLL_MS = 400
const PAGE = 500

/** Where a reader stands: events in the order of their transactions, and of writing inside one. */
export interface Position {
  readonly xid: string
  readonly seq: number
}

export interface Change extends Position {
  readonly type: string
  readonly entityKind: string
  readonly entityId: string | null
}

export interface Listener {
  started(at: Position): void
  /** Newer than everything the listener has seen, in order. */
  changes(changes: readonly Change[]): void
  /** The database could not be asked. */
  failed(error: unknown): void
}

export interface ChangeFeed {
  /**
   * From now on, or from where somebody stood: what they missed is read for them alone, then they share the company's
   * poll. `started` hears where they stand before anything else; the answer ends it.
   */
  listen(tenantId: string, from: Position | null, listener: Listener): Promise<() => void>
  /** Polls running now; none without a listener. */
  polling(): number
}

interface Room {
  /** Listeners with the last change each was handed. */
  readonly listeners: Map<Listener, Position>
  position: Position
  busy: boolean
  readonly timer: NodeJS.Timeout
}

/**
 * One look a company and process every 400 ms, however many clients listen: a hundred open screens would be 250
 * transactions a second otherwise. Only below the oldest running transaction, so a change that commits late is not
 * skipped.
 */
export function createChangeFeed({ database }: Pick<Platform, 'database'>): ChangeFeed {
  const rooms = new Map<string, Room>()

  const latest = (tenantId: string): Promise<Position> =>
    database.read(tenantId, async (db) => {
      const [row] = await db.query<Position & Record<string, unknown>>(
        `select xid::text as xid, seq from event
         where tenant_id = $1 and xid < pg_snapshot_xmin(pg_current_snapshot()) order by event.xid desc, seq desc limit 1`,
        [tenantId],
        'live_latest',
      )
      return row ?? { xid: '0', seq: 0 }
    })
  const since = (tenantId: string, { xid, seq }: Position): Promise<Change[]> =>
    database.read(tenantId, (db) =>
      db.query<Change & Record<string, unknown>>(
        `select xid::text as xid, seq, type, entity_kind as "entityKind", entity_id as "entityId" from event
         where tenant_id = $1 and (event.xid, seq) > ($2::xid8, $3::bigint)
           and event.xid < pg_snapshot_xmin(pg_current_snapshot()) order by event.xid, seq limit $4`,
        [tenantId, xid, seq, PAGE],
        'live_since',
      ),
    )

  const poll = async (tenantId: string, room: Room): Promise<void> => {
    if (room.busy) return
    room.busy = true
    try {
      const changes = await since(tenantId, room.position)
      const last = changes.at(-1)
      if (last === undefined) return
      room.position = last
      for (const [listener, position] of [...room.listeners]) {
        const fresh = changes.filter((change) => isBefore(position, change))
        if (fresh.length === 0) continue
        room.listeners.set(listener, last)
        listener.changes(fresh)
      }
    } catch (error) {
      for (const listener of [...room.listeners.keys()]) listener.failed(error)
    } finally {
      room.busy = false
    }
  }

  const enter = (tenantId: string, position: Position): Room => {
    const known = rooms.get(tenantId)
    if (known !== undefined) return known
    const timer = setInterval(() => void poll(tenantId, room), POLL_MS)
    const room: Room = { listeners: new Map(), position, busy: false, timer }
    rooms.set(tenantId, room)
    return room
  }

  const leave = (tenantId: string, listener: Listener): void => {
    const room = rooms.get(tenantId)
    if (room === undefined || !room.listeners.delete(listener) || room.listeners.size > 0) return
    clearInterval(room.timer)
    rooms.delete(tenantId)
  }

  return {
    async listen(tenantId, from, listener) {
      let own = from ?? (await latest(tenantId))
      listener.started(own)
      for (;;) {
        const ahead = rooms.get(tenantId)?.position
        if (ahead === undefined || !isBefore(own, ahead)) {
          enter(tenantId, own).listeners.set(listener, own)
          return () => leave(tenantId, listener)
        }
        const missed = await since(tenantId, own)
        if (missed.length > 0) listener.changes(missed)
        // Nothing between them any more: it was forgotten with age.
        own = missed.at(-1) ?? ahead
      }
    },
    polling: () => rooms.size,
  }
}

const isBefore = (a: Position, b: Position): boolean =>
  a.xid === b.xid ? a.seq < b.seq : BigInt(a.xid) < BigInt(b.xid)
