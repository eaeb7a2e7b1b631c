import { builtInFields } from '@peineng/engine'

/** Built-in fields a lead may state that take one of a closed set of values. */
export const optionFields = [
  'value',
  'difficulty',
  'spendingPower',
  'companySize',
  'regionTier',
  'intent',
  'urgency',
  'decisionMakerLevel',
  'needClarity',
  'priceSensitivity',
] as const

export function optionsOf(field: string): readonly string[] {
  return builtInFields.find((f) => f.key === field)?.options ?? []
}
