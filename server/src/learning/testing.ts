import { type RandomStream, stream } from '@peineng/engine'
import type { TestApp, TestTenant } from '../../test/test-app.ts'
import { uuidv7 } from '../platform/ids.ts'
import { queueJob } from './jobs.ts'
import { runJobs } from './run-jobs.ts'

const DAY = 86_400_000
export const INDUSTRIES = ['骨科', '口腔', '影像', '康复'] as const

export interface PastLead {
  readonly repId: string
  readonly facts: Readonly<Record<string, string | number>>
  readonly won: boolean
  readonly createdAt: number
  readonly closedAt: number
}

/** Closed leads as if they had been worked on here: one statement. */
export async function insertHistory(
  test: TestApp,
  tenant: TestTenant,
  leads: readonly PastLead[],
): Promise<void> {
  await test.platform.database.write(tenant.id, (db) =>
    db.query(
      `insert into lead (tenant_id, id, name, facts, outcome, created_at, updated_at, closed_at, closed_rep_id)
       select $1, l.id, 'past', l.facts::jsonb, case when l.won then 'won' else 'lost' end, l.created, l.closed, l.closed, l.rep
       from unnest($2::uuid[], $3::text[], $4::boolean[], $5::timestamptz[], $6::timestamptz[], $7::uuid[])
         as l(id, facts, won, created, closed, rep)`,
      [
        tenant.id,
        leads.map((lead) => uuidv7(lead.createdAt)),
        leads.map((lead) => JSON.stringify(lead.facts)),
        leads.map((lead) => lead.won),
        leads.map((lead) => new Date(lead.createdAt)),
        leads.map((lead) => new Date(lead.closedAt)),
        leads.map((lead) => lead.repId),
      ],
    ),
  )
}

export interface HistoryOptions {
  readonly count: number
  readonly seed: number
  readonly now: number
  readonly reps: readonly string[]
  /** Chance of a win, 0–1. */
  readonly chance: (rep: number, industry: number) => number
  readonly more?: (random: RandomStream, won: boolean) => Record<string, string | number>
}

/** Half a year of closed leads: an industry, a source without meaning, a rep at random. */
export function pastLeads({ count, seed, now, reps, chance, more }: HistoryOptions): PastLead[] {
  const random = stream(seed)
  return Array.from({ length: count }, (_, n) => {
    const rep = random.nextInt(reps.length)
    const industry = random.nextInt(INDUSTRIES.length)
    const won = random.nextUnit() < chance(rep, industry)
    const createdAt = now - 180 * DAY + Math.floor((n * 160 * DAY) / count)
    return {
      repId: reps[rep] ?? '',
      facts: {
        industry: INDUSTRIES[industry] ?? '',
        product: `line ${industry % 2}`,
        source: ['web', 'fair', 'call'][random.nextInt(3)] ?? '',
        ...more?.(random, won),
      },
      won,
      createdAt,
      closedAt: createdAt + (3 + random.nextInt(12)) * DAY,
    }
  })
}

/** Every rep is good at the industry of their number and poor at the others. */
export const specialists = (rep: number, industry: number): number => (rep % 4 === industry ? 0.62 : 0.16)

/** Trains, or works out capability, and waits for it. */
export async function learnNow(
  test: TestApp,
  tenant: TestTenant,
  kind: 'model' | 'capability' = 'model',
): Promise<void> {
  await test.platform.database.write(tenant.id, (db) =>
    queueJob(db, test.clock.now(), { kind, cause: 'asked', askedBy: null }),
  )
  await runJobs(test.slices.learning.services, tenant.id, new AbortController().signal)
}
