import { m } from '../../i18n/messages.ts'
import type { Noun, RecordBody } from './record-api.ts'

/** How one field is typed in, and how it travels. */
export type RecordField = {
  readonly key: string
  readonly label: () => string
  readonly kind: 'text' | 'tel' | 'email' | 'url' | 'money' | 'number' | 'day' | 'long' | 'tags'
  readonly required?: true
}

export const recordFields: Readonly<Record<Noun, readonly RecordField[]>> = {
  account: [
    { key: 'name', label: m.accounts_name, kind: 'text', required: true },
    { key: 'creditCode', label: m.accounts_credit_code, kind: 'text' },
    { key: 'phone', label: m.accounts_phone, kind: 'tel' },
    { key: 'email', label: m.accounts_email, kind: 'email' },
    { key: 'industry', label: m.accounts_industry, kind: 'text' },
    { key: 'region', label: m.accounts_region, kind: 'text' },
    { key: 'customerLevel', label: m.accounts_level, kind: 'text' },
    { key: 'employees', label: m.accounts_size, kind: 'number' },
    { key: 'website', label: m.accounts_website, kind: 'url' },
    { key: 'address', label: m.accounts_address, kind: 'text' },
    { key: 'tags', label: m.accounts_tags, kind: 'tags' },
    { key: 'note', label: m.accounts_note, kind: 'long' },
  ],
  opportunity: [
    { key: 'name', label: m.accounts_name, kind: 'text', required: true },
    { key: 'stage', label: m.accounts_stage, kind: 'text' },
    { key: 'amount', label: m.accounts_amount, kind: 'money' },
    { key: 'expectedCloseOn', label: m.accounts_close, kind: 'day' },
    { key: 'product', label: m.accounts_product, kind: 'text' },
    { key: 'region', label: m.accounts_region, kind: 'text' },
    { key: 'industry', label: m.accounts_industry, kind: 'text' },
    { key: 'tags', label: m.accounts_tags, kind: 'tags' },
    { key: 'note', label: m.accounts_note, kind: 'long' },
  ],
}

/** What stands in the form: texts, except money and numbers. */
export type RecordValues = Readonly<Record<string, string | number | null>>

export function valuesOf(noun: Noun, record: Readonly<Record<string, unknown>>): RecordValues {
  return Object.fromEntries(
    recordFields[noun].map(({ key, kind }) => {
      const value = record[key]
      if (kind === 'tags') return [key, Array.isArray(value) ? value.join('、') : '']
      if (kind === 'money') return [key, typeof value === 'number' ? Math.round(value * 100) : null]
      if (kind === 'number') return [key, typeof value === 'number' ? value : null]
      if (kind === 'day') return [key, typeof value === 'string' ? value : null]
      return [key, typeof value === 'string' ? value : '']
    }),
  )
}

/** Only what differs, as the server takes it; an emptied field is null. */
export function bodyOf(noun: Noun, before: RecordValues, after: RecordValues): RecordBody {
  const changed = recordFields[noun].filter(({ key }) => before[key] !== after[key])
  return Object.fromEntries(changed.map(({ key, kind }) => [key, travelling(kind, after[key] ?? null)]))
}

function travelling(kind: RecordField['kind'], value: string | number | null): RecordBody[string] {
  if (kind === 'tags')
    return String(value ?? '')
      .split(/[、,，;；]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '')
  if (kind === 'money') return typeof value === 'number' ? value / 100 : null
  if (typeof value !== 'string') return value
  return value.trim() === '' ? null : value.trim()
}
