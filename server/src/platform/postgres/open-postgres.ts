import type { Logger } from 'pino'
import type { PgEndpoints } from './endpoints.ts'
import { openOwnPostgres } from './own-postgres.ts'
import { startEmbeddedPostgres } from './start-embedded.ts'

/** A database to work with, whoever runs it. */
export interface OpenPostgres {
  readonly endpoints: PgEndpoints
  /** `embedded` ends with the last process that uses it; `own` is somebody else's to stop. */
  readonly kind: 'embedded' | 'own'
  announce(url: string): Promise<void>
  /** Close every pool first. */
  stop(): Promise<void>
}

export interface OpenPostgresOptions {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly log: Logger
  readonly role: 'serve' | 'attach'
}

/** The PostgreSQL of DATABASE_URL if there is one, else the embedded one of the data folder. */
export async function openPostgres(options: OpenPostgresOptions): Promise<OpenPostgres> {
  if (options.databaseUrl !== undefined) {
    return {
      kind: 'own',
      endpoints: await openOwnPostgres(options.databaseUrl, options.log),
      announce: async () => undefined,
      stop: async () => undefined,
    }
  }
  const embedded = await startEmbeddedPostgres(options)
  return { kind: 'embedded', endpoints: embedded.endpoints, announce: embedded.announce, stop: embedded.stop }
}
