import { createHash, randomBytes } from 'node:crypto'
import {
  lchown,
  lstat,
  mkdir,
  readFile,
  readlink,
  realpath,
  rmdir,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isTraversable, type PostgresAccount, SHARED_STATE_FOLDER } from './account.ts'
import { PostgresProblem } from './errors.ts'

/** Layout of the data folder itself (not of the tables: those are migrated). Raised when a start cannot read an old one. */
export const DATA_FORMAT = 1
/** The major version the embedded binaries bring. */
export const EMBEDDED_MAJOR = 18

/** Everything Peineng keeps on disk hangs under one folder. */
export interface DataFolder {
  readonly root: string
  /** PostgreSQL's own folder, 0700, resolved through the link root may have put there. */
  readonly cluster: string
  readonly log: string
  /** Who serves from here: `{ pid, url }`, for people and for the message of a second start. */
  readonly serving: string
}

/** Makes the folder if it is new and says no, in words, if it is not ours to use. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const root = resolve(path)
  // Started as root, PostgreSQL runs as `nobody` and has to pass through; the files inside stay private.
  await mkdir(root, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  await checkFormat(root)
  return {
    root,
    cluster: await clusterIn(root),
    log: join(root, 'postgres.log'),
    serving: join(root, 'serving.json'),
  }
}

async function clusterIn(root: string): Promise<string> {
  const inside = join(root, 'postgres')
  const linked = await readlink(inside).catch(() => undefined)
  if (linked !== undefined) return linked
  const present = await stat(inside).catch(() => undefined)
  if (present || process.getuid?.() !== 0 || (await isTraversable(root)))
    return join(await realpath(root), 'postgres')
  // Root's private home: the cluster goes where its account can reach it, and a link says where that is.
  const elsewhere = join(SHARED_STATE_FOLDER, `data-${randomBytes(6).toString('hex')}`)
  await mkdir(elsewhere, { recursive: true, mode: 0o755 })
  try {
    await symlink(join(elsewhere, 'postgres'), inside)
  } catch (error) {
    await rmdir(elsewhere)
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readlink(inside)
}

async function checkFormat(root: string): Promise<void> {
  const path = join(root, 'format.json')
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined || text === '') {
    await writeFile(path, `${JSON.stringify({ format: DATA_FORMAT, postgres: EMBEDDED_MAJOR })}\n`)
    return
  }
  const found = JSON.parse(text) as { format: number; postgres: number }
  if (found.format > DATA_FORMAT || found.postgres > EMBEDDED_MAJOR) {
    throw new PostgresProblem(
      'DATA_NEWER',
      `${root} was written by a newer Peineng (data format ${found.format}, PostgreSQL ${found.postgres}; ` +
        `this one reads ${DATA_FORMAT} and ${EMBEDDED_MAJOR}). Update Peineng, or set DATA_DIR to another folder.`,
    )
  }
  if (found.postgres < EMBEDDED_MAJOR) {
    throw new PostgresProblem(
      'DATA_OLDER',
      `${root} was written by PostgreSQL ${found.postgres}; this Peineng brings ${EMBEDDED_MAJOR}. ` +
        'Run `peineng backup` with the previous release, then `peineng restore` with this one into an empty DATA_DIR.',
    )
  }
}

/** PostgreSQL insists on owning its folder; say so before it does, with the way out. */
export async function checkOwner(folder: DataFolder, account: PostgresAccount): Promise<void> {
  const owner = await stat(folder.cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new PostgresProblem('WRONG_OWNER', `${folder.cluster} cannot be opened: ${error.message}`)
  })
  if (process.platform === 'win32' || !owner || owner.uid === account.uid) return
  throw new PostgresProblem(
    'WRONG_OWNER',
    `The database in ${folder.cluster} belongs to user id ${owner.uid}, this process runs as ${account.uid}. ` +
      `Start Peineng as that user, or hand the folder over: chown -R ${account.uid}:${account.gid} ${folder.cluster}`,
  )
}

/**
 * The socket lives in the cluster's own 0700 folder. `sun_path` ends at 104 bytes on macOS, so a deep project
 * gets a short folder under the temporary one instead, named by hash, refused unless it is ours and private.
 */
export async function socketFolder(folder: DataFolder, account: PostgresAccount): Promise<string> {
  if (Buffer.byteLength(folder.cluster) <= 80) return folder.cluster
  const name = createHash('sha256').update(folder.cluster).digest('hex').slice(0, 16)
  const short = join(tmpdir(), `peineng-${name}`)
  const created = await mkdir(short, { mode: 0o700 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      return false
    },
  )
  if (created && account.switched) await lchown(short, account.uid, account.gid)
  const found = await lstat(short)
  if (!found.isDirectory() || found.uid !== account.uid || (found.mode & 0o077) !== 0) {
    throw new PostgresProblem(
      'WRONG_OWNER',
      `${short} exists and is not a private folder of ours. Remove it, or set DATA_DIR to a shorter path.`,
    )
  }
  return short
}
