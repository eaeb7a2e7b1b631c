import type { Facts } from '@peineng/engine'
import type { LeadAssessment } from '../customers/index.ts'
import type { TenantContext } from './tenant-context.ts'

/** Facts understood by the policy in force, in the shape customers store. */
export function assessFacts(context: TenantContext, raw: Facts): LeadAssessment {
  const assessment = context.policy.assess(raw)
  return {
    facts: context.policy.enrich(raw, assessment),
    tags: assessment.tags,
    value: assessment.value,
    difficulty: assessment.difficulty,
    score: assessment.score,
    scoreTerms: assessment.terms,
    tier: assessment.tier,
    gridCell: assessment.gridCell,
    taskType: assessment.taskType,
    quadrant: assessment.quadrant,
    pointsHundredths: assessment.pointsHundredths,
  }
}
