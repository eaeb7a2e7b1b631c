import { defaultAction, stream } from '@peineng/engine'
import { acceptItem, declineOffer, logActivity } from '../assignment/index.ts'
import type { Slices } from '../compose.ts'
import { createLead } from '../intake/index.ts'
import type { Platform } from '../platform/context.ts'
import type { TenantReader } from '../platform/database/index.ts'
import type { Caller } from '../platform/http/index.ts'
import { editDraft, publishDraft } from '../policies/index.ts'
import { companyName, personName } from './cast.ts'
import type { DemoRep } from './staff.ts'

const SOURCE = '合作伙伴引荐'
const MINUTES = 240

interface Company {
  readonly platform: Platform
  readonly slices: Slices
  readonly tenantId: string
  readonly reps: readonly DemoRep[]
  readonly caller: Caller
}

/** One rule asks before it gives: what partners recommend goes in turn to two who know them, with half a day to answer. */
export async function askBeforeGiving({ platform, slices, tenantId, reps, caller }: Company, now: number) {
  const asked = [reps[0], reps[2]].flatMap((rep) => rep?.id ?? [])
  await platform.database.write(tenantId, async (db) => {
    const { policy } = await slices.policies.current(db)
    const rule = {
      id: 'partner',
      name: '伙伴引荐 · 先询问再分配',
      priority: 200,
      when: { field: 'source', op: 'eq', value: SOURCE },
      then: {
        ...defaultAction('A'),
        strategy: { kind: 'weighted_rotation' },
        candidates: { repIds: asked },
        queue: 'partner',
        offer: { minutes: MINUTES },
      },
    }
    await editDraft(db, now, caller.principal, '*', {
      ...policy,
      rules: [rule, ...policy.rules],
      caps: [{ id: 'partner-day', when: rule.when, per: 'rep', limit: 20, window: { days: 1 } }],
    })
    await publishDraft(db, now, caller.principal, '伙伴引荐的客户先征求意见')
  })
}

/** Some offers of the last days, answered this way and that, and one that is open. */
export async function offerSome(company: Company, today: number, at: (moment: number) => void) {
  const { slices, platform, tenantId, caller } = company
  const random = stream(17)
  const recommend = async (now: number, count: number): Promise<string[]> => {
    const made: string[] = []
    for (let n = 0; n < count; n++) {
      const answer = await createLead(slices.assignment, tenantId, now, {
        input: {
          name: personName(random),
          company: companyName(random, '上海'),
          source: SOURCE,
          region: '华东/上海',
          // Light ones: whoever one signs in as keeps room to claim.
          amount: 90_000 + 10_000 * random.nextInt(8),
          intent: 'high',
          value: 'low',
          difficulty: 'easy',
        },
        intake: 'form',
        actorId: tenantId,
        createdBy: null,
        claim: null,
        language: 'zh-CN',
      })
      made.push(String((answer.body as { id: string }).id))
    }
    return made
  }
  const answers = ['accept', 'accept', 'accept', 'decline'] as const
  const then = today - 26 * 3_600_000
  at(then)
  const offered = await recommend(then, answers.length)
  const later = then + 9 * 60_000
  at(later)
  await platform.database.write(tenantId, async (db) => {
    for (const [place, id] of offered.entries()) {
      const rep = await heldBy(db, id)
      if (rep === null) continue
      const asRep: Caller = { principal: { ...caller.principal, repId: rep }, reach: 'tenant' }
      if (answers[place] === 'accept') await acceptItem(db, slices.assignment.services, asRep, later, id)
      else await declineOffer(db, slices.assignment.services, asRep, later, id, 'busy')
    }
  })
  at(today)
  // Whoever one signs in as finds an offer on their screen, however the company's days went.
  const [first] = company.reps
  if (first === undefined) return
  await makeRoom(company, today, first.id)
  for (let asked = 0; asked < MOST_ASKED; asked++) {
    const [id = ''] = await recommend(today, 1)
    if ((await platform.database.read(tenantId, (db) => heldBy(db, id))) === first.id) return
  }
}

/** Two are asked in turn: sooner or later it is the first. */
const MOST_ASKED = 6
/** Hundredths of a point: what somebody needs free to be asked. */
const ROOM = 200
const FULL = 1000

/** Some of what they have waits for next week: a call with a later next step each, until there is room. */
async function makeRoom({ platform, slices, tenantId, caller }: Company, now: number, repId: string) {
  await platform.database.write(tenantId, async (db) => {
    const mine = await db.query<{ id: string }>(
      `select item_id as id from item_ownership where tenant_id = $1 and owner_id = $2
         and state = 'owned' and kind = 'lead' and not handover_open and load_hundredths > 0 order by item_id`,
      [tenantId, repId],
    )
    const load = async () =>
      (await slices.assignment.repStates(db, now)).find((state) => state.repId === repId)?.gauges
        .load_index ?? 0
    for (const { id } of mine) {
      if ((await load()) + ROOM <= FULL) return
      await logActivity(db, slices.assignment.services, caller, now, 'lead', id, {
        at: now,
        kind: 'call',
        result: 'connected',
        summary: '客户本周出差，约好下周再谈样机和报价',
        nextStepAt: now + 8 * 86_400_000,
      })
    }
  })
}

async function heldBy(db: TenantReader, itemId: string): Promise<string | null> {
  const [row] = await db.query<{ repId: string }>(
    'select rep_id as "repId" from open_offer where tenant_id = $1 and item_id = $2',
    [db.tenantId, itemId],
  )
  return row?.repId ?? null
}
