import pg from 'pg'
import { describe, expect, it } from 'vitest'
import type { PgEndpoints } from './endpoints.ts'
import { searchSeesChinese } from './own-postgres.ts'
import { createTestDatabase } from './testing.ts'

async function ask(door: pg.PoolConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(door)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('a test database', () => {
  const migrate = async ({ owner }: PgEndpoints) => {
    await ask(
      owner,
      `create extension pg_trgm;
       create table note (tenant_id int, body text, primary key (tenant_id, body));
       alter table note enable row level security;
       alter table note force row level security;
       create policy own on note using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
       grant select, insert on note to peineng_app`,
    )
  }

  it('is migrated once and shared with nobody', async () => {
    let migrations = 0
    const counted = async (endpoints: PgEndpoints) => {
      migrations += 1
      await migrate(endpoints)
    }
    const template = 'once'
    const [one, two] = await Promise.all([
      createTestDatabase({ migrate: counted, template }),
      createTestDatabase({ migrate: counted, template }),
    ])
    await ask(one.superuser, `insert into note values (1, '配能')`)
    expect(migrations).toBe(1)
    expect(await ask(one.superuser, 'select body from note')).toEqual([{ body: '配能' }])
    expect(await ask(two.superuser, 'select body from note')).toEqual([])
    await one.drop()
    await two.drop()
    await expect(ask(one.superuser, 'select 1')).rejects.toThrow(/does not exist/)
  })

  it('gives each role its own rights, and row security binds owner and app alike', async () => {
    const database = await createTestDatabase({ migrate, template: 'rights' })
    const { owner, app, dispatcher } = database.endpoints
    await ask(database.superuser, `insert into note values (1, 'a'), (2, 'b')`)
    expect(await ask(app, 'select current_user::text as role')).toEqual([{ role: 'peineng_app' }])
    expect(await ask(app, 'select * from note')).toEqual([])
    expect(await ask(owner, 'select * from note')).toEqual([])
    await expect(ask(dispatcher, 'select * from note')).rejects.toThrow(/permission denied/)
    await expect(ask(app, 'create table mine (id int)')).rejects.toThrow(/permission denied/)
    await expect(ask(app, 'drop table note')).rejects.toThrow(/must be owner/)
    await database.drop()
  })

  it('finds Chinese by trigram and sorts it by pinyin', async () => {
    const database = await createTestDatabase({ migrate, template: 'rights' })
    const client = new pg.Client(database.endpoints.owner)
    await client.connect()
    expect(await searchSeesChinese(client)).toBe(true)
    const { rows } = await client.query(
      `select string_agg(name, '' order by name collate "zh-Hans-CN-x-icu") as names
         from unnest(array['张', '王', '李', '陈']) name`,
    )
    expect(rows).toEqual([{ names: '陈李王张' }])
    await client.end()
    await database.drop()
  })
})
