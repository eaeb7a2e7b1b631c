import type { Assignment } from '../../assignment/index.ts'
import type { Actor } from '../../identity/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import type { ImportMapping } from './mapping-document.ts'
import type { ValueMatcher } from './match-values.ts'
import type { ParsedRow } from './parse-row.ts'
import type { RowProblem } from './run-state.ts'

/** What every kind needs to make something of rows. */
export interface TakeContext {
  readonly assignment: Assignment
  readonly importId: string
  readonly actor: Actor
  readonly mapping: ImportMapping
  readonly matchers: ReadonlyMap<string, ValueMatcher>
  /** Header a field was mapped from, for problems. */
  headerOf(field: string): string
  /** Only in a dry run: keys seen in rows whose writes were rolled back. */
  readonly seen: Map<string, 'open' | 'closed'> | null
}

/** What became of one row. */
export type Taken =
  | { readonly row: number; readonly what: 'created'; readonly entityId: string }
  | { readonly row: number; readonly what: 'duplicate'; readonly entityId: string | null }
  | { readonly row: number; readonly what: 'failed' }

/** Makes records of rows: one batch, a constant number of statements. */
export interface Taker {
  /** What a row is known by when the file comes again. */
  keyOf(row: ParsedRow): string
  /** What can be found out about a row alone, while the database is busy with the batch before. */
  prepare?(context: TakeContext, row: ParsedRow): void
  take(
    db: TenantWriter,
    context: TakeContext,
    rows: readonly ParsedRow[],
    problems: RowProblem[],
    now: number,
  ): Promise<Taken[]>
}

export const textOf = (row: ParsedRow, field: string): string | undefined => {
  const value = row.fields[field]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}

export const numberOf = (row: ParsedRow, field: string): number | undefined => {
  const value = row.fields[field]
  return typeof value === 'number' ? value : undefined
}

export const listOf = (row: ParsedRow, field: string): readonly string[] | undefined => {
  const value = row.fields[field]
  return Array.isArray(value) ? (value as readonly string[]) : undefined
}

/** Leaves out what a row does not say: absent is not undefined. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/** A value as its vocabulary has it; what is unknown stays as it is, and an unknown rep is a warning. */
export function matched(context: TakeContext, row: ParsedRow, field: string): string | undefined {
  const text = textOf(row, field)
  if (text === undefined) return undefined
  const matcher = context.matchers.get(field)
  if (matcher === undefined) return text
  const found = matcher.match(text)
  return found.how === 'chosen' && found.value === null ? undefined : (found.value ?? text)
}

/** The rep a row names, by name, key or mail; a name nobody has is told. */
export function ownerOf(context: TakeContext, row: ParsedRow, problems: RowProblem[]): string | null {
  const text = textOf(row, 'owner')
  if (text === undefined) return null
  const found = context.matchers.get('owner')?.match(text)
  if (found?.value !== null && found?.value !== undefined) return found.value
  if (found?.how !== 'chosen')
    problems.push({
      row: row.number,
      severity: 'warning',
      header: context.headerOf('owner'),
      code: 'unknown_rep',
      given: text,
      expected: 'wants_rep',
    })
  return null
}
