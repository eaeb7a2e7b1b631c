import type { RandomStream } from '@peineng/engine'
import type { Slices } from '../compose.ts'
import type { Platform } from '../platform/context.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import type { Caller } from '../platform/http/index.ts'
import {
  acknowledgeTask,
  commentTask,
  createTask,
  moveTask,
  newTask,
  passCheckpoint,
} from '../tasks/index.ts'
import { pick } from './cast.ts'
import type { DemoRep } from './staff.ts'
import { callForTask } from './task-calls.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
const TASKS = 26

const STEPS = [
  {
    title: '完成首轮沟通',
    standard: '与决策人或采购通话，记下需求、预算、时间三项',
    acceptance: '',
    days: 2,
  },
  {
    title: '提交方案与报价',
    standard: '方案含同行业案例一个、报价三档、交期；客户确认收到',
    acceptance: '主管验收',
    days: 5,
  },
  { title: '上门拜访决策人', standard: '见到拍板的人，确认预算区间与决策流程', acceptance: '', days: 4 },
  {
    title: '安排样机试用',
    standard: '样机到场、试用协议签字、反馈日期约定',
    acceptance: '主管验收',
    days: 9,
  },
  { title: '核对招标参数', standard: '参数表逐条回复，偏离项列清', acceptance: '', days: 6 },
  { title: '合同条款过法务', standard: '付款、质保、验收三条双方法务确认', acceptance: '', days: 7 },
] as const
const BLOCKERS = [
  { code: 'customer_delays', note: '院内会议推迟到下月' },
  { code: 'competitor', note: '友商给了免费试用' },
  { code: 'budget', note: '预算等财政批复' },
  { code: 'no_contact', note: '设备科长出差两周' },
] as const

interface Stage {
  readonly platform: Platform
  readonly slices: Slices
  readonly tenantId: string
  readonly reps: readonly DemoRep[]
  readonly random: RandomStream
}

/** Cards of the last week in every state a card can be in, dispatched and answered by the real use cases. */
export async function dispatchTasks(
  { platform, slices, tenantId, reps, random }: Stage,
  today: number,
): Promise<void> {
  await platform.database.write(tenantId, async (db) => {
    const { manager, first } = await people(db)
    const leads = await db.query<{ id: string; ownerId: string }>(
      `select item_id as id, owner_id as "ownerId" from item_ownership
       where tenant_id = $1 and kind = 'lead' and state = 'owned'
       order by (owner_id = $2) desc, item_id limit $3`,
      [tenantId, first.repId, TASKS * 3],
    )
    const boss: Caller = {
      principal: { kind: 'member', id: manager, tenantId, role: 'owner', repId: null, teamId: null },
      reach: 'tenant',
    }
    for (let i = 0; i < TASKS; i++) {
      // The first eight are the demo rep's own customers, so that their screens have something on them.
      const lead = leads[i < 8 ? i : (i * 3) % leads.length]
      if (lead === undefined) break
      const step = pick(random, STEPS)
      const at = today - (1 + random.nextInt(6)) * DAY - random.nextInt(6) * HOUR
      const card = await createTask(
        db,
        slices.tasks,
        boss,
        at,
        newTask.parse({
          title: step.title,
          standard: step.standard,
          acceptance: step.acceptance,
          // 18:00 in Shanghai, whatever the hour of the start.
          dueAt: new Date(Math.floor(at / DAY) * DAY + step.days * DAY + 10 * HOUR).toISOString(),
          // Light ones for the rep one signs in as: who is full may not take anything from a pool.
          value: lead.ownerId === first.repId ? 'low' : pick(random, ['high', 'mid', 'low'] as const),
          difficulty: pick(random, ['easy', 'medium', 'hard'] as const),
          itemId: lead.id,
          ownerId: lead.ownerId,
          collaboratorIds: random.nextInt(3) === 0 ? [pick(random, reps).id] : [],
        }),
        'zh-CN',
      )
      const owner: Caller = {
        principal: {
          kind: 'member',
          id: lead.ownerId === first.repId ? first.memberId : lead.ownerId,
          tenantId,
          role: 'rep',
          repId: lead.ownerId,
          teamId: null,
        },
        reach: 'own',
      }
      await live(db, slices, { boss, owner, random }, card.id, at, i)
    }
    await callForTask(db, slices, { boss, first, reps }, today)
  })
}

/** What became of one card: waiting for an answer, under way, stuck, in review, done. */
async function live(
  db: TenantWriter,
  slices: Slices,
  { boss, owner, random }: { boss: Caller; owner: Caller; random: RandomStream },
  id: string,
  at: number,
  place: number,
): Promise<void> {
  const { tasks } = slices
  const answered = at + (10 + random.nextInt(240)) * 60_000
  if (place % 5 === 0) return
  if (place % 9 === 1) {
    const question = '报价要含安装和运费吗？'
    await acknowledgeTask(db, tasks, owner, answered, id, { understood: false, question })
    await commentTask(db, tasks, boss, answered + HOUR, id, '含安装，运费另计。')
  }
  const understood = place % 9 === 1 ? answered + 2 * HOUR : answered
  await acknowledgeTask(db, tasks, owner, understood, id, { understood: true, question: null })
  if (place % 5 === 1) return
  const move = async (to: 'doing' | 'blocked' | 'done', after: number): Promise<void> => {
    const [row] = await db.query<{ version: number }>(
      'select version from task where tenant_id = $1 and id = $2',
      [db.tenantId, id],
    )
    await moveTask(db, tasks, owner, at + after, id, row?.version ?? 1, {
      to,
      blocker: to === 'blocked' ? pick(random, BLOCKERS) : null,
      result: to === 'done' ? '客户已确认收到' : null,
    })
  }
  await move('doing', 6 * HOUR)
  const [checkpoint] = await db.query<{ id: string }>(
    'select id from task_checkpoint where tenant_id = $1 and task_id = $2 order by due_at limit 1',
    [db.tenantId, id],
  )
  if (checkpoint !== undefined && place % 2 === 0)
    await passCheckpoint(db, tasks, owner, at + 8 * HOUR, id, checkpoint.id, true)
  if (place % 5 === 3) await move('blocked', 10 * HOUR)
  if (place % 5 === 4) await move('done', 12 * HOUR)
}

async function people(
  db: TenantWriter,
): Promise<{ manager: string; first: { memberId: string; repId: string } }> {
  const members = await db.query<{ memberId: string; repId: string | null; name: string }>(
    `select member_id as "memberId", rep_id as "repId", name from member_name where tenant_id = $1`,
    [db.tenantId],
  )
  const manager = members.find((one) => one.name === '赵磊')?.memberId
  const rep = members.find((one) => one.repId !== null)
  if (manager === undefined || rep?.repId == null) throw new Error('the demo company has no people')
  return { manager, first: { memberId: rep.memberId, repId: rep.repId } }
}
