import pg from 'pg'
import type { Logger } from 'pino'
import type { PostgresAccount } from './account.ts'
import type { PostgresBinaries } from './binaries.ts'
import { type DataFolder, socketFolder } from './data-folder.ts'
import { PostgresProblem } from './errors.ts'
import { SUPERUSER, superuserPassword } from './init-cluster.ts'
import { LOCK, LOCK_SPACE } from './locks.ts'
import {
  isPostgres,
  type PostmasterFile,
  readPostmasterFile,
  removeStaleFile,
  type SpawnedPostmaster,
  spawnPostmaster,
} from './postmaster.ts'

export interface Cluster {
  readonly folder: DataFolder
  readonly account: PostgresAccount
  readonly binaries: PostgresBinaries
  readonly settings: Readonly<Record<string, string>>
  readonly patienceMs: number
  readonly log: Logger
}

export interface Reached {
  /** A superuser connection that holds the shared "in use" lock as long as it lives. */
  readonly client: pg.Client
  readonly address: { readonly host: string; readonly port: number; readonly password?: string }
}

/**
 * Looks, adopts what answers, starts what is dead, and waits for what is on its way up or down. Any number of
 * processes may do so at once: PostgreSQL itself lets only one server open the folder, the others adopt it.
 */
export async function reachCluster(cluster: Cluster): Promise<Reached> {
  const { folder, log } = cluster
  const startedAt = performance.now()
  let started: SpawnedPostmaster | undefined
  let refusal = 'it gave no sign of life'
  while (performance.now() - startedAt < cluster.patienceMs) {
    const seen = await readPostmasterFile(folder.cluster)
    if (seen?.ready) {
      const answer = await knock(cluster, seen)
      if ('client' in answer) return answer
      refusal = answer.refusal
    }
    if (!seen || !(await isPostgres(seen.pid))) {
      if (started?.exited()) {
        const output = await started.output()
        if (!OTHERS_ARE_LEAVING.test(output)) throw didNotStart(folder, output)
        started = undefined
      }
      if (!started) {
        if (seen) {
          log.warn({ pid: seen.pid }, 'PostgreSQL was not shut down; it recovers now')
          if (await isAlive(seen.pid)) await removeStaleFile(folder.cluster)
        }
        started = await start(cluster)
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw didNotStart(folder, `${(await started?.output()) ?? ''}\nlast answer: ${refusal}`)
}

/** After kill -9 the old backends need a moment to notice; a server beside us may have been faster. */
const OTHERS_ARE_LEAVING =
  /lock file ".*" already exists|is still in use|is in use by another|could not create lock file/

async function start(cluster: Cluster): Promise<SpawnedPostmaster> {
  const { folder, account, binaries, settings } = cluster
  const sockets =
    process.platform === 'win32'
      ? { listen_addresses: '127.0.0.1' }
      : {
          listen_addresses: '',
          unix_socket_directories: await socketFolder(folder, account),
          unix_socket_permissions: '0700',
        }
  return spawnPostmaster(folder, binaries, account, {
    ...sockets,
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements here are short; compiling them costs more than it saves.
    jit: 'off',
    // The default is for spinning disks and makes the planner shy of indexes.
    random_page_cost: '1.1',
    ...settings,
  })
}

/** One attempt to connect and take the shared lock. Whatever goes wrong is a reason to look again. */
async function knock(
  cluster: Cluster,
  seen: PostmasterFile,
): Promise<Reached | { readonly refusal: string }> {
  const password = await superuserPassword(cluster.folder.root)
  const address = {
    host: process.platform === 'win32' ? '127.0.0.1' : seen.socketDir,
    port: seen.port,
    ...(password === undefined ? {} : { password }),
  }
  const client = new pg.Client({
    ...address,
    user: SUPERUSER,
    database: 'postgres',
    ssl: false,
    application_name: `peineng ${process.pid}`,
  })
  // Between connect and lock the server may be told to stop; without a listener that would end this process.
  const ignore = () => undefined
  client.on('error', ignore)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1, $2)', [LOCK_SPACE, LOCK.inUse])
    client.off('error', ignore)
    return { client, address }
  } catch (error) {
    await client.end().catch(ignore)
    return { refusal: (error as Error).message }
  }
}

async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function didNotStart(folder: DataFolder, output: string): PostgresProblem {
  const tail = output.trim().split('\n').slice(-12).join('\n')
  return new PostgresProblem(
    'DID_NOT_START',
    `The embedded PostgreSQL of ${folder.root} did not start. The end of ${folder.log}:\n${tail}`,
  )
}
