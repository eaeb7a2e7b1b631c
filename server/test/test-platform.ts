import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Platform } from '../src/platform/context.ts'
import { migrate, openDatabase, type Rows } from '../src/platform/database/index.ts'
import { createLog } from '../src/platform/log.ts'
import { createTestDatabase } from '../src/platform/postgres/testing.ts'

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))

export interface TestClock {
  now(): number
  advance(ms: number): void
  set(ms: number): void
}

export interface TestPlatform extends Platform {
  readonly clock: TestClock
  /** Past row security: for looking at what is really stored, and for what only an accident would do. */
  superuser(text: string, values?: readonly unknown[]): Promise<Rows[]>
  end(): Promise<void>
}

/** A Monday morning in Shanghai. */
export const testStart = Date.parse('2026-11-23T09:00:00+08:00')

/** What a slice is handed, on a migrated database of its own and a clock the test turns. */
export async function openTestPlatform(options: { readonly poolSize?: number } = {}): Promise<TestPlatform> {
  const log = createLog({ level: 'error', pretty: true, write: (line) => process.stderr.write(line) })
  const test = await createTestDatabase({
    migrate: async (endpoints) => {
      await migrate(endpoints, migrationsFolder)
    },
  })
  const database = openDatabase({ endpoints: test.endpoints, log, poolSize: options.poolSize ?? 6 })
  const superuser = new pg.Pool({ ...test.superuser, max: 2 })
  superuser.on('error', (error) => log.warn({ err: error }, 'the superuser lost a connection'))
  let now = testStart
  return {
    database,
    log,
    clock: {
      now: () => now,
      advance: (ms) => {
        now += ms
      },
      set: (ms) => {
        now = ms
      },
    },
    publicUrl: 'http://127.0.0.1:7300',
    secret: 'a secret of the tests, 32 bytes or more',
    smtpUrl: null,
    superuser: async (text, values = []) => (await superuser.query(text, [...values])).rows,
    async end() {
      await database.close()
      await superuser.end()
      await test.drop()
    },
  }
}
