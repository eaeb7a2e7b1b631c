import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import type { Log } from '../log.ts'
import type { PgEndpoints } from '../postgres/endpoints.ts'
import { clientDriver } from './client-driver.ts'
import { sendTogether } from './send-together.ts'
import type { PlatformTables } from './tables.ts'

/** Rows of a statement written by hand. */
export type Rows = Record<string, unknown>

/** A handle that can read one tenant's rows. Every statement still filters on `tenant_id` itself. */
export interface TenantReader {
  readonly tenantId: string
  readonly kysely: Kysely<PlatformTables>
  /** A statement of our own; `name` makes it a prepared one. */
  query<R extends Rows>(text: string, values?: readonly unknown[], name?: string): Promise<R[]>
}

/** A handle that can write; exists only inside a transaction. */
export interface TenantWriter extends TenantReader {
  readonly writes: true
  /** Runs once the transaction is durable: for caches, which must not remember what was rolled back. */
  afterCommit(work: () => void): void
}

export interface Database {
  /** One read-only look into a tenant: a transaction, so that row security knows the tenant. */
  read<T>(tenantId: string, work: (db: TenantReader) => Promise<T>): Promise<T>
  /** One unit of work: commits when `work` resolves, rolls back when it throws. */
  write<T>(tenantId: string, work: (db: TenantWriter) => Promise<T>): Promise<T>
  /** Across tenants, through security-definer functions and the log-in tables only. */
  readonly dispatcher: pg.Pool
  /** For job queues and migrations. */
  readonly owner: pg.Pool
  close(): Promise<void>
}

/**
 * The connection was lost while committing: the work may be durable or not. It must not be run again without an
 * idempotency key; the client that sends one and asks again learns what became of it.
 */
export class CommitUncertain extends Error {
  override readonly name = 'CommitUncertain'

  constructor(cause: Error) {
    super('the connection was lost while committing', { cause })
  }
}

export interface DatabaseOptions {
  readonly endpoints: PgEndpoints
  readonly log: Pick<Log, 'error' | 'warn'>
  /** Connections of the app pool. */
  readonly poolSize?: number
}

// int8 as number: our bigints are sequence numbers and money in minor units, all below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text))
// date as text: a date has no zone, and the default parser would give it the server's.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export function openDatabase(options: DatabaseOptions): Database {
  const makePool = (config: pg.PoolConfig, max: number): pg.Pool => {
    const pool = new pg.Pool({ ...config, max, idleTimeoutMillis: 30_000 })
    // Without this a database stop (57P01) ends the process.
    pool.on('error', (error) => options.log.warn({ err: error }, 'an idle database connection was lost'))
    return pool
  }
  // Statements started together travel together: a round trip less each, for whoever waits and for the scheduler.
  const app = makePool({ ...options.endpoints.app, pipeline: true }, options.poolSize ?? 12)
  const dispatcher = makePool(options.endpoints.dispatcher, 6)
  const owner = makePool(options.endpoints.owner, 6)

  async function transact<T>(
    begin: string,
    tenantId: string,
    work: (db: TenantWriter) => Promise<T>,
  ): Promise<T> {
    const client = await app.connect()
    let broken: Error | undefined
    // Between two statements nobody waits for an answer, and an error nobody listens to ends the process.
    const lost = (error: Error): void => {
      broken = error
    }
    client.on('error', lost)
    try {
      // `begin` and the tenant travel together: the tenant id is checked to be a uuid, so nothing can be smuggled in.
      if (!/^[0-9a-f-]{36}$/.test(tenantId)) throw new Error('a tenant id must be a uuid')
      sendTogether(client)
      const begun = client.query(`${begin}; set local app.tenant = '${tenantId}'`)
      // It travels with the first statement, and is asked for before anything is committed. Were it refused, row
      // security would refuse that statement too: it does not know the tenant then.
      begun.catch(() => {})
      const committed: (() => void)[] = []
      const result = await work(tenantHandle(client, tenantId, committed))
      await begun
      await client.query('commit').catch((error: Error) => {
        throw new CommitUncertain(error)
      })
      for (const after of committed) after()
      return result
    } catch (error) {
      await client.query('rollback').catch((rollbackError: Error) => {
        broken = rollbackError
      })
      throw error
    } finally {
      client.off('error', lost)
      client.release(broken)
    }
  }

  return {
    read: (tenantId, work) => transact('begin read only', tenantId, work),
    write: (tenantId, work) => transact('begin', tenantId, work),
    dispatcher,
    owner,
    async close() {
      await Promise.all([app.end(), dispatcher.end(), owner.end()])
    },
  }
}

function tenantHandle(client: pg.PoolClient, tenantId: string, committed: (() => void)[]): TenantWriter {
  let kysely: Kysely<PlatformTables> | undefined
  return {
    writes: true,
    tenantId,
    afterCommit: (work) => void committed.push(work),
    get kysely() {
      kysely ??= new Kysely<PlatformTables>({
        dialect: {
          createAdapter: () => new PostgresAdapter(),
          createDriver: () => clientDriver(client),
          createIntrospector: (db) => new PostgresIntrospector(db),
          createQueryCompiler: () => new PostgresQueryCompiler(),
        },
      })
      return kysely
    },
    async query<R extends Rows>(text: string, values: readonly unknown[] = [], name?: string): Promise<R[]> {
      sendTogether(client)
      const result = await client.query<R>({
        text,
        values: values as unknown[],
        ...(name === undefined ? {} : { name }),
      })
      return result.rows
    },
  }
}
