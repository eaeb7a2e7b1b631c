import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { type PoolRow, readPool } from './pool-store.ts'

/** The defaults of the migration, for a pool a rule names before anybody described it. */
const undescribed: Omit<PoolRow, 'id' | 'name'> = {
  note: '',
  position: 0,
  version: 0,
  open: true,
  takesRecalled: false,
  regions: [],
  sources: [],
  tiers: [],
  mode: 'first_come',
  windowSeconds: 30,
  dailyClaims: 10,
  dailyViews: 50,
  holdingLimit: 50,
  holdingExcludedTags: ['战略客户', 'strategic'],
  shieldMinutes: 0,
  coolDownDays: 7,
  mustMatch: true,
  respectsGauges: true,
  whenFollowed: 'block',
  backlogMinutes: 120,
  unnoticedHours: 24,
  protectDays: 10,
  extendDays: 3,
  maxDays: 20,
  classTerms: {},
  contractEndKey: null,
}

/** The pool, or how one behaves that only a rule names so far: nothing that lies in it is out of reach. */
export async function poolOrDefault(db: TenantReader, id: string): Promise<PoolRow> {
  return (await readPool(db, id)) ?? { ...undescribed, id, name: id }
}

/** Describes pools that a rule named and nobody described, with the defaults. Returns their ids. */
export async function describeNamedPools(db: TenantWriter, now: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `insert into pool (tenant_id, id, name, takes_recalled, created_at, updated_at)
     select distinct $1::uuid, o.pool_id, o.pool_id, false, $2::timestamptz, $2::timestamptz from item_ownership o
     where o.tenant_id = $1 and o.state = 'pooled' and o.pool_id ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$'
       and not exists (select 1 from pool p where p.tenant_id = $1 and p.id = o.pool_id)
     on conflict do nothing returning id`,
    [db.tenantId, new Date(now)],
    'pools_describe',
  )
  return rows.map((row) => row.id)
}
