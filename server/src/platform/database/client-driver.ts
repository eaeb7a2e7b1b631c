import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import type { PoolClient } from 'pg'
import { sendTogether } from './send-together.ts'

/** Kysely on one client that is inside a transaction already: the unit of work begins and commits, never Kysely. */
export function clientDriver(client: PoolClient): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      sendTogether(client)
      const result = await client.query(query.sql, [...query.parameters])
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    streamQuery(): AsyncIterableIterator<never> {
      throw new Error('streaming is not offered inside a unit of work')
    },
  }
  const refuse = async (): Promise<void> => {
    throw new Error('the unit of work owns the transaction')
  }
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: async () => {},
    destroy: async () => {},
  }
}
