import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
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

/** A company, ten reps and an API key, through the front door. */
async function furnish(url: string): Promise<string> {
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
  const key = await post('/api/v1/api-keys', { name: 'test', role: 'admin' }, { cookie })
  return ((await key.json()) as { key: string }).key
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
  `keeps every acknowledged lead exactly once, with its owner and decision, over ${ROUNDS} kills under load`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peineng-kill-'))
    await chmod(folder, 0o711)
    let server = await startProcess(folder)
    try {
      const apiKey = await furnish(server.url)
      const all: Sent[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const sent = await loadUntilKilled(server, apiKey, round, 400 + ((round * 617) % 1500))
        // Every third time the database goes down with it.
        if (round % 3 === 2) {
          const [pid] = (await readFile(join(folder, 'data/postgres/postmaster.pid'), 'utf8')).split('\n')
          process.kill(Number(pid), 'SIGKILL')
        }
        server = await startProcess(folder)
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
      const verified = await runProcess(folder, ['verify', '--all'])
      expect(verified).toMatchObject({ code: 0 })
      expect(verified.out).toContain(`${all.length} identical`)
    } finally {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
  ROUNDS * 60_000,
)
