import { execFile, spawn } from 'node:child_process'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { asAccount, type PostgresAccount } from './account.ts'
import type { PostgresBinaries } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'

/** What a running server writes about itself into its folder. */
export interface PostmasterFile {
  readonly pid: number
  readonly port: number
  readonly socketDir: string
  readonly ready: boolean
}

/** Reads `postmaster.pid`; undefined while there is none or it is half written. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]), socketDir: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
}

/** A pid can be another program's by now (containers restart at 1), and a zombie's command line is empty. */
export async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('postgres')
  }
  if (process.platform === 'win32') {
    const { stdout } = await promisify(execFile)('tasklist', ['/FI', `PID eq ${pid}`, '/NH'])
    return stdout.includes('postgres')
  }
  return promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.includes('postgres'),
    () => false,
  )
}

/** A dead server's file names a pid that now belongs to something else; PostgreSQL would refuse to start over it. */
export async function removeStaleFile(cluster: string): Promise<void> {
  await rm(join(cluster, 'postmaster.pid'), { force: true })
}

export interface SpawnedPostmaster {
  /** Set once the process has gone, whatever the reason. */
  readonly exited: () => boolean
  /** What this start wrote to the log. */
  readonly output: () => Promise<string>
}

/**
 * Starts PostgreSQL detached (Ctrl-C reaches us, not it) with its log in a file, because a pipe would die with us
 * and it may outlive us.
 */
export async function spawnPostmaster(
  folder: DataFolder,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  settings: Readonly<Record<string, string>>,
): Promise<SpawnedPostmaster> {
  const from = await rotateLog(folder.log)
  const log = await open(folder.log, 'a', 0o600)
  // Started once with sudo, the folder's owner must still be able to write there next time.
  if (account.switched) await log.chown(account.uid, account.gid)
  const port = settings['port'] ?? (process.platform === 'win32' ? String(await freePort()) : '5432')
  const options = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(binaries.postgres, ['-D', folder.cluster, ...options], {
    ...asAccount(account),
    cwd: folder.cluster,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' },
    windowsHide: true,
  })
  let gone = false
  let failure = ''
  child.once('exit', () => {
    gone = true
  })
  child.once('error', (error) => {
    gone = true
    failure = error.message
  })
  child.unref()
  await log.close()
  return {
    exited: () => gone,
    output: async () => failure + (await readFile(folder.log)).subarray(from).toString('utf8'),
  }
}

/** Fast shutdown: transactions are rolled back, the checkpoint is written, 70–250 ms. */
export async function signalStop(pid: number, binaries: PostgresBinaries, cluster: string): Promise<void> {
  if (process.platform === 'win32') {
    await promisify(execFile)(binaries.pgCtl, ['stop', '-m', 'fast', '-D', cluster])
    return
  }
  try {
    process.kill(pid, 'SIGINT')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

const LOG_LIMIT_BYTES = 10 * 1024 * 1024

/** Keeps one older log; returns where the next output begins. */
async function rotateLog(path: string): Promise<number> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size < LOG_LIMIT_BYTES) return size
  await rename(path, `${path}.1`)
  return 0
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
