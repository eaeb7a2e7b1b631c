import { type RandomStream, stream } from '@peineng/engine'
import { acceptItem, closeItem, logActivity } from '../assignment/index.ts'
import type { Slices } from '../compose.ts'
import { createRecord, type RecordWriter, recordKinds } from '../customers/index.ts'
import type { Platform } from '../platform/context.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import type { Caller } from '../platform/http/index.ts'
import { companyName, INDUSTRIES, PRODUCTS, personName, phoneNumber, pick, REGIONS } from './cast.ts'
import type { DemoRep } from './staff.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const CUSTOMERS = 48
const LEVELS = ['A', 'A', 'B', 'B', 'B', 'C'] as const
const STAGES = ['需求确认', '产品演示', '方案报价', '商务谈判', '合同审批'] as const
const TITLES = ['设备科主任', '采购主管', '副院长', '检验科主任', '信息科工程师'] as const

interface Making {
  readonly platform: Platform
  readonly slices: Slices
  readonly tenantId: string
  readonly reps: readonly DemoRep[]
  readonly caller: Caller
  /** The demo's own clock: what is made carries its time. */
  readonly at: (now: number) => void
}

/** Customers with their people, and deals at every stage: most owned by whoever looks after the region, some still to be given. */
export async function openBook(making: Making, today: number): Promise<void> {
  const { platform, slices, tenantId, caller } = making
  const random = stream(11)
  const visibility = {
    reach: 'tenant',
    repIds: null,
    openPools: null,
    principalId: caller.principal.id,
    ownRepId: null,
  } as const
  for (let index = 0; index < CUSTOMERS; index++) {
    // The last two days: what is older and was not followed would have met its clocks by now.
    const now = today - (CUSTOMERS - index) * HOUR
    making.at(now)
    await platform.database.write(tenantId, async (db) => {
      const writer: RecordWriter = {
        customers: slices.customers,
        principal: caller.principal,
        visibility,
        now,
      }
      await openCustomer(db, making, writer, random, index)
    })
  }
}

async function openCustomer(
  db: TenantWriter,
  { slices, reps, caller }: Making,
  writer: RecordWriter,
  random: RandomStream,
  index: number,
): Promise<void> {
  // The rep one signs in as has customers, but no deals of theirs: there stays room to take something from a pool.
  const first = index % 12 === 5 ? reps[0] : undefined
  const anyRegion = pick(random, REGIONS)
  const region = REGIONS.find(({ name }) => name === first?.region) ?? anyRegion
  const province = pick(random, region.provinces)
  const industry = random.nextInt(INDUSTRIES.length)
  const name = companyName(random, province)
  const colleague = pick(
    random,
    reps.filter((rep) => rep.region === region.name && rep !== reps[0]),
  )
  const owner = first ?? colleague
  const make = (kind: keyof typeof recordKinds, values: Record<string, unknown>, ownerId?: string | null) =>
    createRecord(db, recordKinds[kind], writer, { values, custom: {} }, ownerId)
  const place = { industry: INDUSTRIES[industry], region: `${region.name}/${province}` }
  const accountId = await make(
    'account',
    {
      name,
      ...place,
      phone: phoneNumber(random, 5_000 + index),
      customerLevel: pick(random, LEVELS),
      employees: 50 + random.nextInt(40) * 25,
      tags: random.nextInt(4) === 0 ? ['老客户'] : [],
    },
    owner.id,
  )
  const contactId = await make('contact', {
    accountId,
    name: personName(random),
    title: pick(random, TITLES),
    phone: phoneNumber(random, 6_000 + index),
  })
  const deals = first === undefined ? random.nextInt(3) : 0
  for (let deal = 0; deal < deals; deal++) {
    const amount = (4 + random.nextInt(90)) * 10_000
    // A third is new and nobody's: the engine gives it away once the demo is open.
    const free = random.nextInt(3) === 0
    const id = await make(
      'opportunity',
      {
        name: `${name} ${PRODUCTS[industry]}${deal === 0 ? '采购' : '扩容'}`,
        accountId,
        contactId,
        ...place,
        product: PRODUCTS[industry],
        stage: free ? '需求确认' : pick(random, STAGES),
        amount,
        expectedCloseOn: new Date(writer.now + (70 + random.nextInt(60)) * DAY).toISOString().slice(0, 10),
      },
      free ? null : owner.id,
    )
    if (free) continue
    const { services } = slices.assignment
    await acceptItem(db, services, caller, writer.now, id)
    await logActivity(db, services, caller, writer.now, 'opportunity', id, {
      at: writer.now,
      kind: pick(random, ['call', 'visit', 'meeting', 'wechat'] as const),
      summary: pick(random, [
        '客户确认预算，约下周演示',
        '设备科要求补充参数',
        '报价已发，等待院内审批',
        '约好与院长见面',
      ]),
      nextStep: pick(random, ['产品演示', '跟进审批', '提交方案']),
      nextStepAt: writer.now + (2 + random.nextInt(8)) * DAY,
    })
    if (random.nextInt(3) === 0)
      await closeItem(db, services, caller, writer.now, id, {
        outcome: pick(random, ['won', 'won', 'lost']),
        reason: null,
        amountMinor: amount * 100,
      })
  }
}
