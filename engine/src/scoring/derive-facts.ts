import type { Facts } from '../model/field.ts'
import { builtInFields, canonicalOption } from '../rules/index.ts'

const closedFields = builtInFields.filter((field) => field.options !== undefined).map((field) => field.key)

/** What a complete record holds: contact, company, need and money. */
export const completenessFields = [
  'name',
  'company',
  'phone',
  'email',
  'source',
  'region',
  'industry',
  'product',
  'amount',
  'intent',
] as const

/** Employees from which a company is large, medium, small (bounds of the 2017 national statistics for software and services). */
const sizeBounds = [
  ['large', 300],
  ['medium', 100],
  ['small', 10],
] as const

const present = (facts: Facts, key: string): boolean => {
  const value = Object.hasOwn(facts, key) ? facts[key] : undefined
  return value !== undefined && value !== '' && (typeof value !== 'object' || value.length > 0)
}

/** Share of the fields above that are filled in, integer percent. */
export function completenessOf(facts: Facts): number {
  const known = completenessFields.filter((key) => present(facts, key)).length
  return Math.floor((known * 100) / completenessFields.length)
}

/**
 * Brings closed fields to their canonical spelling (`紧急` → `high`) and adds what follows from other facts:
 * completeness, and the company size from the head count. Given facts win. Doing it twice changes nothing.
 */
export function deriveFacts(facts: Facts): Facts {
  const derived: Record<string, Facts[string]> = {}
  for (const key of closedFields) {
    const value = Object.hasOwn(facts, key) ? facts[key] : undefined
    const canonical = typeof value === 'string' ? canonicalOption(key, value) : undefined
    if (canonical !== undefined && canonical !== value) derived[key] = canonical
  }
  if (!present(facts, 'completeness')) derived['completeness'] = completenessOf(facts)
  const employees = facts['employees']
  if (!present(facts, 'companySize') && typeof employees === 'number') {
    derived['companySize'] = sizeBounds.find(([, from]) => employees >= from)?.[0] ?? 'micro'
  }
  return { ...facts, ...derived }
}
