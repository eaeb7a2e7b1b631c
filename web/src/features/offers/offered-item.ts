import type { Opportunity } from '../customers/customer-api.ts'
import type { Lead } from '../leads/lead-api.ts'
import { leadTitle } from '../leads/lead-title.ts'

/** What may be offered to somebody: a lead, or a deal somebody gave up or nobody had. */
export interface OfferedItem {
  readonly kind: 'lead' | 'opportunity'
  readonly id: string
  readonly title: string
  /** Where it is, what it is about, what it is worth: what one decides by. */
  readonly about: readonly (string | null)[]
  readonly amount: number | null
  readonly currency: string
  readonly tier: string | null
  readonly until: string | null
  readonly reason: string | null
  readonly lead: Lead | null
}

export const offeredLead = (lead: Lead): OfferedItem => ({
  kind: 'lead',
  id: lead.id,
  title: leadTitle(lead),
  about: [lead.region, lead.industry],
  amount: lead.amount,
  currency: lead.currency,
  tier: lead.tier,
  until: lead.offer?.until ?? null,
  reason: lead.reason?.text ?? null,
  lead,
})

export const offeredDeal = (deal: Opportunity): OfferedItem => ({
  kind: 'opportunity',
  id: deal.id,
  title: deal.name,
  about: [deal.accountName, deal.product],
  amount: deal.amount,
  currency: deal.currency,
  tier: null,
  until: deal.offer?.until ?? null,
  reason: deal.reason?.text ?? null,
  lead: null,
})
