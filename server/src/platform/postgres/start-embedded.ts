import { readFile, rm, writeFile } from 'node:fs/promises'
import type { Client } from 'pg'
import type { Logger } from 'pino'
import { postgresAccount } from './account.ts'
import { locateBinaries } from './binaries.ts'
import { checkOwner, type DataFolder, openDataFolder } from './data-folder.ts'
import { type PgEndpoints, ROLE_NAMES } from './endpoints.ts'
import { PostgresProblem } from './errors.ts'
import { initCluster, SUPERUSER } from './init-cluster.ts'
import { LOCK, LOCK_SPACE } from './locks.ts'
import { isPostgres, readPostmasterFile, signalStop } from './postmaster.ts'
import { prepareEmbedded } from './prepare-database.ts'
import { type Cluster, type Reached, reachCluster } from './reach-cluster.ts'

export const DATABASE = 'peineng'

export interface StartEmbeddedOptions {
  readonly dataDir: string
  readonly log: Logger
  /** One `serve` per folder; any number may `attach` beside it or without it. */
  readonly role: 'serve' | 'attach'
  /** PostgreSQL settings on top of ours, for tests. */
  readonly settings?: Readonly<Record<string, string>>
  /** A loaded machine may need long for its first boot. */
  readonly patienceMs?: number
}

export interface EmbeddedPostgres {
  readonly endpoints: PgEndpoints
  /** The superuser's door, for making test databases and for nothing else. */
  readonly superuser: PgEndpoints['owner']
  readonly databaseDir: string
  /** Tells a second `serve` where the first one answers. */
  announce(url: string): Promise<void>
  /** Close every pool first. The last process out stops PostgreSQL. */
  stop(): Promise<void>
}

/** Adopts the running PostgreSQL of this folder or starts it, making it first where there is none. */
export async function startEmbeddedPostgres(options: StartEmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log, role } = options
  const folder = await openDataFolder(options.dataDir)
  const account = await postgresAccount(folder.cluster)
  await checkOwner(folder, account)
  const binaries = await locateBinaries(account)
  await initCluster(folder, binaries, account)
  const cluster: Cluster = {
    folder,
    account,
    binaries,
    settings: options.settings ?? {},
    patienceMs: options.patienceMs ?? 60_000,
    log,
  }

  let holder = await takePlace(cluster, role)
  // A killed server left its address behind; until ours is known, nobody serves.
  if (role === 'serve') await rm(folder.serving, { force: true })
  await prepareEmbedded(holder.client, DATABASE)
  let stopping = false
  let regaining: Promise<void> | undefined

  const watch = (client: Client) => {
    client.on('error', (error) => {
      if (!stopping) log.warn({ err: error }, 'connection to the embedded PostgreSQL lost')
    })
    client.once('end', () => {
      if (!stopping) regaining = regain()
    })
  }
  const regain = async () => {
    for (let pauseMs = 100; !stopping; pauseMs = Math.min(pauseMs * 2, 5_000)) {
      try {
        holder = await takePlace(cluster, role)
        watch(holder.client)
        log.warn('the embedded PostgreSQL is back')
        return
      } catch (error) {
        log.error({ err: error }, 'the embedded PostgreSQL does not come back, trying again')
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
  }
  watch(holder.client)

  const door = (user: string, database: string) => ({ ...holder.address, user, database, ssl: false })
  return {
    endpoints: {
      owner: door(ROLE_NAMES.owner, DATABASE),
      app: door(ROLE_NAMES.app, DATABASE),
      dispatcher: door(ROLE_NAMES.dispatcher, DATABASE),
    },
    superuser: door(SUPERUSER, 'postgres'),
    databaseDir: folder.cluster,
    announce: (url) => writeFile(folder.serving, `${JSON.stringify({ pid: process.pid, url })}\n`),
    stop: async () => {
      if (stopping) return
      stopping = true
      await regaining
      if (role === 'serve') await rm(folder.serving, { force: true })
      await leave(cluster, holder)
    },
  }
}

/** A connection that stands for this process: shared lock = "in use", exclusive lock = "serving". */
async function takePlace(cluster: Cluster, role: 'serve' | 'attach'): Promise<Reached> {
  const reached = await reachCluster(cluster)
  if (role === 'attach') return reached
  const { rows } = await reached.client.query<{ free: boolean }>(
    'select pg_try_advisory_lock($1, $2) as free',
    [LOCK_SPACE, LOCK.serve],
  )
  if (rows[0]?.free) return reached
  await reached.client.end()
  throw await alreadyServing(cluster.folder)
}

async function alreadyServing(folder: DataFolder): Promise<PostgresProblem> {
  const text = await readFile(folder.serving, 'utf8').catch(() => '')
  const other = text === '' ? undefined : (JSON.parse(text) as { pid: number; url: string })
  const who = other ? ` (pid ${other.pid}) at ${other.url}` : ' (it is still starting)'
  return new PostgresProblem(
    'ALREADY_SERVING',
    `Another Peineng serves from this folder${who}. ` +
      `Use that one, stop it first, or set DATA_DIR to another folder than ${folder.root}.`,
  )
}

/** The last one out turns off the light: whoever can take the shared lock whole stops PostgreSQL. */
async function leave({ folder, binaries, log }: Cluster, { client }: Reached): Promise<void> {
  const last = await client
    .query<{ last: boolean }>(
      'select pg_advisory_unlock_shared($1, $2), pg_try_advisory_lock($1, $2) as last',
      [LOCK_SPACE, LOCK.inUse],
    )
    .then(({ rows }) => rows[0]?.last ?? false)
    .catch((error: Error) => {
      log.warn({ err: error }, 'PostgreSQL had gone before us')
      return false
    })
  const running = last ? await readPostmasterFile(folder.cluster) : undefined
  if (running) await signalStop(running.pid, binaries, folder.cluster)
  await client.end().catch(() => undefined)
  if (running) await untilGone(running.pid)
}

/** The pid file goes a moment before the process; a checkpoint of much unwritten data may take a while. */
async function untilGone(pid: number): Promise<void> {
  while (await isPostgres(pid)) await new Promise((resolve) => setTimeout(resolve, 10))
}
