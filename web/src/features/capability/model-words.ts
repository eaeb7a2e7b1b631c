import { m } from '../../i18n/messages.ts'
import type { ModelReport, ModelSummary, Models } from './capability-api.ts'

export const verdictWord = (verdict: ModelSummary['verdict']): string =>
  ({
    USED: m.model_verdict_used,
    USED_FEW_OUTCOMES: m.model_verdict_few,
    NOT_ENOUGH_OUTCOMES: m.model_verdict_not_enough,
    NO_BETTER_THAN_BASE_RATE: m.model_verdict_no_better,
    FAILS_FORWARD: m.model_verdict_forward,
    NO_USABLE_COLUMNS: m.model_verdict_no_columns,
    ONE_OUTCOME_ONLY: m.model_verdict_one_outcome,
  })[verdict]()

export const stateTitle = (state: Models['state']): string =>
  ({
    in_use: m.model_state_in_use,
    suspended: m.model_state_suspended,
    not_proven: m.model_state_not_proven,
    waiting_for_choice: m.model_state_waiting,
    never_trained: m.model_state_never,
    rates: m.model_state_rates,
    off: m.model_state_off,
  })[state]()

export const stateDetail = (state: Models['state']): string =>
  ({
    in_use: m.model_detail_in_use,
    suspended: m.model_detail_suspended,
    not_proven: m.model_detail_not_proven,
    waiting_for_choice: m.model_detail_waiting,
    never_trained: m.model_detail_never,
    rates: m.model_detail_rates,
    off: m.model_detail_off,
  })[state]()

export const changeWord = (cause: Models['changes'][number]['cause']): string =>
  ({
    nightly: m.model_change_nightly,
    not_better: m.model_change_not_better,
    activated: m.model_change_activated,
    rolled_back: m.model_change_rolled_back,
    switched_off: m.model_change_switched_off,
    drift: m.model_change_drift,
  })[cause]()

const columns: Readonly<Record<string, () => string>> = {
  rep: m.model_column_rep,
  segment: m.model_column_segment,
  kind: m.model_column_kind,
  industry: m.model_column_industry,
  product: m.model_column_product,
  region: m.model_column_region,
  city: m.model_column_city,
  source: m.model_column_source,
  amount: m.model_column_amount,
  companySize: m.model_column_company_size,
  intent: m.model_column_intent,
  urgency: m.model_column_urgency,
  budget: m.model_column_budget,
  decisionMakers: m.model_column_decision_makers,
  cycleDays: m.model_column_cycle_days,
}

/** A fact in the reader's words; custom attributes and rare facts keep their key. */
export const columnWord = (name: string): string =>
  columns[name]?.() ?? (name.startsWith('custom.') ? name.slice('custom.'.length) : name)

type LeftOut = ModelReport['leftOut'][number]

const whys: Readonly<Record<string, () => string>> = {
  'excluded-by-user': m.model_why_excluded,
  'time-column': m.model_why_time,
  constant: m.model_why_constant,
  identifier: m.model_why_identifier,
  'free-text': m.model_why_text,
  empty: m.model_why_empty,
}

const signs: Readonly<Record<string, () => string>> = {
  'implausible-power': m.model_sign_power,
  'filled-after-outcome': m.model_sign_filled,
  'empty-while-open': m.model_sign_open,
  'named-after-the-fact': m.model_sign_named,
  'filling-switched': m.model_sign_switched,
}

export function leftOutWords(column: LeftOut): string {
  if (column.why !== 'suspected-leakage') return whys[column.why]?.() ?? column.why
  return column.signs.map((sign) => signs[sign.reason]?.() ?? sign.reason).join(m.model_sign_joint())
}
