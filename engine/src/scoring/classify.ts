import type { Facts } from '../model/field.ts'
import type { ScoringPolicy, Tier } from '../model/policy.ts'
import type { ExperienceLevel } from '../model/rep.ts'
import type { DifficultyBand, ValueBand } from '../model/work-item.ts'
import { canonicalOption } from '../rules/index.ts'

/** Money of the item in minor units (fen) from the `amount` fact in yuan; null where unknown. */
export function amountMinorOf(facts: Facts): number | null {
  const amount = facts['amount']
  return typeof amount === 'number' && Number.isFinite(amount) ? Math.round(amount * 100) : null
}

/** The given value band, else the band of the amount; null where neither is known. */
export function valueBandOf(facts: Facts, bands: ScoringPolicy['amountBands']): ValueBand | null {
  const given = facts['value']
  const canonical = typeof given === 'string' ? canonicalOption('value', given) : undefined
  if (canonical !== undefined) return canonical as ValueBand
  const amount = amountMinorOf(facts)
  if (amount === null) return null
  return amount >= bands.large ? 'high' : amount >= bands.medium ? 'mid' : 'low'
}

/** The given difficulty band, null where none was given. */
export function givenDifficulty(facts: Facts): DifficultyBand | null {
  const given = facts['difficulty']
  const canonical = typeof given === 'string' ? canonicalOption('difficulty', given) : undefined
  return (canonical as DifficultyBand | undefined) ?? null
}

const columnOfValue: Readonly<Record<ValueBand, string>> = { high: 'large', mid: 'medium', low: 'small' }

/** Cell of the 9-grid (B2): win probability by score × order size by amount, or by value band where no amount is known. */
export function gridCellOf(
  score: number,
  facts: Facts,
  value: ValueBand | null,
  scoring: ScoringPolicy,
): string {
  const { probabilityBands, amountBands } = scoring
  const row = score >= probabilityBands.high ? 'high' : score >= probabilityBands.mid ? 'mid' : 'low'
  const amount = amountMinorOf(facts)
  if (amount === null) return `${row}_${value === null ? 'small' : columnOfValue[value]}`
  const column = amount >= amountBands.large ? 'large' : amount >= amountBands.medium ? 'medium' : 'small'
  return `${row}_${column}`
}

/** Class of a grid cell (B8); a cell the policy does not name is C. */
export function tierOf(cell: string, grid: ScoringPolicy['grid']): Tier {
  return (Object.hasOwn(grid, cell) ? grid[cell] : undefined) ?? 'C'
}

export type TaskTypeName = 'key_battle' | 'growth' | 'standard' | 'selective'

/** Value × difficulty (B3). Unknown value counts as not high, unknown difficulty as not hard. */
export function taskTypeOf(value: ValueBand | null, difficulty: DifficultyBand | null): TaskTypeName {
  if (value === 'high') return difficulty === 'hard' ? 'key_battle' : 'growth'
  return difficulty === 'hard' ? 'selective' : 'standard'
}

/** Who should do it (B3, Decision 11), as codes. */
export interface RecommendedOwner {
  readonly levels: readonly ExperienceLevel[]
  readonly withManager: boolean
  readonly automatedTouch: boolean
  /** Worth doing only in bulk, or not at all (F7). */
  readonly bulkOrDrop: boolean
}

const recommended: Readonly<Record<TaskTypeName, RecommendedOwner>> = {
  key_battle: { levels: ['senior'], withManager: true, automatedTouch: false, bulkOrDrop: false },
  growth: { levels: ['growing'], withManager: false, automatedTouch: false, bulkOrDrop: false },
  standard: { levels: ['newcomer'], withManager: false, automatedTouch: true, bulkOrDrop: false },
  selective: { levels: [], withManager: false, automatedTouch: false, bulkOrDrop: true },
}

export function recommendedOwner(taskType: TaskTypeName): RecommendedOwner {
  return recommended[taskType]
}

export type QuadrantName = 'strategic' | 'potential' | 'service' | 'routine'

/** Value × urgency (B4): strategic, potential, service, routine. */
export function quadrantOf(
  facts: Facts,
  value: ValueBand | null,
  tier: Tier,
  urgentValues: readonly string[],
): QuadrantName {
  const urgency = facts['urgency']
  const canonical = (text: string): string => canonicalOption('urgency', text) ?? text
  const urgent = typeof urgency === 'string' && urgentValues.map(canonical).includes(canonical(urgency))
  const valuable = value === 'high' || tier === 'A'
  if (valuable) return urgent ? 'strategic' : 'potential'
  return urgent ? 'service' : 'routine'
}
