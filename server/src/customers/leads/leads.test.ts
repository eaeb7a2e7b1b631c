import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markActivity } from '../activities/mark-activity.ts'
import { aNewLead, openTenantDatabase, type TenantDatabase } from '../testing.ts'
import { findDuplicates } from './find-duplicates.ts'
import { insertLeads } from './insert-leads.ts'
import { markClosed } from './mark-closed.ts'
import { normaliseLead } from './normalise-lead.ts'
import { readItems } from './read-items.ts'
import { moveIdentities, reserveIdentities } from './reserve-identities.ts'

const now = Date.parse('2026-11-23T01:00:00Z')
let tenant: TenantDatabase

beforeAll(async () => {
  tenant = await openTenantDatabase(now)
})
afterAll(() => tenant.close())

describe('leads', () => {
  it('are written in one statement and read back as the engine knows them', async () => {
    const { database, tenantId } = tenant
    const leads = [
      aNewLead(
        {
          name: '王强',
          company: '深圳市远望科技',
          amount: '12.5万',
          value: '高',
          tags: ['大客户'],
          custom: { 门店数: 12 },
        },
        now,
      ),
      aNewLead({ name: 'Ann "x" \\ O\'Hara', phone: '13800138001', difficulty: 'hard' }, now + 1),
    ]
    const ids = leads.map((l) => l.id)
    await database.write(tenantId, (db) => insertLeads(db, leads, now))
    const items = await database.read(tenantId, (db) => readItems(db, ids))
    expect(items[0]).toEqual({
      id: ids[0],
      kind: 'lead',
      createdAt: now,
      facts: {
        kind: 'lead',
        createdAt: now,
        name: '王强',
        company: '深圳市远望科技',
        amount: 125_000,
        value: 'high',
        tags: ['大客户'],
        'custom.门店数': 12,
      },
      tags: ['大客户'],
      value: 'high',
      difficulty: null,
      amountMinor: 12_500_000,
      pointsHundredths: 150,
    })
    expect(items[1]?.facts).toMatchObject({ name: 'Ann "x" \\ O\'Hara', phone: '+8613800138001' })
    expect(await database.read(tenant.otherTenantId, (db) => readItems(db, ids))).toEqual([])
  })

  it('keep what cannot be read, and say so', () => {
    const lead = normaliseLead({ phone: '打座机', email: 'none', value: '超高', amount: '约五万' })
    expect(lead.phone).toBe('打座机')
    expect(lead.identities).toEqual([])
    expect(lead.warnings.map((w) => [w.field, w.code])).toEqual([
      ['phone', 'not_a_phone'],
      ['email', 'not_an_email'],
      ['amount', 'not_an_amount'],
      ['value', 'not_one_of'],
    ])
  })
})

describe('duplicates', () => {
  const claim = async (company: string, phone?: string) => {
    const lead = aNewLead({ company, ...(phone === undefined ? {} : { phone }) }, now)
    const held = await tenant.database.write(tenant.tenantId, async (db) => {
      const taken = await reserveIdentities(
        db,
        lead.lead.identities.map((identity) => ({ ...identity, leadId: lead.id })),
      )
      await insertLeads(db, [lead], now)
      return taken
    })
    return { id: lead.id, held }
  }

  it('are one although one is written with its city and the other with its legal form (A6)', async () => {
    const first = await claim('深圳市华为技术')
    const second = await claim('华为技术有限公司', '13900139000')
    expect(first.held).toEqual([])
    expect(second.held).toEqual([{ leadId: second.id, kind: 'company', key: '华为技术', heldBy: first.id }])
    const third = await claim('完全不同', '+86 139 0013 9000')
    expect(third.held).toEqual([
      { leadId: third.id, kind: 'phone', key: '+8613900139000', heldBy: second.id },
    ])
  })

  it('are two where the names carry two cities', async () => {
    const beijing = await claim('北京恒信达科技有限公司')
    const shanghai = await claim('上海恒信达科技有限公司')
    expect([beijing.held, shanghai.held]).toEqual([[], []])
    const again = await claim('恒信达科技（上海）有限公司')
    expect(again.held).toMatchObject([{ heldBy: shanghai.id }])
  })

  it('are found when twenty are created at one moment: one is first, nineteen are told who', async () => {
    const spellings = [
      '深圳市同刻技术',
      '同刻技术有限公司',
      '广东同刻技术股份有限公司',
      '同刻技术（深圳）有限公司',
    ]
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) => claim(spellings[i % 4] ?? '', '13700137000')),
    )
    const firsts = all.filter((a) => a.held.length === 0)
    expect(firsts).toHaveLength(1)
    for (const other of all.filter((a) => a.held.length > 0)) {
      expect(other.held.find((h) => h.kind === 'phone')?.heldBy).toBe(firsts[0]?.id)
      expect(other.held.map((h) => h.kind).sort()).toEqual(['company', 'phone'])
    }
  })

  it('of one call: the first in the list has it, and a merged one hands its keys on', async () => {
    const { database, tenantId } = tenant
    const [a, b] = [{ company: '深圳市同批贸易行' }, { company: '同批贸易行', phone: '13500135000' }].map(
      (input) => aNewLead(input, now),
    )
    if (a === undefined || b === undefined) throw new Error('two leads were made')
    const claims = [a, b].flatMap((l) => l.lead.identities.map((identity) => ({ ...identity, leadId: l.id })))
    await database.write(tenantId, async (db) => {
      expect(await reserveIdentities(db, claims)).toMatchObject([
        { leadId: b.id, kind: 'company', heldBy: a.id },
      ])
      await moveIdentities(db, [{ from: b.id, to: a.id }])
      await insertLeads(db, [a], now)
    })
    expect((await claim('别的', '13500135000')).held).toMatchObject([{ kind: 'phone', heldBy: a.id }])
  })

  it('name the match, its strength and who has it', async () => {
    const first = await claim('南京测云数据有限公司', '13600136000')
    const candidate = normaliseLead({ company: '测云数据', phone: '136 0013 6000' })
    const found = await tenant.database.read(tenant.tenantId, (db) =>
      findDuplicates(db, [
        { ref: 'a', identities: candidate.identities },
        { ref: 'b', identities: [] },
      ]),
    )
    expect(found).toMatchObject([
      { ref: 'a', what: 'lead', id: first.id, by: ['phone', 'company'], ownerId: null, outcome: 'open' },
    ])
  })
})

describe('the clocks of a lead', () => {
  it('start with the first time the customer is reached, not with a note, and end with the close', async () => {
    const { database, tenantId } = tenant
    const lead = aNewLead({ name: '李雷' }, now)
    const act = (kind: 'note' | 'call', at: number) =>
      database.write(tenantId, (db) =>
        markActivity(db, { itemKind: 'lead', itemId: lead.id, at, repId: null, actorId: null, kind }, at),
      )
    await database.write(tenantId, (db) => insertLeads(db, [lead], now))
    expect(await act('note', now + 1000)).toMatchObject({ firstResponse: false })
    expect(await act('call', now + 2000)).toMatchObject({ firstResponse: true })
    expect(await act('call', now + 3000)).toMatchObject({ firstResponse: false })
    const [row] = await database.read(tenantId, (db) =>
      db.query('select first_response_at, last_activity_at from lead where tenant_id = $1 and id = $2', [
        tenantId,
        lead.id,
      ]),
    )
    expect(row).toEqual({ first_response_at: new Date(now + 2000), last_activity_at: new Date(now + 3000) })
    const close = () =>
      database.write(tenantId, (db) =>
        markClosed(db, { kind: 'lead', id: lead.id, outcome: 'won', repId: null }, now + 4000),
      )
    expect(await close()).toBe(true)
    expect(await close()).toBe(false)
    expect(
      await database.write(tenantId, (db) =>
        markActivity(
          db,
          { itemKind: 'lead', itemId: tenantId, at: now, repId: null, actorId: null, kind: 'call' },
          now,
        ),
      ),
    ).toBeNull()
  })
})
