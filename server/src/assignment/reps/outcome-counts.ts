import { type OutcomeCount, segmentOf } from '@peineng/engine'
import type { TenantReader } from '../../platform/database/index.ts'

/** Wins and losses per rep and segment, from the published view of closed work. Open and invalid work counts for nothing. */
export async function readOutcomeCounts(db: TenantReader): Promise<OutcomeCount[]> {
  const rows = await db.query<{
    repId: string
    industry: string | null
    product: string | null
    tier: string | null
    won: number
    lost: number
  }>(
    `select rep_id as "repId", facts->>'industry' as industry, facts->>'product' as product, facts->>'tier' as tier,
       count(*) filter (where outcome = 'won')::int as won, count(*) filter (where outcome = 'lost')::int as lost
     from closed_work where tenant_id = $1 and rep_id is not null and outcome in ('won', 'lost')
     group by 1, 2, 3, 4`,
    [db.tenantId],
  )
  const counts = new Map<string, { repId: string; segment: string; won: number; lost: number }>()
  for (const row of rows) {
    const facts = Object.fromEntries(
      (['industry', 'product', 'tier'] as const).flatMap((key) =>
        row[key] === null ? [] : [[key, row[key]]],
      ),
    )
    const segment = segmentOf({ facts })
    const count = counts.get(`${row.repId} ${segment}`) ?? { repId: row.repId, segment, won: 0, lost: 0 }
    counts.set(`${row.repId} ${segment}`, { ...count, won: count.won + row.won, lost: count.lost + row.lost })
  }
  // A total order, so that one history always makes one model.
  return [...counts.values()].sort((a, b) => (a.repId + a.segment < b.repId + b.segment ? -1 : 1))
}
