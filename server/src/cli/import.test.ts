import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { runCli } from '../cli.ts'
import { composeSlices } from '../compose.ts'
import { systemClock } from '../platform/clock.ts'
import { migrate, openDatabase } from '../platform/database/index.ts'
import { createLog } from '../platform/log.ts'
import { migrationsFolder } from '../platform/package-root.ts'
import { createTestDatabase, type TestDatabase } from '../platform/postgres/testing.ts'

let folder: string
let database: TestDatabase
let url: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peineng-import-cli-'))
  database = await createTestDatabase({
    migrate: async (endpoints) => void (await migrate(endpoints, migrationsFolder())),
  })
  const { host, port, connectionString } = inject('testCluster').superuser
  url = connectionString
    ? String(database.superuser.connectionString)
    : `postgres://postgres@localhost:${port}/${database.superuser.database}?host=${host}`
  const log = createLog({ level: 'error', pretty: true, write: (line) => process.stderr.write(line) })
  const open = openDatabase({ endpoints: database.endpoints, log })
  const { identity } = composeSlices({
    database: open,
    clock: systemClock,
    log,
    publicUrl: 'http://127.0.0.1:7300',
    secret: 'x'.repeat(40),
    smtpUrl: null,
  })
  await identity.createTenant({ name: '甲公司', slug: 'jia' })
  await open.close()
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

async function peineng(...args: string[]) {
  let stdout = ''
  let stderr = ''
  const code = await runCli(['import', ...args], {
    stdout: (text) => {
      stdout += text
    },
    stderr: (text) => {
      stderr += text
    },
    env: { DATA_DIR: 'data', DATABASE_URL: url },
    cwd: folder,
    signal: new AbortController().signal,
  })
  return { code, stdout, stderr }
}

it('tries, imports, says what it did, and the second time changes nothing', async () => {
  await writeFile(join(folder, 'reps.csv'), '姓名,部门,负责区域\n王强,一部,华东;华南\n李雷,二部,华北\n')
  await writeFile(
    join(folder, 'leads.csv'),
    '公司,电话,负责人,说明书\n远航科技,13800138000,王强,x\n云栖软件,12,李雷,y\n',
  )
  expect((await peineng('--kind', 'reps', '--file', 'reps.csv')).stdout).toContain(
    '2 rows, 2 new, 0 unchanged',
  )
  const tried = await peineng('--kind', 'leads', '--file', 'leads.csv', '--dry-run')
  expect(tried.stdout).toContain('utf-8, separated by ,')
  expect(tried.stdout).toContain('公司 → company (90 %)')
  expect(tried.stdout).toContain('说明书 → (left out)')
  expect(tried.stdout).toContain('dry run, nothing kept: 2 rows, 2 new')
  await writeFile(join(folder, 'map.json'), '{ "columns": { "说明书": "note" }, "owners": "ignore" }')
  const done = await peineng(
    '--kind',
    'leads',
    '--file',
    'leads.csv',
    '--mapping',
    'map.json',
    '--errors',
    'errors.csv',
  )
  expect(done).toMatchObject({ code: 0, stderr: '' })
  expect(done.stdout).toContain('说明书 → note')
  expect(done.stdout).toContain('not_a_phone: 1')
  expect(await readFile(join(folder, 'errors.csv'), 'utf8')).toContain('3,warning,电话,not_a_phone,12,')
  expect((await peineng('--kind', 'leads', '--file', 'leads.csv')).stdout).toContain(
    '2 rows, 0 new, 2 unchanged',
  )
})

it('asks back: a kind, a file, a company, a column that is not there', async () => {
  expect(await peineng('--file', 'x')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--kind must be one of leads,'),
  })
  expect(await peineng('--kind', 'leads', '--file', 'gone.csv')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('cannot read gone.csv'),
  })
  expect(await peineng('--kind', 'leads', '--file', 'leads.csv', '--tenant', 'yi')).toMatchObject({
    code: 1,
    stderr: 'There is no company "yi" here.\n',
  })
  await writeFile(join(folder, 'wrong.json'), '{ "columns": { "没有": "note" } }')
  expect(await peineng('--kind', 'leads', '--file', 'leads.csv', '--mapping', 'wrong.json')).toMatchObject({
    code: 2,
  })
  await writeFile(join(folder, 'cut.csv'), '公司,电话\n"远航')
  expect(await peineng('--kind', 'leads', '--file', 'cut.csv')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('cut off'),
  })
})
