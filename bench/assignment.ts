/**
 * A lead from HTTP to its owner, on the real server and the embedded PostgreSQL, gauges off so that the work never
 * stops. CPU seconds are those of the server process and of every PostgreSQL process together (Linux: /proc).
 * Yardsticks: Odoo 18 and NocoBase 2.2 measured on the same class of machine (2 cores).
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'

const TICKS = 100

interface Server {
  readonly url: string
  readonly child: ChildProcess
  readonly folder: string
}

/** The real program on data of its own. */
async function start(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'peineng-bench-'))
  chmodSync(folder, 0o711)
  const child = spawn(process.execPath, ['server/bin/peineng.mjs', 'serve', '--no-web'], {
    env: { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data'), PEINENG_DEMO: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let out = ''
    child.stdout?.on('data', (chunk) => {
      out += chunk
      const found = /ready at (http:\S+)/.exec(out)
      if (found?.[1]) resolve(found[1])
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return { url, child, folder }
}

async function stop({ child, folder }: Server): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
}

async function post(
  url: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<{ status: number; headers: Headers; body: unknown }> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, ...headers },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return { status: response.status, headers: response.headers, body: await response.json() }
}

async function company(url: string, name: string, reps: number): Promise<string> {
  const made = await post(
    url,
    '/api/v1/companies',
    { company: name, slug: name, name, email: `${name}@example.com`, password: 'correct horse battery' },
    {},
  )
  const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? ''
  const gauges = [{ name: 'load_index', threshold: 10_000_000, action: 'pause' }]
  for (let i = 0; i < reps; i++) await post(url, '/api/v1/reps', { name: `Rep ${i}`, gauges }, { cookie })
  return (
    (await post(url, '/api/v1/api-keys', { name: 'bench', role: 'admin' }, { cookie })).body as {
      key: string
    }
  ).key
}

const lead = (i: number): Record<string, unknown> => ({
  name: `客户 ${i}`,
  company: `测试公司${i}`,
  phone: `1370${String(1_000_000 + i).slice(-7)}`,
  region: ['浙江', '广东', '北京'][i % 3],
  industry: ['口腔', '康复', '骨科耗材'][i % 3],
  amount: 10_000 * (1 + (i % 40)),
})

/** CPU seconds of a process and all below it, and of the PostgreSQL that the server adopted or started. */
function cpuSeconds(server: Server): { server: number; postgres: number } {
  const postmaster = Number(
    readFileSync(join(server.folder, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0],
  )
  let [own, postgres] = [0, 0]
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const fields = readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      const used = Number(fields[11]) + Number(fields[12])
      if (Number(entry) === server.child.pid) own += used
      else if (Number(entry) === postmaster) postgres += used + Number(fields[13]) + Number(fields[14])
      // Backends are the postmaster's children; those that ended are in its own children's times.
      else if (Number(fields[1]) === postmaster) postgres += used
    } catch {
      // The process ended while we looked.
    }
  }
  return { server: own / TICKS, postgres: postgres / TICKS }
}

const rssMb = (server: Server): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

const line = (work: string, ours: string, mark: string, yardstick: string): void =>
  console.log(`${work.padEnd(44)} ${ours.padEnd(34)} mark ${mark.padEnd(26)} ${yardstick}`)

async function bulk(
  server: Server,
  name: string,
  reps: number,
  leads: number,
  warmUp = 0,
): Promise<{ first: Cost; warm: Cost }> {
  const key = await company(server.url, name, reps)
  const headers = { authorization: `Bearer ${key}` }
  // The first call loads roster and policy; it is a cost of starting, not of a lead.
  await post(server.url, '/api/v1/leads', { name: 'warm' }, headers)
  const send = async (from: number, to: number): Promise<Cost> => {
    const before = cpuSeconds(server)
    for (let next = from; next < to; next += 1000) {
      const { body } = await post(
        server.url,
        '/api/v1/leads/bulk',
        { items: Array.from({ length: Math.min(1000, to - next) }, (_, i) => lead(next + i)) },
        headers,
      )
      for (const result of (body as { results: { status: number; lead?: { state: string } }[] }).results)
        if (result.status !== 201 || result.lead?.state !== 'owned')
          throw new Error(`not owned: ${JSON.stringify(result)}`)
    }
    return costBetween(before, cpuSeconds(server))
  }
  const first = await send(0, leads)
  // What a process costs that has run for a while: its code is compiled by then.
  await send(leads, leads + warmUp)
  return { first, warm: warmUp === 0 ? first : await send(leads + warmUp, 2 * leads + warmUp) }
}

interface Cost {
  readonly total: number
  readonly shown: string
}

function costBetween(before: ReturnType<typeof cpuSeconds>, after: ReturnType<typeof cpuSeconds>): Cost {
  const own = after.server - before.server
  const postgres = after.postgres - before.postgres
  return {
    total: own + postgres,
    shown: `${(own + postgres).toFixed(2)} CPU s (${own.toFixed(1)} + PostgreSQL ${postgres.toFixed(1)})`,
  }
}

async function oneClient(server: Server, key: string, count: number): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const from = performance.now()
    await new Promise<void>((resolve, reject) => {
      const call = request(
        `${server.url}/api/v1/leads`,
        { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` } },
        (response) => {
          response.resume()
          response.once('end', () =>
            response.statusCode === 201 ? resolve() : reject(new Error(String(response.statusCode))),
          )
        },
      )
      call.once('error', reject)
      call.end(JSON.stringify({ name: `Single ${i}` }))
    })
    times.push(performance.now() - from)
  }
  return times.sort((a, b) => a - b)
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const server = await start()
try {
  const small = await bulk(server, 'small', 20, 1000, 2000)
  line(
    '1,000 leads x 20 reps, first of the process',
    small.first.shown,
    '<= 0.8 CPU s',
    `Odoo 18-25 CPU s (${(18 / small.first.total).toFixed(0)}x)`,
  )
  line('1,000 x 20, after 3,000 others', small.warm.shown, '', '')
  const { first: large } = await bulk(server, 'large', 100, 10_000)
  line(
    '10,000 x 100',
    `${large.shown} = ${(large.total / small.first.total).toFixed(1)} x`,
    '<= 8 CPU s, <= 11 x',
    `Odoo 445 CPU s (${(445 / large.total).toFixed(0)}x)`,
  )

  const key = await company(server.url, 'http', 20)
  await oneClient(server, key, 100)
  const single = await oneClient(server, key, 500)
  line(
    'create -> owned over HTTP, 1 client',
    `p50 ${at(single, 0.5).toFixed(1)} p99 ${at(single, 0.99).toFixed(1)} ms`,
    'p50 <= 15, p99 <= 60 ms',
    'Odoo p50 337, NocoBase 291 ms',
  )

  let n = 0
  const ten = await autocannon({
    url: `${server.url}/api/v1/leads`,
    connections: 10,
    duration: 10,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    requests: [{ setupRequest: (one) => ({ ...one, body: JSON.stringify({ name: `Ten ${n++}` }) }) }],
  })
  line(
    'create -> owned, 10 clients',
    `${ten.requests.average.toFixed(0)}/s, ${ten.errors + ten.non2xx} errors, p99 ${ten.latency.p99} ms`,
    '>= 500/s, 0, <= 100 ms',
    'Odoo 3.2/s 4 % errors, NocoBase 4.3/s',
  )

  const from = performance.now()
  await Promise.all(
    Array.from({ length: 300 }, (_, i) =>
      post(server.url, '/api/v1/leads', { name: `Burst ${i}` }, { authorization: `Bearer ${key}` }),
    ),
  )
  line(
    'burst of 300 -> all owned',
    `${((performance.now() - from) / 1000).toFixed(2)} s`,
    '<= 1 s',
    'NocoBase 43 s p50',
  )
  line('resident memory, server + worker', `${rssMb(server).toFixed(0)} MB`, '<= 250 MB', 'NocoBase 504 MB')
} finally {
  await stop(server)
}
