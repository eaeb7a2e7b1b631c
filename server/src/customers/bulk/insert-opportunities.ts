import type { Facts } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { searchText } from '../normalise/search-text.ts'

/** An opportunity out of a file, understood already. */
export interface NewOpportunity {
  readonly id: string
  /** When it arose. */
  readonly createdAt: number
  readonly name: string
  readonly externalId?: string
  readonly accountId: string | null
  readonly stage: string
  readonly outcome: 'open' | 'won' | 'lost' | 'invalid'
  readonly closedAt: number | null
  readonly closedRepId: string | null
  readonly product?: string
  readonly amountMinor: number | null
  readonly expectedCloseOn?: string
  readonly region?: string
  readonly industry?: string
  readonly source?: string
  readonly value: string | null
  readonly difficulty: string | null
  readonly facts: Facts
  readonly tags: readonly string[]
  readonly score: number | null
  readonly tier: string | null
  readonly pointsHundredths: number
  readonly note?: string
  readonly custom?: Readonly<Record<string, unknown>>
  readonly importId: string
  readonly createdBy: string | null
}

/** Writes any number of opportunities with one statement. */
export async function insertOpportunities(
  db: TenantWriter,
  opportunities: readonly NewOpportunity[],
  now: number,
): Promise<void> {
  if (opportunities.length === 0) return
  await db.query(
    `insert into opportunity (tenant_id, id, created_at, updated_at, external_id, name, search, account_id, stage, outcome,
       closed_at, closed_rep_id, product, amount_minor, expected_close_on, region, industry, source, value, difficulty,
       facts, custom, tags, score, tier, points_hundredths, note, import_id, created_by)
     select $1, r.id, r.created_at, $2, r.external_id, r.name, r.search, r.account_id, r.stage, r.outcome, r.closed_at,
       r.closed_rep_id, r.product, r.amount_minor, r.expected_close_on, r.region, r.industry, r.source, r.value,
       r.difficulty, r.facts, r.custom, r.tags, r.score, r.tier, r.points_hundredths, r.note, r.import_id, r.created_by
     from json_to_recordset($3::json) as r(id uuid, created_at timestamptz, external_id text, name text, search text,
       account_id uuid, stage text, outcome text, closed_at timestamptz, closed_rep_id uuid, product text,
       amount_minor bigint, expected_close_on date, region text, industry text, source text, value text,
       difficulty text, facts jsonb, custom jsonb, tags text[], score int, tier text, points_hundredths int, note text,
       import_id uuid, created_by uuid)`,
    [
      db.tenantId,
      new Date(now),
      JSON.stringify(
        opportunities.map((o) => ({
          id: o.id,
          created_at: new Date(o.createdAt),
          external_id: o.externalId,
          name: o.name,
          search: searchText([o.name]),
          account_id: o.accountId,
          stage: o.stage,
          outcome: o.outcome,
          closed_at: o.closedAt === null ? null : new Date(o.closedAt),
          closed_rep_id: o.closedRepId,
          product: o.product,
          amount_minor: o.amountMinor,
          expected_close_on: o.expectedCloseOn,
          region: o.region,
          industry: o.industry,
          source: o.source,
          value: o.value,
          difficulty: o.difficulty,
          facts: o.facts,
          custom: o.custom ?? {},
          tags: o.tags,
          score: o.score,
          tier: o.tier,
          points_hundredths: o.pointsHundredths,
          note: o.note,
          import_id: o.importId,
          created_by: o.createdBy,
        })),
      ),
    ],
  )
}
