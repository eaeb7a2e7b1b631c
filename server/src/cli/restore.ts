import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type ArchiveHeader,
  BackupProblem,
  checkBackup,
  type RestoreSummary,
  restoreBackup,
} from '../platform/backup/index.ts'
import { migrate } from '../platform/database/index.ts'
import { migrationsFolder } from '../platform/package-root.ts'
import type { PgEndpoints } from '../platform/postgres/endpoints.ts'
import { type Command, CommandProblem, UsageError } from './command.ts'
import { withPostgres } from './with-database.ts'

export const restore: Command = {
  name: 'restore',
  summary: 'put a backup back: all into an empty database, one company beside others',
  usage: `Usage: peineng restore <file> [--check]

A whole backup goes into an empty database (a new DATA_DIR or DATABASE_URL); one made by an older version is brought
up to date on the way. One company's backup joins the companies already there, if none has its id or short name.
Everything happens in one transaction: a damaged file or a conflict changes nothing. Everyone signs in anew.

  --check  read the file and verify every checksum, touch no database
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { check: { type: 'boolean' } },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('Name one backup file.')
    const path = resolve(io.cwd, file)
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) throw new CommandProblem(`There is no file ${path}.`)
    if (values.check) {
      io.stdout(`${describe(await checkBackup(createReadStream(path)))}\nThe backup is whole.\n`)
      return 0
    }
    const summary = await withPostgres(io, ({ endpoints }) =>
      restoreBackup({
        owner: endpoints.owner,
        source: createReadStream(path),
        migrateTo: (migrations) => migrateTo(endpoints, migrations),
        migrateToNewest: () => migrate(endpoints, migrationsFolder()).then(() => undefined),
      }),
    )
    io.stdout(`${describe(summary)}\nRestored.\n`)
    return 0
  },
}

function describe({ header, rows }: RestoreSummary): string {
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
  const what = header.tenant ? `company ${header.tenant.slug}` : 'everything'
  return `Backup of ${what}, made ${header.createdAt} by Peineng ${header.version}: ${total} rows in ${Object.keys(rows).length} tables.`
}

/** Runs the archive's own migrations and no later one: its rows belong to that schema. */
async function migrateTo(endpoints: PgEndpoints, migrations: ArchiveHeader['migrations']): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'peineng-migrations-'))
  try {
    for (const { name, sha256 } of migrations) {
      const sql = await readFile(join(migrationsFolder(), name)).catch(() => undefined)
      if (!sql || createHash('sha256').update(sql).digest('hex') !== sha256) {
        throw new BackupProblem(
          `This backup was made by a newer or another Peineng (it knows ${name}). Update this one first.`,
        )
      }
      await writeFile(join(folder, name), sql)
    }
    await migrate(endpoints, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
