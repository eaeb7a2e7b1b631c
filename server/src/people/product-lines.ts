import { type Actor, refusing } from '../identity/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { versionMismatch } from '../platform/http/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { noteChange } from './note-change.ts'

export interface ProductLineRow extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly version: number
}

const nameTaken = { product_line_name: 'NAME_TAKEN' } as const

export async function listProductLines(db: TenantReader): Promise<readonly ProductLineRow[]> {
  return db.query<ProductLineRow>(
    'select id, name, version from product_line where tenant_id = $1 and archived_at is null order by name, id',
    [db.tenantId],
  )
}

async function byId(db: TenantReader, id: string): Promise<ProductLineRow> {
  const [row] = await db.query<ProductLineRow>(
    'select id, name, version from product_line where tenant_id = $1 and id = $2 and archived_at is null',
    [db.tenantId, id],
  )
  if (row === undefined) throw new ProblemError('NOT_FOUND')
  return row
}

export async function createProductLine(
  db: TenantWriter,
  now: number,
  actor: Actor,
  name: string,
): Promise<ProductLineRow> {
  const id = uuidv7(now)
  await refusing(nameTaken, () =>
    db.query('insert into product_line (tenant_id, id, name, created_at) values ($1, $2, $3, $4)', [
      db.tenantId,
      id,
      name,
      new Date(now),
    ]),
  )
  await noteChange(db, now, actor, { action: 'product_line.created', id, detail: { name } })
  return byId(db, id)
}

/** Renaming follows through to the reps that sell it. */
export async function renameProductLine(
  db: TenantWriter,
  now: number,
  actor: Actor,
  id: string,
  version: number,
  name: string,
): Promise<ProductLineRow> {
  const before = await byId(db, id)
  const updated = await refusing(nameTaken, () =>
    db.query(
      `update product_line set name = $4, version = version + 1
       where tenant_id = $1 and id = $2 and version = $3 returning id`,
      [db.tenantId, id, version, name],
    ),
  )
  if (updated.length === 0) throw await versionMismatch(db, id, before.version)
  await db.query(
    `update rep set product_lines = array_replace(product_lines, $2, $3), version = version + 1, updated_at = $4
     where tenant_id = $1 and $2 = any(product_lines)`,
    [db.tenantId, before.name, name, new Date(now)],
  )
  await noteChange(db, now, actor, {
    action: 'product_line.updated',
    id,
    detail: { from: before.name, name },
  })
  return byId(db, id)
}

export async function archiveProductLine(
  db: TenantWriter,
  now: number,
  actor: Actor,
  id: string,
): Promise<void> {
  await byId(db, id)
  await db.query('update product_line set archived_at = $3 where tenant_id = $1 and id = $2', [
    db.tenantId,
    id,
    new Date(now),
  ])
  await noteChange(db, now, actor, { action: 'product_line.archived', id })
}
