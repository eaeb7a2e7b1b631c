import { builtInFields } from '@peineng/engine'
import { longestText, numberBounds } from '../../customers/index.ts'
import { repMaxima, repMaximum } from '../../people/index.ts'
import { type SheetKind, sheetKeys } from '../mapping/header-aliases.ts'

export const importKinds = ['leads', 'accounts', 'reps', 'products', 'opportunities'] as const
export type ImportKind = (typeof importKinds)[number]

export type CellType = 'text' | 'number' | 'count' | 'days' | 'money' | 'boolean' | 'list' | 'time' | 'date'

/** Something names are looked up in: what a value has to be one of, or nearly. */
export type Vocabulary = 'product' | 'industry' | 'rep' | 'outcome'

export interface Bounds {
  readonly minimum: number | null
  readonly maximum: number | null
}

/** A field of a kind a column can be mapped to. */
export interface ImportField {
  readonly key: string
  readonly type: CellType
  readonly required?: true
  readonly bounds?: Bounds
  /** Of a text. */
  readonly longest?: number
  readonly vocabulary?: Vocabulary
}

/** Which words a kind's headers are known by. */
export const sheetKindOf: Readonly<Record<ImportKind, SheetKind>> = {
  leads: 'import_lead',
  accounts: 'account',
  reps: 'rep',
  products: 'product',
  opportunities: 'opportunity',
}

const types: Readonly<Record<string, CellType>> = {
  amount: 'money',
  budget: 'money',
  pastAmount: 'money',
  revenue: 'money',
  price: 'money',
  createdAt: 'time',
  closedAt: 'time',
  lastActivityAt: 'time',
  nextStepAt: 'time',
  expectedCloseOn: 'date',
  employees: 'count',
  weight: 'count',
  capacity: 'count',
  capacityPoints: 'number',
  purchaseWithinDays: 'days',
  cycleDays: 'days',
  tags: 'list',
  interests: 'list',
  roles: 'list',
  regions: 'list',
  industries: 'list',
  products: 'list',
}

const vocabularies: Readonly<Record<ImportKind, Readonly<Record<string, Vocabulary>>>> = {
  leads: { product: 'product', industry: 'industry', owner: 'rep', outcome: 'outcome' },
  accounts: { industry: 'industry', owner: 'rep' },
  reps: {},
  products: {},
  opportunities: { product: 'product', industry: 'industry', owner: 'rep', stage: 'outcome' },
}

const required: Readonly<Record<ImportKind, readonly string[]>> = {
  leads: [],
  accounts: ['name'],
  reps: ['name'],
  products: ['name'],
  opportunities: [],
}

/** Columns other readers of these sheets know that mean nothing to an import. */
const unused = new Set(['priority', 'excludedReps', 'kind', 'leave', 'load', 'openItems', 'completeness'])

const byKind = new Map<ImportKind, readonly ImportField[]>()

/** The fields of a kind. */
export function fieldsOf(kind: ImportKind): readonly ImportField[] {
  const known = byKind.get(kind)
  if (known !== undefined) return known
  const fields = sheetKeys(sheetKindOf[kind])
    .filter((key) => !unused.has(key) && !key.startsWith('received'))
    .map((key): ImportField => {
      const vocabulary = vocabularies[kind][key]
      const longest = kind === 'leads' ? longestText(key) : null
      const bounds = kind === 'reps' ? repBounds(key) : numberBounds(key)
      return {
        key,
        type: types[key] ?? typeOfBuiltIn(key),
        ...(bounds === null ? {} : { bounds }),
        ...(longest === null ? {} : { longest }),
        ...(required[kind].includes(key) ? { required: true } : {}),
        ...(vocabulary === undefined ? {} : { vocabulary }),
      }
    })
  byKind.set(kind, fields)
  return fields
}

function repBounds(key: string): Bounds | null {
  const maximum = key === 'capacityPoints' ? repMaxima.threshold / 100 : repMaximum(key)
  return maximum === null ? null : { minimum: 0, maximum }
}

function typeOfBuiltIn(key: string): CellType {
  if (/^(daily|weekly|monthly)(Max|Min)$/.test(key)) return 'count'
  const type = builtInFields.find((field) => field.key === key)?.type
  return type === undefined ? 'text' : type
}
