import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isPostgres } from '../src/platform/postgres/postmaster.ts'

const program = fileURLToPath(new URL('../bin/peineng.mjs', import.meta.url))
const READY = /^Peineng is ready at (http:\/\/127\.0\.0\.1:\d+)$/m

let folder: string
const children: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peineng-life-'))
  // Root's PostgreSQL runs as another account and has to pass through.
  await chmod(folder, 0o711)
})

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  await rm(folder, { recursive: true, force: true })
})

interface Running {
  readonly child: ChildProcess
  readonly out: () => string
  readonly err: () => string
  readonly ended: Promise<number | null>
}

function peineng(args: string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    // The demo company has its own tests; here it would only cost time.
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: 'data', PEINENG_DEMO: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, out: () => out, err: () => err, ended }
}

/** The address it printed; fails with its own words if it ends before. */
async function ready(running: Running): Promise<string> {
  for (;;) {
    const url = READY.exec(running.out())?.[1]
    if (url !== undefined) return url
    const gone = await Promise.race([
      once(running.child.stdout!, 'data').then(() => false),
      running.ended.then(() => true),
    ])
    if (gone && !READY.test(running.out())) throw new Error(`it ended instead: ${running.err()}`)
  }
}

async function postgresPid(): Promise<number> {
  return Number((await readFile(join(folder, 'data/postgres/postmaster.pid'), 'utf8')).split('\n')[0])
}

// Whole processes, several per test, on a machine that may be busy with other tests.
describe('one process', { timeout: 240_000 }, () => {
  it('starts from nothing, says one line, answers, and stops everything on Ctrl-C', async () => {
    const server = peineng(['serve', '--no-web'])
    const url = await ready(server)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('process_resident_memory_bytes')
    const pid = await postgresPid()
    // Under npm one Ctrl-C arrives twice, from the terminal and from npm; equal signals would be merged here.
    server.child.kill('SIGINT')
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(server.out()).toBe(`Peineng is ready at ${url}\n`)
    expect(await isPostgres(pid)).toBe(false)
  })

  it('tells a second start where the first one is, and lets the command line work beside it', async () => {
    const server = peineng(['serve', '--no-web'])
    const url = await ready(server)
    const second = peineng(['serve', '--no-web'])
    expect(await second.ended).toBe(1)
    expect(second.out()).toBe('')
    expect(second.err()).toContain(
      `Another Peineng serves from this folder (pid ${server.child.pid}) at ${url}`,
    )
    const backup = peineng(['backup', '--out', 'all.backup'])
    expect(await backup.ended).toBe(0)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
  })

  it('says so when the port is taken', async () => {
    const port = new URL(await ready(peineng(['serve', '--no-web']))).port
    const second = peineng(['serve', '--no-web'], { PORT: port, DATA_DIR: 'other' })
    expect(await second.ended).toBe(1)
    expect(second.err()).toContain(`Port ${port} on 127.0.0.1 is in use`)
  })

  it('recovers after kill -9 of the server, of PostgreSQL, and of both', async () => {
    for (const victims of [['server'], ['server', 'postgres']]) {
      const server = peineng(['serve', '--no-web'])
      await ready(server)
      const pid = await postgresPid()
      server.child.kill('SIGKILL')
      await server.ended
      if (victims.includes('postgres')) process.kill(pid, 'SIGKILL')
    }
    const server = peineng(['serve', '--no-web'])
    const url = await ready(server)
    process.kill(await postgresPid(), 'SIGKILL')
    let [failures, answer] = [0, 0]
    while (answer !== 200 && failures < 10_000) {
      answer = (await fetch(`${url}/readyz`)).status
      failures += 1
    }
    expect(answer).toBe(200)
  })
})

describe('several processes', { timeout: 240_000 }, () => {
  it('share the work: one serves, another does the jobs, and PostgreSQL ends with the last', async () => {
    const server = peineng(['serve', '--no-web', '--no-work'])
    await ready(server)
    const pid = await postgresPid()
    const worker = peineng(['work'])
    while (!worker.out().includes('working'))
      await Promise.race([once(worker.child.stdout!, 'data'), worker.ended])
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(await isPostgres(pid)).toBe(true)
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toBe(0)
    expect(await isPostgres(pid)).toBe(false)
  })
})
