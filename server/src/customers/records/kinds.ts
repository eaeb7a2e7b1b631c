import { accountKind } from './account-kind.ts'
import { contactKind } from './contact-kind.ts'
import { opportunityKind } from './opportunity-kind.ts'
import { productKind } from './product-kind.ts'

export const recordKinds = {
  account: accountKind,
  contact: contactKind,
  opportunity: opportunityKind,
  product: productKind,
} as const
