import type { TenantReader } from '../../platform/database/index.ts'
import { cutPage, type Page } from '../../platform/http/index.ts'
import { type Conditions, conditionsFor } from '../conditions.ts'
import { fitsAll, idsByText, narrowByText } from '../find-by-text.ts'
import { normaliseEmail } from '../normalise/email.ts'
import { searchPatterns } from '../normalise/search-text.ts'
import { pageOfIds, type SortKeys, sortKeyOf, sortOrder } from '../paging.ts'
import { changeOnly, contactShown, seeOnly, type Visibility } from '../visibility.ts'
import { type AskedWhere, narrowByGroups, type WhereFields } from '../where.ts'
import { type LeadRow, leadColumns, leadTables } from './lead-row.ts'

/** What a list of leads is narrowed by; lists of values mean "one of". */
export interface LeadFilter {
  readonly state?: readonly string[]
  readonly outcome?: readonly string[]
  /** Rep ids; `none` = nobody. */
  readonly owner?: readonly string[]
  /** Reps of a team, resolved by people. */
  readonly ownerIn?: readonly string[]
  readonly tier?: readonly string[]
  readonly tag?: readonly string[]
  readonly source?: readonly string[]
  readonly region?: readonly string[]
  readonly industry?: readonly string[]
  readonly product?: readonly string[]
  readonly value?: readonly string[]
  readonly difficulty?: readonly string[]
  readonly quadrant?: readonly string[]
  readonly reason?: readonly string[]
  readonly accountId?: string
  readonly importId?: string
  readonly dueBefore?: Date
  readonly createdFrom?: Date
  readonly createdTo?: Date
  /** Conditions in groups, besides the rest. */
  readonly where?: AskedWhere
  readonly q?: string
}

const never = `'-infinity'::timestamptz`

export const leadSorts = {
  createdAt: { sql: 'l.created_at', type: 'timestamptz' },
  updatedAt: { sql: 'l.updated_at', type: 'timestamptz' },
  lastActivityAt: { sql: `coalesce(l.last_activity_at, ${never})`, type: 'timestamptz' },
  nextStepAt: { sql: `coalesce(l.next_step_at, 'infinity'::timestamptz)`, type: 'timestamptz' },
  waitingSince: { sql: `coalesce(o.waiting_since, 'infinity'::timestamptz)`, type: 'timestamptz' },
  score: { sql: 'coalesce(l.score, -1)::bigint', type: 'bigint' },
  amount: { sql: 'coalesce(l.amount_minor, -1)', type: 'bigint' },
  name: { sql: 'lower(l.name)', type: 'text' },
  company: { sql: 'lower(l.company)', type: 'text' },
} as const satisfies SortKeys

const oneOf: readonly (readonly [keyof LeadFilter, string])[] = [
  ['state', 'o.state'],
  ['outcome', 'l.outcome'],
  ['tier', 'l.tier'],
  ['source', 'l.source'],
  ['region', 'l.region'],
  ['industry', 'l.industry'],
  ['product', 'l.product'],
  ['value', 'l.value'],
  ['difficulty', 'l.difficulty'],
  ['quadrant', 'l.quadrant'],
  ['reason', 'o.reason_code'],
]

/** What conditions may name. Contact data are not among them: they are hidden from some who may ask. */
export const leadWhereFields: WhereFields = {
  company: { sql: 'l.company', kind: 'text' },
  tier: { sql: 'l.tier', kind: 'text' },
  owner: { sql: 'o.owner_id', kind: 'rep' },
  state: { sql: 'o.state', kind: 'text' },
  region: { sql: 'l.region', kind: 'text' },
  industry: { sql: 'l.industry', kind: 'text' },
  product: { sql: 'l.product', kind: 'text' },
  source: { sql: 'l.source', kind: 'text' },
  value: { sql: 'l.value', kind: 'text' },
  difficulty: { sql: 'l.difficulty', kind: 'text' },
  quadrant: { sql: 'l.quadrant', kind: 'text' },
  reason: { sql: 'o.reason_code', kind: 'text' },
  score: { sql: 'l.score', kind: 'number' },
  amount: { sql: 'l.amount_minor', kind: 'money' },
  created: { sql: 'l.created_at', kind: 'moment' },
  nextStep: { sql: 'l.next_step_at', kind: 'moment' },
  lastActivity: { sql: 'l.last_activity_at', kind: 'moment' },
}

type Row = LeadRow & { sort_key: string } & Record<string, unknown>

export async function listLeads(
  db: TenantReader,
  visibility: Visibility,
  filter: LeadFilter,
  page: { readonly sort: string; readonly cursor: string | undefined; readonly limit: number },
): Promise<Page<LeadRow>> {
  const where = await narrowed(db, visibility, filter)
  const order = sortOrder(leadSorts, page.sort)
  const ids = pageOfIds(where, order, { alias: 'l', tables: tablesFor, ...page })
  const rows = await db.query<Row>(
    `with page as (${ids.sql})
     select ${leadColumns}, page.sort_at::text as sort_key
     from ${leadTables} join page on l.tenant_id = $1 and page.id = l.id ${ids.order}`,
    where.values,
  )
  return cutPage(rows, page.limit, sortKeyOf)
}

/** Where nothing asks who owns a lead, an index of leads alone may answer. */
const tablesFor = (asked: string): string => (/\bo\./.test(asked) ? leadTables : 'lead l')

/** How many match; exact. */
export async function countAllLeads(
  db: TenantReader,
  visibility: Visibility,
  filter: LeadFilter,
): Promise<number> {
  const where = await narrowed(db, visibility, filter)
  const [row] = await db.query<{ n: number }>(
    `select count(*) as n from ${tablesFor(where.sql)} where ${where.sql}`,
    where.values,
  )
  return row?.n ?? 0
}

/** How many match, by state; exact. */
export async function countLeads(
  db: TenantReader,
  visibility: Visibility,
  filter: LeadFilter,
): Promise<Record<'owned' | 'pooled' | 'waiting' | 'closed' | 'offered', number>> {
  const where = await narrowed(db, visibility, filter)
  const rows = await db.query<{
    state: 'owned' | 'pooled' | 'waiting' | 'closed' | 'offered' | null
    n: number
  }>(`select o.state, count(*) as n from ${leadTables} where ${where.sql} group by o.state`, where.values)
  const counts = { owned: 0, pooled: 0, waiting: 0, closed: 0, offered: 0 }
  // A lead assignment never heard of counts as waiting, which is how it is shown.
  for (const { state, n } of rows) counts[state ?? 'waiting'] += n
  return counts
}

/** Ids of everything that matches, for actions on "all that match"; at most `limit`. */
export async function idsOfLeads(
  db: TenantReader,
  visibility: Visibility,
  filter: LeadFilter,
  limit: number,
): Promise<string[]> {
  const where = await narrowed(db, visibility, filter)
  const rows = await db.query<{ id: string }>(
    `select l.id from ${tablesFor(where.sql)} where ${where.sql} order by l.created_at, l.id limit ${where.value(limit)}`,
    where.values,
  )
  return rows.map((row) => row.id)
}

export async function readLead(
  db: TenantReader,
  visibility: Visibility,
  id: string,
): Promise<LeadRow | null> {
  return one(db, id, (where) => seeOnly(where, visibility), '')
}

/** As readLead, for somebody who is about to change it: locked, and only what they may change. */
export async function lockLead(
  db: TenantReader,
  visibility: Visibility,
  id: string,
): Promise<LeadRow | null> {
  return one(db, id, (where) => changeOnly(where, visibility), 'for update of l')
}

async function one(
  db: TenantReader,
  id: string,
  narrow: (where: Conditions) => void,
  lock: string,
): Promise<LeadRow | null> {
  const where = conditionsFor(db.tenantId, 'l')
  where.and((value) => `l.id = ${value}`, id)
  narrow(where)
  const rows = await db.query<Row>(
    `select ${leadColumns} from ${leadTables} where ${where.sql} ${lock}`,
    where.values,
  )
  return rows[0] ?? null
}

async function narrowed(db: TenantReader, visibility: Visibility, filter: LeadFilter): Promise<Conditions> {
  const where = conditionsFor(db.tenantId, 'l')
  seeOnly(where, visibility)
  for (const [key, column] of oneOf) {
    const values = filter[key]
    if (values !== undefined) where.and((value) => `${column} = any(${value}::text[])`, values)
  }
  if (filter.owner !== undefined) narrowToOwners(where, filter.owner)
  if (filter.ownerIn !== undefined) where.and((value) => `o.owner_id = any(${value}::uuid[])`, filter.ownerIn)
  if (filter.tag !== undefined) where.and((value) => `l.tags @> ${value}::text[]`, filter.tag)
  if (filter.accountId !== undefined) where.and((value) => `l.account_id = ${value}`, filter.accountId)
  if (filter.importId !== undefined) where.and((value) => `l.import_id = ${value}`, filter.importId)
  if (filter.dueBefore !== undefined) where.and((value) => `l.next_step_at < ${value}`, filter.dueBefore)
  if (filter.createdFrom !== undefined) where.and((value) => `l.created_at >= ${value}`, filter.createdFrom)
  if (filter.createdTo !== undefined) where.and((value) => `l.created_at < ${value}`, filter.createdTo)
  if (filter.where !== undefined) narrowByGroups(where, leadWhereFields, filter.where)
  if (filter.q !== undefined) await narrowToText(db, where, visibility, filter.q)
  return where
}

function narrowToOwners(where: Conditions, owners: readonly string[]): void {
  const reps = owners.filter((owner) => owner !== 'none')
  const nobody = owners.includes('none') ? 'o.owner_id is null or ' : ''
  where.and((value) => `(${nobody}o.owner_id = any(${value}::uuid[]))`, reps)
}

/** Digits search phones and an @ searches mails, but never those the caller is not shown. */
async function narrowToText(
  db: TenantReader,
  where: Conditions,
  visibility: Visibility,
  needle: string,
): Promise<void> {
  const shown = () => contactShown(where, visibility)
  const digits = needle.normalize('NFKC').replace(/[\s()+-]/g, '')
  if (/^\d{4,}$/.test(digits)) {
    const pattern = `%${digits}%`
    narrowByText(where, 'l', await idsByText(db, 'lead', [pattern], true), (value) => {
      const placeholder = value(pattern)
      return `(l.phone like ${placeholder} and ${shown()} or l.search like ${placeholder} or l.external_id like ${placeholder})`
    })
    return
  }
  const email = normaliseEmail(needle)
  if (email !== null) {
    where.and((value) => `(l.email = ${value} and ${shown()})`, email)
    return
  }
  const patterns = searchPatterns(needle)
  if (patterns.length === 0) where.plain('false')
  else narrowByText(where, 'l', await idsByText(db, 'lead', patterns), fitsAll('l', patterns))
}
