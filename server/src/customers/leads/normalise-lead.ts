import { canonicalOption, customPrefix, type Facts, type FieldValue } from '@peineng/engine'
import { companyKey, companySearchPart } from '../normalise/company.ts'
import { normaliseCreditCode } from '../normalise/credit-code.ts'
import { normaliseEmail } from '../normalise/email.ts'
import { GREATEST_AMOUNT, parseAmount } from '../normalise/money.ts'
import { normalisePhone } from '../normalise/phone.ts'
import { searchText } from '../normalise/search-text.ts'
import type { IdentityKey } from './identity-key.ts'
import type { LeadInput } from './lead-input.ts'
import { optionFields, optionsOf } from './option-fields.ts'

/** Something a lead says that cannot be used as it stands; what was given is kept where that does no harm. */
export interface LeadWarning {
  readonly field: string
  readonly code: 'not_a_phone' | 'not_an_email' | 'not_a_credit_code' | 'not_an_amount' | 'not_one_of'
  readonly given: string
  readonly expected?: readonly string[]
}

export interface NormalisedLead {
  readonly externalId: string | null
  readonly name: string
  readonly company: string
  readonly companyKey: string
  readonly companyPlace: string
  readonly creditCode: string | null
  /** E.164 where the text is a phone number, else the text as given. */
  readonly phone: string | null
  readonly email: string | null
  readonly wechat: string | null
  readonly source: string | null
  readonly region: string | null
  readonly industry: string | null
  readonly product: string | null
  readonly amountMinor: number | null
  readonly currency: string
  readonly value: 'high' | 'mid' | 'low' | null
  readonly difficulty: 'easy' | 'medium' | 'hard' | null
  readonly tags: readonly string[]
  /** What is kept in no column of its own: scoring parameters and `custom.*`. */
  readonly more: Facts
  readonly search: string
  readonly identities: readonly IdentityKey[]
  readonly warnings: readonly LeadWarning[]
}

const copied = [
  'city',
  'note',
  'customerLevel',
  'lifecycleStage',
  'interests',
  'employees',
  'needType',
  'purchaseWithinDays',
  'interactions30d',
  'daysSinceInteraction',
  'channelsUsed',
  'engagement',
  'pastDeals',
  'competitorPresent',
  'decisionMakers',
  'cycleDays',
  'waitingDays',
] as const

/** A lead in the shape everything behind the door relies on. Never throws: what cannot be read becomes a warning. */
export function normaliseLead(input: LeadInput): NormalisedLead {
  const warnings: LeadWarning[] = []
  const text = (value: string | undefined): string | null => {
    const trimmed = value?.normalize('NFKC').replace(/\s+/g, ' ').trim() ?? ''
    return trimmed === '' ? null : trimmed
  }
  const option = (field: (typeof optionFields)[number]): string | null => {
    const given = text(input[field])
    if (given === null) return null
    const canonical = canonicalOption(field, given)
    if (canonical === undefined)
      warnings.push({ field, code: 'not_one_of', given, expected: optionsOf(field) })
    return canonical ?? null
  }
  const money = (field: 'amount' | 'budget' | 'pastAmount'): number | null => {
    const given = input[field]
    if (given === undefined || given === '') return null
    const read = typeof given === 'number' ? given : parseAmount(given)
    const amount = read !== null && read >= 0 && read <= GREATEST_AMOUNT ? read : null
    if (amount === null) warnings.push({ field, code: 'not_an_amount', given: String(given) })
    return amount
  }
  const checked = (
    field: 'phone' | 'email' | 'creditCode',
    code: LeadWarning['code'],
    normalise: (given: string) => string | null,
  ): { shown: string | null; key: string | null } => {
    const given = text(input[field])
    if (given === null) return { shown: null, key: null }
    const key = normalise(given)
    if (key === null) warnings.push({ field, code, given })
    return { shown: key ?? given, key }
  }

  const name = text(input.name) ?? ''
  const company = text(input.company) ?? ''
  const { key, place } = companyKey(company)
  const phone = checked('phone', 'not_a_phone', normalisePhone)
  const email = checked('email', 'not_an_email', normaliseEmail)
  const creditCode = checked('creditCode', 'not_a_credit_code', normaliseCreditCode).key
  const amount = money('amount')

  const more: Record<string, FieldValue> = {}
  for (const field of copied) {
    const value = input[field]
    if (value !== undefined && value !== '') more[field] = value
  }
  for (const field of optionFields) {
    if (field === 'value' || field === 'difficulty') continue
    const value = option(field)
    if (value !== null) more[field] = value
  }
  for (const field of ['budget', 'pastAmount'] as const) {
    const value = money(field)
    if (value !== null) more[field] = value
  }
  for (const [attribute, value] of Object.entries(input.custom ?? {}))
    more[attribute.startsWith(customPrefix) ? attribute : customPrefix + attribute] = value

  const wechat = text(input.wechat)
  return {
    externalId: text(input.externalId),
    name,
    company,
    companyKey: key,
    companyPlace: place,
    creditCode,
    phone: phone.shown,
    email: email.shown,
    wechat,
    source: text(input.source),
    region: text(input.region),
    industry: text(input.industry),
    product: text(input.product),
    amountMinor: amount === null ? null : Math.round(amount * 100),
    currency: input.currency ?? 'CNY',
    value: option('value') as NormalisedLead['value'],
    difficulty: option('difficulty') as NormalisedLead['difficulty'],
    tags: [...new Set((input.tags ?? []).map((tag) => tag.trim()).filter((tag) => tag !== ''))].sort(),
    more,
    search: searchText([name, companySearchPart(company, { key, place }), wechat ?? '']),
    identities: identitiesOf({ phone: phone.key, email: email.key, creditCode, company: key, place }),
    warnings,
  }
}

/** What a lead is known by. A company's place rides along: two companies of one name in two cities are two. */
export function identitiesOf(known: {
  phone: string | null
  email: string | null
  creditCode: string | null
  company: string
  place: string
}): IdentityKey[] {
  const keys: IdentityKey[] = []
  if (known.phone !== null) keys.push({ kind: 'phone', key: known.phone, place: '' })
  if (known.email !== null) keys.push({ kind: 'email', key: known.email, place: '' })
  if (known.creditCode !== null) keys.push({ kind: 'credit_code', key: known.creditCode, place: '' })
  if (known.company !== '') keys.push({ kind: 'company', key: known.company, place: known.place })
  return keys
}
