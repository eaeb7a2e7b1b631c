import type { ClientBase } from 'pg'

/** A reference from one table to another, by single columns in order. */
export interface ForeignKey {
  readonly columns: readonly string[]
  readonly target: string
  readonly targetColumns: readonly string[]
}

export interface TableShape {
  readonly name: string
  /** Columns whose values travel. What the database computes, and transaction ids, which mean nothing elsewhere, stay. */
  readonly columns: readonly string[]
  /** Whether rows belong to one tenant. */
  readonly ofTenant: boolean
  readonly foreignKeys: readonly ForeignKey[]
  /** Sequences behind columns, to be moved past the restored values. */
  readonly sequences: readonly { readonly column: string; readonly sequence: string }[]
  /** True where row security would silently hide rows from the role we are. */
  readonly hidden: boolean
}

/** Bookkeeping of the schema itself; the archive's header carries it. */
const NOT_DATA = new Set(['migration'])

/** Every table of our schema as the database knows it, so that a new table is in the next backup without a word. */
export async function readCatalogue(client: ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<{
    name: string
    columns: string[]
    of_tenant: boolean
    foreign_keys: ForeignKey[]
    sequences: { column: string; sequence: string }[]
    hidden: boolean
  }>(CATALOGUE_SQL)
  return rows
    .filter((row) => !NOT_DATA.has(row.name))
    .map((row) => ({
      name: row.name,
      columns: row.columns,
      ofTenant: row.of_tenant,
      foreignKeys: row.foreign_keys,
      sequences: row.sequences,
      hidden: row.hidden,
    }))
}

const CATALOGUE_SQL = `
select c.relname as name,
  (select json_agg(a.attname order by a.attnum)
     from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and a.atttypid not in ('xid8'::regtype, 'xid'::regtype)) as columns,
  exists (select from pg_attribute a
           where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as of_tenant,
  coalesce((select json_agg(json_build_object(
      'columns', (select json_agg(a.attname order by k.n) from unnest(f.conkey) with ordinality k(num, n)
                    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.num),
      'target', t.relname,
      'targetColumns', (select json_agg(a.attname order by k.n) from unnest(f.confkey) with ordinality k(num, n)
                    join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.num))
      order by f.conname)
     from pg_constraint f join pg_class t on t.oid = f.confrelid
    where f.conrelid = c.oid and f.contype = 'f' and f.conparentid = 0), '[]') as foreign_keys,
  coalesce((select json_agg(json_build_object('column', s.attname, 'sequence', s.sequence))
     from (select a.attname, pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname) as sequence
             from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) s
    where s.sequence is not null), '[]') as sequences,
  row_security_active(c.oid) and not exists (
    select from pg_policy p
     where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
       and pg_get_expr(p.polqual, p.polrelid) = 'true'
       and exists (select from unnest(p.polroles) r(oid)
                    where r.oid = 0 or pg_has_role(current_user, r.oid, 'USAGE'))) as hidden
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
order by c.relname`

/** The tables so that each comes after those it refers to; a table may refer to itself. */
export function inReferenceOrder(tables: readonly TableShape[]): TableShape[] {
  const ordered: TableShape[] = []
  const placed = new Set<string>()
  let waiting = [...tables]
  while (waiting.length > 0) {
    const ready = waiting.filter((table) =>
      table.foreignKeys.every(({ target }) => target === table.name || placed.has(target)),
    )
    if (ready.length === 0) {
      throw new Error(`tables refer to each other in a circle: ${waiting.map(({ name }) => name).join(', ')}`)
    }
    for (const table of ready) placed.add(table.name)
    ordered.push(...ready)
    waiting = waiting.filter((table) => !placed.has(table.name))
  }
  return ordered
}
