import type { ReliefKind } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'

export interface ReliefTransfer {
  readonly itemId: string
  readonly kind: ReliefKind
  readonly fromRepId: string
  readonly toRepId: string
  /** When it is offered back; null = it stays. */
  readonly until: number | null
  readonly actorId: string | null
}

export async function insertTransfers(
  db: TenantWriter,
  now: number,
  transfers: readonly ReliefTransfer[],
): Promise<void> {
  if (transfers.length === 0) return
  await db.query(
    `insert into relief_transfer (tenant_id, item_id, at, kind, from_rep_id, to_rep_id, until, actor_id)
     select $1, i, $2, k, f, t, u, a
     from unnest($3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::timestamptz[], $8::uuid[]) as r(i, k, f, t, u, a)`,
    [
      db.tenantId,
      new Date(now),
      transfers.map((one) => one.itemId),
      transfers.map((one) => one.kind),
      transfers.map((one) => one.fromRepId),
      transfers.map((one) => one.toRepId),
      transfers.map((one) => (one.until === null ? null : new Date(one.until))),
      transfers.map((one) => one.actorId),
    ],
  )
}

/** The last transfer of each item that is still with whom it was transferred to. */
export async function openTransfers(
  db: TenantReader,
  itemIds: readonly string[],
): Promise<{ itemId: string; itemKind: 'lead' | 'opportunity'; fromRepId: string; toRepId: string }[]> {
  return db.query(
    `select distinct on (r.item_id) r.item_id as "itemId", o.kind as "itemKind", r.from_rep_id as "fromRepId",
       r.to_rep_id as "toRepId"
     from relief_transfer r
     join item_ownership o on o.tenant_id = $1 and o.item_id = r.item_id and o.state = 'owned'
       and o.owner_id = r.to_rep_id
     where r.tenant_id = $1 and r.item_id = any($2) order by r.item_id, r.at desc`,
    [db.tenantId, itemIds],
  )
}
