import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import type { AttributeDefinition } from './check-custom.ts'

const columns = `id, key, label_zh as "labelZh", label_en as "labelEn", entities, type, options, required,
  minimum::float8 as minimum, maximum::float8 as maximum, position, archived_at as "archivedAt", version`

type Row = AttributeDefinition & Record<string, unknown>

/** All of a company's, archived ones included, in the order they are shown. */
export function listAttributes(db: TenantReader): Promise<AttributeDefinition[]> {
  return db.query<Row>(
    `select ${columns} from attribute_definition where tenant_id = $1 order by position, key`,
    [db.tenantId],
    'customers_list_attributes',
  )
}

export async function lockAttribute(db: TenantWriter, id: string): Promise<AttributeDefinition | null> {
  const rows = await db.query<Row>(
    `select ${columns} from attribute_definition where tenant_id = $1 and id = $2 for update`,
    [db.tenantId, id],
  )
  return rows[0] ?? null
}

/** false where the key is taken. */
export async function insertAttribute(
  db: TenantWriter,
  d: AttributeDefinition,
  now: number,
): Promise<boolean> {
  const rows = await db.query(
    `insert into attribute_definition (tenant_id, id, key, label_zh, label_en, entities, type, options, required, minimum,
       maximum, position, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)
     on conflict (tenant_id, key) do nothing returning 1 as one`,
    [
      db.tenantId,
      d.id,
      d.key,
      d.labelZh,
      d.labelEn,
      d.entities,
      d.type,
      d.options,
      d.required,
      d.minimum,
      d.maximum,
      d.position,
      new Date(now),
    ],
  )
  await bumpCatalogue(db)
  return rows.length === 1
}

export async function updateAttribute(db: TenantWriter, d: AttributeDefinition, now: number): Promise<void> {
  await db.query(
    `update attribute_definition set label_zh = $3, label_en = $4, entities = $5, options = $6, required = $7,
       minimum = $8, maximum = $9, position = $10, archived_at = $11, updated_at = $12, version = version + 1
     where tenant_id = $1 and id = $2`,
    [
      db.tenantId,
      d.id,
      d.labelZh,
      d.labelEn,
      d.entities,
      d.options,
      d.required,
      d.minimum,
      d.maximum,
      d.position,
      d.archivedAt,
      new Date(now),
    ],
  )
  await bumpCatalogue(db)
}

async function bumpCatalogue(db: TenantWriter): Promise<void> {
  await db.query(
    `insert into catalogue_revision (tenant_id, revision) values ($1, 1)
     on conflict (tenant_id) do update set revision = catalogue_revision.revision + 1`,
    [db.tenantId],
  )
}
