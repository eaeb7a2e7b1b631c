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

export interface WorkPattern {
  readonly repId: string
  readonly days: number
  /** Customers a day from whom on less and less moves on. */
  readonly limit: number
}

/** Days of calls before now, 3 to 13 customers each, all with high intent and a quarter of an hour long. */
export async function insertDays(
  test: TestApp,
  tenant: TestTenant,
  { repId, days, limit }: WorkPattern,
): Promise<void> {
  const random = stream(days * 100 + limit)
  const now = test.clock.now()
  const leads = Array.from({ length: 13 }, () => uuidv7(now - 170 * DAY))
  const calls = Array.from({ length: days }, (_, n) => {
    const load = 3 + random.nextInt(11)
    const chance = 0.75 - 0.1 * Math.max(0, load - limit)
    return leads.slice(0, load).map((lead) => ({
      lead,
      at: new Date(now - (n + 1) * DAY),
      moved: random.nextUnit() < chance,
    }))
  }).flat()
  await test.platform.database.write(tenant.id, async (db) => {
    await db.query(
      `insert into lead (tenant_id, id, name, facts, created_at, updated_at)
       select $1, id, 'customer', '{"intent":"high"}', $3, $3 from unnest($2::uuid[]) as l(id)`,
      [tenant.id, leads, new Date(now - 170 * DAY)],
    )
    await db.query(
      `insert into activity (tenant_id, id, at, created_at, item_kind, item_id, rep_id, kind, reached, is_contact,
         is_progress, duration_minutes)
       select $1, gen_random_uuid(), a.at, a.at, 'lead', a.lead, $2, 'call', true, true, a.moved, 15
       from unnest($3::uuid[], $4::timestamptz[], $5::boolean[]) as a(lead, at, moved)`,
      [
        tenant.id,
        repId,
        calls.map((call) => call.lead),
        calls.map((call) => call.at),
        calls.map((call) => call.moved),
      ],
    )
  })
}
