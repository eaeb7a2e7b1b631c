import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFile, chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { asAccount, ownAccountName, type PostgresAccount } from './account.ts'
import type { PostgresBinaries } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'
import { PostgresProblem } from './errors.ts'

export const SUPERUSER = 'postgres'

/**
 * `--locale=C`, or leaving `--lc-ctype` out, makes trigrams of Chinese empty and fuzzy search blind.
 * macOS has no C.UTF-8 before 14; Windows takes its own names, there the builtin provider alone has to do.
 */
const LOCALE =
  process.platform === 'win32'
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C']
    : [
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
        '--lc-collate=C',
      ]

/**
 * Creates the cluster unless it is there. It is built beside its place and renamed into it, so a kill half-way
 * leaves nothing that looks like a database, and of two first starts one wins whole.
 */
export async function initCluster(
  folder: DataFolder,
  binaries: PostgresBinaries,
  account: PostgresAccount,
): Promise<void> {
  if (await exists(join(folder.cluster, 'PG_VERSION'))) return
  await removeAbandoned(folder.cluster)
  const building = `${folder.cluster}.init.${process.pid}.${randomBytes(3).toString('hex')}`
  await mkdir(building, { mode: 0o700 })
  try {
    if (account.switched) await chown(building, account.uid, account.gid)
    await runInitdb(building, binaries, account)
    await writeAccessRules(building, account)
    await rename(building, folder.cluster)
  } catch (error) {
    await rm(building, { recursive: true, force: true })
    if (await exists(join(folder.cluster, 'PG_VERSION'))) return
    throw error
  }
}

async function runInitdb(dir: string, binaries: PostgresBinaries, account: PostgresAccount): Promise<void> {
  const access = await accessMethod(dir)
  const args = ['-D', dir, '-U', SUPERUSER, '-E', 'UTF8', ...LOCALE, ...access]
  await promisify(execFile)(binaries.initdb, args, {
    ...asAccount(account),
    cwd: dir,
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' },
  }).catch((cause: Error & { stderr?: string }) => {
    throw new PostgresProblem('DID_NOT_START', `initdb failed: ${cause.stderr || cause.message}`, { cause })
  })
}

/** A private socket needs no password. On Windows TCP on the loopback is all there is, so a secret file guards it. */
async function accessMethod(dir: string): Promise<string[]> {
  if (process.platform !== 'win32') return ['--auth-local=trust', '--auth-host=reject']
  const file = join(dirname(dir), 'postgres.password')
  await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return ['--auth=scram-sha-256', `--pwfile=${file}`]
}

/**
 * Running as `nobody` for root, other programs of `nobody` could pass the 0700 folder: then only root's own
 * connections are let in, proven by the kernel (peer), under whichever of our roles they ask for.
 */
async function writeAccessRules(dir: string, account: PostgresAccount): Promise<void> {
  const name = ownAccountName()
  if (!account.switched || name === undefined) return
  await writeFile(join(dir, 'pg_hba.conf'), 'local all all peer map=peineng\n')
  await appendFile(join(dir, 'pg_ident.conf'), `peineng ${name} all\n`)
}

/** Half-built folders of processes that are gone. */
async function removeAbandoned(cluster: string): Promise<void> {
  const parent = dirname(cluster)
  for (const name of await readdir(parent)) {
    const pid = /^postgres\.init\.(\d+)\./.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(parent, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** The superuser's password on Windows; elsewhere there is none. */
export async function superuserPassword(root: string): Promise<string | undefined> {
  if (process.platform !== 'win32') return undefined
  return (await readFile(join(root, 'postgres.password'), 'utf8')).trim()
}
