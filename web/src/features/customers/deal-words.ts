import { formatCalendarDay, formatMoney } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import type { Opportunity } from './customer-api.ts'

export const outcomes: Record<Opportunity['outcome'], () => string> = {
  open: () => m.accounts_outcome_open(),
  won: () => m.accounts_outcome_won(),
  lost: () => m.accounts_outcome_lost(),
  invalid: () => m.accounts_outcome_invalid(),
}

export const closeDay = (row: Opportunity): string =>
  row.expectedCloseOn === null ? '–' : formatCalendarDay(row.expectedCloseOn, new Date())

export const dealMoney = (row: Opportunity): string =>
  row.amount === null ? '–' : formatMoney(row.amount * 100, row.currency)

/** Stages are the company's own words, except those that go without saying: new, and the way it ended. */
export function stageWord({ stage, outcome }: Opportunity): string {
  if (stage === 'new') return m.accounts_stage_new()
  return stage === outcome ? outcomes[outcome]() : stage
}
