import { formatNumber, formatSigned } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import type { Capacity, Strength } from './capability-api.ts'

/** A share as percentage points with its sign: `+6`, `−2`. */
export const points = (share: number): string => formatSigned(Math.round(share * 100), 0)
/** Where the words say the direction. */
const bare = (share: number): string => formatNumber(Math.abs(share) * 100)

/** What somebody sold, apart from what they were given: two plain sentences. */
export function skillWords(strength: Strength): string {
  const range = { low: points(strength.soldBetterLow), high: points(strength.soldBetterHigh) }
  if (!strength.known) return m.capability_unknown(range)
  return strength.soldBetter > 0
    ? m.capability_sold_better({ points: bare(strength.soldBetter), ...range })
    : m.capability_sold_worse({ points: bare(strength.soldBetter), ...range })
}

const ALIKE = 0.01

export function luckWords({ betterLeads }: Strength): string {
  if (Math.abs(betterLeads) < ALIKE) return m.capability_leads_alike()
  return betterLeads > 0
    ? m.capability_leads_easier({ points: bare(betterLeads) })
    : m.capability_leads_harder({ points: bare(betterLeads) })
}

/** Whether load shows in the wins at all: two more at once cost a fiftieth of them or more. */
export const showsInQuality = (capacity: Capacity): boolean =>
  capacity.basis !== 'start-value' && capacity.qualityLossAbove >= 0.02

export function basisWord(basis: Capacity['basis']): string {
  if (basis === 'own') return m.capability_basis_own()
  return basis === 'team' ? m.capability_basis_team() : m.capability_basis_start()
}

export const dimensionWord = (dimension: string): string =>
  dimension === 'productLine'
    ? m.capability_product_line()
    : dimension === 'customerType'
      ? m.capability_customer_type()
      : m.capability_business()

export const domainWord = (dimension: string, value: string): string => {
  if (dimension !== 'business') return value
  return value === 'existing' ? m.capability_existing() : m.capability_new()
}
