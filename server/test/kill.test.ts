import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { closed, openFakeRobots, textOf } from './fake-robots.ts'
import { runProcess, type ServerProcess, startProcess } from './process.ts'

/** Three rounds in every run, twenty in `npm run soak`. */
const ROUNDS = process.env['PEINENG_SOAK'] === '1' ? 20 : 3
const PER_SECOND = 50
const EMAIL = 'owner@example.com'

interface Sent {
  readonly key: string
  readonly name: string
  /** What the server acknowledged; null = the answer never came. */
  answer: { readonly id: string; readonly state: string; readonly decisionId: string } | null
}

interface Furnished {
  readonly apiKey: string
  readonly cookie: string
  /** Who the owner is, as a rep. */
  readonly repId: string
}

/** A receiver of webhooks: what it was told of which lead, by which message. */
async function openReceiver() {
  const told = new Map<string, Set<string>>()
  const server = createServer(async (request, response) => {
    const { data } = JSON.parse(await textOf(request)) as { data: { entityId: string } }
    const ids = told.get(data.entityId) ?? new Set()
    told.set(data.entityId, ids.add(String(request.headers['webhook-id'])))
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { told, url: `http://127.0.0.1:${port}/hook`, close: () => closed(server) }
}

/** A company whose owner sells, ten reps, a robot, a webhook and an API key, through the front door. */
async function furnish(url: string, robot: string, webhook: string): Promise<Furnished> {
  const post = async (path: string, body: unknown, headers: Record<string, string>): Promise<Response> => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, ...headers },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response
  }
  const company = await post(
    '/api/v1/companies',
    { company: 'Kill', slug: 'kill', name: 'Owner', email: EMAIL, password: 'correct horse battery' },
    {},
  )
  const cookie = company.headers.get('set-cookie')?.split(';')[0] ?? ''
  for (let i = 0; i < 10; i++)
    await post(
      '/api/v1/reps',
      { name: `Rep ${i}`, gauges: [{ name: 'load_index', threshold: 10_000_000, action: 'pause' }] },
      { cookie },
    )
  const get = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${url}${path}`, { headers: { cookie } })).json()) as T
  const { items: reps } = await get<{ items: { id: string }[] }>('/api/v1/reps')
  const { items: members } = await get<{ items: { id: string; version: number }[] }>('/api/v1/members')
  await fetch(`${url}/api/v1/members/${members[0]?.id}`, {
    method: 'PATCH',
    headers: {
      'content-type': 'application/json',
      origin: url,
      cookie,
      'if-match': `"${members[0]?.version}"`,
    },
    body: JSON.stringify({ repId: reps[0]?.id }),
  })
  const key = await post('/api/v1/api-keys', { name: 'test', role: 'admin' }, { cookie })
  await post('/api/v1/channels', { vendor: 'dingtalk', name: 'group', address: robot }, { cookie })
  await post('/api/v1/webhooks', { url: webhook, eventTypes: ['lead.owned'] }, { cookie })
  return { apiKey: ((await key.json()) as { key: string }).key, cookie, repId: reps[0]?.id ?? '' }
}

async function send(url: string, apiKey: string, sent: Sent): Promise<void> {
  const response = await fetch(`${url}/api/v1/leads`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${apiKey}`,
      'idempotency-key': sent.key,
    },
    body: JSON.stringify({ name: sent.name }),
  })
  if (response.status !== 201) throw new Error(`unexpected ${response.status}: ${await response.text()}`)
  sent.answer = (await response.json()) as Sent['answer']
}

/** Sends leads at a steady rate until the process dies under it; answers that never come stay null. */
async function loadUntilKilled(
  server: ServerProcess,
  apiKey: string,
  round: number,
  afterMs: number,
): Promise<Sent[]> {
  const all: Sent[] = []
  const running: Promise<void>[] = []
  let dead = false
  const timer = setInterval(() => {
    if (dead) return
    const sent: Sent = { key: `r${round}-${all.length}`, name: `Lead ${round}-${all.length}`, answer: null }
    all.push(sent)
    running.push(send(server.url, apiKey, sent).catch(() => undefined))
  }, 1000 / PER_SECOND)
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  await server.kill()
  dead = true
  clearInterval(timer)
  await Promise.all(running)
  return all
}

it(
  `keeps every acknowledged lead exactly once, with its owner and decision, and tells of each, over ${ROUNDS} kills under load`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peineng-kill-'))
    await chmod(folder, 0o711)
    const [robots, receiver] = [await openFakeRobots(() => Date.now()), await openReceiver()]
    const start = () => startProcess(folder, { PRIVATE_TARGETS: '127.0.0.1' })
    let server = await start()
    try {
      const { apiKey, cookie, repId } = await furnish(
        server.url,
        robots.address('dingtalk', 'kill'),
        receiver.url,
      )
      const all: Sent[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const sent = await loadUntilKilled(server, apiKey, round, 400 + ((round * 617) % 1500))
        // Every third time the database goes down with it.
        if (round % 3 === 2) {
          const [pid] = (await readFile(join(folder, 'data/postgres/postmaster.pid'), 'utf8')).split('\n')
          process.kill(Number(pid), 'SIGKILL')
        }
        server = await start()
        // A client that got no answer asks again with the same key and gets one lead, whichever it was.
        for (const one of sent.filter((each) => each.answer === null)) await send(server.url, apiKey, one)
        all.push(...sent)
      }
      expect(all.length).toBeGreaterThan(ROUNDS * 10)

      const listed = new Map<
        string,
        { id: string; name: string; state: string; owner: unknown; decisionId: string | null }
      >()
      let cursor: string | null = null
      do {
        const page: Response = await fetch(
          `${server.url}/api/v1/leads?limit=500${cursor === null ? '' : `&cursor=${cursor}`}`,
          {
            headers: { authorization: `Bearer ${apiKey}` },
          },
        )
        const body = (await page.json()) as {
          items: { id: string; name: string; state: string; owner: unknown; decisionId: string | null }[]
          nextCursor: string | null
        }
        for (const item of body.items) {
          expect(listed.has(item.id)).toBe(false)
          listed.set(item.id, item)
        }
        cursor = body.nextCursor
      } while (cursor !== null)
      expect(listed.size).toBe(all.length)
      expect(new Set([...listed.values()].map((item) => item.name)).size).toBe(all.length)
      for (const { answer } of all) {
        const lead = listed.get(answer?.id ?? '')
        expect(lead).toMatchObject({ state: 'owned', decisionId: answer?.decisionId })
        expect(lead?.owner).not.toBeNull()
      }
      // Told once in the app, and at least once by message, not later than a minute after the last start.
      const ask = async <T>(path: string): Promise<T> =>
        (await (await fetch(`${server.url}/api/v1${path}`, { headers: { cookie } })).json()) as T
      const mine = [...listed.values()].filter(
        ({ owner }) => (owner as { id: string } | null)?.id === repId,
      ).length
      const late = Date.now() + 60_000
      const settled = async () => ({
        unread: (await ask<{ unread: number }>('/notifications?limit=1')).unread,
        waiting: (await ask<{ items: unknown[] }>('/deliveries?state=waiting&limit=1')).items.length,
        told: receiver.told.size,
      })
      let end = await settled()
      while (Date.now() < late && (end.unread < mine || end.waiting > 0 || end.told < all.length)) {
        await new Promise((resolve) => setTimeout(resolve, 300))
        end = await settled()
      }
      expect(end).toEqual({ unread: mine, waiting: 0, told: all.length })
      expect([...receiver.told.values()].every((ids) => ids.size === 1)).toBe(true)
      expect(robots.said.length).toBeGreaterThan(0)
      const verified = await runProcess(folder, ['verify', '--all'])
      expect(verified).toMatchObject({ code: 0 })
      expect(verified.out).toContain(`${all.length} identical`)
    } finally {
      await server.stop()
      await robots.close()
      await receiver.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
  ROUNDS * 60_000,
)
