import type { Slices } from '../compose.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import type { Caller } from '../platform/http/index.ts'
import { answerNomination, createTask, newTask, nominate, openCall } from '../tasks/index.ts'
import type { DemoRep } from './staff.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

interface Cast {
  readonly boss: Caller
  /** Whom one signs in as: asked as well, and free to come forward. */
  readonly first: { readonly memberId: string; readonly repId: string }
  readonly reps: readonly DemoRep[]
}

/** One card of a colleague somebody is looked for: one came forward, one was recommended and agreed. */
export async function callForTask(
  db: TenantWriter,
  slices: Slices,
  { boss, first, reps }: Cast,
  today: number,
): Promise<void> {
  const { tasks } = slices
  const team = reps.find((rep) => rep.id === first.repId)?.teamId
  const colleagues = reps.filter((rep) => rep.teamId === team && rep.id !== first.repId)
  const [lead] = await db.query<{ id: string; ownerId: string }>(
    `select item_id as id, owner_id as "ownerId" from item_ownership
     where tenant_id = $1 and kind = 'lead' and state = 'owned' and owner_id = any($2::uuid[])
     order by item_id desc limit 1`,
    [db.tenantId, colleagues.map((rep) => rep.id)],
  )
  const [self, named] = colleagues.filter((rep) => rep.id !== lead?.ownerId)
  if (lead === undefined || self === undefined || named === undefined) return
  const at = today - 5 * HOUR
  const card = await createTask(
    db,
    tasks,
    boss,
    at,
    newTask.parse({
      title: '现场演示并答疑',
      standard: '客户技术负责人到场，疑问逐条记录并当场答复',
      dueAt: new Date(Math.floor(today / DAY) * DAY + 6 * DAY + 10 * HOUR).toISOString(),
      value: 'mid',
      difficulty: 'easy',
      itemId: lead.id,
      ownerId: lead.ownerId,
    }),
    'zh-CN',
  )
  await openCall(db, tasks, boss, at + HOUR, card.id, {
    until: new Date(today + 2 * DAY).toISOString(),
    reach: 'team',
    note: '谁做过同类现场演示？周内能去一趟的优先。',
  })
  const by = (repId: string, memberId = repId): Caller => ({
    principal: { kind: 'member', id: memberId, tenantId: db.tenantId, role: 'rep', repId, teamId: null },
    reach: 'own',
  })
  await nominate(db, tasks, by(self.id), at + 2 * HOUR, card.id, {
    repId: null,
    why: '上月刚做过两场，设备和资料都现成。',
  })
  await nominate(db, tasks, by(first.repId, first.memberId), at + 3 * HOUR, card.id, {
    repId: named.id,
    why: '懂产品，客户提问能当场答上来。',
  })
  await answerNomination(db, tasks, by(named.id), at + 4 * HOUR, card.id, true)
}
