import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp, type TestTenant } from './test-app.ts'

/** The few tables that belong to no tenant, or to people before they chose one. */
const GLOBAL = [
  'login',
  'login_recovery_code',
  'login_reset',
  'login_session',
  'login_throttle',
  'migration',
  'service_beat',
  'service_outage',
  'tenant',
]

interface Table {
  readonly name: string
  readonly walled: boolean
  readonly forced: boolean
}

describe('the second wall', () => {
  let test: TestApp
  let owner: pg.Client
  let tables: readonly Table[]
  beforeAll(async () => {
    test = await createTestApp()
    owner = new pg.Client(test.endpoints.owner)
    await owner.connect()
    const { rows } = await owner.query<Table>(
      `select relname as name, relrowsecurity as walled, relforcerowsecurity as forced
       from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`,
    )
    tables = rows
  })
  afterAll(async () => {
    await owner.end()
    await test.close()
  })
  const ofTenants = () => tables.filter(({ name }) => !GLOBAL.includes(name))

  it('stands around every table of a tenant, and around the tenants themselves, forced', () => {
    const open = [...ofTenants(), ...tables.filter(({ name }) => name === 'tenant')].filter(
      (t) => !t.walled || !t.forced,
    )
    expect(open.map(({ name }) => name)).toEqual([])
    expect(ofTenants().length).toBeGreaterThan(30)
  })

  it('is kept by roles that cannot climb it', async () => {
    const { rows } = await owner.query(
      `select rolname from pg_roles where rolname like 'peineng%' and (rolsuper or rolbypassrls)`,
    )
    expect(rows).toEqual([])
  })

  it('runs through every key: the tenant comes first in primary keys and stands in every unique one and reference', async () => {
    const names = ofTenants().map(({ name }) => name)
    const { rows: keys } = await owner.query<{
      tab: string
      key: string
      columns: string[]
      is_primary: boolean
    }>(
      `select t.relname as tab, c.relname as key, i.indisprimary as is_primary,
              array(select a.attname::text from unnest(i.indkey) with ordinality k(n, place)
                    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n order by k.place) as columns
       from pg_index i join pg_class t on t.oid = i.indrelid join pg_class c on c.oid = i.indexrelid
       where i.indisunique and t.relname = any($1)`,
      [names],
    )
    const loose = keys.filter((k) =>
      k.is_primary ? k.columns[0] !== 'tenant_id' : !k.columns.includes('tenant_id'),
    )
    expect(loose.map(({ tab, key }) => `${tab}.${key}`)).toEqual([])
    expect(names.filter((name) => !keys.some((k) => k.tab === name && k.is_primary))).toEqual([])
    const { rows: references } = await owner.query<{ tab: string; name: string }>(
      `select t.relname as tab, c.conname as name from pg_constraint c
       join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
       where c.contype = 'f' and t.relname = any($1) and r.relname = any($1)
         and not exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname = 'tenant_id')`,
      [names],
    )
    expect(references).toEqual([])
  })

  it('shows one company nothing of another, and nobody anything without a company, whatever the statement says', async () => {
    const [home, away]: TestTenant[] = [await test.addTenant(), await test.addTenant()]
    for (const tenant of [home, away])
      await test.call(tenant?.keys.admin ?? '', 'POST', '/api/v1/leads', {
        name: 'A lead',
        phone: '13800138000',
      })
    await test.slices.assignment.drained()
    const app = new pg.Client(test.endpoints.app)
    await app.connect()
    const faults: string[] = []
    let seen = 0
    for (const { name } of ofTenants()) {
      const readable = await app.query<{ may: boolean }>('select has_table_privilege($1, $2) as may', [
        name,
        'select',
      ])
      if (readable.rows[0]?.may !== true) continue
      const outside = await app.query(`select 1 from ${name}`)
      if (outside.rowCount !== 0) faults.push(`${name} shows rows outside a transaction of a tenant`)
      await app.query('begin')
      await app.query("select set_config('app.tenant', $1, true)", [home?.id])
      const { rows } = await app.query<{ tenant_id: string }>(`select distinct tenant_id from ${name}`)
      await app.query('rollback')
      seen += rows.length
      if (rows.some((row) => row.tenant_id !== home?.id)) faults.push(`${name} shows another company's rows`)
    }
    expect(seen, 'rows there were, so that nothing shown means something').toBeGreaterThan(8)
    await app.query('begin')
    await app.query("select set_config('app.tenant', $1, true)", [home?.id])
    await expect(
      app.query(
        `insert into team (tenant_id, id, name, created_at) values ($1, gen_random_uuid(), 'x', now())`,
        [away?.id],
      ),
    ).rejects.toThrow('row-level security')
    await app.query('rollback')
    await app.end()
    expect(faults).toEqual([])
  })
})
