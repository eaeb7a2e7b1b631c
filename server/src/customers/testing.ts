import { type Database, migrate, openDatabase } from '../platform/database/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { createTestDatabase } from '../platform/postgres/testing.ts'
import { toFacts } from './leads/facts.ts'
import type { LeadInput } from './leads/lead-input.ts'
import type { NewLead } from './leads/new-lead.ts'
import { normaliseLead } from './leads/normalise-lead.ts'

export interface TenantDatabase {
  readonly database: Database
  readonly tenantId: string
  /** Another company on the same database, for what must not leak. */
  readonly otherTenantId: string
  close(): Promise<void>
}

const migrations = new URL('../../migrations/', import.meta.url).pathname

/** A migrated database of one's own with two companies in it. */
export async function openTenantDatabase(now: number): Promise<TenantDatabase> {
  const test = await createTestDatabase({
    migrate: async (endpoints) => void (await migrate(endpoints, migrations)),
  })
  const database = openDatabase({
    endpoints: test.endpoints,
    log: { error: console.error, warn: () => {} },
    poolSize: 8,
  })
  const [tenantId, otherTenantId] = [uuidv7(now), uuidv7(now)]
  await database.owner.query(
    `insert into tenant (id, slug, name, created_at) values ($1, 'one', 'One', $3), ($2, 'two', 'Two', $3)`,
    [tenantId, otherTenantId, new Date(now)],
  )
  return {
    database,
    tenantId,
    otherTenantId,
    async close() {
      await database.close()
      await test.drop()
    },
  }
}

/** A lead nobody has assessed. */
export function aNewLead(input: LeadInput, now: number): NewLead {
  const lead = normaliseLead(input)
  return {
    id: uuidv7(now),
    createdAt: now,
    lead,
    assessment: {
      facts: toFacts(lead, now),
      tags: lead.tags,
      value: lead.value,
      difficulty: lead.difficulty,
      score: null,
      scoreTerms: [],
      tier: null,
      gridCell: null,
      taskType: null,
      quadrant: null,
      pointsHundredths: 150,
    },
    accountId: null,
    intake: 'api',
    importId: null,
    createdBy: null,
  }
}
