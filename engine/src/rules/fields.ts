import type { FieldDefinition } from '../model/field.ts'

const level3 = ['high', 'mid', 'low'] as const

/**
 * The columns rules and scores may name besides custom attributes. Money is in yuan here, as people enter it;
 * times are epoch milliseconds. Nothing outside this list and the custom attributes can be reached by a rule.
 */
export const builtInFields: readonly FieldDefinition[] = [
  // who and where
  { key: 'kind', type: 'text', options: ['lead', 'account', 'opportunity', 'task'] },
  { key: 'name', type: 'text' },
  { key: 'company', type: 'text' },
  { key: 'phone', type: 'text' },
  { key: 'email', type: 'text' },
  { key: 'region', type: 'text' },
  { key: 'city', type: 'text' },
  { key: 'createdAt', type: 'time' },
  { key: 'note', type: 'text' },
  // A4, A5
  { key: 'customerLevel', type: 'text' },
  { key: 'lifecycleStage', type: 'text' },
  { key: 'spendingPower', type: 'text', options: level3 },
  { key: 'interests', type: 'list' },
  { key: 'product', type: 'text' },
  { key: 'employees', type: 'number' },
  { key: 'tags', type: 'list' },
  // money and worth
  { key: 'amount', type: 'number' },
  { key: 'value', type: 'text', options: level3 },
  { key: 'difficulty', type: 'text', options: ['easy', 'medium', 'hard'] },
  // the 18 parameters of B1
  { key: 'industry', type: 'text' },
  { key: 'companySize', type: 'text', options: ['large', 'medium', 'small', 'micro'] },
  { key: 'regionTier', type: 'text', options: ['tier1', 'new_tier1', 'tier2', 'tier3'] },
  { key: 'source', type: 'text' },
  { key: 'needType', type: 'text' },
  { key: 'intent', type: 'text', options: level3 },
  { key: 'urgency', type: 'text', options: level3 },
  { key: 'budget', type: 'number' },
  { key: 'decisionMakerLevel', type: 'text', options: ['decider', 'influencer', 'user'] },
  { key: 'purchaseWithinDays', type: 'number' },
  { key: 'interactions30d', type: 'number' },
  { key: 'daysSinceInteraction', type: 'number' },
  { key: 'channelsUsed', type: 'number' },
  { key: 'engagement', type: 'number' },
  { key: 'pastDeals', type: 'number' },
  { key: 'pastAmount', type: 'number' },
  { key: 'competitorPresent', type: 'boolean' },
  { key: 'completeness', type: 'number' },
  // B6: percent, from the company's own outcomes
  { key: 'segmentWinRate', type: 'number' },
  // the five inputs of B11
  { key: 'decisionMakers', type: 'number' },
  { key: 'cycleDays', type: 'number' },
  { key: 'needClarity', type: 'text', options: ['clear', 'partial', 'unclear'] },
  { key: 'priceSensitivity', type: 'text', options: level3 },
  { key: 'waitingDays', type: 'number' },
  // found out by `assess`
  { key: 'score', type: 'number' },
  { key: 'tier', type: 'text', options: ['A', 'B', 'C'] },
  {
    key: 'gridCell',
    type: 'text',
    options: ['high', 'mid', 'low'].flatMap((row) =>
      ['large', 'medium', 'small'].map((col) => `${row}_${col}`),
    ),
  },
  { key: 'taskType', type: 'text', options: ['key_battle', 'growth', 'standard', 'selective'] },
  { key: 'quadrant', type: 'text', options: ['strategic', 'potential', 'service', 'routine'] },
]

/** Keys of custom attributes start with this. */
export const customPrefix = 'custom.'

/** The whitelist rules are compiled against. */
export interface FieldSet {
  readonly definitions: readonly FieldDefinition[]
  /** Built-in key, custom key, or a custom key without its prefix; undefined = no such field. */
  resolve(name: string): FieldDefinition | undefined
}

const builtInByKey: ReadonlyMap<string, FieldDefinition> = new Map(builtInFields.map((f) => [f.key, f]))

/**
 * Built-in fields plus custom attributes. A custom definition whose key lacks the prefix gets it, so a custom
 * attribute can never shadow a built-in field. Names are looked up in a Map: `constructor` is just unknown.
 */
export function createFieldSet(custom: readonly FieldDefinition[] = []): FieldSet {
  const byKey = new Map(builtInByKey)
  for (const field of custom) {
    const key = field.key.startsWith(customPrefix) ? field.key : customPrefix + field.key
    byKey.set(key, { ...field, key })
  }
  return {
    definitions: [...byKey.values()],
    resolve: (name) => byKey.get(name) ?? byKey.get(customPrefix + name),
  }
}
