import type { Assessment, Facts } from '@peineng/engine'
import type { LeadAssessment } from '../../customers/index.ts'
import type { TenantContext } from './tenant-context.ts'

/** Facts understood by the policy in force, in the shape customers store. */
export function assessFacts(context: TenantContext, given: Facts): LeadAssessment {
  const { facts, assessment } = withHistory(context, given)
  return {
    facts,
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
function withHistory(
  { policy, segmentRate }: TenantContext,
  raw: Facts,
): { facts: Facts; assessment: Assessment } {
  const assessment = policy.assess(raw)
  const facts = policy.enrich(raw, assessment)
  const rate = segmentRate(facts)
  if (rate === null) return { facts, assessment }
  const known = { ...raw, segmentWinRate: rate }
  const again = policy.assess(known)
  return { facts: policy.enrich(known, again), assessment: again }
}
