import { arrayLiteral, rowset, type TenantWriter } from '../../platform/database/index.ts'
import type { NewLead } from './new-lead.ts'
import type { NormalisedLead } from './normalise-lead.ts'
import { writeScoreSheet } from './score-sheet.ts'

const rowsOfLeads = rowset<NewLead>('r', {
  id: ['uuid', (r) => r.id],
  created_at: ['timestamptz', (r) => r.createdAt],
  external_id: ['text', (r) => r.lead.externalId],
  name: ['text', (r) => r.lead.name],
  company: ['text', (r) => r.lead.company],
  company_key: ['text', (r) => r.lead.companyKey],
  company_place: ['text', (r) => r.lead.companyPlace],
  credit_code: ['text', (r) => r.lead.creditCode],
  search: ['text', (r) => r.lead.search],
  phone: ['text', (r) => r.lead.phone],
  email: ['text', (r) => r.lead.email],
  wechat: ['text', (r) => r.lead.wechat],
  source: ['text', (r) => r.lead.source],
  region: ['text', (r) => r.lead.region],
  industry: ['text', (r) => r.lead.industry],
  product: ['text', (r) => r.lead.product],
  amount_minor: ['bigint', (r) => r.lead.amountMinor],
  currency: ['text', (r) => r.lead.currency],
  value: ['text', (r) => r.assessment.value],
  difficulty: ['text', (r) => r.assessment.difficulty],
  facts: ['jsonb', (r) => JSON.stringify(r.assessment.facts)],
  given: ['jsonb', (r) => JSON.stringify(givenOf(r.lead))],
  tags: ['text', (r) => arrayLiteral(r.assessment.tags)],
  score: ['int', (r) => r.assessment.score],
  score_sheet: ['text', (r) => writeScoreSheet(r.assessment.scoreTerms)],
  tier: ['text', (r) => r.assessment.tier],
  grid_cell: ['text', (r) => r.assessment.gridCell],
  task_type: ['text', (r) => r.assessment.taskType],
  quadrant: ['text', (r) => r.assessment.quadrant],
  points_hundredths: ['int', (r) => r.assessment.pointsHundredths],
  account_id: ['uuid', (r) => r.accountId],
  intake: ['text', (r) => r.intake],
  import_id: ['uuid', (r) => r.importId],
  created_by: ['uuid', (r) => r.createdBy],
})

/** Writes any number of leads with one statement. Ids are the caller's. */
export async function insertLeads(db: TenantWriter, rows: readonly NewLead[], now: number): Promise<void> {
  if (rows.length === 0) return
  await db.query(
    `insert into lead (tenant_id, id, created_at, updated_at, external_id, name, company, company_key, company_place,
       credit_code, search, phone, email, wechat, source, region, industry, product, amount_minor, currency, value,
       difficulty, facts, given, tags, score, score_sheet, tier, grid_cell, task_type, quadrant, points_hundredths, account_id,
       intake, import_id, created_by)
     select $1, r.id, r.created_at, $2, r.external_id, r.name, r.company, r.company_key, r.company_place,
       r.credit_code, r.search, r.phone, r.email, r.wechat, r.source, r.region, r.industry, r.product, r.amount_minor,
       r.currency, r.value, r.difficulty, r.facts, r.given, r.tags::text[], r.score, r.score_sheet, r.tier, r.grid_cell,
       r.task_type, r.quadrant, r.points_hundredths, r.account_id, r.intake, r.import_id, r.created_by
     from ${rowsOfLeads.sql(3)}`,
    [db.tenantId, new Date(now), ...rowsOfLeads.values(rows)],
    'customers_insert_leads',
  )
}

/** What a person said of the things the house would compute, so that an edit does not take a finding for a statement. */
export function givenOf(lead: NormalisedLead): Record<string, unknown> {
  return {
    ...(lead.value === null ? {} : { value: lead.value }),
    ...(lead.difficulty === null ? {} : { difficulty: lead.difficulty }),
    ...(lead.tags.length === 0 ? {} : { tags: lead.tags }),
  }
}
