/** How one column of text becomes a level of the model. Serialisable; everything a new row needs is in it. */
export type ColumnSpec = NumberSpec | CategorySpec | DateSpec

export interface NumberSpec {
  readonly kind: 'number'
  readonly name: string
  /** Upper edges of the bins, ascending; a value belongs to the first bin whose edge is ≥ it, the last bin is open. */
  readonly edges: readonly number[]
  /** Values far from all others that stand for "never" or "unknown" (999, −1); each has a level of its own. */
  readonly sentinels: readonly number[]
  /** Linear term: (clamp(x, low, high) − centre) / scale. scale 0 = no linear term. */
  readonly centre: number
  readonly scale: number
  readonly low: number
  readonly high: number
}

export interface CategorySpec {
  readonly kind: 'category'
  readonly name: string
  /** Level keys, most frequent first. */
  readonly levels: readonly string[]
}

export interface DateSpec {
  readonly kind: 'date'
  readonly name: string
  readonly part: 'weekday' | 'month' | 'hour-block'
  readonly dayFirst: boolean
}

/**
 * Levels of a spec: 0 = missing, 1 = seen too rarely to have a level of its own (or never seen), then the spec's own.
 * A number uses 1 for unreadable text.
 */
export function levelCount(spec: ColumnSpec): number {
  if (spec.kind === 'number') return 2 + spec.sentinels.length + spec.edges.length + 1
  if (spec.kind === 'category') return 2 + spec.levels.length
  return 2 + (spec.part === 'weekday' ? 7 : spec.part === 'month' ? 12 : 6)
}
