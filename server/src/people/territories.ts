import { type Actor, refusing } from '../identity/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { versionMismatch } from '../platform/http/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { noteChange } from './note-change.ts'
import { lockTree } from './teams.ts'

/** From the widest to the narrowest; a node stands below a wider one. */
export const territoryKinds = ['country', 'region', 'province', 'city'] as const
export type TerritoryKind = (typeof territoryKinds)[number]

export interface TerritoryRow extends Record<string, unknown> {
  readonly id: string
  readonly parent_id: string | null
  readonly kind: TerritoryKind
  readonly name: string
  readonly aliases: readonly string[]
  readonly version: number
}

export interface TerritoryFields {
  readonly kind: TerritoryKind
  readonly name: string
  readonly parentId: string | null
  readonly aliases: readonly string[]
}

const COLUMNS = 'id, parent_id, kind, name, aliases, version'
const nameTaken = { territory_name: 'NAME_TAKEN' } as const

export async function listTerritories(db: TenantReader): Promise<readonly TerritoryRow[]> {
  return db.query<TerritoryRow>(
    `select ${COLUMNS} from territory where tenant_id = $1 order by created_at, id`,
    [db.tenantId],
  )
}

async function byId(db: TenantReader, id: string): Promise<TerritoryRow> {
  const [row] = await db.query<TerritoryRow>(
    `select ${COLUMNS} from territory where tenant_id = $1 and id = $2`,
    [db.tenantId, id],
  )
  if (row === undefined) throw new ProblemError('NOT_FOUND')
  return row
}

/** A parent of a wider kind: that alone makes a circle impossible. */
async function mustBeWider(db: TenantReader, kind: TerritoryKind, parentId: string | null): Promise<void> {
  if (parentId === null) return
  const parent = await byId(db, parentId)
  if (territoryKinds.indexOf(parent.kind) >= territoryKinds.indexOf(kind))
    throw new ProblemError('TREE_CYCLE')
}

export async function createTerritory(
  db: TenantWriter,
  now: number,
  actor: Actor,
  input: Pick<TerritoryFields, 'kind' | 'name'> & Partial<TerritoryFields>,
): Promise<TerritoryRow> {
  await lockTree(db)
  await mustBeWider(db, input.kind, input.parentId ?? null)
  const id = uuidv7(now)
  await refusing(nameTaken, () =>
    db.query(
      `insert into territory (tenant_id, id, parent_id, kind, name, aliases, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [db.tenantId, id, input.parentId ?? null, input.kind, input.name, input.aliases ?? [], new Date(now)],
    ),
  )
  await noteChange(db, now, actor, { action: 'territory.created', id, detail: { name: input.name } })
  return byId(db, id)
}

/** Renaming follows through to the reps that name the node, where the name meant this node alone. */
export async function changeTerritory(
  db: TenantWriter,
  now: number,
  actor: Actor,
  id: string,
  version: number,
  change: { readonly [K in keyof Omit<TerritoryFields, 'kind'>]?: TerritoryFields[K] | undefined },
): Promise<TerritoryRow> {
  await lockTree(db)
  const before = await byId(db, id)
  if (before.version !== version) throw await versionMismatch(db, id, before.version)
  if (change.parentId !== undefined) await mustBeWider(db, before.kind, change.parentId)
  const name = change.name ?? before.name
  await refusing(nameTaken, () =>
    db.query(
      `update territory set name = $3, parent_id = $4, aliases = $5, version = version + 1
       where tenant_id = $1 and id = $2`,
      [
        db.tenantId,
        id,
        name,
        change.parentId === undefined ? before.parent_id : change.parentId,
        change.aliases ?? before.aliases,
      ],
    ),
  )
  if (name !== before.name)
    await db.query(
      `update rep set territories = array_replace(territories, $2, $3), version = version + 1, updated_at = $4
       where tenant_id = $1 and $2 = any(territories)
         and not exists (select from territory where tenant_id = $1 and name = $2)`,
      [db.tenantId, before.name, name, new Date(now)],
    )
  await noteChange(db, now, actor, { action: 'territory.updated', id, detail: { ...change } })
  return byId(db, id)
}

/** Removes a node nothing stands below. */
export async function removeTerritory(
  db: TenantWriter,
  now: number,
  actor: Actor,
  id: string,
): Promise<void> {
  const before = await byId(db, id)
  const parentStays = {
    territory_parent: () => new ProblemError('CONFLICT', { detail: 'territories_below' }),
  }
  await refusing(parentStays, () =>
    db.query('delete from territory where tenant_id = $1 and id = $2', [db.tenantId, id]),
  )
  await noteChange(db, now, actor, { action: 'territory.removed', id, detail: { name: before.name } })
}
