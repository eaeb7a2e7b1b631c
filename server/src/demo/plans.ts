import type { RandomStream } from '@peineng/engine'
import { type Adoption, assessFacts, startPlan } from '../assignment/index.ts'
import type { Slices } from '../compose.ts'
import { type NewLead, normaliseLead, toFacts } from '../customers/index.ts'
import type { Platform } from '../platform/context.ts'
import type { Caller } from '../platform/http/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { demoLead } from './leads.ts'
import type { DemoRep } from './staff.ts'

const EXPO_LEADS = 48

/**
 * Something worth planning: a sheet of leads from a trade fair that waits for a manager, a plan for it and one for the
 * day a colleague leaves. The first server that runs works them out; nothing moves before somebody commits.
 */
export async function askForPlans(
  { database }: Platform,
  slices: Slices,
  tenantId: string,
  reps: readonly DemoRep[],
  random: RandomStream,
  now: number,
): Promise<void> {
  const caller: Caller = {
    principal: { kind: 'member', id: tenantId, tenantId, role: 'owner', repId: null, teamId: null },
    reach: 'tenant',
  }
  const { services } = slices.assignment
  await database.write(tenantId, async (db) => {
    const context = await slices.assignment.contextOf(db, now)
    const rows: NewLead[] = []
    const adoptions: Adoption[] = []
    for (let i = 0; i < EXPO_LEADS; i++) {
      const createdAt = now - 3_600_000 + i * 1000
      const lead = normaliseLead({ ...demoLead(random, 40_000 + i), source: '展会' })
      const assessment = assessFacts(context, toFacts(lead, createdAt))
      const id = uuidv7(createdAt)
      const origin = { accountId: null, intake: 'import', importId: null, createdBy: null } as const
      rows.push({ id, createdAt, lead, assessment, ...origin })
      const item = {
        id,
        kind: 'lead',
        priority: 0,
        createdAt,
        amountMinor: lead.amountMinor,
        ...assessment,
      } as const
      adoptions.push({ item, state: 'waiting', ownerId: null, actorId: null })
    }
    await slices.customers.insertLeads(db, rows, now)
    await slices.assignment.adopt(db, now, adoptions)
    const leaver = reps[3]?.id ?? ''
    const fair = { fairSharePercent: 0 }
    await startPlan(db, services, caller, now, {
      kind: 'redistribute',
      repId: leaver,
      then: 'pause',
      ...fair,
    })
    await startPlan(db, services, caller, now, { kind: 'waiting', pooled: false, limit: 5_000, ...fair })
  })
}
