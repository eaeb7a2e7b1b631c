import { type Config, readConfig } from '../platform/config.ts'
import { createLog, type Log } from '../platform/log.ts'
import { packageRoot } from '../platform/package-root.ts'
import { type OpenPostgres, openPostgres } from '../platform/postgres/open-postgres.ts'
import type { CommandIo } from './command.ts'

/** What nearly every command needs first. */
export interface CommandSetting {
  readonly config: Config
  readonly log: Log
}

export async function readSetting(io: CommandIo): Promise<CommandSetting> {
  const config = await readConfig(io.env, { project: packageRoot(), cwd: io.cwd })
  const log = createLog({ level: config.logLevel, pretty: process.stderr.isTTY === true, write: io.stderr })
  return { config, log }
}

/** Runs a command beside a running server or without one; the embedded PostgreSQL is stopped if nobody else uses it. */
export async function withPostgres<Result>(
  io: CommandIo,
  work: (postgres: OpenPostgres, setting: CommandSetting) => Promise<Result>,
): Promise<Result> {
  const setting = await readSetting(io)
  const { dataDir, databaseUrl } = setting.config
  const postgres = await openPostgres({ dataDir, databaseUrl, log: setting.log, role: 'attach' })
  try {
    return await work(postgres, setting)
  } finally {
    await postgres.stop()
  }
}
