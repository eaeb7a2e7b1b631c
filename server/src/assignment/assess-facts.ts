import type { Facts } from '@peineng/engine'
import type { LeadAssessment } from '../customers/index.ts'
import type { TenantContext } from './tenant-context.ts'

/** Facts understood by the policy in force, in the shape customers store. */
export function assessFacts(context: TenantContext, given: Facts): LeadAssessment {
  const raw = withHistory(context, given)
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

/** How often leads of this kind were won before (B6), where the policy reads it. */
function withHistory({ policy, segmentRate }: TenantContext, raw: Facts): Facts {
  const rate = segmentRate(policy.enrich(raw, policy.assess(raw)))
  return rate === null ? raw : { ...raw, segmentWinRate: rate }
}
