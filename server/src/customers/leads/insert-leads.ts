import type { TenantWriter } from '../../platform/database/index.ts'
import type { NewLead } from './new-lead.ts'
import type { NormalisedLead } from './normalise-lead.ts'

/** Writes any number of leads with one statement. Ids are the caller's. */
export async function insertLeads(db: TenantWriter, rows: readonly NewLead[], now: number): Promise<void> {
  if (rows.length === 0) return
  const updatedAt = new Date(now).toISOString()
  await db.query(
    `insert into lead (tenant_id, id, created_at, updated_at, external_id, name, company, company_key, company_place,
       credit_code, search, phone, email, wechat, source, region, industry, product, amount_minor, currency, value,
       difficulty, facts, given, tags, score, score_terms, tier, grid_cell, task_type, quadrant, points_hundredths, account_id,
       intake, import_id, created_by)
     select $1, r.id, r.created_at, $2, r.external_id, r.name, r.company, r.company_key, r.company_place,
       r.credit_code, r.search, r.phone, r.email, r.wechat, r.source, r.region, r.industry, r.product, r.amount_minor,
       r.currency, r.value, r.difficulty, r.facts, r.given, r.tags, r.score, r.score_terms, r.tier, r.grid_cell, r.task_type,
       r.quadrant, r.points_hundredths, r.account_id, r.intake, r.import_id, r.created_by
     from json_to_recordset($3::json) as r(id uuid, created_at timestamptz, external_id text, name text, company text,
       company_key text, company_place text, credit_code text, search text, phone text, email text, wechat text,
       source text, region text, industry text, product text, amount_minor bigint, currency text, value text,
       difficulty text, facts jsonb, given jsonb, tags text[], score int, score_terms jsonb, tier text, grid_cell text,
       task_type text, quadrant text, points_hundredths int, account_id uuid, intake text, import_id uuid,
       created_by uuid)`,
    [db.tenantId, updatedAt, JSON.stringify(rows.map(toRow))],
    'customers_insert_leads',
  )
}

function toRow({ id, createdAt, lead, assessment, ...rest }: NewLead): Record<string, unknown> {
  return {
    id,
    created_at: new Date(createdAt),
    external_id: lead.externalId,
    name: lead.name,
    company: lead.company,
    company_key: lead.companyKey,
    company_place: lead.companyPlace,
    credit_code: lead.creditCode,
    search: lead.search,
    phone: lead.phone,
    email: lead.email,
    wechat: lead.wechat,
    source: lead.source,
    region: lead.region,
    industry: lead.industry,
    product: lead.product,
    amount_minor: lead.amountMinor,
    currency: lead.currency,
    value: assessment.value,
    difficulty: assessment.difficulty,
    facts: assessment.facts,
    given: givenOf(lead),
    tags: assessment.tags,
    score: assessment.score,
    score_terms: assessment.scoreTerms,
    tier: assessment.tier,
    grid_cell: assessment.gridCell,
    task_type: assessment.taskType,
    quadrant: assessment.quadrant,
    points_hundredths: assessment.pointsHundredths,
    account_id: rest.accountId,
    intake: rest.intake,
    import_id: rest.importId,
    created_by: rest.createdBy,
  }
}

/** What a person said of the things the house would compute, so that an edit does not take a finding for a statement. */
export function givenOf(lead: NormalisedLead): Record<string, unknown> {
  return {
    ...(lead.value === null ? {} : { value: lead.value }),
    ...(lead.difficulty === null ? {} : { difficulty: lead.difficulty }),
    ...(lead.tags.length === 0 ? {} : { tags: lead.tags }),
  }
}
