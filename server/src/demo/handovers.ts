import { overrideOwner } from '../assignment/index.ts'
import type { Slices } from '../compose.ts'
import { confirmHandover, declineHandover, scoreHandover, submitHandover } from '../handover/index.ts'
import type { Platform } from '../platform/context.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import type { Caller } from '../platform/http/index.ts'
import type { DemoRep } from './staff.ts'

interface Office {
  readonly platform: Platform
  readonly slices: Slices
  readonly tenantId: string
  readonly reps: readonly DemoRep[]
}

interface Open extends Record<string, unknown> {
  readonly id: string
  readonly version: number
  readonly fromRepId: string
  readonly toRepId: string
}

const PREFERENCES = ['上午方便接电话，资料发微信', '只回邮件，周五不开会', '希望先看样机再谈价格'] as const
const HISTORY = [
  '见过一次，演示后要了报价单',
  '两次电话，确认了数量，等预算批复',
  '展会认识，科室主任已看过方案',
] as const
const CONCERNS = ['担心交期赶不上验收', '在和友商比价', '售后响应要写进合同'] as const

const repCaller = (tenantId: string, repId: string): Caller => ({
  principal: { kind: 'member', id: tenantId, tenantId, role: 'rep', repId, teamId: null },
  reach: 'own',
})

function openOnes(db: TenantWriter): Promise<Open[]> {
  return db.query<Open>(
    `select id, version, from_rep_id as "fromRepId", to_rep_id as "toRepId" from handover
     where tenant_id = $1 and state = 'requested' order by requested_at, id`,
    [db.tenantId],
  )
}

async function write(db: TenantWriter, { slices, tenantId }: Office, one: Open, place: number, now: number) {
  const said = (of: readonly string[]): string => of[place % of.length] ?? ''
  const caller = repCaller(tenantId, one.fromRepId)
  return submitHandover(db, slices.handovers.services, caller, now, {
    id: one.id,
    version: one.version,
    answers: { preferences: said(PREFERENCES), history: said(HISTORY), concerns: said(CONCERNS) },
  })
}

async function finish(
  db: TenantWriter,
  office: Office,
  one: Open,
  place: number,
  now: number,
): Promise<void> {
  const { slices, tenantId } = office
  const written = await write(db, office, one, place, now)
  const receiver = repCaller(tenantId, one.toRepId)
  await confirmHandover(db, slices.handovers.services, receiver, now, written)
  if (place % 3 !== 2)
    await scoreHandover(db, slices.handovers.services, receiver, now, {
      id: one.id,
      score: 3 + (place % 3),
      note: null,
    })
}

/** People wrote down what they knew, and whoever took over read it: before anything else was done that day. */
export async function settleHandovers(office: Office, now: number): Promise<void> {
  await office.platform.database.write(office.tenantId, async (db) => {
    for (const [place, one] of (await openOnes(db)).entries()) await finish(db, office, one, place, now)
  })
}

/** So that every state of a handover has something to show: to write, late, to read, in its shadow period, scored, declined. */
export async function leaveHandovers(office: Office, owned: readonly string[], now: number): Promise<void> {
  const { platform, slices, tenantId, reps } = office
  const first = reps[0]
  if (first === undefined) return
  await platform.database.write(tenantId, async (db) => {
    const owner: Caller = {
      principal: { kind: 'member', id: tenantId, tenantId, role: 'owner', repId: null, teamId: null },
      reach: 'tenant',
    }
    const worked = await db.query<{ id: string }>(
      `select id from work_item where tenant_id = $1 and id = any($2::uuid[]) and state = 'owned' and kind = 'lead'
         and accepted_at is not null and owner_id <> $3 and handed_to is null order by id limit 3`,
      [tenantId, owned, first.id],
    )
    for (const { id } of worked)
      await overrideOwner(db, slices.assignment.services, owner, now, id, first.id, '客户要求就近对接')
    const theirs = await db.query<{ id: string }>(
      `select id from work_item where tenant_id = $1 and owner_id = $2 and state = 'owned' and kind = 'lead'
         and accepted_at is not null and handed_to is null order by id limit 2`,
      [tenantId, first.id],
    )
    for (const { id } of theirs)
      await overrideOwner(
        db,
        slices.assignment.services,
        owner,
        now,
        id,
        reps[5]?.id ?? '',
        '客户搬到了别的区域',
      )
    const open = await openOnes(db)
    const mine = open.filter((one) => one.toRepId === first.id)
    const others = open.filter((one) => one.toRepId !== first.id && one.fromRepId !== first.id)
    for (const [place, one] of mine.slice(0, 2).entries()) await write(db, office, one, place, now)
    // One is not for them, and back with whoever gave it.
    const no = mine[2]
    if (no !== undefined)
      await declineHandover(db, slices.handovers.services, repCaller(tenantId, no.toRepId), now, {
        id: no.id,
        version: no.version,
        reason: 'no_fit',
        note: '客户要的是医疗产品线，我只做工业',
      })
    for (const [place, one] of others.slice(0, 3).entries()) await finish(db, office, one, place, now)
    for (const [place, one] of others.slice(3, 5).entries()) await write(db, office, one, place, now)
    // One ran out of time: its manager is asked.
    const late = others[5]
    if (late !== undefined)
      await db.query('update handover set due_at = $3 where tenant_id = $1 and id = $2', [
        tenantId,
        late.id,
        new Date(now - 3_600_000),
      ])
  })
  await slices.sweeps.find((one) => one.name === 'handovers')?.run(new AbortController().signal)
}
