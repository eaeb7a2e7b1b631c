import { parseArgs } from 'node:util'
import { migrate as runMigrations } from '../platform/database/index.ts'
import { migrationsFolder } from '../platform/package-root.ts'
import type { Command } from './command.ts'
import { withPostgres } from './with-database.ts'

export const migrate: Command = {
  name: 'migrate',
  summary: 'bring the database up to date (serve and work do so by themselves)',
  usage: `Usage: peineng migrate

Applies what is missing, one file at a time, and prints the names. Running it again does nothing.
Safe while the previous version still serves.
`,
  async run(args, io) {
    parseArgs({ args: [...args], options: {} })
    const { applied } = await withPostgres(io, ({ endpoints }) =>
      runMigrations(endpoints, migrationsFolder()),
    )
    io.stdout(applied.length === 0 ? 'The database is up to date.\n' : `${applied.join('\n')}\n`)
    return 0
  },
}
