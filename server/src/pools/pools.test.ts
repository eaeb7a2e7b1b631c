import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp, type TestTenant } from '../../test/test-app.ts'
import type { TenantWriter } from '../platform/database/index.ts'

interface Place {
  id: string
  state: string
  owner: { id: string; name: string } | null
  poolId: string | null
}

describe('pools', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  const inTenant = <T>(tenant: TestTenant, work: (db: TenantWriter) => Promise<T>): Promise<T> =>
    test.platform.database.write(tenant.id, work)
  const addPool = (tenant: TestTenant, id: string, columns: Record<string, unknown> = {}) =>
    inTenant(tenant, async (db) => {
      const all = {
        tenant_id: db.tenantId,
        id,
        name: id,
        created_at: new Date(),
        updated_at: new Date(),
        ...columns,
      }
      const names = Object.keys(all)
      await db.query(
        `insert into pool (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
        Object.values(all),
      )
    })
  const ownedLead = async (tenant: TestTenant, more: object = {}): Promise<Place> => {
    const { body } = await test.call<Place>(tenant.keys.admin, 'POST', '/api/v1/leads', {
      name: `Lead ${Math.random()}`,
      ...more,
    })
    expect(body.state).toBe('owned')
    return body
  }
  const loads = (tenant: TestTenant) =>
    inTenant(tenant, (db) =>
      db.query<{ n: number; points: number }>(
        `select sum(open_items)::int as n, sum(load_hundredths)::int as points from rep_load where tenant_id = $1`,
        [db.tenantId],
      ),
    )
  const recall = (tenant: TestTenant, items: string[], ownerId?: string) =>
    inTenant(tenant, (db) =>
      test.slices.pools.recall(
        db,
        test.clock.now(),
        items.map((itemId) => ({
          itemId,
          cause: 'no_follow_up',
          note: null,
          ...(ownerId === undefined ? {} : { ownerId }),
        })),
      ),
    )

  it('take back what is recalled, by region, and give the capacity back', async () => {
    const tenant = await test.addTenant()
    await addPool(tenant, 'north', { regions: '{北京}', position: 1 })
    await addPool(tenant, 'rest', { position: 2 })
    const north = await ownedLead(tenant, { region: '北京' })
    const south = await ownedLead(tenant, { region: '广东' })
    expect(await recall(tenant, [north.id, south.id])).toMatchObject({ reassigned: [], left: [] })
    for (const [lead, pool] of [
      [north, 'north'],
      [south, 'rest'],
    ] as const) {
      const { body } = await test.call<Place & { reason: { code: string; text: string } }>(
        tenant.keys.admin,
        'GET',
        `/api/v1/leads/${lead.id}`,
      )
      expect(body).toMatchObject({ state: 'pooled', owner: null, poolId: pool })
      expect(body.reason.code).toBe('POOLED_RECALLED')
    }
    expect(await loads(tenant)).toEqual([{ n: 0, points: 0 }])
  })

  it('leave alone what changed hands in the meantime, and give it to somebody else where no pool takes it', async () => {
    const tenant = await test.addTenant()
    const lead = await ownedLead(tenant)
    const former = lead.owner?.id ?? ''
    const stranger = tenant.reps.find((rep) => rep !== former) ?? ''
    expect(await recall(tenant, [lead.id], stranger)).toMatchObject({ left: [lead.id] })
    expect(await recall(tenant, [lead.id], former)).toMatchObject({ reassigned: [lead.id] })
    const { body } = await test.call<Place>(tenant.keys.admin, 'GET', `/api/v1/leads/${lead.id}`)
    expect(body.state).toBe('owned')
    expect(body.owner?.id).not.toBe(former)
  })
})
