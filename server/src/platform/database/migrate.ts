import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { PgEndpoints } from '../postgres/endpoints.ts'

/** One runner at a time: an arbitrary constant all versions share. */
const LOCK = 7_300_001

/**
 * Brings the schema up to date. Plain SQL files, forward only, each in a transaction of its own under a lock timeout.
 * Throws where a file that ran before has been changed since: history is not rewritten.
 */
export async function migrate(endpoints: PgEndpoints, folder: string): Promise<{ applied: string[] }> {
  const client = new pg.Client(endpoints.owner)
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      'create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const done = new Map(
      (await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')).rows.map(
        (row) => [row.name, row.sha256],
      ),
    )
    const applied: string[] = []
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
      const sql = await readFile(join(folder, name), 'utf8')
      const sha256 = createHash('sha256').update(sql).digest('hex')
      const before = done.get(name)
      if (before === sha256) continue
      if (before !== undefined)
        throw new Error(`migration ${name} has changed since it ran; write a new one instead`)
      await client.query('begin')
      try {
        await client.query("set local lock_timeout = '10s'")
        await client.query(sql)
        await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(
          `migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`,
          {
            cause: error,
          },
        )
      }
      applied.push(name)
    }
    return { applied }
  } finally {
    await client.end()
  }
}
