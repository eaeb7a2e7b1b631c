import { stream } from '@peineng/engine'
import { type Adoption, assessFacts } from '../assignment/index.ts'
import type { Slices } from '../compose.ts'
import { type NewLead, normaliseLead, toFacts } from '../customers/index.ts'
import { queueJob, runJobs } from '../learning/index.ts'
import type { Platform } from '../platform/context.ts'
import { uuidv7 } from '../platform/ids.ts'
import { pick, REGIONS } from './cast.ts'
import { demoLead, winPercent } from './leads.ts'
import type { DemoRep } from './staff.ts'

const DAY = 86_400_000
const LEADS = 3000
const DAYS = 180

/** Six months of closed leads, each won or lost by the rep it was with: what the win model learns from. */
export async function closeHistory(
  platform: Platform,
  slices: Slices,
  tenantId: string,
  reps: readonly DemoRep[],
  now: number,
): Promise<void> {
  const random = stream(42)
  await platform.database.write(tenantId, async (db) => {
    const context = await slices.assignment.contextOf(db, now)
    // The last to come has no history: somebody the model knows nothing of.
    const known = reps.slice(0, -1)
    const rows: NewLead[] = []
    const adoptions: Adoption[] = []
    const closings: { id: string; outcome: 'won' | 'lost'; repId: string; closedAt: number }[] = []
    for (let i = 0; i < LEADS; i++) {
      const rep = pick(random, known)
      const region = REGIONS.find((one) => one.name === rep.region)
      const input = demoLead(random, 20_000 + i, region)
      const lead = normaliseLead(input)
      const createdAt = now - DAYS * DAY + Math.floor((i * (DAYS - 20) * DAY) / LEADS)
      const assessment = assessFacts(context, toFacts(lead, createdAt))
      const id = uuidv7(createdAt)
      const won = random.nextInt(100) < winPercent(rep, { ...input, intent: String(input.intent ?? '') })
      rows.push({
        id,
        createdAt,
        lead,
        assessment,
        accountId: null,
        intake: 'import',
        importId: null,
        createdBy: null,
      })
      adoptions.push({
        item: { id, kind: 'lead', priority: 0, createdAt, amountMinor: lead.amountMinor, ...assessment },
        state: 'closed',
        ownerId: rep.id,
        actorId: null,
      })
      closings.push({
        id,
        outcome: won ? 'won' : 'lost',
        repId: rep.id,
        closedAt: createdAt + (5 + random.nextInt(15)) * DAY,
      })
    }
    await slices.customers.insertLeads(db, rows, now)
    await slices.assignment.adopt(db, now, adoptions)
    await slices.customers.closeMany(db, closings)
  })
  await slices.sweeps.find((sweep) => sweep.name === 'refit-win-model')?.run(new AbortController().signal)
  await learn(platform, slices, tenantId, now, 'model')
}

/** Trains, or works out capability, as a night does. */
export async function learn(
  platform: Platform,
  slices: Slices,
  tenantId: string,
  now: number,
  kind: 'model' | 'capability',
): Promise<void> {
  await platform.database.write(tenantId, (db) =>
    queueJob(db, now, { kind, cause: 'nightly', askedBy: null }),
  )
  await runJobs(slices.learning.services, tenantId, new AbortController().signal)
}
