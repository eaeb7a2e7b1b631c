import { learningSettings } from '@peineng/engine'
import { nextPersonalLimit } from '@peineng/engine/learning'
import type { TenantWriter } from '../platform/database/index.ts'
import type { CapabilityDocument } from './evaluate-capability.ts'
import type { LearningServices } from './services.ts'

/**
 * After each report: thresholds of high-intent customers a day go one step towards what the days of each rep say (E8),
 * where the policy lets them. Where the evidence is not or no longer enough, the start value holds at once.
 */
export async function followDays(
  { people, policies }: Pick<LearningServices, 'people' | 'policies'>,
  db: TenantWriter,
  now: number,
  document: CapabilityDocument,
): Promise<void> {
  const { policy } = await policies.current(db)
  if (learningSettings(policy).capability.highIntentLimit !== 'personal')
    return people.setPersonalLimits(db, now, [])
  const starts = await people.inheritedThresholds(db)
  const standing = await people.personalLimits(db)
  const limits = document.reps.flatMap(({ repId, pace }) => {
    const found = pace?.find((one) => one.measure === 'highIntent')?.found
    const startValue = starts.get(repId)
    if (found == null || startValue === undefined) return []
    const known = standing.get(repId)
    const before = known !== undefined && known.startValue === startValue ? known : null
    const next = nextPersonalLimit(startValue, before, found.limit, now)
    return next === null ? [] : [{ repId, startValue, value: next.value, since: next.since }]
  })
  return people.setPersonalLimits(db, now, limits)
}
