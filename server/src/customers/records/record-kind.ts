import { z } from 'zod'
import type { AttributeEntity } from '../attributes/check-custom.ts'
import type { Conditions } from '../conditions.ts'
import type { IdentityKey } from '../leads/identity-key.ts'
import type { SortKeys } from '../paging.ts'
import type { Visibility } from '../visibility.ts'
import type { WhereFields } from '../where.ts'

/** One field of a record: its column, what is taken in and what is given out. */
export interface RecordField {
  readonly column: string
  /** What may be handed in; null is added for fields that may be empty. */
  readonly input: z.ZodType
  readonly output: z.ZodType
  /** Must be given when a record is made, and cannot be taken away. */
  readonly required?: boolean
  /** From JSON to column and back, where they differ (money, texts that are normalised). */
  readonly store?: (value: never) => unknown
  readonly show?: (value: never) => unknown
}

export type RecordValues = Readonly<Record<string, unknown>>

/** What follows from a record's values and is kept beside them. */
export interface Derived {
  readonly columns: Readonly<Record<string, unknown>>
  /** null = this kind has none. */
  readonly identities: readonly IdentityKey[] | null
}

/** Accounts, contacts, opportunities and products differ by this and by nothing else. */
export interface RecordKind {
  readonly name: 'account' | 'contact' | 'opportunity' | 'product'
  /** Last part of the path, and of operation ids. */
  readonly plural: string
  readonly table: string
  readonly readPermission: string
  readonly writePermission: string
  readonly fields: Readonly<Record<string, RecordField>>
  /** Read-only columns shown besides: JSON name → SQL over `t`. */
  readonly computed: Readonly<Record<string, { readonly sql: string; readonly output: z.ZodType }>>
  /** What custom attributes hang on it; null = none. */
  readonly attributes: AttributeEntity | null
  /** It has an owner, by assignment. */
  readonly owned: boolean
  readonly archivable: boolean
  readonly sorts: SortKeys
  readonly defaultSort: string
  /** Fields a list can be narrowed by, "one of". */
  readonly filters: readonly string[]
  /** What groups of conditions may name; empty = it takes none. */
  readonly where: WhereFields
  readonly searchable: boolean
  /** Narrows to what may be seen; `t` is the table, `o` item_ownership where it is owned. */
  see(where: Conditions, visibility: Visibility): void
  derive(values: RecordValues): Derived
  /** It shows contact data: SQL over `t` (and `o`), true where the caller may not have them. Null = it shows none. */
  readonly hides: ((value: (one: unknown) => string, visibility: Visibility) => string) | null
}

export const text = (column: string, max = 200): RecordField => ({
  column,
  input: z.string().trim().max(max),
  output: z.string().nullable(),
})

export const money = (column: string): RecordField => ({
  column,
  input: z.number().min(-1e12).max(1e12).describe('in units of the currency, e.g. yuan'),
  output: z.number().nullable(),
  store: (value: number | null) => (value === null ? null : Math.round(value * 100)),
  show: (value: number | null) => (value === null ? null : value / 100),
})

export const oneOf = (column: string, options: readonly [string, ...string[]]): RecordField => ({
  column,
  input: z.enum(options),
  output: z.string().nullable(),
})

export const reference = (column: string): RecordField => ({
  column,
  input: z.uuid(),
  output: z.string().nullable(),
})

export const tagList: RecordField = {
  column: 'tags',
  input: z.array(z.string().trim().min(1).max(60)).max(50),
  output: z.array(z.string()),
  store: (value: readonly string[] | null) => [...new Set(value ?? [])].sort(),
}

export const currency: RecordField = {
  column: 'currency',
  input: z.string().regex(/^[A-Z]{3}$/),
  output: z.string(),
  store: (value: string | null) => value ?? 'CNY',
}

/** A text through a normaliser that keeps what it cannot read: nothing a person typed is lost. */
export const normalised = (
  column: string,
  max: number,
  normalise: (given: string) => string | null,
): RecordField => ({
  ...text(column, max),
  store: (value: string | null) =>
    value === null || value.trim() === '' ? null : (normalise(value) ?? value.trim()),
})
