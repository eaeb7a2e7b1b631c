import type { Writable } from 'node:stream'
import pg, { escapeIdentifier } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { ARCHIVE_FORMAT, type ArchiveHeader, BackupProblem } from './archive.ts'
import { ArchiveWriter } from './archive-writer.ts'
import { inReferenceOrder, readCatalogue, type TableShape } from './catalogue.ts'
import { names, rowsOfTenant } from './scope.ts'

export interface TakeBackupOptions {
  /** The owner's door. */
  readonly owner: pg.PoolConfig
  readonly target: Writable
  /** One company, by its short name; the whole installation without it. */
  readonly tenantSlug?: string
  /** Tables that mean nothing elsewhere or later, such as sessions. */
  readonly transient: readonly string[]
  readonly version: string
  readonly now: Date
}

export interface BackupSummary {
  readonly header: ArchiveHeader
  readonly rows: Readonly<Record<string, number>>
}

/** Writes every row as of one moment, while others keep writing. */
export async function takeBackup(options: TakeBackupOptions): Promise<BackupSummary> {
  const client = new pg.Client({ ...options.owner, application_name: 'peineng backup' })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const header = await readHeader(client, options)
    const catalogue = inReferenceOrder(await readCatalogue(client))
    const tables = catalogue.filter(({ name }) => !options.transient.includes(name))
    refuseHidden(tables)
    const selected = header.tenant ? rowsOfTenant(tables, header.tenant.id) : undefined
    const writer = new ArchiveWriter(options.target)
    await writer.begin(header)
    const rows: Record<string, number> = {}
    for (const { name, columns } of tables) {
      const condition = selected ? selected.get(name) : 'true'
      if (condition === undefined) continue
      const sql = `copy (select ${names(columns)} from ${escapeIdentifier(name)} where ${condition}) to stdout`
      const end = await writer.table({ table: name, columns }, client.query(copyTo(sql)))
      rows[name] = end.rows
    }
    await writer.finish()
    await client.query('commit')
    return { header, rows }
  } finally {
    await client.end()
  }
}

async function readHeader(client: pg.Client, options: TakeBackupOptions): Promise<ArchiveHeader> {
  const migrations = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migration order by name',
  )
  const server = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  )
  return {
    peinengBackup: ARCHIVE_FORMAT,
    version: options.version,
    postgres: server.rows[0]?.version ?? '',
    createdAt: options.now.toISOString(),
    tenant: options.tenantSlug === undefined ? null : await findTenant(client, options.tenantSlug),
    migrations: migrations.rows,
  }
}

async function findTenant(client: pg.Client, slug: string): Promise<{ id: string; slug: string }> {
  const { rows } = await client.query<{ id: string; slug: string }>(
    'select id, slug from tenant where slug = $1',
    [slug],
  )
  const [tenant] = rows
  if (tenant) return tenant
  const known = await client.query<{ slug: string }>('select slug from tenant order by slug limit 20')
  throw new BackupProblem(
    `There is no company "${slug}" here. Known: ${known.rows.map((row) => row.slug).join(', ') || 'none'}.`,
  )
}

/** An empty backup that looks whole is the worst outcome, so what row security would hide stops it. */
function refuseHidden(tables: readonly TableShape[]): void {
  const hidden = tables.filter((table) => table.hidden).map(({ name }) => name)
  if (hidden.length === 0) return
  throw new BackupProblem(
    `Row security hides rows of ${hidden.join(', ')} from the owner role; a backup would be incomplete. ` +
      'Each needs the policy that make_tenant_table() gives.',
  )
}
