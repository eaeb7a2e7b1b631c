import type { ImportKind } from './kinds.ts'
import { accountTaker } from './take-accounts.ts'
import { leadTaker } from './take-leads.ts'
import { opportunityTaker } from './take-opportunities.ts'
import { productTaker } from './take-products.ts'
import { repTaker } from './take-reps.ts'
import type { Taker } from './taker.ts'

export const takers: Readonly<Record<ImportKind, Taker>> = {
  leads: leadTaker,
  accounts: accountTaker,
  reps: repTaker,
  products: productTaker,
  opportunities: opportunityTaker,
}
