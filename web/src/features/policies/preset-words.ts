import { m } from '../../i18n/messages.ts'

// Explicit tables: computed message names would load every message of the application.
const points: Readonly<Record<string, () => string>> = {
  DEPENDS_ON_ONE_PERSON: () => m.policy_point_DEPENDS_ON_ONE_PERSON(),
  EASY_TO_CHECK: () => m.policy_point_EASY_TO_CHECK(),
  FAIR_AND_FULLY_EXPLAINED: () => m.policy_point_FAIR_AND_FULLY_EXPLAINED(),
  FULL_CONTROL: () => m.policy_point_FULL_CONTROL(),
  IGNORES_ABILITY: () => m.policy_point_IGNORES_ABILITY(),
  IGNORES_VALUE: () => m.policy_point_IGNORES_VALUE(),
  LEARNS_FROM_OUTCOMES: () => m.policy_point_LEARNS_FROM_OUTCOMES(),
  MORE_TO_UNDERSTAND: () => m.policy_point_MORE_TO_UNDERSTAND(),
  NEEDS_CLEAN_ATTRIBUTES: () => m.policy_point_NEEDS_CLEAN_ATTRIBUTES(),
  NEEDS_HISTORY_FOR_FULL_EFFECT: () => m.policy_point_NEEDS_HISTORY_FOR_FULL_EFFECT(),
  PREDICTABLE_TURN: () => m.policy_point_PREDICTABLE_TURN(),
  REWARDS_PERFORMANCE: () => m.policy_point_REWARDS_PERFORMANCE(),
  SAME_COUNT_FOR_ALL: () => m.policy_point_SAME_COUNT_FOR_ALL(),
  SAME_LOAD_FOR_ALL: () => m.policy_point_SAME_LOAD_FOR_ALL(),
  SIMPLE_TO_EXPLAIN: () => m.policy_point_SIMPLE_TO_EXPLAIN(),
  SLOW_RESPONSE: () => m.policy_point_SLOW_RESPONSE(),
  SPECIALISTS_GET_THEIR_FIELD: () => m.policy_point_SPECIALISTS_GET_THEIR_FIELD(),
  UNEVEN_LOAD_POSSIBLE: () => m.policy_point_UNEVEN_LOAD_POSSIBLE(),
  USES_KNOWLEDGE_OF_MANAGER: () => m.policy_point_USES_KNOWLEDGE_OF_MANAGER(),
  USES_VALUE_PROFILE_AND_LOAD: () => m.policy_point_USES_VALUE_PROFILE_AND_LOAD(),
}
/** What speaks for or against a preset, by the server's code. */
export const pointText = (code: string): string => points[code]?.() ?? code

const presets: Readonly<Record<string, () => string>> = {
  equal: () => m.policy_preset_equal(),
  manual: () => m.policy_preset_manual(),
  rotation: () => m.policy_preset_rotation(),
  attributes: () => m.policy_preset_attributes(),
  smart: () => m.policy_preset_smart(),
}
export const presetName = (id: string): string => presets[id]?.() ?? id
