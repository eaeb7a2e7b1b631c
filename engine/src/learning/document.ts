import { hash32 } from '../random/index.ts'
import type { LeakSign } from './honesty/leakage.ts'
import type { Interval, Metrics } from './honesty/metrics.ts'
import type { ColumnSpec } from './table/column-spec.ts'
import type { DroppedColumn } from './table/infer-spec.ts'

/** A column's part of the logit. Integers in millionths of a logit ("micro"), so every runtime adds the same numbers. */
export interface TermDocument {
  readonly spec: ColumnSpec
  readonly effectsMicro: readonly number[]
  /** Posterior standard deviation of each effect. */
  readonly deviationsMicro: readonly number[]
  /** Standard deviation of the prior, as learnt: how much levels of this column differ at all. */
  readonly priorDeviationMicro: number
  /** Slope of the linear term per standard deviation; 0 where there is none. */
  readonly slopeMicro: number
  /** Mean contribution over the training rows: stands in for the column where a decision does not know it. */
  readonly meanMicro: number
  /** Where the levels start in the covariance; −1 = not in it. */
  readonly denseStart: number
  /** Where the slope stands in the covariance; −1 = none. */
  readonly slopeAt: number
}

/** A combination of two columns; only cells with evidence are listed, all others are 0 with the prior's deviation. */
export interface CrossDocument {
  readonly left: number
  readonly right: number
  /** Cell = leftLevel × rightLevels + rightLevel, ascending. */
  readonly cells: readonly number[]
  readonly effectsMicro: readonly number[]
  readonly deviationsMicro: readonly number[]
  readonly priorDeviationMicro: number
}

export interface LeftOutColumn {
  readonly name: string
  readonly why: 'suspected-leakage' | 'excluded-by-user' | 'time-column' | DroppedColumn
  /** For suspected leakage: what gave it away. */
  readonly signs: readonly LeakSign[]
}

export type VerdictCode =
  | 'USED'
  /** Fewer than 200 outcomes: shrunken rates of the named roles, or of the one column that tells most. */
  | 'USED_FEW_OUTCOMES'
  | 'NOT_ENOUGH_OUTCOMES'
  | 'NO_BETTER_THAN_BASE_RATE'
  /** Better on a mixture of rows, but the win rate moves along the file and the model does not hold on its last quarter. */
  | 'FAILS_FORWARD'
  | 'NO_USABLE_COLUMNS'
  | 'ONE_OUTCOME_ONLY'

export interface Validation {
  readonly how: 'time' | 'hash-folds' | 'hash-holdout' | 'none'
  readonly model: Metrics | null
  readonly baseRate: Metrics | null
  /** Mean gain in log-loss per row over the base rate, and how many standard errors it is away from nothing. */
  readonly gain: number
  readonly gainInErrors: number
}

/** Whether it matters who sells: the model against itself without reps, on rows it had not seen. */
export interface MatchEvidence {
  /** False: not enough evidence (证据不足) that reps differ on these leads; the rep is not part of the model. */
  readonly used: boolean
  readonly gain: number
  readonly gainInErrors: number
  /** Win rate of leads with a rep the model prefers minus the others, beyond what the leads explain; 95 %. */
  readonly preferredGain: Interval
}

/** A trained model: everything inference needs and everything somebody who doubts it wants to see. */
export interface ModelDocument {
  readonly format: 'peineng-win-model'
  readonly formatVersion: 1
  /** First 12 digits of `hash`. */
  readonly version: string
  readonly hash: string
  readonly kind: 'hierarchical-logit' | 'beta-binomial' | 'base-rate'
  readonly verdict: { readonly code: VerdictCode; readonly used: boolean }
  readonly label: { readonly column: string; readonly won: string; readonly lost: string }
  readonly outcomes: { readonly won: number; readonly lost: number; readonly open: number }
  readonly time: { readonly column: string; readonly halfLifeDays: number | null } | null
  readonly baseRateMillionths: number
  /** Standard deviation of the base rate's logit. */
  readonly baseDeviationMicro: number
  readonly interceptMicro: number
  readonly terms: readonly TermDocument[]
  readonly crosses: readonly CrossDocument[]
  /** Lower triangle, row by row, in logit²; empty where only single deviations are known. */
  readonly covariance: readonly number[]
  readonly covarianceSize: number
  readonly leftOut: readonly LeftOutColumn[]
  /** Win rate of each tenth of the labelled rows in the order of the file, in millionths. */
  readonly rateByTenth: readonly number[]
  readonly validation: Validation
  /** Null where no rep column was named, or too little is there to ask. */
  readonly match: MatchEvidence | null
}

export type UnsealedDocument = Omit<ModelDocument, 'version' | 'hash'>

/** Puts version and hash on a finished document. The hash is a check for accidents, not against forgers. */
export function sealDocument(document: UnsealedDocument): ModelDocument {
  const hash = contentHash(document)
  return { ...document, version: hash.slice(0, 12), hash }
}

/** Parses a stored document; a message instead where it is not one or was changed after it was written. */
export function readDocument(json: string): ModelDocument | { readonly problem: string } {
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch {
    return { problem: 'not JSON' }
  }
  if (typeof parsed !== 'object' || parsed === null || !('format' in parsed))
    return { problem: 'not a model document' }
  const document = parsed as ModelDocument
  if (document.format !== 'peineng-win-model') return { problem: 'not a win-probability model' }
  if (document.formatVersion !== 1)
    return { problem: `format version ${document.formatVersion} is not known here` }
  const { version: _version, hash, ...content } = document
  if (contentHash(content) !== hash)
    return { problem: 'the content does not match its hash: the file was changed' }
  return document
}

function contentHash(content: UnsealedDocument): string {
  return contentHashOf(content)
}

/** 32 hex digits over a JSON value, whatever the order of its keys. */
export function contentHashOf(content: unknown): string {
  const text = JSON.stringify(sortKeys(content))
  return [1, 2, 3, 4].map((seed) => hash32(text, seed).toString(16).padStart(8, '0')).join('')
}

/** Key order is an accident of construction; the hash must not see it. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value))
    return value.length > 0 && typeof value[0] === 'number' ? value : value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]))
}
