import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { cutPage, type Page } from '../../platform/http/index.ts'
import { type Conditions, conditionsFor } from '../conditions.ts'
import { fitsAll, idsByText, narrowByText } from '../find-by-text.ts'
import type { IdentityKey } from '../leads/identity-key.ts'
import { type OwnershipRow, ownershipColumns } from '../leads/lead-row.ts'
import { searchPatterns } from '../normalise/search-text.ts'
import { pageOfIds, sortKeyOf, sortOrder } from '../paging.ts'
import { changeOnly, type Visibility } from '../visibility.ts'
import { type AskedWhere, narrowByGroups } from '../where.ts'
import type { RecordKind, RecordValues } from './record-kind.ts'

/** A record as it is stored: fields by their JSON names, columns' values. */
export interface RecordRow extends OwnershipRow {
  readonly id: string
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly updatedBy: string | null
  readonly archivedAt: Date | null
  readonly importId: string | null
  readonly custom: Readonly<Record<string, unknown>>
  /** Its contact data are not the caller's to read. */
  readonly hiddenHere: boolean
  readonly [field: string]: unknown
}

export interface RecordFilter {
  /** Field name → one of these values. */
  readonly oneOf: Readonly<Record<string, readonly string[]>>
  readonly owner?: readonly string[]
  readonly state?: readonly string[]
  /** Codes of the reason in force. */
  readonly reason?: readonly string[]
  readonly dueBefore?: Date
  readonly archived?: boolean
  readonly where?: AskedWhere
  readonly q?: string
}

type Row = RecordRow & { sort_key: string }

function columnsOf(kind: RecordKind, where: Conditions, visibility: Visibility): string {
  return [
    't.id, t.version, t.created_at as "createdAt", t.updated_at as "updatedAt", t.updated_by as "updatedBy"',
    't.import_id as "importId"',
    kind.archivable ? 't.archived_at as "archivedAt"' : 'null::timestamptz as "archivedAt"',
    kind.attributes === null ? `'{}'::jsonb as custom` : 't.custom',
    ...Object.entries(kind.fields).map(([name, field]) => `t.${field.column} as "${name}"`),
    ...Object.entries(kind.computed).map(([name, { sql }]) => `${sql} as "${name}"`),
    ...(kind.owned ? [ownershipColumns()] : []),
    `${kind.hides?.(where.value, visibility) ?? 'false'} as "hiddenHere"`,
  ].join(', ')
}

const from = (kind: RecordKind): string =>
  kind.owned
    ? `${kind.table} t left join item_ownership o on o.tenant_id = t.tenant_id and o.kind = '${kind.name}' and o.item_id = t.id`
    : `${kind.table} t`

/** Where nothing asks who owns a record, its own table may answer alone. */
const tablesFor = (kind: RecordKind, asked: string): string =>
  /\bo\./.test(asked) ? from(kind) : `${kind.table} t`

export async function listRecords(
  db: TenantReader,
  kind: RecordKind,
  visibility: Visibility,
  filter: RecordFilter,
  page: { readonly sort: string; readonly cursor: string | undefined; readonly limit: number },
): Promise<Page<RecordRow>> {
  const where = await narrowed(db, kind, visibility, filter)
  const order = sortOrder(kind.sorts, page.sort)
  const ids = pageOfIds(where, order, { alias: 't', tables: (asked) => tablesFor(kind, asked), ...page })
  const rows = await db.query<Row>(
    `with page as (${ids.sql})
     select ${columnsOf(kind, where, visibility)}, page.sort_at::text as sort_key
     from ${from(kind)} join page on t.tenant_id = $1 and page.id = t.id ${ids.order}`,
    where.values,
  )
  return cutPage(rows, page.limit, sortKeyOf)
}

export async function countRecords(
  db: TenantReader,
  kind: RecordKind,
  visibility: Visibility,
  filter: RecordFilter,
): Promise<number> {
  const where = await narrowed(db, kind, visibility, filter)
  const [row] = await db.query<{ n: number }>(
    `select count(*) as n from ${tablesFor(kind, where.sql)} where ${where.sql}`,
    where.values,
  )
  return row?.n ?? 0
}

export async function readRecord(
  db: TenantReader,
  kind: RecordKind,
  visibility: Visibility,
  id: string,
): Promise<RecordRow | null> {
  return one(db, kind, id, visibility, (where) => kind.see(where, visibility), '')
}

/** As readRecord, locked, and only what the caller may change. */
export async function lockRecord(
  db: TenantWriter,
  kind: RecordKind,
  visibility: Visibility,
  id: string,
): Promise<RecordRow | null> {
  const narrow = (where: Conditions): void => {
    kind.see(where, visibility)
    // Seeing a customer because one works with it, or because it is pooled, is not yet having it.
    if (kind.name === 'opportunity') changeOnly(where, visibility)
    else if (kind.owned && visibility.reach === 'own') where.plain(`o.state is distinct from 'pooled'`)
  }
  return one(db, kind, id, visibility, narrow, 'for update of t')
}

async function one(
  db: TenantReader,
  kind: RecordKind,
  id: string,
  visibility: Visibility,
  narrow: (where: Conditions) => void,
  lock: string,
): Promise<RecordRow | null> {
  const where = conditionsFor(db.tenantId, 't')
  where.and((value) => `t.id = ${value}`, id)
  narrow(where)
  const rows = await db.query<Row>(
    `select ${columnsOf(kind, where, visibility)} from ${from(kind)} where ${where.sql} ${lock}`,
    where.values,
  )
  return rows[0] ?? null
}

async function narrowed(
  db: TenantReader,
  kind: RecordKind,
  visibility: Visibility,
  filter: RecordFilter,
): Promise<Conditions> {
  const where = conditionsFor(db.tenantId, 't')
  kind.see(where, visibility)
  for (const [name, values] of Object.entries(filter.oneOf)) {
    const column = kind.fields[name]?.column
    const sql = column === undefined ? kind.computed[name]?.sql : `t.${column}`
    if (sql !== undefined) where.and((value) => `(${sql})::text = any(${value}::text[])`, values)
  }
  if (kind.owned && filter.owner !== undefined) {
    const nobody = filter.owner.includes('none') ? 'o.owner_id is null or ' : ''
    const reps = filter.owner.filter((owner) => owner !== 'none')
    where.and((value) => `(${nobody}o.owner_id = any(${value}::uuid[]))`, reps)
  }
  if (kind.owned && filter.state !== undefined)
    where.and((value) => `o.state = any(${value}::text[])`, filter.state)
  if (kind.owned && filter.reason !== undefined)
    where.and((value) => `o.reason_code = any(${value}::text[])`, filter.reason)
  if (filter.dueBefore !== undefined) where.and((value) => `t.next_step_at < ${value}`, filter.dueBefore)
  if (filter.where !== undefined) narrowByGroups(where, kind.where, filter.where)
  if (kind.archivable) where.plain(`t.archived_at is ${filter.archived === true ? 'not null' : 'null'}`)
  if (kind.searchable && filter.q !== undefined) {
    const patterns = searchPatterns(filter.q)
    if (patterns.length === 0) where.plain('false')
    else narrowByText(where, 't', await idsByText(db, kind.name, patterns), fitsAll('t', patterns))
  }
  return where
}

/** Columns and values of a record as it is to be stored, what follows from them included. */
export function stored(
  kind: RecordKind,
  values: RecordValues,
  custom: Readonly<Record<string, unknown>>,
): Map<string, unknown> {
  const columns = new Map<string, unknown>()
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = values[name] ?? null
    columns.set(field.column, field.store === undefined ? value : field.store(value as never))
  }
  for (const [column, value] of Object.entries(kind.derive(values).columns)) columns.set(column, value)
  if (kind.attributes !== null) columns.set('custom', JSON.stringify(custom))
  return columns
}

export async function insertRecord(
  db: TenantWriter,
  kind: RecordKind,
  id: string,
  columns: ReadonlyMap<string, unknown>,
  by: string,
  now: number,
): Promise<void> {
  const all = new Map<string, unknown>([
    ['id', id],
    ['created_at', new Date(now)],
    ['updated_at', new Date(now)],
    ['created_by', by],
    ...columns,
  ])
  const names = [...all.keys()]
  await refuseTaken(
    db.query(
      `insert into ${kind.table} (tenant_id, ${names.join(', ')}) values ($1, ${names.map((_, i) => `$${i + 2}`).join(', ')})`,
      [db.tenantId, ...all.values()],
    ),
  )
}

export async function updateRecord(
  db: TenantWriter,
  kind: RecordKind,
  id: string,
  columns: ReadonlyMap<string, unknown>,
  by: string,
  now: number,
): Promise<void> {
  const all = new Map<string, unknown>([['updated_at', new Date(now)], ['updated_by', by], ...columns])
  const sets = [...all.keys()].map((name, i) => `${name} = $${i + 3}`)
  await refuseTaken(
    db.query(
      `update ${kind.table} set ${sets.join(', ')}, version = version + 1 where tenant_id = $1 and id = $2`,
      [db.tenantId, id, ...all.values()],
    ),
  )
}

/** What accounts are known by: many may share a name, so this is a look-up and no claim. */
export async function replaceAccountIdentities(
  db: TenantWriter,
  id: string,
  identities: readonly IdentityKey[],
): Promise<void> {
  await db.query('delete from account_identity where tenant_id = $1 and account_id = $2', [db.tenantId, id])
  if (identities.length === 0) return
  await db.query(
    `insert into account_identity (tenant_id, kind, key, place, account_id)
     select $1, c.kind, c.key, c.place, $2 from unnest($3::text[], $4::text[], $5::text[]) as c(kind, key, place)
     on conflict do nothing`,
    [
      db.tenantId,
      id,
      identities.map((i) => i.kind),
      identities.map((i) => i.key),
      identities.map((i) => i.place),
    ],
  )
}

async function refuseTaken(statement: Promise<unknown>): Promise<void> {
  try {
    await statement
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505')
      throw new ProblemError('NAME_TAKEN', {
        extra: { constraint: 'constraint' in error ? error.constraint : null },
      })
    throw error
  }
}
