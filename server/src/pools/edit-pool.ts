import { actorOf } from '../identity/index.ts'
import { record } from '../platform/audit/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { says } from '../platform/errors/sentences/index.ts'
import type { Principal } from '../platform/http/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { announce } from '../platform/outbox/index.ts'
import type { PoolMembers } from './members.ts'
import { type PoolField, type PoolRow, poolColumns, readPool } from './pool-store.ts'

export type PoolChange = Partial<Pick<PoolRow, PoolField>> & { readonly members?: Partial<PoolMembers> }

/** Makes a pool; rules name it by its id, so the id may be given. */
export async function createPool(
  db: TenantWriter,
  principal: Principal,
  now: number,
  input: PoolChange & { readonly id?: string; readonly name: string },
): Promise<PoolRow> {
  const id = input.id ?? uuidv7(now)
  const made = await db.query(
    `insert into pool (tenant_id, id, name, created_at, updated_at) values ($1, $2, $3, $4, $4)
     on conflict do nothing returning 1 as one`,
    [db.tenantId, id, input.name, new Date(now)],
  )
  if (made.length === 0) throw new ProblemError('NAME_TAKEN', { detail: 'pool_id_used' })
  await write(db, now, id, input)
  await note(db, principal, now, 'pool.created', id, input)
  return mustRead(db, id)
}

export async function changePool(
  db: TenantWriter,
  principal: Principal,
  now: number,
  id: string,
  version: number,
  change: PoolChange,
): Promise<PoolRow> {
  const rows = await db.query<{ version: number }>(
    'select version from pool where tenant_id = $1 and id = $2 for update',
    [db.tenantId, id],
  )
  const [row] = rows
  if (row === undefined) throw new ProblemError('NOT_FOUND')
  if (row.version !== version)
    throw new ProblemError('VERSION_MISMATCH', { extra: { currentVersion: row.version } })
  await write(db, now, id, change)
  await note(db, principal, now, 'pool.updated', id, change)
  return mustRead(db, id)
}

/** An empty pool goes; with records in it there would be nobody to find them. */
export async function deletePool(
  db: TenantWriter,
  principal: Principal,
  now: number,
  id: string,
): Promise<void> {
  const [lying] = await db.query(
    `select 1 as one from item_ownership where tenant_id = $1 and pool_id = $2 and state = 'pooled' limit 1`,
    [db.tenantId, id],
  )
  if (lying !== undefined) throw new ProblemError('POOL_NOT_EMPTY')
  const gone = await db.query('delete from pool where tenant_id = $1 and id = $2 returning id', [
    db.tenantId,
    id,
  ])
  if (gone.length === 0) throw new ProblemError('NOT_FOUND')
  await note(db, principal, now, 'pool.deleted', id, {})
}

async function write(db: TenantWriter, now: number, id: string, change: PoolChange): Promise<void> {
  const sets: string[] = []
  const values: unknown[] = [db.tenantId, id, new Date(now)]
  for (const [field, column] of Object.entries(poolColumns)) {
    const value = change[field as PoolField]
    if (value === undefined) continue
    values.push(field === 'classTerms' ? JSON.stringify(value) : value)
    sets.push(`${column} = $${values.length}`)
  }
  await db.query(
    `update pool set ${[...sets, 'updated_at = $3', 'version = version + 1'].join(', ')} where tenant_id = $1 and id = $2`,
    values,
  )
  if (change.members !== undefined) await writeMembers(db, id, change.members)
}

/** Each list that is given replaces the one there is. Ids are checked: a foreign one is refused like an unknown. */
async function writeMembers(db: TenantWriter, id: string, members: Partial<PoolMembers>): Promise<void> {
  for (const [kind, ids, table] of [
    ['rep', members.repIds, 'rep'],
    ['team', members.teamIds, 'team'],
    ['manager', members.managerIds, 'member'],
  ] as const) {
    if (ids === undefined) continue
    const known = await db.query<{ id: string }>(
      `select id from ${table} where tenant_id = $1 and id = any($2::uuid[])`,
      [db.tenantId, ids],
    )
    if (known.length < new Set(ids).size)
      throw new ProblemError('VALIDATION_FAILED', {
        errors: [
          {
            field: `members.${kind}Ids`,
            code: 'unknown',
            message: says(kind === 'rep' ? 'no_such_rep' : 'no_such_team'),
          },
        ],
      })
    await db.query('delete from pool_member where tenant_id = $1 and pool_id = $2 and kind = $3', [
      db.tenantId,
      id,
      kind,
    ])
    await db.query(
      `insert into pool_member (tenant_id, pool_id, kind, subject_id) select $1, $2, $3, u from unnest($4::uuid[]) u
       on conflict do nothing`,
      [db.tenantId, id, kind, ids],
    )
  }
}

async function mustRead(db: TenantReader, id: string): Promise<PoolRow> {
  const row = await readPool(db, id)
  if (row === null) throw new ProblemError('NOT_FOUND')
  return row
}

async function note(
  db: TenantWriter,
  principal: Principal,
  now: number,
  action: string,
  poolId: string,
  change: object,
): Promise<void> {
  await record(db, now, {
    ...actorOf(principal),
    action,
    entityKind: 'pool',
    entityId: null,
    detail: { poolId, change },
  })
  await announce(db, now, [
    { type: action, entityKind: 'pool', entityId: null, actorId: principal.id, payload: { poolId } },
  ])
}
