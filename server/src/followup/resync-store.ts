import type { Database, TenantReader, TenantWriter } from '../platform/database/index.ts'

/** Asks for all clocks of the company to be computed again, from the beginning. */
export async function askForResync(db: TenantWriter, now: number): Promise<void> {
  await db.query(
    `insert into clock_resync (tenant_id, asked_at) values ($1, $2)
     on conflict (tenant_id) do update set asked_at = excluded.asked_at, after_id = null`,
    [db.tenantId, new Date(now)],
  )
}

export async function tenantsToResync({ dispatcher }: Pick<Database, 'dispatcher'>): Promise<string[]> {
  const { rows } = await dispatcher.query<{ id: string }>('select tenants_to_resync() as id')
  return rows.map((row) => row.id)
}

/** Where the walk stands, locked; null = nothing is asked for, or another node walks. */
export async function takeResync(db: TenantWriter): Promise<{ afterId: string | null } | null> {
  const [row] = await db.query<{ afterId: string | null }>(
    `select after_id as "afterId" from clock_resync where tenant_id = $1 for update skip locked`,
    [db.tenantId],
  )
  return row ?? null
}

export async function moveResync(db: TenantWriter, afterId: string | null): Promise<void> {
  await (afterId === null
    ? db.query('delete from clock_resync where tenant_id = $1', [db.tenantId])
    : db.query('update clock_resync set after_id = $2 where tenant_id = $1', [db.tenantId, afterId]))
}

export async function ownedItemsAfter(
  db: TenantReader,
  afterId: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select item_id as id from item_ownership
     where tenant_id = $1 and state = 'owned' and kind in ('lead', 'opportunity', 'account')
       and ($2::uuid is null or item_id > $2) order by item_id limit $3`,
    [db.tenantId, afterId, limit],
  )
  return rows.map((row) => row.id)
}
