import { retryOnConflict } from '../assignment/index.ts'
import type { Sweep } from '../platform/context.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { eachTenant } from '../platform/jobs/each-tenant.ts'
import { announce } from '../platform/outbox/index.ts'
import { readMembers } from './members.ts'
import { describeNamedPools } from './pool-defaults.ts'
import { recallIntoPools } from './recall-into-pools.ts'
import type { PoolServices } from './services.ts'

/** At most so many are told of at once; the rest follow with the next look. */
const BATCH = 500

/**
 * Nothing lies unclaimed unnoticed (F6): what has lain longer than its pool wants is announced once per stay to the
 * pool's managers, together and not one by one. Returns how many records.
 */
export async function tellUnnoticed(db: TenantWriter, now: number): Promise<number> {
  const rows = await db.query<{ id: string; poolId: string; enteredAt: Date }>(
    `update pool_stay s set told_at = $2 where (s.tenant_id, s.item_id) in (
       select t.tenant_id, t.item_id from pool_stay t join pool p on p.tenant_id = $1 and p.id = t.pool_id
       join item_ownership o on o.tenant_id = $1 and o.item_id = t.item_id and o.state = 'pooled'
       where t.tenant_id = $1 and t.left_at is null and t.told_at is null
         and t.entered_at < $2::timestamptz - make_interval(hours => p.unnoticed_hours)
       order by t.item_id limit ${BATCH})
     returning s.item_id as id, s.pool_id as "poolId", s.entered_at as "enteredAt"`,
    [db.tenantId, new Date(now)],
    'pool_unnoticed',
  )
  const pools = [...new Set(rows.map((row) => row.poolId))].sort()
  const members = await readMembers(db, pools)
  await announce(
    db,
    now,
    pools.map((poolId) => {
      const lying = rows.filter((row) => row.poolId === poolId)
      return {
        type: 'pool.unclaimed',
        entityKind: 'pool',
        entityId: null,
        payload: {
          poolId,
          count: lying.length,
          itemIds: lying.slice(0, 20).map((row) => row.id),
          oldestAt: new Date(Math.min(...lying.map((row) => row.enteredAt.getTime()))).toISOString(),
          recipientMemberIds: members.get(poolId)?.managerIds ?? [],
        },
      }
    }),
  )
  return rows.length
}

/**
 * Customers whose contract is over go back (X22): the pool names the custom attribute that holds the day. Whoever took
 * one after that day keeps it: it was taken to win it back.
 */
export async function recallEndedContracts(
  db: TenantWriter,
  services: PoolServices,
  now: number,
): Promise<number> {
  const { timeZone } = await services.assignment.contextOf(db, now)
  const due = await db.query<{ id: string; ownerId: string }>(
    `select distinct o.item_id as id, o.owner_id as "ownerId" from pool p
     join account a on a.tenant_id = $1 and a.archived_at is null
       and a.custom ->> p.contract_end_key ~ '^\\d{4}-\\d{2}-\\d{2}'
       and left(a.custom ->> p.contract_end_key, 10) < to_char($2::timestamptz at time zone $3, 'YYYY-MM-DD')
     join item_ownership o on o.tenant_id = $1 and o.item_id = a.id and o.state = 'owned'
     where p.tenant_id = $1 and p.contract_end_key is not null
       and not exists (select 1 from pool_stay t where t.tenant_id = $1 and t.item_id = a.id
         and to_char(t.left_at at time zone $3, 'YYYY-MM-DD') > left(a.custom ->> p.contract_end_key, 10))
       and not exists (select 1 from opportunity x where x.tenant_id = $1 and x.account_id = a.id and x.outcome = 'open')
     order by 1 limit ${BATCH}`,
    [db.tenantId, new Date(now), timeZone],
    'pool_contracts_ended',
  )
  const { pooled } = await recallIntoPools(
    db,
    services,
    now,
    due.map((row) => ({ itemId: row.id, ownerId: row.ownerId, cause: 'contract_ended', note: null })),
  )
  return pooled.length
}

/** Once a minute: pools a rule named are described, what nobody noticed is told, ended contracts come back. */
export function watchSweep(services: PoolServices): Sweep {
  const { database, clock } = services.platform
  return {
    name: 'watch-pools',
    everyMs: 60_000,
    async run(signal) {
      const { rows } = await database.dispatcher.query<{ id: string }>('select tenants_with_pools() as id')
      await eachTenant(
        rows.map((row) => row.id),
        signal,
        (tenantId) =>
          retryOnConflict(() =>
            database.write(tenantId, async (db) => {
              const now = clock.now()
              await describeNamedPools(db, now)
              await tellUnnoticed(db, now)
              await recallEndedContracts(db, services, now)
            }),
          ),
      )
    },
  }
}
