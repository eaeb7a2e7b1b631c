import pg from 'pg'
import type { PgEndpoints } from '../../src/platform/postgres/endpoints.ts'

/** What a denied call may write: the record of it, and what counts attempts or last use. */
const FREE = new Set(['audit', 'login_session', 'login_throttle', 'migration'])

export interface Witness {
  /** Tables that were written to since the last time it was asked. */
  changed(): Promise<readonly string[]>
  close(): Promise<void>
}

/**
 * Counts writes without triggers: every row carries the transaction that wrote it (xmin), so the number of rows and the
 * sum of their xmin move with every insert, update and delete, also with one that leaves all values as they were.
 */
export async function openWitness(endpoints: PgEndpoints): Promise<Witness> {
  const client = new pg.Client(endpoints.owner)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  const tables = rows.map((row) => row.name).filter((name) => !FREE.has(name))
  const text = tables
    .map(
      (name) =>
        `select '${name}' as name, count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) as print from ${name}`,
    )
    .join(' union all ')
  let before = new Map<string, string>()
  const witness: Witness = {
    async changed() {
      const now = await client.query<{ name: string; print: string }>({ name: 'fingerprint', text })
      const after = new Map(now.rows.map((row) => [row.name, row.print]))
      const moved = tables.filter((name) => before.get(name) !== after.get(name))
      before = after
      return moved
    },
    close: () => client.end(),
  }
  await witness.changed()
  return witness
}
