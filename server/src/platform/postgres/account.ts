import { readFile, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { dirname, resolve } from 'node:path'

/** Where root keeps what an unprivileged account must reach when the project itself lies in a private home. */
export const SHARED_STATE_FOLDER = '/var/lib/peineng'

/** The operating-system account PostgreSQL runs under. It refuses to be root. */
export interface PostgresAccount {
  readonly uid: number
  readonly gid: number
  /** True where it differs from ours, so files must be handed over and processes started as it. */
  readonly switched: boolean
}

/**
 * Ourselves, unless we are root: then the owner of the existing cluster (someone's folder, started once with
 * sudo), else `nobody`. No user is created.
 */
export async function postgresAccount(clusterDir: string): Promise<PostgresAccount> {
  const ownUid = process.getuid?.() ?? -1
  const ownGid = process.getgid?.() ?? -1
  if (ownUid !== 0) return { uid: ownUid, gid: ownGid, switched: false }
  const owner = await stat(clusterDir).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, switched: true }
  return { ...(await nobody()), switched: true }
}

async function nobody(): Promise<{ uid: number; gid: number }> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const line = passwd.split('\n').find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  // macOS writes -2; setuid takes the unsigned form.
  const id = (text: string | undefined) => (text === undefined ? 65534 : Number(text) >>> 0)
  return { uid: id(uid), gid: id(gid) }
}

/** What `child_process` needs to start a program as the account. */
export function asAccount(account: PostgresAccount): { uid?: number; gid?: number } {
  return account.switched ? { uid: account.uid, gid: account.gid } : {}
}

/** Whether any account may walk down to this folder: every part of the path is executable for others. */
export async function isTraversable(folder: string): Promise<boolean> {
  for (let path = resolve(folder); ; path = dirname(path)) {
    const { mode } = await stat(path)
    if ((mode & 0o001) === 0) return false
    if (path === dirname(path)) return true
  }
}

/** Our own account name for peer authentication; undefined where the uid has no name (some containers). */
export function ownAccountName(): string | undefined {
  try {
    return userInfo().username
  } catch {
    return undefined
  }
}
