import { defaultAction, stream } from '@peineng/engine'
import { acceptItem, type Caller, declineOffer } from '../assignment/index.ts'
import type { Slices } from '../compose.ts'
import { createLead } from '../intake/index.ts'
import type { Platform } from '../platform/context.ts'
import type { TenantReader } from '../platform/database/index.ts'
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
  await recommend(today, 2)
}

async function heldBy(db: TenantReader, itemId: string): Promise<string | null> {
  const [row] = await db.query<{ repId: string }>(
    'select rep_id as "repId" from open_offer where tenant_id = $1 and item_id = $2',
    [db.tenantId, itemId],
  )
  return row?.repId ?? null
}
