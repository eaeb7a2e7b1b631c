import type { DifficultyBand, ExperienceLevel, ValueBand } from '../model/index.ts'

type Fit = Readonly<Record<ExperienceLevel, number>>

const growth: Fit = { newcomer: 300, growing: 1000, senior: 0 }
const keyBattle: Fit = { newcomer: 0, growing: 300, senior: 1000 }
const valuable: Fit = { newcomer: 0, growing: 600, senior: 600 }
const standard: Fit = { newcomer: 1000, growing: 500, senior: 0 }
const selective: Fit = { newcomer: 0, growing: 300, senior: 0 }
const unknown: Fit = { newcomer: 0, growing: 0, senior: 0 }

/**
 * How well a level of experience suits a piece of work, permille (Decision 11, B3, D9): high and not hard to growing
 * reps, high and hard to seniors, standard work to newcomers, hard work of little value to nobody in particular.
 */
export function developmentPermille(
  value: ValueBand | null,
  difficulty: DifficultyBand | null,
  level: ExperienceLevel,
): number {
  return suited(value, difficulty)[level]
}

function suited(value: ValueBand | null, difficulty: DifficultyBand | null): Fit {
  if (value === null) return unknown
  if (value === 'high') return difficulty === 'hard' ? keyBattle : difficulty === null ? valuable : growth
  return difficulty === 'hard' ? selective : standard
}
