import type { ExclusionCode, ReasonCode, ReleaseCondition, TermCode } from '@peineng/engine'

/** What a sentence may say: numbers and names already written in its language. */
export interface Words {
  /** A parameter as it is shown; a missing one reads as an empty text. */
  (key: string): string
  /** True where the parameter is there, so that a half-sentence can be left out. */
  has(key: string): boolean
}

export type Sentence = (words: Words) => string

/** Everything the engine says by code, in one language. The compiler demands every code in every language. */
export interface SentenceCatalogue {
  readonly reasons: Readonly<Record<ReasonCode, Sentence>>
  readonly exclusions: Readonly<Record<ExclusionCode, string>>
  readonly terms: Readonly<Record<TermCode, Sentence>>
  readonly releases: Readonly<Record<ReleaseCondition['kind'], Sentence>>
  readonly proposals: { readonly EXPERT_SQUAD: Sentence }
  /** Beside an exclusion: the threshold is the rep's own, from when, and where it started. */
  readonly personalLimit: Sentence
  /** Between the parts of a list. */
  readonly separator: string
}
