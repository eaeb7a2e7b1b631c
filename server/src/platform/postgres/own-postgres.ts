import pg from 'pg'
import type { Logger } from 'pino'
import { type PgEndpoints, ROLE_NAMES } from './endpoints.ts'
import { PostgresProblem } from './errors.ts'
import { prepareOwn } from './prepare-database.ts'

const OLDEST_VERSION = 150_000
const NEWEST_TRIED_VERSION = 189_999

/**
 * The three doors through one login. The role is set as a start-up option rather than by a statement, so that it is
 * also what `reset role` returns to. A pooler in between must pass `options` on or hand out whole sessions.
 */
export function ownEndpoints(databaseUrl: string): PgEndpoints {
  const url = new URL(databaseUrl)
  const given = url.searchParams.get('options')
  // Options in the URL would override ours; both are wanted.
  url.searchParams.delete('options')
  const door = (role: string): pg.PoolConfig => ({
    connectionString: url.href,
    options: [given, `-c role=${role}`].filter(Boolean).join(' '),
  })
  return {
    owner: door(ROLE_NAMES.owner),
    app: door(ROLE_NAMES.app),
    dispatcher: door(ROLE_NAMES.dispatcher),
  }
}

/** Checks that the PostgreSQL of DATABASE_URL fits and makes its roles. */
export async function openOwnPostgres(databaseUrl: string, log: Logger): Promise<PgEndpoints> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'peineng setup' })
  client.on('error', (error) => log.warn({ err: error }, 'set-up connection lost'))
  await client.connect().catch((cause: Error) => {
    throw new PostgresProblem('UNREACHABLE', `DATABASE_URL cannot be reached: ${cause.message}`, { cause })
  })
  try {
    await checkFitness(client, log)
    await prepareOwn(client)
  } finally {
    await client.end()
  }
  return ownEndpoints(databaseUrl)
}

async function checkFitness(client: pg.Client, log: Logger): Promise<void> {
  const { rows } = await client.query<{ version: number; name: string; encoding: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
            current_setting('server_encoding') as encoding`,
  )
  const [server] = rows
  if (!server || server.version < OLDEST_VERSION) {
    throw new PostgresProblem(
      'UNSUITABLE',
      `DATABASE_URL is PostgreSQL ${server?.name}; Peineng needs 15 to 18.`,
    )
  }
  if (server.encoding !== 'UTF8') {
    throw new PostgresProblem(
      'UNSUITABLE',
      `The database of DATABASE_URL stores ${server.encoding}; Peineng needs one created with encoding 'UTF8'.`,
    )
  }
  if (server.version > NEWEST_TRIED_VERSION)
    log.warn(`PostgreSQL ${server.name} is newer than any tried (18)`)
}

/**
 * Whether trigrams see Chinese. Under some collations of one's own PostgreSQL they do not, and search by part of a
 * name finds nothing; ask once the extension is there.
 */
export async function searchSeesChinese(client: { query: pg.ClientBase['query'] }): Promise<boolean> {
  const { rows } = await client.query<{ seen: number }>(`select cardinality(show_trgm('配能')) as seen`)
  return (rows[0]?.seen ?? 0) > 0
}
