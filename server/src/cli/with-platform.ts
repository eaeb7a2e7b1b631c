import { systemClock } from '../platform/clock.ts'
import type { Platform } from '../platform/context.ts'
import { migrate, openDatabase } from '../platform/database/index.ts'
import { migrationsFolder } from '../platform/package-root.ts'
import type { CommandIo } from './command.ts'
import { withPostgres } from './with-database.ts'

/** For commands that use slices: what the server would hand them, on the same data, migrated. */
export async function withPlatform<Result>(
  io: CommandIo,
  work: (platform: Platform) => Promise<Result>,
): Promise<Result> {
  return withPostgres(io, async ({ endpoints }, { config, log }) => {
    await migrate(endpoints, migrationsFolder())
    const database = openDatabase({ endpoints, log })
    try {
      return await work({
        database,
        clock: systemClock,
        log,
        publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
        secret: config.secret,
        smtpUrl: config.smtpUrl ?? null,
      })
    } finally {
      await database.close()
    }
  })
}
