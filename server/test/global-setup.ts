import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { createLog } from '../src/platform/log.ts'
import { openOwnPostgres, ownEndpoints } from '../src/platform/postgres/own-postgres.ts'
import { startEmbeddedPostgres } from '../src/platform/postgres/start-embedded.ts'
import type { TestCluster } from '../src/platform/postgres/testing.ts'

const log = createLog({ level: 'warn', pretty: true, write: (line) => process.stderr.write(line) })

/**
 * One real PostgreSQL for the whole run, in a folder that is thrown away; TEST_DATABASE_URL names another
 * (a superuser's, any version from 15 on).
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { buildWorkers } = (await import(new URL('../../scripts/build.mjs', import.meta.url).href)) as {
    buildWorkers(): Promise<void>
  }
  await buildWorkers()
  const run = randomBytes(3).toString('hex')
  const url = process.env['TEST_DATABASE_URL']
  return url === undefined ? embedded(project, run) : own(project, run, url)
}

async function embedded(project: TestProject, run: string): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'peineng-test-'))
  // Root's PostgreSQL runs as another account and has to pass through.
  await chmod(dataDir, 0o711)
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log,
    role: 'attach',
    // What survives a power cut is tested where it matters, on clusters of their own.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  })
  project.provide('testCluster', { run, superuser: postgres.superuser, doors: postgres.endpoints })
  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function own(project: TestProject, run: string, url: string): Promise<() => Promise<void>> {
  await openOwnPostgres(url, log)
  const superuser: pg.PoolConfig = { connectionString: url }
  const cluster: TestCluster = { run, superuser, doors: ownEndpoints(url) }
  project.provide('testCluster', cluster)
  return async () => {
    const client = new pg.Client(superuser)
    await client.connect()
    const { rows } = await client.query<{ name: string }>(
      'select quote_ident(datname) as name from pg_database where starts_with(datname, $1)',
      [`peineng_${run}_`],
    )
    for (const { name } of rows) await client.query(`drop database ${name} with (force)`)
    await client.end()
  }
}
