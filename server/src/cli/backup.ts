import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkBackup, takeBackup } from '../platform/backup/index.ts'
import { packageVersion } from '../platform/package-root.ts'
import { type Command, CommandProblem } from './command.ts'
import { withPostgres } from './with-database.ts'

/** Who is signed in, who was locked out and half-done resets are of the moment, not of the company. */
const TRANSIENT_TABLES = ['login_session', 'login_reset', 'login_throttle']

export const backup: Command = {
  name: 'backup',
  summary: 'write everything, or one company, into one checksummed file',
  usage: `Usage: peineng backup [--tenant <slug>] [--out <file>]

Writes every row as of one moment, while the server keeps working, and reads the file once more to check it.
The file is readable by you alone: it holds customers and password hashes. It does not hold SECRET: keep
DATA_DIR/secret (or your SECRET) as well, second factors are encrypted with it.

  --tenant <slug>  only this company
  --out <file>     default peineng-<company>-<time>.backup in the current folder; an existing file is not overwritten

peineng restore <file> puts it back, here, on another PostgreSQL or on a newer major version.
`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { tenant: { type: 'string' }, out: { type: 'string' } },
    })
    const now = new Date()
    const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
    const path = resolve(io.cwd, values.out ?? `peineng-${values.tenant ?? 'all'}-${stamp}.backup`)
    const taken = await stat(path).catch(() => undefined)
    if (taken) throw new CommandProblem(`${path} exists already; choose another name with --out.`)
    // Under another name until it is whole, so that no half backup is ever taken for one.
    const draft = `${path}.${process.pid}.part`
    try {
      const { rows } = await withPostgres(io, ({ endpoints }) =>
        takeBackup({
          owner: endpoints.owner,
          target: createWriteStream(draft, { mode: 0o600, flags: 'wx' }),
          transient: TRANSIENT_TABLES,
          version: packageVersion(),
          now,
          ...(values.tenant === undefined ? {} : { tenantSlug: values.tenant }),
        }),
      )
      await checkBackup(createReadStream(draft))
      await rename(draft, path)
      const { size } = await stat(path)
      const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
      io.stderr(
        `${total} rows from ${Object.keys(rows).length} tables, ${(size / 1_000_000).toFixed(1)} MB\n`,
      )
      io.stdout(`${path}\n`)
      return 0
    } finally {
      await rm(draft, { force: true })
    }
  },
}
