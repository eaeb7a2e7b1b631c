import type { Database, TenantReader, TenantWriter } from '../../platform/database/index.ts'
import type { ImportKind } from './kinds.ts'
import type { ImportMapping } from './mapping-document.ts'
import type { ProposedColumn } from './propose-mapping.ts'
import type { FileFormat, FileSource } from './read/sheet-row.ts'
import type { RunReport } from './run-state.ts'

export type ImportState = 'uploading' | 'ready' | 'working' | 'done' | 'failed' | 'undone'
export type ImportTask = 'dry_run' | 'import' | 'undo'

export interface ImportRow {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly fileSize: number
  readonly fileHash: string
  readonly state: ImportState
  readonly task: ImportTask | null
  readonly format: FileFormat | null
  readonly columns: readonly ProposedColumn[]
  readonly preview: readonly { readonly number: number; readonly cells: readonly string[] }[]
  readonly mapping: ImportMapping
  readonly dryRun: RunReport | null
  readonly result: RunReport | null
  readonly rowReached: number
  readonly totalRows: number | null
  readonly problem: { readonly code: string; readonly message: string } | null
  readonly createdBy: string | null
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly version: number
}

const columns = `id, kind, file_name as "fileName", file_size as "fileSize", file_hash as "fileHash", state, task, format,
  columns, preview, mapping, dry_run as "dryRun", result, row_reached as "rowReached", total_rows as "totalRows",
  problem, created_by as "createdBy", created_at as "createdAt", started_at as "startedAt",
  finished_at as "finishedAt", version`

type Row = ImportRow & Record<string, unknown>

export async function insertImport(
  db: TenantWriter,
  row: Pick<ImportRow, 'id' | 'kind' | 'fileName' | 'createdBy'>,
  now: number,
): Promise<void> {
  await db.query(
    `insert into import (tenant_id, id, kind, file_name, state, created_by, created_at)
     values ($1, $2, $3, $4, 'uploading', $5, $6)`,
    [db.tenantId, row.id, row.kind, row.fileName, row.createdBy, new Date(now)],
  )
}

export async function readImport(db: TenantReader, id: string): Promise<ImportRow | null> {
  const rows = await db.query<Row>(`select ${columns} from import where tenant_id = $1 and id = $2`, [
    db.tenantId,
    id,
  ])
  return rows[0] ?? null
}

export async function lockImport(db: TenantWriter, id: string): Promise<ImportRow | null> {
  const rows = await db.query<Row>(
    `select ${columns} from import where tenant_id = $1 and id = $2 for update`,
    [db.tenantId, id],
  )
  return rows[0] ?? null
}

export function listImports(
  db: TenantReader,
  before: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<(ImportRow & { sort_key: string })[]> {
  return db.query<Row & { sort_key: string }>(
    `select ${columns}, created_at::text as sort_key from import
     where tenant_id = $1 and state <> 'uploading' and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
     order by created_at desc, id desc limit $4`,
    [db.tenantId, before?.at ?? null, before?.id ?? null, limit],
  )
}

const jsonColumns = new Set(['format', 'columns', 'preview', 'mapping', 'dry_run', 'result', 'problem'])

/** Sets columns of an import; each change is a new version. */
export async function updateImport(
  db: TenantWriter,
  id: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = Object.keys(change)
  const values = names.map((name) => {
    const value = change[name]
    return jsonColumns.has(name) && value !== null ? JSON.stringify(value) : value
  })
  await db.query(
    `update import set ${names.map((name, i) => `${name} = $${i + 3}`).join(', ')}, version = version + 1
     where tenant_id = $1 and id = $2`,
    [db.tenantId, id, ...values],
  )
}

export async function insertChunk(db: TenantWriter, id: string, n: number, bytes: Uint8Array): Promise<void> {
  await db.query('insert into import_chunk (tenant_id, import_id, n, bytes) values ($1, $2, $3, $4)', [
    db.tenantId,
    id,
    n,
    bytes,
  ])
}

export async function deleteImport(db: TenantWriter, id: string): Promise<void> {
  await db.query('delete from import where tenant_id = $1 and id = $2', [db.tenantId, id])
}

/** The file itself, once nothing can ask for it again. */
export async function dropFile(db: TenantWriter, id: string): Promise<void> {
  await db.query('delete from import_chunk where tenant_id = $1 and import_id = $2', [db.tenantId, id])
}

const dayMs = 86_400_000

/** Uploads that broke off a day ago, and files nobody has imported for a month. */
export async function dropForgotten(db: TenantWriter, now: number): Promise<void> {
  await db.query(`delete from import where tenant_id = $1 and state = 'uploading' and created_at < $2`, [
    db.tenantId,
    new Date(now - dayMs),
  ])
  await db.query(
    `delete from import where tenant_id = $1 and state = 'ready' and task is null and created_at < $2`,
    [db.tenantId, new Date(now - 30 * dayMs)],
  )
}

/** The file of an import, chunk by chunk, each read in a transaction of its own. */
export function storedFile(database: Database, tenantId: string, id: string, size: number): FileSource {
  return {
    size,
    async *chunks() {
      for (let n = 0; ; n++) {
        const [row] = await database.read(tenantId, (db) =>
          db.query<{ bytes: Uint8Array }>(
            'select bytes from import_chunk where tenant_id = $1 and import_id = $2 and n = $3',
            [tenantId, id, n],
          ),
        )
        if (row === undefined) return
        yield row.bytes
      }
    },
  }
}

export async function rememberMapping(
  db: TenantWriter,
  kind: ImportKind,
  signature: string,
  mapping: ImportMapping,
  now: number,
): Promise<void> {
  await db.query(
    `insert into import_mapping (tenant_id, kind, signature, mapping, updated_at) values ($1, $2, $3, $4, $5)
     on conflict (tenant_id, kind, signature) do update set mapping = excluded.mapping, updated_at = excluded.updated_at`,
    [db.tenantId, kind, signature, JSON.stringify(mapping), new Date(now)],
  )
}

export async function rememberedMapping(
  db: TenantReader,
  kind: ImportKind,
  signature: string,
): Promise<ImportMapping | null> {
  const [row] = await db.query<{ mapping: ImportMapping }>(
    'select mapping from import_mapping where tenant_id = $1 and kind = $2 and signature = $3',
    [db.tenantId, kind, signature],
  )
  return row?.mapping ?? null
}
