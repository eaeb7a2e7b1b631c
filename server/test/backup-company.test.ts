import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { restoreBackup, takeBackup } from '../src/platform/backup/index.ts'
import { createTestApp, type TestApp, type TestTenant } from './test-app.ts'

let [folder, path] = ['', '']
let from: TestApp
let to: TestApp
let moved: TestTenant
let stays: TestTenant
const decisions: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peineng-company-'))
  path = join(folder, 'moved.backup')
  from = await createTestApp()
  to = await createTestApp()
  moved = await from.addTenant({ slug: 'moved', unlimited: true })
  stays = await from.addTenant({ slug: 'stays', unlimited: true })
  for (const { keys, slug } of [moved, stays]) {
    for (let number = 1; number <= 12; number += 1) {
      const lead = {
        name: `${slug} ${number}`,
        company: `${slug} 公司 ${number}`,
        phone: `138${number + 10}345678`,
      }
      const { status, body } = await from.call<{ decisionId: string }>(
        keys.admin,
        'POST',
        '/api/v1/leads',
        lead,
      )
      expect(status).toBe(201)
      if (slug === 'moved') decisions.push(body.decisionId)
    }
  }
  await takeBackup({
    owner: from.endpoints.owner,
    target: createWriteStream(path),
    tenantSlug: 'moved',
    transient: [],
    version: 'test',
    now: new Date(0),
  })
  await restoreBackup({
    owner: to.endpoints.owner,
    source: createReadStream(path),
    migrateTo: async () => undefined,
    migrateToNewest: async () => undefined,
  })
})

afterAll(async () => {
  await from.close()
  await to.close()
  await rm(folder, { recursive: true, force: true })
})

/** Every row of every tenant table, but for the transaction ids that belong to one database. */
async function rowsOf(door: pg.PoolConfig, tenantId: string): Promise<Record<string, unknown[]>> {
  const client = new pg.Client(door)
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') order by 1`,
  )
  const all: Record<string, unknown[]> = {}
  for (const { name } of tables.rows) {
    const sql = `select (to_jsonb(t) - 'xid')::text as row from ${pg.escapeIdentifier(name)} t where tenant_id = $1 order by 1`
    all[name] = (await client.query(sql, [tenantId])).rows
  }
  await client.end()
  return all
}

describe('a company moved to another installation', () => {
  it('arrives with every row of every table, and with no row of its neighbour', async () => {
    const before = await rowsOf(from.endpoints.owner, moved.id)
    expect(await rowsOf(to.endpoints.owner, moved.id)).toEqual(before)
    const filled = Object.entries(before).filter(([, rows]) => rows.length > 0)
    expect(filled.map(([table]) => table)).toEqual(
      expect.arrayContaining(['lead', 'decision', 'rep', 'event', 'audit']),
    )
    const strangers = Object.values(await rowsOf(to.endpoints.owner, stays.id)).flat()
    expect(strangers).toEqual([])
    const text = gunzipSync(await readFile(path)).toString('utf8')
    expect(text).toContain('moved 公司 12')
    expect(text).not.toContain('stays')
    expect(text).not.toContain(stays.id)
  })

  it('goes on working there: old keys open, old decisions replay, new leads find their person', async () => {
    for (const id of decisions) {
      const { status, body } = await to.call(moved.keys.admin, 'POST', `/api/v1/decisions/${id}/verify`)
      expect(status).toBe(200)
      expect(body).toMatchObject({ content: 'intact', identical: true })
    }
    const next = await to.call(moved.keys.admin, 'POST', '/api/v1/leads', { name: '新线索' })
    expect(next).toMatchObject({ status: 201, body: { state: 'owned' } })
    expect((await to.call(stays.keys.admin, 'GET', '/api/v1/leads')).status).toBe(401)
  })
})
