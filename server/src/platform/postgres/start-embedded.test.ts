import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { checkOwner, openDataFolder, socketFolder } from './data-folder.ts'
import { LOCK, LOCK_SPACE } from './locks.ts'
import { isPostgres, readPostmasterFile } from './postmaster.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded.ts'

const log = createLog({ level: 'silent', pretty: false, write: () => undefined })
const folders: string[] = []
const running: EmbeddedPostgres[] = []
const children: ChildProcess[] = []

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'peineng-launch-'))
  folders.push(folder)
  // Root's PostgreSQL runs as another account and has to pass through.
  await chmod(folder, 0o711)
  return join(folder, 'data')
}

async function start(dataDir: string, role: 'serve' | 'attach' = 'attach'): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log, role })
  running.push(postgres)
  return postgres
}

async function query(postgres: EmbeddedPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(postgres.endpoints.owner)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function postmasterPid(postgres: EmbeddedPostgres): Promise<number> {
  return (await readPostmasterFile(postgres.databaseDir))?.pid ?? 0
}

/** A process of its own that serves the folder, so that it can be killed. */
async function serveInProcess(dataDir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [line] = await once(child.stdout, 'data')
  expect(String(line)).toContain('up')
  return child
}

const program = fileURLToPath(new URL('../../../dist/testing/serve-for-a-kill.mjs', import.meta.url))

beforeAll(async () => {
  await build({
    stdin: {
      contents: `
        import { startEmbeddedPostgres } from './start-embedded.ts'
        import { createLog } from '../log.ts'
        const log = createLog({ level: 'silent', pretty: false, write: () => undefined })
        const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2], role: 'serve', log })
        await postgres.announce('http://127.0.0.1:7399')
        console.log('up')`,
      resolveDir: dirname(fileURLToPath(import.meta.url)),
      loader: 'ts',
    },
    outfile: program,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  })
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const postgres of running.splice(0)) await postgres.stop()
})

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

describe('the embedded PostgreSQL', () => {
  it('is shared by every process on the folder and stopped by the last one out', async () => {
    const dataDir = await newFolder()
    const first = await start(dataDir)
    const pid = await postmasterPid(first)
    const second = await start(dataDir)
    expect(await postmasterPid(second)).toBe(pid)
    await first.stop()
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    expect(await isPostgres(pid)).toBe(false)
    expect(await readPostmasterFile(second.databaseDir)).toBeUndefined()
  })

  it('is made once when three processes start at the same moment on a new folder', async () => {
    const dataDir = await newFolder()
    const all = await Promise.all([start(dataDir), start(dataDir), start(dataDir)])
    const pids = await Promise.all(all.map(postmasterPid))
    expect(new Set(pids).size).toBe(1)
    expect((await readdir(dataDir)).filter((name) => name.includes('init'))).toEqual([])
  })

  it('comes back when the last one stops it while another arrives', async () => {
    const dataDir = await newFolder()
    let current = await start(dataDir)
    for (let round = 0; round < 5; round += 1) {
      const [, next] = await Promise.all([current.stop(), start(dataDir)])
      expect(await query(next, 'select 1 as one')).toEqual([{ one: 1 }])
      current = next
    }
  })

  it('tells a second serve who serves and where, and lets it in once the first has gone', async () => {
    const dataDir = await newFolder()
    const first = await start(dataDir, 'serve')
    await first.announce('http://127.0.0.1:7300')
    await expect(start(dataDir, 'serve')).rejects.toThrow(
      `Another Peineng serves from this folder (pid ${process.pid}) at http://127.0.0.1:7300`,
    )
    await first.stop()
    await start(dataDir, 'serve')
  })

  it('loses nothing that was committed when PostgreSQL itself is killed, and comes back by itself', async () => {
    const dataDir = await newFolder()
    const postgres = await start(dataDir, 'serve')
    const pool = new pg.Pool(postgres.endpoints.owner)
    pool.on('error', () => undefined)
    await pool.query('create table kept (n int)')
    await pool.query('insert into kept select generate_series(1, 1000)')
    const before = await postmasterPid(postgres)
    process.kill(before, 'SIGKILL')
    // A backend of the killed server may still answer once; only the new server's answer proves anything.
    while ((await postmasterPid(postgres)) === before) await new Promise((resolve) => setImmediate(resolve))
    expect(await untilAnswered(() => pool.query('select count(*)::int as n from kept'))).toEqual([
      { n: 1000 },
    ])
    expect(await isPostgres(before)).toBe(false)
    // Whoever connects first finds PostgreSQL back; the one that serves takes its place again a moment later.
    while ((await servingLocks(pool)) === 0) await new Promise((resolve) => setImmediate(resolve))
    await expect(start(dataDir, 'serve')).rejects.toThrow(/Another Peineng serves/)
    await pool.end()
  })

  it('is adopted by the next start when the server was killed', async () => {
    const dataDir = await newFolder()
    const child = await serveInProcess(dataDir)
    await expect(start(dataDir, 'serve')).rejects.toThrow(`(pid ${child.pid}) at http://127.0.0.1:7399`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const next = await untilServed(dataDir)
    expect(await query(next, 'select 1 as one')).toEqual([{ one: 1 }])
    // The dead one's address is not passed on.
    await expect(start(dataDir, 'serve')).rejects.toThrow('(it is still starting)')
  })

  it('recovers when server and PostgreSQL were both killed', async () => {
    const dataDir = await newFolder()
    const child = await serveInProcess(dataDir)
    const watcher = await start(dataDir)
    await query(watcher, 'create table kept as select 7 as n')
    const pid = await postmasterPid(watcher)
    await watcher.stop()
    child.kill('SIGKILL')
    process.kill(pid, 'SIGKILL')
    await once(child, 'exit')
    expect(await query(await untilServed(dataDir), 'select n from kept')).toEqual([{ n: 7 }])
  })

  it('starts over a pid file whose number now belongs to another program', async () => {
    const dataDir = await newFolder()
    const first = await start(dataDir)
    await first.stop()
    const stale = `${process.pid}\n${first.databaseDir}\n1763800000\n5432\n${first.databaseDir}\n\n\nready   \n`
    await writeFile(join(first.databaseDir, 'postmaster.pid'), stale)
    expect(await query(await start(dataDir), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('clears away a first start that was killed half-way', async () => {
    const dataDir = await newFolder()
    await openDataFolder(dataDir)
    await mkdir(join(dataDir, 'postgres.init.999999999.abc'))
    await start(dataDir)
    expect((await readdir(dataDir)).filter((name) => name.includes('init'))).toEqual([])
  })

  it('works from a folder too deep for a socket', async () => {
    const dataDir = join(await newFolder(), 'a-rather-long-name'.repeat(5), 'x')
    const postgres = await start(dataDir)
    expect(Buffer.byteLength(postgres.databaseDir)).toBeGreaterThan(108)
    expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('shows the end of its log when it cannot start', async () => {
    const dataDir = await newFolder()
    const broken = startEmbeddedPostgres({
      dataDir,
      log,
      role: 'attach',
      settings: { max_connections: 'many' },
    })
    await expect(broken).rejects.toThrow(/did not start[\s\S]*max_connections/)
  })
})

describe('the data folder', () => {
  it('refuses data of a newer Peineng and names the way to move older data', async () => {
    const dataDir = await newFolder()
    await mkdir(dataDir)
    await writeFile(join(dataDir, 'format.json'), '{"format":1,"postgres":19}')
    await expect(openDataFolder(dataDir)).rejects.toThrow(/written by a newer Peineng/)
    await writeFile(join(dataDir, 'format.json'), '{"format":1,"postgres":17}')
    await expect(openDataFolder(dataDir)).rejects.toThrow(/peineng backup.*peineng restore/)
  })

  it('says whose it is when it belongs to someone else', async () => {
    const folder = await openDataFolder(await newFolder())
    await mkdir(folder.cluster)
    const stranger = { uid: 4_000_000, gid: 4_000_000, switched: false }
    await expect(checkOwner(folder, stranger)).rejects.toThrow(
      /belongs to user id \d+.*chown -R 4000000:4000000/,
    )
  })

  it('does not use a socket folder that others can enter', async () => {
    const folder = { ...(await openDataFolder(await newFolder())), cluster: `/${'deep/'.repeat(30)}` }
    const account = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, switched: false }
    const short = await socketFolder(folder, account)
    folders.push(short)
    await chmod(short, 0o777)
    await expect(socketFolder(folder, account)).rejects.toThrow(/not a private folder of ours/)
  })

  it.runIf(process.getuid?.() === 0)('reaches past a private home when root starts it', async () => {
    const home = await newFolder()
    await mkdir(join(home, 'project'), { recursive: true })
    await chmod(home, 0o700)
    const postgres = await start(join(home, 'project', '.peineng'))
    folders.push(dirname(postgres.databaseDir))
    expect(postgres.databaseDir).toMatch(/^\/var\/lib\/peineng\//)
    expect(await realpath(join(home, 'project', '.peineng', 'postgres'))).toBe(postgres.databaseDir)
    expect(await readFile(join(postgres.databaseDir, 'pg_hba.conf'), 'utf8')).toBe(
      'local all all peer map=peineng\n',
    )
    expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

async function servingLocks(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from pg_locks where locktype = 'advisory' and classid = $1 and objid = $2 and granted`,
    [LOCK_SPACE, LOCK.serve],
  )
  return rows[0]?.n ?? 0
}

async function untilAnswered(ask: () => Promise<pg.QueryResult>): Promise<unknown[]> {
  for (;;) {
    const answer = await ask().catch(() => undefined)
    if (answer) return answer.rows
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** The killed server's connections, and with them its lock, go when PostgreSQL notices: at once, but not instantly. */
async function untilServed(dataDir: string): Promise<EmbeddedPostgres> {
  for (;;) {
    const served = await start(dataDir, 'serve').catch((error: Error) => error)
    if (!(served instanceof Error)) return served
    expect(served.message).toContain('Another Peineng serves')
  }
}
