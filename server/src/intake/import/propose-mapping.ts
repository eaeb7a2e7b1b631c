import { createHash } from 'node:crypto'
import { normaliseEmail, normalisePhone } from '../../customers/index.ts'
import { matchHeaders, normaliseHeader } from '../mapping/header-aliases.ts'
import { fieldsOf, type ImportKind, sheetKindOf } from './kinds.ts'
import type { SheetRow } from './read/sheet-row.ts'
import { similarity } from './similarity.ts'

/** What is proposed for one column. */
export interface ProposedColumn {
  readonly column: number
  readonly header: string
  /** Field key, `custom.<attribute>`, or null = left out. */
  readonly field: string | null
  /** Percent: 100 its own name, 90 a known other name, less for a guess by spelling or by what stands below. */
  readonly confidence: number
  readonly match: 'name' | 'alias' | 'similar' | 'values' | 'remembered' | 'none'
  /** First values, to judge by. */
  readonly samples: readonly string[]
}

export interface SheetHead {
  /** Row number of the header. */
  readonly headerRow: number
  readonly headers: readonly string[]
  /** First rows below it. */
  readonly rows: readonly SheetRow[]
}

/** The header is the first row as wide as the table: sheets often begin with a title. */
export function findHead(rows: readonly SheetRow[]): SheetHead {
  const filled = (row: SheetRow): number => row.cells.filter((cell) => cell !== '').length
  const width = Math.max(0, ...rows.slice(0, 30).map(filled))
  const at = Math.max(
    0,
    rows.findIndex((row) => filled(row) > 0 && filled(row) >= Math.min(width, Math.ceil(width * 0.6))),
  )
  const header = rows[at]
  return {
    headerRow: header?.number ?? 1,
    headers: header?.cells ?? [],
    rows: rows.slice(at + 1).filter((row) => filled(row) > 0),
  }
}

/** Proposes a field for every column, each field at most once. */
export function proposeMapping(
  kind: ImportKind,
  head: SheetHead,
  attributes: readonly string[],
  remembered: readonly (string | null)[] | null,
): ProposedColumn[] {
  const samplesOf = (column: number): string[] =>
    [...new Set(head.rows.map((row) => row.cells[column] ?? '').filter((cell) => cell !== ''))].slice(0, 5)
  const proposals: ProposedColumn[] = matchHeaders(head.headers, sheetKindOf[kind]).map((match) => {
    const known = fieldsOf(kind).some((field) => field.key === match.key)
    return {
      column: match.column,
      header: match.header,
      field: known ? match.key : null,
      confidence: known ? (match.match === 'name' ? 100 : 90) : 0,
      match: known ? match.match : 'none',
      samples: samplesOf(match.column),
    }
  })
  if (remembered !== null)
    return proposals.map((p) => {
      const field = remembered[p.column] ?? null
      return field === p.field ? p : { ...p, field, confidence: 100, match: 'remembered' }
    })
  const taken = new Set(proposals.map((p) => p.field))
  const guess = (p: ProposedColumn): ProposedColumn => {
    if (p.field !== null || p.header === '') return p
    const found = guessAttribute(p, attributes) ?? guessHeader(kind, p) ?? guessValues(kind, p, head)
    if (found === null || found.field === null || taken.has(found.field)) return p
    taken.add(found.field)
    return found
  }
  return proposals.map(guess)
}

function guessAttribute(p: ProposedColumn, attributes: readonly string[]): ProposedColumn | null {
  const key = attributes.find((attribute) => normaliseHeader(attribute) === normaliseHeader(p.header))
  return key === undefined ? null : { ...p, field: `custom.${key}`, confidence: 100, match: 'name' }
}

/** `Custmer Name` is nearly `customer name`; a guess, shown as one. */
function guessHeader(kind: ImportKind, p: ProposedColumn): ProposedColumn | null {
  const header = normaliseHeader(p.header)
  if (header.length < 5) return null
  let best: { key: string; score: number } | null = null
  for (const { key } of fieldsOf(kind)) {
    const score = similarity(header, normaliseHeader(key))
    if (score > (best?.score ?? 0.75)) best = { key, score }
  }
  return best === null
    ? null
    : { ...p, field: best.key, confidence: Math.round(best.score * 80), match: 'similar' }
}

/** A column of phones is a phone, whatever it is called. */
function guessValues(kind: ImportKind, p: ProposedColumn, head: SheetHead): ProposedColumn | null {
  const values = head.rows.map((row) => row.cells[p.column] ?? '').filter((cell) => cell !== '')
  if (values.length < 3) return null
  const share = (test: (value: string) => boolean): number => values.filter(test).length / values.length
  const has = (key: string): boolean => fieldsOf(kind).some((field) => field.key === key)
  if (has('email') && share((value) => normaliseEmail(value) !== null) > 0.8)
    return { ...p, field: 'email', confidence: 70, match: 'values' }
  if (has('phone') && share((value) => normalisePhone(value) !== null) > 0.8)
    return { ...p, field: 'phone', confidence: 70, match: 'values' }
  return null
}

/** Files with the same headers are the same kind of sheet: what was settled for one holds for the next. */
export function headerSignature(headers: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(headers.map(normaliseHeader)))
    .digest('base64url')
}
