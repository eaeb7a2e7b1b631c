import { builtInFields, customPrefix, type FieldDefinition, type FieldType } from '@peineng/engine'
import type { TenantReader } from '../../platform/database/index.ts'

export interface FieldCatalogue {
  readonly revision: number
  /** Built-in fields and the company's custom attributes (`custom.*`), archived ones left out. */
  readonly fields: readonly FieldDefinition[]
}

/** What rules may name; `revision` changes whenever an attribute does. */
export async function fieldCatalogue(db: TenantReader): Promise<FieldCatalogue> {
  const rows = await db.query<{ key: string; type: FieldType; options: string[] }>(
    `select key, type, options from attribute_definition
     where tenant_id = $1 and archived_at is null order by key`,
    [db.tenantId],
    'customers_catalogue',
  )
  return {
    revision: await catalogueRevision(db),
    fields: [
      ...builtInFields,
      ...rows.map((row) => ({
        key: customPrefix + row.key,
        type: row.type,
        ...(row.options.length === 0 ? {} : { options: row.options }),
      })),
    ],
  }
}

/** 0 = no attribute was ever defined. */
export async function catalogueRevision(db: TenantReader): Promise<number> {
  const [row] = await db.query<{ revision: number }>(
    'select revision from catalogue_revision where tenant_id = $1',
    [db.tenantId],
    'customers_catalogue_revision',
  )
  return row?.revision ?? 0
}
