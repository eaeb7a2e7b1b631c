import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { runCli } from '../cli.ts'
import { createTestDatabase, type TestDatabase } from '../platform/postgres/testing.ts'
import { nearest } from './nearest.ts'

let folder: string
const databases: TestDatabase[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peineng-cli-'))
})
afterAll(async () => {
  for (const database of databases) await database.drop()
  await rm(folder, { recursive: true, force: true })
})

async function peineng(args: string[], env: Record<string, string> = {}) {
  let stdout = ''
  let stderr = ''
  const code = await runCli(args, {
    stdout: (text) => {
      stdout += text
    },
    stderr: (text) => {
      stderr += text
    },
    env: { DATA_DIR: 'data', ...env },
    cwd: folder,
    signal: new AbortController().signal,
  })
  return { code, stdout, stderr }
}

describe('the command line', () => {
  it('lists every command with a line, and explains each', async () => {
    const { code, stdout } = await peineng(['--help'])
    expect(code).toBe(0)
    const names = [...stdout.matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].map(([, name]) => name ?? '')
    expect(names).toContain('backup')
    for (const name of names) {
      const help = await peineng([name, '--help'])
      expect(help).toMatchObject({ code: 0, stderr: '' })
      expect(help.stdout).toContain(`peineng ${name}`)
      expect((await peineng(['help', name])).stdout).toBe(help.stdout)
    }
  })

  it('asks back on a slip of the finger', async () => {
    expect(await peineng(['bakup'])).toMatchObject({
      code: 2,
      stderr: 'Unknown command "bakup". Did you mean "backup"? See peineng --help\n',
    })
    expect((await peineng(['constructor'])).stderr).toBe(
      'Unknown command "constructor". See peineng --help\n',
    )
    expect(nearest('wokr', ['work', 'serve'])).toBe('work')
    expect(nearest('xyz', ['work', 'serve'])).toBeUndefined()
  })

  it('shows what would be right when options are wrong, with exit code 2', async () => {
    const { code, stderr } = await peineng(['backup', '--tenat', 'x'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/Unknown option '--tenat'[\s\S]*Usage: peineng backup/)
  })

  it('answers a problem with a sentence and no stack, with exit code 1', async () => {
    const { code, stderr } = await peineng(['migrate'], { PORT: 'x' })
    expect(code).toBe(1)
    expect(stderr).toBe('These environment variables cannot be used:\n  PORT must be a port number\n')
    expect(await peineng(['restore', 'gone'])).toMatchObject({
      code: 1,
      stderr: `There is no file ${folder}/gone.\n`,
    })
  })

  it('knows its version', async () => {
    expect((await peineng(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('backup and restore by command', () => {
  it('carry a company from one PostgreSQL to another, and the file is private', async () => {
    const [from, to] = [await emptyDatabase(), await emptyDatabase()]
    expect((await peineng(['migrate'], { DATABASE_URL: from.url })).stdout).toContain('0001_platform.sql')
    expect((await peineng(['migrate'], { DATABASE_URL: from.url })).stdout).toBe(
      'The database is up to date.\n',
    )
    await run(
      from.superuser,
      `insert into tenant (id, slug, name, created_at)
      values ('0192f3c1-0000-7000-8000-00000000000a', 'acme', '甲公司', now())`,
    )

    const made = await peineng(['backup', '--tenant', 'acme', '--out', 'acme.backup'], {
      DATABASE_URL: from.url,
    })
    expect(made).toMatchObject({ code: 0, stdout: `${folder}/acme.backup\n` })
    expect((await stat(join(folder, 'acme.backup'))).mode & 0o777).toBe(0o600)
    expect((await peineng(['restore', 'acme.backup', '--check'])).stdout).toContain('company acme')

    const restored = await peineng(['restore', 'acme.backup'], { DATABASE_URL: to.url })
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('Restored.') })
    expect(await run(to.superuser, 'select slug, name from tenant')).toEqual([
      { slug: 'acme', name: '甲公司' },
    ])
    const again = await peineng(['restore', 'acme.backup'], { DATABASE_URL: to.url })
    expect(again).toMatchObject({
      code: 1,
      stderr: 'The company "acme" is already here; nothing was changed.\n',
    })
  })

  it('never overwrite a file or leave half of one', async () => {
    const { url } = await emptyDatabase()
    await peineng(['migrate'], { DATABASE_URL: url })
    await peineng(['backup', '--out', 'kept.backup'], { DATABASE_URL: url })
    const before = await readFile(join(folder, 'kept.backup'))
    expect((await peineng(['backup', '--out', 'kept.backup'], { DATABASE_URL: url })).code).toBe(1)
    expect(await readFile(join(folder, 'kept.backup'))).toEqual(before)
    const failed = await peineng(['backup', '--tenant', 'nobody', '--out', 'half.backup'], {
      DATABASE_URL: url,
    })
    expect(failed).toMatchObject({ code: 1, stderr: 'There is no company "nobody" here. Known: none.\n' })
    await expect(stat(join(folder, 'half.backup'))).rejects.toThrow(/ENOENT/)
  })
})

describe('api-key create', () => {
  const acme = `insert into tenant (id, slug, name, created_at) values ('0192f3c1-0000-7000-8000-00000000000a', 'acme', '甲', now())`
  const beta = `insert into tenant (id, slug, name, created_at) values ('0192f3c1-0000-7000-8000-00000000000b', 'beta', '乙', now())`
  const create = (url: string, ...more: string[]) =>
    peineng(['api-key', 'create', '--role', 'admin', '--name', 'CI', ...more], { DATABASE_URL: url })

  it('prints a key that is stored hashed, for the one company or the named one', async () => {
    const { url, superuser } = await emptyDatabase()
    await peineng(['migrate'], { DATABASE_URL: url })
    expect((await create(url)).stderr).toMatch(/no company yet/)
    await run(superuser, acme)
    const { code, stdout } = await create(url)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^pn_\S{30,}\n$/)
    const stored = await run(
      superuser,
      `select name, role, hint, encode(key_hash, 'hex') as hash from api_key`,
    )
    expect(stored).toMatchObject([{ name: 'CI', role: 'admin' }])
    expect(JSON.stringify(stored)).not.toContain(stdout.trim())

    await run(superuser, beta)
    expect((await create(url)).stderr).toMatch(/several companies.*--tenant/)
    expect((await create(url, '--tenant', 'beta', '--scope', 'leads.read', '--days', '30')).code).toBe(0)
    expect(
      await run(
        superuser,
        `select scopes, expires_at::date - created_at::date as days from api_key
      where tenant_id <> '0192f3c1-0000-7000-8000-00000000000a'`,
      ),
    ).toEqual([{ scopes: ['leads.read'], days: 30 }])
  })

  it('says which roles and permissions there are', async () => {
    const wrong = await peineng(['api-key', 'create', '--role', 'king', '--name', 'x'])
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('owner, admin, director') })
    const scope = await peineng(['api-key', 'create', '--role', 'rep', '--name', 'x', '--scope', 'lead.read'])
    expect(scope.stderr).toContain('"leads.read"?')
  })
})

async function emptyDatabase(): Promise<{ url: string; superuser: pg.PoolConfig }> {
  const database = await createTestDatabase({ migrate: async () => undefined, template: 'empty' })
  databases.push(database)
  const { host, port, connectionString } = inject('testCluster').superuser
  const url = connectionString
    ? String(database.superuser.connectionString)
    : `postgres://postgres@localhost:${port}/${database.superuser.database}?host=${host}`
  return { url, superuser: database.superuser }
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
