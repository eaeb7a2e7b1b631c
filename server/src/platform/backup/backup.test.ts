import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../database/index.ts'
import { migrationsFolder } from '../package-root.ts'
import type { PgEndpoints } from '../postgres/endpoints.ts'
import { createTestDatabase, type TestDatabase } from '../postgres/testing.ts'
import { inReferenceOrder, readCatalogue } from './catalogue.ts'
import { checkBackup, restoreBackup } from './restore-backup.ts'
import { takeBackup } from './take-backup.ts'

const ACME = '0192f3c1-0000-7000-8000-00000000000a'
const BETA = '0192f3c1-0000-7000-8000-00000000000b'

/** Every shape the real schema has or may get: see the comments. */
const SCHEMA = `
create table migration (name text primary key, sha256 text not null);
insert into migration values ('0001_all.sql', 'abc');
create table tenant (id uuid primary key, slug text not null unique);
create table login (id uuid primary key, email text not null unique, hash bytea);
create table login_code (login_id uuid not null references login (id), code text, primary key (login_id, code));
create table session (token text primary key, tenant_id uuid not null references tenant (id));
create table holiday (day date primary key, name text not null);
insert into holiday values ('2026-10-01', 'seeded');
create table member (tenant_id uuid references tenant (id), id uuid, login_id uuid not null references login (id), primary key (tenant_id, id));
-- refers to itself, and its name sorts before what it refers to
create table branch (tenant_id uuid references tenant (id), id int, parent_id int, member_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references branch (tenant_id, id),
  foreign key (tenant_id, member_id) references member (tenant_id, id));
-- computed columns, a transaction id, an identity and everything text can hold
create table event (tenant_id uuid references tenant (id), id int, seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(), payload jsonb, note text, raw bytea, at timestamptz, amounts int[],
  shout text generated always as (upper(note)) stored, primary key (tenant_id, id, at)) partition by range (at);
create table event_2026 partition of event for values from ('2026-01-01') to ('2027-01-01');
`
const TENANT_TABLES = ['session', 'member', 'branch', 'event']

async function schema({ owner }: PgEndpoints): Promise<void> {
  const walls = TENANT_TABLES.map(
    (table) => `alter table ${table} enable row level security; alter table ${table} force row level security;
      create policy owner_door on ${table} to peineng_owner using (true) with check (true);`,
  )
  await run(owner, SCHEMA + walls.join('\n'))
}

async function run(door: pg.PoolConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(door)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const DATA = `
update holiday set name = '国庆节, edited';
insert into tenant values ('${ACME}', 'acme'), ('${BETA}', 'beta');
insert into login values ('${ACME}', 'both@a.cn', '\\x00ff'), ('${BETA}', 'beta@b.cn', null);
insert into login_code values ('${ACME}', 'A'), ('${BETA}', 'B');
insert into session values ('secret', '${ACME}');
insert into member values ('${ACME}', '${ACME}', '${ACME}'), ('${BETA}', '${ACME}', '${ACME}'), ('${BETA}', '${BETA}', '${BETA}');
insert into branch values ('${ACME}', 1, 2, '${ACME}'), ('${ACME}', 2, null, null), ('${BETA}', 1, null, '${BETA}');
insert into event (tenant_id, id, payload, note, raw, at, amounts)
  select t.id, n, jsonb_build_object('配能', n), E'tab\\t line\\n back\\\\slash \\\\. 配能 "q" ' || n,
         decode(md5(n::text), 'hex'), timestamptz '2026-11-22 09:00:00.123456+08', array[n, null, -n]
    from tenant t, generate_series(1, 2000) n;
`

let folder: string
const databases: TestDatabase[] = []

async function newDatabase(fill = ''): Promise<TestDatabase> {
  const database = await createTestDatabase({ migrate: schema, template: 'backup' })
  databases.push(database)
  if (fill !== '') await run(database.superuser, fill)
  return database
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peineng-backup-'))
})
afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function backup(database: TestDatabase, tenantSlug?: string): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.peineng`)
  await takeBackup({
    owner: database.endpoints.owner,
    target: createWriteStream(path),
    transient: ['session'],
    version: '0.1.0',
    now: new Date('2026-11-22T00:00:00Z'),
    ...(tenantSlug === undefined ? {} : { tenantSlug }),
  })
  return path
}

async function restore(database: TestDatabase, source: Readable | string): ReturnType<typeof restoreBackup> {
  return restoreBackup({
    owner: database.endpoints.owner,
    source: typeof source === 'string' ? createReadStream(source) : source,
    migrateTo: async () => undefined,
    migrateToNewest: async () => undefined,
  })
}

/** Everything in the database but what must differ, to compare by eye of the machine. */
async function contents(database: TestDatabase, tenantId?: string): Promise<unknown> {
  const all: Record<string, unknown> = {}
  for (const table of ['tenant', 'login', 'login_code', 'holiday', 'member', 'branch', 'event']) {
    const own = tenantId && ['member', 'branch', 'event'].includes(table)
    const where = own ? `where tenant_id = '${tenantId}'` : ''
    all[table] = await run(
      database.superuser,
      `select to_jsonb(t) - 'xid' as row from ${table} t ${where} order by 1`,
    )
  }
  return all
}

describe('a whole backup', () => {
  it('comes back equal, row for row, in an empty database', async () => {
    const source = await newDatabase(DATA)
    const target = await newDatabase()
    const { rows } = await restore(target, await backup(source))
    expect(rows['event']).toBe(4000)
    expect(await contents(target)).toEqual(await contents(source))
    expect(await run(target.superuser, 'select * from session')).toEqual([])
  })

  it('lets numbering go on behind what was restored', async () => {
    const target = await newDatabase()
    await restore(target, await backup(await newDatabase(DATA)))
    const [row] = await run(
      target.superuser,
      `insert into event (tenant_id, id, at) values ('${ACME}', 0, '2026-11-23') returning seq > 4000 as behind,
         xid >= (select max(xid) from event) as fresh`,
    )
    expect(row).toEqual({ behind: true, fresh: true })
  })

  it('is of one moment, though others write meanwhile', async () => {
    const source = await newDatabase(DATA)
    let changed: Promise<unknown> | undefined
    // Bytes arrive while the large table is read; the one that comes after it is changed at that moment.
    const target = new Writable({
      write: (_chunk, _encoding, done) => {
        changed ??= run(source.superuser, 'delete from branch; delete from event where id > 5')
        changed.then(() => done(), done)
      },
    })
    const { owner } = source.endpoints
    const { rows } = await takeBackup({ owner, target, transient: [], version: '0', now: new Date(0) })
    expect(await run(source.superuser, 'select * from branch')).toEqual([])
    expect(rows).toMatchObject({ event: 4000, branch: 3 })
    expect(Object.keys(rows).indexOf('branch')).toBeGreaterThan(Object.keys(rows).indexOf('event'))
  })

  it('goes nowhere where companies already are', async () => {
    const source = await newDatabase(DATA)
    await expect(restore(source, await backup(source))).rejects.toThrow(/already holds companies/)
  })
})

describe('one company’s backup', () => {
  it('holds nothing of the others, and joins them elsewhere without touching theirs', async () => {
    const source = await newDatabase(DATA)
    const path = await backup(source, 'acme')
    const text = gunzipSync(await readFile(path)).toString('latin1')
    expect(text).not.toContain(BETA)
    expect(text).not.toContain('beta@b.cn')

    const target = await newDatabase(`insert into tenant values ('${BETA}', 'beta');
      insert into login values ('${BETA}', 'beta@b.cn', null);
      insert into event (tenant_id, id, note, at) values ('${BETA}', 1, 'theirs', '2026-11-01')`)
    await restore(target, path)
    const [source_, target_] = await Promise.all([contents(source, ACME), contents(target, ACME)])
    for (const table of ['member', 'branch', 'event'] as const) {
      expect((target_ as Record<string, unknown>)[table]).toEqual((source_ as Record<string, unknown>)[table])
    }
    expect(await run(target.superuser, `select note from event where tenant_id = '${BETA}'`)).toEqual([
      { note: 'theirs' },
    ])
    expect(await run(target.superuser, 'select name from holiday')).toEqual([{ name: 'seeded' }])
    expect(await run(target.superuser, 'select code from login_code')).toEqual([{ code: 'A' }])
  })

  it('accepts that a member is already known here, as the same log-in', async () => {
    const path = await backup(await newDatabase(DATA), 'acme')
    const target = await newDatabase(`insert into login values ('${ACME}', 'both@a.cn', '\\x01')`)
    await restore(target, path)
    expect(await run(target.superuser, 'select hash from login')).toEqual([{ hash: Buffer.from([1]) }])
  })

  it('refuses a member whose mail address belongs to another log-in here, and a company already here', async () => {
    const path = await backup(await newDatabase(DATA), 'acme')
    const stranger = await newDatabase(`insert into login values ('${BETA}', 'both@a.cn', null)`)
    await expect(restore(stranger, path)).rejects.toThrow(/login row\(s\) of the backup collide/)
    const twice = await newDatabase(`insert into tenant values ('${BETA}', 'acme')`)
    await expect(restore(twice, path)).rejects.toThrow(/"acme" is already here/)
    expect(await run(twice.superuser, 'select * from event')).toEqual([])
  })

  it('refuses another schema and names the way round', async () => {
    const path = await backup(await newDatabase(DATA), 'acme')
    const target = await newDatabase(`insert into migration values ('0002_more.sql', 'def')`)
    await expect(restore(target, path)).rejects.toThrow(/another database schema/)
  })

  it('names the companies there are when asked for one there is not', async () => {
    await expect(backup(await newDatabase(DATA), 'acmee')).rejects.toThrow('Known: acme, beta.')
  })
})

describe('a damaged backup', () => {
  it('changes nothing, wherever it is cut or altered', async () => {
    const path = await backup(await newDatabase(DATA))
    const plain = gunzipSync(await readFile(path))
    const target = await newDatabase()
    const empty = await contents(target)
    const flipped = Buffer.from(plain)
    const at = plain.indexOf('back') + 1
    flipped[at] = (flipped[at] ?? 0) ^ 1
    const broken = [
      gzipSync(plain.subarray(0, plain.length - 1)),
      gzipSync(plain.subarray(0, Math.floor(plain.length / 2))),
      (await readFile(path)).subarray(0, 2000),
      gzipSync(flipped),
      gzipSync(Buffer.concat([plain, Buffer.from('more')])),
      gzipSync(Buffer.from(plain.toString('latin1').replace('"rows":4000', '"rows":3999'), 'latin1')),
    ]
    for (const bytes of broken) {
      await expect(restore(target, Readable.from([bytes]))).rejects.toThrow(/damaged or cut off|lost rows/)
      expect(await contents(target)).toEqual(empty)
    }
    await expect(restore(target, Readable.from([gzipSync('{"a":1}\n')]))).rejects.toThrow(
      /not a Peineng backup/,
    )
    await expect(restore(target, Readable.from([Buffer.from('id,name\n')]))).rejects.toThrow(
      /damaged or cut off/,
    )
    await writeFile(join(folder, 'newer'), gzipSync('{"peinengBackup":2}\n'))
    await expect(restore(target, join(folder, 'newer'))).rejects.toThrow(/Update Peineng/)
  })

  it('is found by looking alone', async () => {
    const path = await backup(await newDatabase(DATA))
    expect((await checkBackup(createReadStream(path))).rows['event']).toBe(4000)
    const half = Readable.from([(await readFile(path)).subarray(0, 3000)])
    await expect(checkBackup(half)).rejects.toThrow(/damaged or cut off/)
  })
})

describe('the schema', () => {
  it('is not backed up at all where row security would hide rows from the owner', async () => {
    const database = await newDatabase(`${DATA}; drop policy owner_door on branch`)
    await expect(backup(database)).rejects.toThrow(/hides rows of branch/)
  })

  it('as it really is can be put back: no circles, nothing hidden, and it survives a round trip', async () => {
    const real = (endpoints: PgEndpoints) => migrate(endpoints, migrationsFolder()).then(() => undefined)
    const source = await createTestDatabase({ migrate: real })
    const target = await createTestDatabase({ migrate: real })
    databases.push(source, target)
    const client = new pg.Client(source.endpoints.owner)
    await client.connect()
    const tables = await readCatalogue(client)
    await client.end()
    expect(inReferenceOrder(tables).length).toBe(tables.length)
    expect(tables.filter(({ hidden }) => hidden)).toEqual([])
    await run(
      source.superuser,
      `insert into tenant (id, slug, name, created_at) values ('${ACME}', 'acme', '甲', now())`,
    )
    await restore(target, await backup(source))
    expect(await run(target.superuser, 'select slug, name from tenant')).toEqual([
      { slug: 'acme', name: '甲' },
    ])
  })
})
