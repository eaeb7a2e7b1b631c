import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { environmentHelp, isLoopback, readConfig } from './config.ts'

let root: string
let places: { project: string; cwd: string }
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'peineng-config-'))
  places = { project: root, cwd: root }
})
afterAll(() => rm(root, { recursive: true, force: true }))

const SECRET = 'a secret that is long enough, really'

describe('the environment', () => {
  it('needs nothing', async () => {
    expect(await readConfig({}, places)).toMatchObject({
      port: 7300,
      host: '127.0.0.1',
      dataDir: join(root, '.peineng'),
      databaseUrl: undefined,
      publicUrl: undefined,
      trustProxy: false,
      demo: undefined,
    })
  })

  it('keeps data in the project, or where DATA_DIR says as seen from where it was typed', async () => {
    const elsewhere = { project: root, cwd: join(root, 'sub') }
    expect((await readConfig({ SECRET }, elsewhere)).dataDir).toBe(join(root, '.peineng'))
    expect((await readConfig({ SECRET, DATA_DIR: 'd' }, elsewhere)).dataDir).toBe(join(root, 'sub', 'd'))
  })

  it('is read with the meanings people give it', async () => {
    const config = await readConfig(
      {
        PORT: '0',
        HOST: '',
        PUBLIC_URL: 'https://a.cn/',
        TRUST_PROXY: '10.0.0.0/8, ::1',
        PEINENG_DEMO: '0',
        SECRET,
      },
      places,
    )
    expect(config).toMatchObject({
      port: 0,
      host: '127.0.0.1',
      publicUrl: 'https://a.cn',
      trustProxy: ['10.0.0.0/8', '::1'],
      demo: false,
      secret: SECRET,
    })
  })

  it('names every variable that is wrong and what would be right', async () => {
    const wrong = {
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
      TRUST_PROXY: '10.0.0.0/8, banana',
      SMTP_URL: 'mail',
      SECRET: 'short',
      PEINENG_DEMO: 'maybe',
    }
    const message = await readConfig(wrong, places).then(String, (error: Error) => error.message)
    expect(
      message
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(' ')[0]),
    ).toEqual(['PORT', 'DATABASE_URL', 'TRUST_PROXY', 'SECRET', 'SMTP_URL', 'PEINENG_DEMO'])
    expect(message).toContain('postgres://user:password@host:5432/database')
    expect(message).not.toContain('short')
  })

  it('explains every variable', () => {
    expect(environmentHelp()).not.toContain('undefined')
  })
})

describe('the secret', () => {
  it('is made once, even by five first starts at the same moment, and only its owner can read it', async () => {
    const environment = { DATA_DIR: 'five' }
    const secrets = await Promise.all(Array.from({ length: 5 }, () => readConfig(environment, places)))
    expect(new Set(secrets.map(({ secret }) => secret)).size).toBe(1)
    expect(secrets[0]?.secret).toMatch(/^[\w-]{43}$/)
    const path = join(root, 'five', 'secret')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(join(root, 'five'))).toEqual(['secret'])
    expect((await readFile(path, 'utf8')).trim()).toBe((await readConfig(environment, places)).secret)
  })

  it('is refused once others can read it', async () => {
    await readConfig({ DATA_DIR: 'open' }, places)
    await chmod(join(root, 'open', 'secret'), 0o644)
    await expect(readConfig({ DATA_DIR: 'open' }, places)).rejects.toThrow(/chmod 600/)
  })
})

describe('loopback', () => {
  it.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['::1', true],
    ['127.0.0.53', true],
    ['0.0.0.0', false],
    ['::', false],
    ['127.0.0.1.evil.cn', false],
    ['192.168.1.2', false],
  ])('%s → %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected)
  })
})
