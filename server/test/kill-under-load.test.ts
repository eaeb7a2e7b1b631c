import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../bin/peineng.mjs', import.meta.url))
const ROUNDS = process.env['PEINENG_SOAK'] === undefined ? 3 : 20
const LEADS_PER_SECOND = 50

let folder: string
let server: ChildProcess | undefined
let url = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peineng-kill-'))
  // Root's PostgreSQL runs as another account and has to pass through.
  await chmod(folder, 0o711)
})
afterAll(async () => {
  if (server && server.exitCode === null && server.signalCode === null) {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  await rm(folder, { recursive: true, force: true })
})

function peineng(args: string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: 'data', PEINENG_DEMO: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function start(): Promise<void> {
  const child = peineng(['serve', '--no-web'])
  server = child
  let out = ''
  while (!out.includes('\n')) {
    const [chunk] = await Promise.race([
      once(child.stdout!, 'data'),
      once(child, 'exit').then(() => ['\nended']),
    ])
    out += String(chunk)
  }
  url = /ready at (\S+)/.exec(out)?.[1] ?? ''
  expect(url).toMatch(/^http/)
}

async function output(args: string[]): Promise<string> {
  const child = peineng(args)
  let out = ''
  child.stdout!.on('data', (chunk) => {
    out += chunk
  })
  const [code] = await once(child, 'close')
  expect(code).toBe(0)
  return out.trim()
}

interface Lead {
  readonly name: string
  readonly key: string
  answer?: { id: string; state: string; owner: { id: string } | null; decisionId: string; reason: unknown }
}

let apiKey = ''

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${apiKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** As a client does that wants its lead to arrive: what was not answered is sent again under the same key. */
async function send(lead: Lead): Promise<void> {
  const { status, body } = await call(
    'POST',
    '/api/v1/leads',
    { name: lead.name, company: lead.name },
    {
      'idempotency-key': lead.key,
    },
  )
  expect(status).toBe(201)
  lead.answer = body as unknown as NonNullable<Lead['answer']>
}

describe('kill -9 under load', () => {
  it(`loses and doubles no acknowledged lead in ${ROUNDS} rounds`, {
    timeout: 120_000 * ROUNDS,
  }, async () => {
    await start()
    const founder = {
      company: '甲公司',
      name: '王芳',
      email: 'wang@example.cn',
      password: 'a long enough password 1',
    }
    const signedUp = await fetch(`${url}/api/v1/companies`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(founder),
    })
    expect(signedUp.status).toBe(201)
    apiKey = await output(['api-key', 'create', '--role', 'admin', '--name', 'load'])
    for (let number = 1; number <= 10; number += 1) {
      expect((await call('POST', '/api/v1/reps', { name: `销售 ${number}` })).status).toBe(201)
    }

    const leads: Lead[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const underWay: Promise<unknown>[] = []
      let killed = false
      const killAt = performance.now() + randomInt(300, 3_000)
      while (!killed) {
        const lead: Lead = { name: `线索 ${randomUUID()}`, key: randomUUID() }
        leads.push(lead)
        // Refused and cut connections are what the kill is for; those leads are sent again below.
        underWay.push(send(lead).catch((error: Error) => expect(error.name).toBe('TypeError')))
        await pause(1_000 / LEADS_PER_SECOND)
        if (performance.now() >= killAt) killed = server!.kill('SIGKILL')
      }
      await Promise.all([once(server!, 'exit'), ...underWay])
      await start()
      for (const lead of leads) if (lead.answer === undefined) await send(lead)
    }

    const stored = new Map<string, { id: string; count: number }>()
    for (let cursor: unknown = ''; cursor !== null; ) {
      const { body } = await call('GET', `/api/v1/leads?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`)
      for (const { id, name } of body['items'] as { id: string; name: string }[]) {
        stored.set(name, { id, count: (stored.get(name)?.count ?? 0) + 1 })
      }
      cursor = body['nextCursor']
    }
    expect(stored.size).toBe(leads.length)
    for (const { name, answer } of leads) {
      expect(stored.get(name)).toEqual({ id: answer?.id, count: 1 })
      expect(answer?.owner !== null || answer.reason !== null).toBe(true)
      const checked = await call('POST', `/api/v1/decisions/${answer?.decisionId}/verify`)
      expect(checked.body).toMatchObject({ content: 'intact', identical: true })
      expect(['intact', 'unsealed']).toContain(checked.body['chain'])
    }
  })
})
