import type { Facts, FieldValue } from '../model/field.ts'
import type { ScoreParameter } from '../model/policy.ts'
import { canonicalOption } from '../rules/index.ts'

type Band = ScoreParameter['bands'][number]

const textKey = (field: string, text: string): string =>
  canonicalOption(field, text) ?? text.trim().toLowerCase()

function compileBand(field: string, band: Band): (value: FieldValue) => boolean {
  if ('in' in band) {
    const wanted = new Set(band.in.map((text) => textKey(field, text)))
    return (value) => {
      if (typeof value === 'string') return wanted.has(textKey(field, value))
      return typeof value === 'object' && value.some((entry) => wanted.has(textKey(field, entry)))
    }
  }
  if ('is' in band) return (value) => value === band.is
  return (value) => typeof value === 'number' && value >= band.atLeast
}

/** The score of the first band that holds the fact; `undefined` where no band does, `null` where the fact is missing. */
export function compileBands(
  field: string,
  bands: readonly Band[],
): (facts: Facts) => number | null | undefined {
  const tests = bands.map((band) => ({ holds: compileBand(field, band), score: band.score }))
  return (facts) => {
    const value = Object.hasOwn(facts, field) ? facts[field] : undefined
    if (value === undefined || value === '') return null
    return tests.find((test) => test.holds(value))?.score
  }
}
