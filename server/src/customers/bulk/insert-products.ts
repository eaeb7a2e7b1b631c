import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'

export interface NewProduct {
  readonly id: string
  readonly name: string
  readonly line?: string
  readonly priceMinor?: number
  readonly importId: string
  readonly createdBy: string | null
}

/** Writes products; those whose name is there already are left out. Returns the ids that were written. */
export async function insertProducts(
  db: TenantWriter,
  products: readonly NewProduct[],
  now: number,
): Promise<Set<string>> {
  const rows = await db.query<{ id: string }>(
    `insert into product (tenant_id, id, created_at, updated_at, name, line, price_minor, import_id, created_by)
     select $1, r.id, $2, $2, r.name, r.line, r.price, r.import_id, r.created_by
     from json_to_recordset($3::json) as r(id uuid, name text, line text, price bigint, import_id uuid, created_by uuid)
     on conflict (tenant_id, lower(name)) where archived_at is null do nothing returning id`,
    [
      db.tenantId,
      new Date(now),
      JSON.stringify(
        products.map((p) => ({
          id: p.id,
          name: p.name,
          line: p.line,
          price: p.priceMinor,
          import_id: p.importId,
          created_by: p.createdBy,
        })),
      ),
    ],
  )
  return new Set(rows.map((row) => row.id))
}

export interface KnownValues {
  readonly products: readonly { readonly name: string; readonly line: string | null }[]
  readonly industries: readonly string[]
}

/** What the company sells and to whom: vocabularies that values of a file are held against. */
export async function knownValues(db: TenantReader): Promise<KnownValues> {
  const products = await db.query<{ name: string; line: string | null }>(
    'select name, line from product where tenant_id = $1 and archived_at is null order by created_at, id',
    [db.tenantId],
  )
  const industries = await db.query<{ industry: string }>(
    `select distinct industry from account where tenant_id = $1 and industry is not null order by industry limit 500`,
    [db.tenantId],
  )
  return { products, industries: industries.map((row) => row.industry) }
}
