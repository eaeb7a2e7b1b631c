import type { GrabTicket } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'

/** A window as people see it while bids come in: how many, never whose. */
export interface OpenWindow {
  readonly id: string
  readonly itemId: string
  readonly closesAt: Date
  readonly seal: string
  readonly bids: number
  readonly mine: boolean
}

export interface WindowRow {
  readonly id: string
  readonly poolId: string
  readonly itemId: string
  readonly openedAt: Date
  readonly closesAt: Date
  readonly seed: number
  readonly nonce: string
  readonly seal: string
  readonly closedAt: Date | null
  readonly winnerRepId: string | null
  readonly result: WindowResult | null
}

/** The draw as it was, for everybody to draw again. */
export interface WindowResult {
  readonly tickets: readonly GrabTicket[]
  /** Who was drawn and could not take it, and why. */
  readonly passed: readonly { readonly repId: string; readonly code: string }[]
}

const COLUMNS = `id, pool_id as "poolId", item_id as "itemId", opened_at as "openedAt", closes_at as "closesAt",
  seed::int8 as seed, nonce, seal, closed_at as "closedAt", winner_rep_id as "winnerRepId", result`

type Row = WindowRow & Record<string, unknown>

export async function openWindows(
  db: TenantReader,
  poolId: string,
  repId: string | null,
): Promise<Map<string, OpenWindow>> {
  const rows = await db.query<OpenWindow & Record<string, unknown>>(
    `select w.id, w.item_id as "itemId", w.closes_at as "closesAt", w.seal, count(b.rep_id)::int as bids,
       coalesce(bool_or(b.rep_id = $3::uuid), false) as mine
     from pool_window w left join pool_bid b on b.tenant_id = $1 and b.window_id = w.id
     where w.tenant_id = $1 and w.pool_id = $2 and w.closed_at is null group by w.id, w.item_id, w.closes_at, w.seal`,
    [db.tenantId, poolId, repId],
    'pool_windows_open',
  )
  return new Map(rows.map((row) => [row.itemId, row]))
}

/** Newest first, open ones among them. */
export function readWindows(db: TenantReader, poolId: string, limit: number): Promise<WindowRow[]> {
  return db.query<Row>(
    `select ${COLUMNS} from pool_window where tenant_id = $1 and pool_id = $2 order by opened_at desc, id desc limit $3`,
    [db.tenantId, poolId, limit],
  )
}

export async function readOpenWindow(db: TenantReader, itemId: string): Promise<WindowRow | null> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from pool_window where tenant_id = $1 and item_id = $2 and closed_at is null for share`,
    [db.tenantId, itemId],
  )
  return rows[0] ?? null
}

/** Opens a window unless one is open; twins made at one moment are one. */
export async function openWindow(
  db: TenantWriter,
  window: Pick<WindowRow, 'id' | 'poolId' | 'itemId' | 'openedAt' | 'closesAt' | 'seed' | 'nonce' | 'seal'>,
): Promise<void> {
  await db.query(
    `insert into pool_window (tenant_id, id, pool_id, item_id, opened_at, closes_at, seed, nonce, seal)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      db.tenantId,
      window.id,
      window.poolId,
      window.itemId,
      window.openedAt,
      window.closesAt,
      window.seed,
      window.nonce,
      window.seal,
    ],
  )
}

export async function addBid(
  db: TenantWriter,
  windowId: string,
  repId: string,
  actorId: string | null,
  now: number,
): Promise<void> {
  await db.query(
    `insert into pool_bid (tenant_id, window_id, rep_id, actor_id, at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [db.tenantId, windowId, repId, actorId, new Date(now)],
  )
}

/** One window that is over and that nobody else is closing. */
export async function takeDueWindow(db: TenantWriter, now: number): Promise<WindowRow | null> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from pool_window where tenant_id = $1 and closed_at is null and closes_at <= $2
     order by closes_at, id limit 1 for update skip locked`,
    [db.tenantId, new Date(now)],
  )
  return rows[0] ?? null
}

export async function readBids(
  db: TenantReader,
  windowId: string,
): Promise<{ repId: string; actorId: string | null }[]> {
  return db.query<{ repId: string; actorId: string | null }>(
    `select rep_id as "repId", actor_id as "actorId" from pool_bid where tenant_id = $1 and window_id = $2 order by rep_id`,
    [db.tenantId, windowId],
  )
}

export async function closeWindow(
  db: TenantWriter,
  id: string,
  now: number,
  winnerRepId: string | null,
  result: WindowResult,
): Promise<void> {
  await db.query(
    'update pool_window set closed_at = $3, winner_rep_id = $4, result = $5 where tenant_id = $1 and id = $2',
    [db.tenantId, id, new Date(now), winnerRepId, JSON.stringify(result)],
  )
}
