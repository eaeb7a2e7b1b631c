import { m } from '../../i18n/messages.ts'

// Tables, not m[code]: a computed name would load every message of the product.
const tables = {
  value: { high: m.leads_value_high, mid: m.leads_value_mid, low: m.leads_value_low },
  difficulty: {
    easy: m.leads_difficulty_easy,
    medium: m.leads_difficulty_medium,
    hard: m.leads_difficulty_hard,
  },
  intent: { high: m.leads_intent_high, mid: m.leads_intent_mid, low: m.leads_intent_low },
  quadrant: {
    strategic: m.leads_quadrant_strategic,
    potential: m.leads_quadrant_potential,
    service: m.leads_quadrant_service,
    routine: m.leads_quadrant_routine,
  },
  task: {
    key_battle: m.leads_task_key_battle,
    growth: m.leads_task_growth,
    standard: m.leads_task_standard,
    selective: m.leads_task_selective,
  },
  state: {
    owned: m.leads_state_owned,
    pooled: m.leads_state_pooled,
    waiting: m.leads_state_waiting,
    closed: m.leads_state_closed,
    offered: m.leads_state_offered,
  },
  outcome: {
    open: m.leads_outcome_open,
    won: m.leads_outcome_won,
    lost: m.leads_outcome_lost,
    invalid: m.leads_outcome_invalid,
  },
  kind: {
    call: m.leads_kind_call,
    wechat: m.leads_kind_wechat,
    visit: m.leads_kind_visit,
    meeting: m.leads_kind_meeting,
    message: m.leads_kind_message,
    email: m.leads_kind_email,
    note: m.leads_kind_note,
    other: m.leads_kind_other,
  },
  by: {
    credit_code: m.leads_by_credit_code,
    phone: m.leads_by_phone,
    email: m.leads_by_email,
    wechat: m.leads_by_wechat,
    company: m.leads_by_company,
    similar: m.leads_by_similar,
  },
  reason: {
    WAITING_NOT_COVERED: m.leads_reason_WAITING_NOT_COVERED,
    WAITING_ALL_FULL: m.leads_reason_WAITING_ALL_FULL,
    WAITING_NOBODY_ON_DUTY: m.leads_reason_WAITING_NOBODY_ON_DUTY,
    WAITING_NO_SKILL: m.leads_reason_WAITING_NO_SKILL,
    WAITING_NOBODY_IN_RULE: m.leads_reason_WAITING_NOBODY_IN_RULE,
    WAITING_FOR_MANAGER: m.leads_reason_WAITING_FOR_MANAGER,
    WAITING_NO_REPS: m.leads_reason_WAITING_NO_REPS,
    WAITING_NO_TAKER: m.leads_reason_WAITING_NO_TAKER,
    WAITING_MIXED: m.leads_reason_WAITING_MIXED,
    WAITING_CONTENTION: m.leads_reason_WAITING_CONTENTION,
    BEST_SCORE: m.leads_reason_BEST_SCORE,
    NEAR_TIE_DRAW: m.leads_reason_NEAR_TIE_DRAW,
    ONLY_CANDIDATE: m.leads_reason_ONLY_CANDIDATE,
    CUSTOMER_OWNER: m.leads_reason_CUSTOMER_OWNER,
    OVERRIDE: m.leads_reason_OVERRIDE,
  },
} as const satisfies Record<string, Record<string, () => string>>

export type WordTable = keyof typeof tables

/** A code of the server in the reader's words; one that a newer server invented is shown as it is. */
export function word(table: WordTable, code: string | null | undefined): string | undefined {
  if (code === null || code === undefined) return undefined
  const sentence = (tables[table] as Readonly<Record<string, () => string>>)[code]
  return sentence ? sentence() : code
}

export const wordOptions = (table: WordTable) =>
  Object.entries(tables[table]).map(([value, sentence]) => ({ value, label: sentence() }))

export const kinds = Object.keys(tables.kind) as (keyof typeof tables.kind)[]
