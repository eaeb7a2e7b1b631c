import type { Facts, FieldValue } from '@peineng/engine'
import type { NormalisedLead } from './normalise-lead.ts'

/** The lead as rules and scores see it: keys are the engine's built-in fields and `custom.*`; absent stays absent. */
export function toFacts(lead: NormalisedLead, createdAt: number): Facts {
  const facts: Record<string, FieldValue> = { ...lead.more, kind: 'lead', createdAt }
  const put = (key: string, value: FieldValue | null): void => {
    if (value !== null && value !== '') facts[key] = value
  }
  put('name', lead.name)
  put('company', lead.company)
  put('phone', lead.phone)
  put('email', lead.email)
  put('source', lead.source)
  put('region', lead.region)
  put('industry', lead.industry)
  put('product', lead.product)
  put('amount', lead.amountMinor === null ? null : lead.amountMinor / 100)
  put('value', lead.value)
  put('difficulty', lead.difficulty)
  if (lead.tags.length > 0) facts['tags'] = lead.tags
  return facts
}
