import { formatList } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import type { Tone } from '../../ui/badge.tsx'
import type { Column, Import } from './import-api.ts'

export const kinds: Record<Import['kind'], () => string> = {
  leads: () => m.import_kind_leads(),
  accounts: () => m.import_kind_accounts(),
  reps: () => m.import_kind_reps(),
  products: () => m.import_kind_products(),
  opportunities: () => m.import_kind_opportunities(),
}
export const kindNames = Object.keys(kinds) as Import['kind'][]

const states: Record<Import['state'], { word: () => string; tone: Tone }> = {
  ready: { word: () => m.import_state_ready(), tone: 'plain' },
  working: { word: () => m.import_state_working(), tone: 'tint' },
  done: { word: () => m.import_state_done(), tone: 'good' },
  failed: { word: () => m.import_state_failed(), tone: 'bad' },
  undone: { word: () => m.import_state_undone(), tone: 'outline' },
}
export const stateWord = (state: Import['state']): string => states[state].word()
export const stateTone = (state: Import['state']): Tone => states[state].tone

const matches: Record<Column['match'], () => string> = {
  name: () => m.import_by_name(),
  alias: () => m.import_by_alias(),
  similar: () => m.import_by_similar(),
  values: () => m.import_by_values(),
  remembered: () => m.import_by_remembered(),
  none: () => m.import_by_none(),
}
export const matchWord = (match: Column['match']): string => matches[match]()

export const encodings = {
  'utf-8': () => m.import_encoding_utf8(),
  gb18030: () => m.import_encoding_gb18030(),
  'utf-16le': () => m.import_encoding_utf16le(),
  'utf-16be': () => m.import_encoding_utf16be(),
}
export const delimiters = {
  ',': () => m.import_delimiter_comma(),
  ';': () => m.import_delimiter_semicolon(),
  '\t': () => m.import_delimiter_tab(),
  '|': () => m.import_delimiter_pipe(),
}

const repairs: Readonly<Record<string, () => string>> = {
  chosen: () => m.import_how_chosen(),
  same: () => m.import_how_same(),
  spelling: () => m.import_how_spelling(),
  typo: () => m.import_how_typo(),
  unknown: () => m.import_how_unknown(),
}
export const repairWord = (how: string): string => repairs[how]?.() ?? how

const problems: Readonly<Record<string, () => string>> = {
  duplicate_linked: () => m.import_problem_duplicate_linked(),
  duplicate_blocked: () => m.import_problem_duplicate_blocked(),
  not_a_phone: () => m.import_problem_not_a_phone(),
  not_an_email: () => m.import_problem_not_an_email(),
  not_a_number: () => m.import_problem_not_a_number(),
  not_a_date: () => m.import_problem_not_a_date(),
  not_a_money: () => m.import_problem_not_money(),
  not_an_amount: () => m.import_problem_not_money(),
  not_a_count: () => m.import_problem_not_a_number(),
  not_a_days: () => m.import_problem_not_a_number(),
  not_a_boolean: () => m.import_problem_not_a_boolean(),
  not_a_list: () => m.import_problem_not_a_list(),
  not_a_time: () => m.import_problem_not_a_time(),
  not_a_text: () => m.import_problem_not_a_text(),
  not_acceptable: () => m.import_problem_not_a_text(),
  formula: () => m.import_problem_formula(),
  too_long: () => m.import_problem_too_long(),
  identity_credit_code: () => m.import_problem_credit_code(),
  required: () => m.import_problem_required(),
  duplicate: () => m.import_problem_duplicate(),
  imported_before: () => m.import_problem_imported_before(),
  not_one_of: () => m.import_problem_not_one_of(),
  not_working_hours: () => m.import_problem_not_working_hours(),
  too_many: () => m.import_problem_too_many(),
  unknown: () => m.import_problem_unknown(),
  unknown_account: () => m.import_problem_unknown_account(),
  unknown_rep: () => m.import_problem_unknown_rep(),
}
export const problemWord = (code: string): string => problems[code]?.() ?? code

export function noteText(note: { code: string; values: readonly string[] }): string {
  const values = formatList(note.values)
  if (note.code === 'REPS_WITHOUT_DEALS') return m.import_notice_reps_without_deals({ values })
  if (note.code === 'DEALS_WITHOUT_ACCOUNT') return m.import_notice_deals_without_account({ values })
  return `${note.code} ${values}`
}
