import type { TenantWriter } from '../../platform/database/index.ts'
import { givenOf } from './insert-leads.ts'
import type { LeadAssessment } from './new-lead.ts'
import type { NormalisedLead } from './normalise-lead.ts'
import { writeScoreSheet } from './score-sheet.ts'

export interface LeadUpdate {
  readonly id: string
  readonly lead: NormalisedLead
  readonly assessment: LeadAssessment
  readonly updatedBy: string | null
}

/** Writes a lead anew, normalised and assessed; its clocks, outcome and ownership are not this statement's. */
export async function updateLead(db: TenantWriter, update: LeadUpdate, now: number): Promise<void> {
  const { id, lead, assessment, updatedBy } = update
  await db.query(
    `update lead set external_id = $3, name = $4, company = $5, company_key = $6, company_place = $7, credit_code = $8,
       search = $9, phone = $10, email = $11, wechat = $12, source = $13, region = $14, industry = $15, product = $16,
       amount_minor = $17, currency = $18, value = $19, difficulty = $20, facts = $21, tags = $22, score = $23,
       score_sheet = $24, tier = $25, grid_cell = $26, task_type = $27, quadrant = $28, points_hundredths = $29,
       updated_by = $30, updated_at = $31, given = $32, version = version + 1
     where tenant_id = $1 and id = $2`,
    [
      db.tenantId,
      id,
      lead.externalId,
      lead.name,
      lead.company,
      lead.companyKey,
      lead.companyPlace,
      lead.creditCode,
      lead.search,
      lead.phone,
      lead.email,
      lead.wechat,
      lead.source,
      lead.region,
      lead.industry,
      lead.product,
      lead.amountMinor,
      lead.currency,
      assessment.value,
      assessment.difficulty,
      JSON.stringify(assessment.facts),
      assessment.tags,
      assessment.score,
      writeScoreSheet(assessment.scoreTerms),
      assessment.tier,
      assessment.gridCell,
      assessment.taskType,
      assessment.quadrant,
      assessment.pointsHundredths,
      updatedBy,
      new Date(now),
      JSON.stringify(givenOf(lead)),
    ],
    'customers_update_lead',
  )
}
