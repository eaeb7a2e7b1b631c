import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg, { escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type ArchiveHeader, BackupProblem, type TableStart } from './archive.ts'
import { ArchiveReader } from './archive-reader.ts'
import { inReferenceOrder, readCatalogue, type TableShape } from './catalogue.ts'
import { names } from './scope.ts'

export interface RestoreBackupOptions {
  readonly owner: pg.PoolConfig
  readonly source: Readable
  /** Brings the schema to exactly the archive's migrations where the database is empty, so that old archives fit. */
  readonly migrateTo: (migrations: ArchiveHeader['migrations']) => Promise<void>
  /** Brings it up to date afterwards. */
  readonly migrateToNewest: () => Promise<void>
}

export interface RestoreSummary {
  readonly header: ArchiveHeader
  readonly rows: Readonly<Record<string, number>>
}

/**
 * Puts an archive back: a whole installation into an empty database, one company beside others. One transaction:
 * a damaged file, a conflict or a kill leaves everything as it was.
 */
export async function restoreBackup(options: RestoreBackupOptions): Promise<RestoreSummary> {
  const reader = new ArchiveReader(options.source)
  const header = await reader.header()
  if (header.tenant === null) await options.migrateTo(header.migrations)
  else await options.migrateToNewest()
  const client = new pg.Client({ ...options.owner, application_name: 'peineng restore' })
  await client.connect()
  try {
    await client.query('begin')
    await refuseConflicts(client, header)
    const catalogue = inReferenceOrder(await readCatalogue(client))
    if (header.tenant === null) await emptySeeds(client, catalogue)
    const rows = await restoreTables(client, reader, catalogue, header)
    await client.query('commit')
    await client.query('analyze')
    await options.migrateToNewest()
    return { header, rows }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

/** Reads an archive to its end and checks everything, touching no database. */
export async function checkBackup(source: Readable): Promise<RestoreSummary> {
  const reader = new ArchiveReader(source)
  const header = await reader.header()
  const rows: Record<string, number> = {}
  for (let start = await reader.nextTable(); start; start = await reader.nextTable()) {
    const stream = reader.rows()
    let step = await stream.next()
    while (!step.done) step = await stream.next()
    rows[start.table] = step.value.rows
  }
  return { header, rows }
}

async function refuseConflicts(client: pg.Client, header: ArchiveHeader): Promise<void> {
  const { tenant } = header
  const { rows } = await client.query<{ slug: string }>(
    'select slug from tenant where $1::uuid is null or id = $1 or slug = $2 limit 1',
    [tenant?.id ?? null, tenant?.slug ?? null],
  )
  if (rows[0] && tenant) {
    throw new BackupProblem(`The company "${rows[0].slug}" is already here; nothing was changed.`)
  }
  if (rows[0]) {
    throw new BackupProblem(
      'This database already holds companies; a whole backup goes into an empty one only. ' +
        'Set DATA_DIR (or DATABASE_URL) to a new place.',
    )
  }
  if (await hasSchemaOf(client, header)) return
  throw new BackupProblem(
    tenant
      ? `This backup was made by Peineng ${header.version} with another database schema. Restore it with that ` +
          'version into an empty DATA_DIR, update, and take the company’s backup again.'
      : 'This database is empty of companies but its schema is newer than the backup’s. ' +
          'Set DATA_DIR (or DATABASE_URL) to a new, unused place; it is brought to the backup’s schema and then updated.',
  )
}

async function hasSchemaOf(client: pg.Client, header: ArchiveHeader): Promise<boolean> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')
  const known = new Map(rows.map((row) => [row.name, row.sha256]))
  return (
    known.size === header.migrations.length &&
    header.migrations.every(({ name, sha256 }) => known.get(name) === sha256)
  )
}

/** Reference rows a migration put there; the archive brings its own, perhaps edited ones. */
async function emptySeeds(client: pg.Client, catalogue: readonly TableShape[]): Promise<void> {
  for (const { name } of [...catalogue].reverse()) await client.query(`delete from ${escapeIdentifier(name)}`)
}

async function restoreTables(
  client: pg.Client,
  reader: ArchiveReader,
  catalogue: readonly TableShape[],
  header: ArchiveHeader,
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {}
  for (let start = await reader.nextTable(); start; start = await reader.nextTable()) {
    const { table } = start
    const shape = catalogue.find(({ name }) => name === table)
    const unknown = start.columns.filter((column) => !shape?.columns.includes(column))
    if (!shape || unknown.length > 0 || rows[table] !== undefined) {
      throw new BackupProblem(
        `The backup’s table ${table} does not fit this database${unknown.map((name) => ` (${name})`)}.`,
      )
    }
    rows[table] = await restoreTable(client, reader, shape, start, header)
    for (const { column, sequence } of shape.sequences) {
      await client.query(
        `select setval($1, greatest((select max(${escapeIdentifier(column)}) from ${escapeIdentifier(table)}), nextval($1)))`,
        [sequence],
      )
    }
  }
  return rows
}

/** COPY cannot write past forced row security, so rows land in a table aside and are inserted from there. */
async function restoreTable(
  client: pg.Client,
  reader: ArchiveReader,
  shape: TableShape,
  start: TableStart,
  header: ArchiveHeader,
): Promise<number> {
  const columns = names(start.columns)
  const table = escapeIdentifier(shape.name)
  await client.query(
    `create temp table arriving on commit drop as select ${columns} from ${table} with no data`,
  )
  const stream = client.query(copyFrom(`copy arriving (${columns}) from stdin`))
  let expected = -1
  await pipeline(
    Readable.from(
      (async function* () {
        expected = (yield* reader.rows()).rows
      })(),
    ),
    stream,
  )
  if (stream.rowCount !== expected) throw new BackupProblem(`The backup’s table ${shape.name} has lost rows.`)
  // Log-ins are global: a person may work for a company that is already here.
  const beside = header.tenant !== null && !shape.ofTenant && shape.name !== 'tenant'
  const { rowCount } = await client.query(
    `insert into ${table} (${columns}) overriding system value select ${columns} from arriving
     ${beside ? 'on conflict do nothing' : ''}`,
  )
  if (beside && rowCount !== expected) await refuseStrangers(client, shape, columns)
  await client.query('drop table arriving')
  return expected
}

/** A row that was not taken must be the same row; the same mail address under another id is somebody's decision. */
async function refuseStrangers(client: pg.Client, shape: TableShape, columns: string): Promise<void> {
  const key = shape.columns.includes('id') ? 'id' : undefined
  if (key === undefined) return
  const { rows } = await client.query<{ id: string }>(
    `select ${key} from arriving where ${key} not in (select ${key} from ${escapeIdentifier(shape.name)})`,
  )
  if (rows.length === 0) return
  throw new BackupProblem(
    `${rows.length} ${shape.name} row(s) of the backup collide with others here (same unique value, other id; columns ${columns}). ` +
      'Rename or remove those here first; nothing was changed.',
  )
}
