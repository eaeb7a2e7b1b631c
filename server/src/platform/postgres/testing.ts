import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { PgEndpoints } from './endpoints.ts'

/** What the global set-up hands to every test file: plain data, because files run in processes of their own. */
export interface TestCluster {
  readonly run: string
  /** May create and drop databases. */
  readonly superuser: pg.PoolConfig
  /** The three doors, into whichever database the caller fills in. */
  readonly doors: PgEndpoints
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly testCluster: TestCluster
  }
}

export interface TestDatabase {
  readonly endpoints: PgEndpoints
  /** Past row security, for looking at what is really stored. */
  readonly superuser: pg.PoolConfig
  drop(): Promise<void>
}

export interface TestDatabaseOptions {
  /** Brings an empty database to the shape wanted. Runs once per run and template; must close what it opens. */
  readonly migrate: (endpoints: PgEndpoints) => Promise<void>
  /** Another name for another shape. */
  readonly template?: string
}

/** A database of one's own, cloned from a template that is migrated once per run, whichever file asks first. */
export async function createTestDatabase(options: TestDatabaseOptions): Promise<TestDatabase> {
  const cluster = inject('testCluster')
  const template = `peineng_${cluster.run}_template_${options.template ?? 'main'}`
  const name = `peineng_${cluster.run}_${randomBytes(5).toString('hex')}`
  await asSuperuser(cluster, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template])
    const made = await client.query('select 1 from pg_database where datname = $1', [template])
    if (made.rowCount === 0) await makeTemplate(client, cluster, template, options)
    await client.query('select pg_advisory_unlock(hashtext($1))', [template])
    await client.query(`create database ${name} template ${template} owner peineng_owner strategy file_copy`)
  })
  return {
    endpoints: doorsInto(cluster, name),
    superuser: into(cluster.superuser, name),
    drop: () =>
      asSuperuser(cluster, (client) => client.query(`drop database if exists ${name} with (force)`)),
  }
}

async function makeTemplate(
  client: pg.Client,
  cluster: TestCluster,
  template: string,
  options: TestDatabaseOptions,
): Promise<void> {
  // Renamed only when whole: a migration that fails leaves no template for the next file to clone.
  const building = `${template}_building`
  await client.query(`drop database if exists ${building} with (force)`)
  await client.query(`create database ${building} owner peineng_owner`)
  await options.migrate(doorsInto(cluster, building))
  await client.query(`alter database ${building} rename to ${template}`)
}

async function asSuperuser(
  cluster: TestCluster,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client(cluster.superuser)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function doorsInto({ doors }: TestCluster, database: string): PgEndpoints {
  return {
    owner: into(doors.owner, database),
    app: into(doors.app, database),
    dispatcher: into(doors.dispatcher, database),
  }
}

function into(door: pg.PoolConfig, database: string): pg.PoolConfig {
  if (door.connectionString === undefined) return { ...door, database }
  const url = new URL(door.connectionString)
  url.pathname = `/${database}`
  return { ...door, connectionString: url.href }
}
