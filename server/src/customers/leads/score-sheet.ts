/** One parameter's part of a lead's score, as the engine gives it. */
export interface ScoreTerm {
  readonly field: string
  readonly score: number
  readonly weight: number
  readonly contribution: number
  readonly missing: boolean
}

type Line = readonly [field: string, score: number, weight: number, contribution: number, missing: 0 | 1]

/** The terms as they are stored: a quarter of their size, and text, because nothing is ever looked for inside. */
export function writeScoreSheet(terms: readonly ScoreTerm[]): string {
  return JSON.stringify(
    terms.map((t): Line => [t.field, t.score, t.weight, t.contribution, t.missing ? 1 : 0]),
  )
}

/** The terms of a stored lead; those stored before there were sheets lie beside it. */
export function readScoreTerms(row: {
  readonly scoreSheet: string | null
  readonly scoreTerms: readonly ScoreTerm[]
}): ScoreTerm[] {
  if (row.scoreSheet === null) return [...row.scoreTerms]
  return (JSON.parse(row.scoreSheet) as Line[]).map(([field, score, weight, contribution, missing]) => ({
    field,
    score,
    weight,
    contribution,
    missing: missing === 1,
  }))
}
