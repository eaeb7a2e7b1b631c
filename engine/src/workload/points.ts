import type { Policy } from '../model/policy.ts'
import type { DifficultyBand, ValueBand } from '../model/work-item.ts'

/**
 * Load points of a value × difficulty cell, integer hundredths (Decision 2). Unknown value or difficulty counts
 * `unknownHundredths` (Decision 1), as does a cell the policy does not name.
 */
export function loadPoints(
  workload: Policy['workload'],
  value: ValueBand | null,
  difficulty: DifficultyBand | null,
): number {
  if (value === null || difficulty === null) return workload.unknownHundredths
  return workload.pointsHundredths[`${value}_${difficulty}`] ?? workload.unknownHundredths
}
