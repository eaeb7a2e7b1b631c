import type { Policy, RuleAction, Strategy } from '../model/policy.ts'
import { defaultPolicy, scoredStrategy } from './default-policy.ts'

/** The five modes of D1: 平均, 人工, 轮流, 按客户属性, 自动智能. */
export const presetIds = ['equal', 'manual', 'rotation', 'attributes', 'smart'] as const
export type PresetId = (typeof presetIds)[number]

/** What speaks for and against a mode, as codes; the sentences stand in i18n. */
export const presetProsAndCons = [
  'SIMPLE_TO_EXPLAIN',
  'SAME_LOAD_FOR_ALL',
  'SAME_COUNT_FOR_ALL',
  'FULL_CONTROL',
  'USES_KNOWLEDGE_OF_MANAGER',
  'PREDICTABLE_TURN',
  'REWARDS_PERFORMANCE',
  'SPECIALISTS_GET_THEIR_FIELD',
  'EASY_TO_CHECK',
  'USES_VALUE_PROFILE_AND_LOAD',
  'LEARNS_FROM_OUTCOMES',
  'FAIR_AND_FULLY_EXPLAINED',
  'IGNORES_ABILITY',
  'IGNORES_VALUE',
  'SLOW_RESPONSE',
  'DEPENDS_ON_ONE_PERSON',
  'NEEDS_CLEAN_ATTRIBUTES',
  'UNEVEN_LOAD_POSSIBLE',
  'NEEDS_HISTORY_FOR_FULL_EFFECT',
  'MORE_TO_UNDERSTAND',
] as const
export type PresetPoint = (typeof presetProsAndCons)[number]

export interface Preset {
  readonly id: PresetId
  readonly pros: readonly PresetPoint[]
  readonly cons: readonly PresetPoint[]
  readonly policy: Policy
}

/** Gives every rule and the fallback of a policy the same strategy. */
function withStrategy(name: string, strategy: Strategy, performance?: Strategy): Policy {
  const base = defaultPolicy()
  const use = (action: RuleAction, s: Strategy): RuleAction => ({ ...action, strategy: s })
  return {
    ...base,
    name,
    rules: base.rules.map((rule) => ({
      ...rule,
      then: use(rule.then, rule.id === 'tier-a' ? (performance ?? strategy) : strategy),
    })),
    fallback: use(base.fallback, strategy),
  }
}

/** The preset of a mode, ready to publish as it is or to edit. */
export function preset(id: PresetId): Preset {
  switch (id) {
    case 'equal':
      return {
        id,
        pros: ['SIMPLE_TO_EXPLAIN', 'SAME_LOAD_FOR_ALL'],
        cons: ['IGNORES_ABILITY', 'IGNORES_VALUE'],
        policy: withStrategy('equal', { kind: 'least_load' }),
      }
    case 'manual':
      return {
        id,
        pros: ['FULL_CONTROL', 'USES_KNOWLEDGE_OF_MANAGER'],
        cons: ['SLOW_RESPONSE', 'DEPENDS_ON_ONE_PERSON'],
        policy: withStrategy('manual', { kind: 'manual' }),
      }
    case 'rotation':
      // D5, D6: everybody in turn; of A leads 30 % of the weight follows performance and follow-up speed.
      return {
        id,
        pros: ['PREDICTABLE_TURN', 'SAME_COUNT_FOR_ALL', 'REWARDS_PERFORMANCE'],
        cons: ['IGNORES_VALUE', 'IGNORES_ABILITY'],
        policy: withStrategy(
          'rotation',
          { kind: 'weighted_rotation' },
          { kind: 'weighted_rotation', performancePercent: 30 },
        ),
      }
    case 'attributes':
      return {
        id,
        pros: ['SPECIALISTS_GET_THEIR_FIELD', 'EASY_TO_CHECK'],
        cons: ['NEEDS_CLEAN_ATTRIBUTES', 'UNEVEN_LOAD_POSSIBLE'],
        policy: withStrategy('attributes', { kind: 'attributes' }),
      }
    case 'smart':
      return {
        id,
        pros: ['USES_VALUE_PROFILE_AND_LOAD', 'LEARNS_FROM_OUTCOMES', 'FAIR_AND_FULLY_EXPLAINED'],
        cons: ['NEEDS_HISTORY_FOR_FULL_EFFECT', 'MORE_TO_UNDERSTAND'],
        policy: withStrategy('smart', scoredStrategy),
      }
  }
}

/** All five, in the order the product shows them. */
export const presets = (): readonly Preset[] => presetIds.map(preset)
