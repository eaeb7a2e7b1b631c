import type { Facts } from '../model/field.ts'
import type { DifficultyPolicy } from '../model/policy.ts'
import type { DifficultyBand } from '../model/work-item.ts'
import { compileBands } from './bands.ts'

/**
 * Difficulty from its five inputs (B11): number of decision makers, cycle length, clarity of need, price
 * sensitivity, waiting time. The mean of what is known; null where too little is.
 */
export function compileDifficulty(
  policy: DifficultyPolicy | undefined,
): (facts: Facts) => DifficultyBand | null {
  if (!policy) return () => null
  const inputs = policy.inputs.map((input) => compileBands(input.field, input.bands))
  return (facts) => {
    let sum = 0
    let known = 0
    for (const read of inputs) {
      const score = read(facts)
      if (score === null) continue
      sum += score ?? 0
      known += 1
    }
    if (known === 0 || known < policy.minimumKnown) return null
    if (sum >= policy.hardFrom * known) return 'hard'
    return sum >= policy.mediumFrom * known ? 'medium' : 'easy'
  }
}
