import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createLog } from '../log.ts'
import { openOwnPostgres } from './own-postgres.ts'
import { createTestDatabase, type TestDatabase } from './testing.ts'

const lines: string[] = []
const log = createLog({ level: 'info', pretty: false, write: (line) => lines.push(line) })
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ migrate: async () => undefined, template: 'empty' })
})

afterAll(async () => {
  await asSuperuser('drop owned by visitor; drop role visitor')
  await database.drop()
})

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client(database.superuser)
  await client.connect()
  await client.query(sql)
  await client.end()
}

function urlOf(login: string): string {
  const { host, port, connectionString } = inject('testCluster').superuser
  const name =
    database.superuser.database ?? new URL(String(database.superuser.connectionString)).pathname.slice(1)
  if (connectionString === undefined) return `postgres://${login}@localhost:${port}/${name}?host=${host}`
  const url = new URL(connectionString)
  url.username = login === 'postgres' ? url.username : login
  url.pathname = `/${name}`
  return url.href
}

describe('a PostgreSQL of one’s own', () => {
  it('serves each door under its own role, which reset role cannot leave', async () => {
    const endpoints = await openOwnPostgres(`${urlOf('postgres')}&options=-c%20work_mem%3D7MB`, log)
    for (const door of ['owner', 'app', 'dispatcher'] as const) {
      const client = new pg.Client(endpoints[door])
      await client.connect()
      await client.query('reset role')
      const { rows } = await client.query(
        `select current_user::text as role, current_setting('work_mem') as memory, rolbypassrls as bypass
           from pg_roles where rolname = current_user`,
      )
      expect(rows).toEqual([{ role: `peineng_${door}`, memory: '7MB', bypass: false }])
      await client.end()
    }
  })

  it('prints what an administrator must run when the login may not', async () => {
    await asSuperuser('create role visitor login')
    const refused = openOwnPostgres(urlOf('visitor'), log)
    await expect(refused).rejects.toThrow(
      /Have an administrator run.*\n\n {2}grant peineng_owner to visitor;/,
    )
    await refused.catch(async (error: Error) => {
      for (const line of error.message.split('\n').filter((text) => text.startsWith('  ')))
        await asSuperuser(line)
    })
    const endpoints = await openOwnPostgres(urlOf('visitor'), log)
    const client = new pg.Client(endpoints.owner)
    await client.connect()
    await client.query('create table made (id int)')
    await client.query('drop table made')
    await client.end()
  })

  it('says that it cannot be reached, without the password', async () => {
    await expect(openOwnPostgres('postgres://a:secret@127.0.0.1:1/x', log)).rejects.toThrow(
      /^DATABASE_URL cannot be reached: connect ECONNREFUSED/,
    )
  })
})
