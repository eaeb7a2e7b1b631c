import { arrivalCell, type Facts, isArrivalColumn, modelRoles, type WorkItem } from '@peineng/engine'
import { type Table, tableOf } from '@peineng/engine/learning'
import type { TenantReader } from '../platform/database/index.ts'

/** One piece of work as learning sees it. */
export interface PastWork {
  readonly itemId: string
  readonly kind: WorkItem['kind']
  readonly repId: string
  readonly facts: Facts
  readonly createdAt: number
  /** null = still open: neither won nor lost. */
  readonly closedAt: number | null
  readonly won: boolean | null
}

/** What is read at most, newest first: beyond it an outcome is years old and weighs next to nothing. */
const MOST_OUTCOMES = 50_000
const MOST_OPEN = 20_000

/** Facts of items as their first decision saw them; ids without a decision are absent (imported work). */
export type ArrivalFacts = (
  db: TenantReader,
  itemIds: readonly string[],
) => Promise<ReadonlyMap<string, Facts>>

interface Row extends Record<string, unknown> {
  readonly itemId: string
  readonly kind: 'lead' | 'opportunity'
  readonly repId: string
  readonly facts: Facts
  readonly createdAt: Date
  readonly closedAt: Date | null
  readonly outcome: 'won' | 'lost' | 'open'
}

/** Closed work in the order it was closed, then what is open; facts as they stood when the work arrived. */
export async function readHistory(db: TenantReader, arrivalFacts: ArrivalFacts): Promise<PastWork[]> {
  const closed = await db.query<Row>(
    `select item_id as "itemId", kind, rep_id as "repId", facts, created_at as "createdAt", closed_at as "closedAt", outcome
     from closed_work where tenant_id = $1 and rep_id is not null and outcome in ('won', 'lost') and closed_at is not null
     order by closed_at desc, item_id limit $2`,
    [db.tenantId, MOST_OUTCOMES],
  )
  const open = await db.query<Row>(
    `select o.item_id as "itemId", o.kind, o.owner_id as "repId", coalesce(l.facts, p.facts) as facts,
       coalesce(l.created_at, p.created_at) as "createdAt", null::timestamptz as "closedAt", 'open' as outcome
     from item_ownership o
     left join lead l on l.tenant_id = o.tenant_id and l.id = o.item_id and o.kind = 'lead'
     left join opportunity p on p.tenant_id = o.tenant_id and p.id = o.item_id and o.kind = 'opportunity'
     where o.tenant_id = $1 and o.state = 'owned' and o.kind in ('lead', 'opportunity')
       and coalesce(l.facts, p.facts) is not null
     order by coalesce(l.created_at, p.created_at) desc, o.item_id limit $2`,
    [db.tenantId, MOST_OPEN],
  )
  return asArrived(db, arrivalFacts, [...closed.reverse(), ...open])
}

/** Closed work by id: what was announced as won or lost. */
export async function readOutcomes(
  db: TenantReader,
  arrivalFacts: ArrivalFacts,
  itemIds: readonly string[],
): Promise<PastWork[]> {
  const rows = await db.query<Row>(
    `select item_id as "itemId", kind, rep_id as "repId", facts, created_at as "createdAt", closed_at as "closedAt", outcome
     from closed_work where tenant_id = $1 and item_id = any($2::uuid[]) and rep_id is not null
       and outcome in ('won', 'lost') and closed_at is not null order by closed_at, item_id`,
    [db.tenantId, itemIds],
  )
  return asArrived(db, arrivalFacts, rows)
}

async function asArrived(
  db: TenantReader,
  arrivalFacts: ArrivalFacts,
  rows: readonly Row[],
): Promise<PastWork[]> {
  const arrived = await arrivalFacts(
    db,
    rows.map((row) => row.itemId),
  )
  return rows.map((row) => ({
    itemId: row.itemId,
    kind: row.kind,
    repId: row.repId,
    facts: arrived.get(row.itemId) ?? row.facts,
    createdAt: row.createdAt.getTime(),
    closedAt: row.closedAt?.getTime() ?? null,
    won: row.outcome === 'open' ? null : row.outcome === 'won',
  }))
}

/** Names in the training table that are no fact. */
export const OUTCOME = 'outcome'
export const CLOSED_AT = 'closedAt'

/** History as the table a model is trained on: one column per fact that is known at arrival. */
export function tableOfHistory(history: readonly PastWork[]): Table {
  const keys = new Set<string>()
  for (const work of history)
    for (const key of Object.keys(work.facts)) if (isArrivalColumn(key)) keys.add(key)
  const facts = ['kind', modelRoles.segment, ...[...keys].filter((key) => !reserved.has(key)).sort()]
  return tableOf(
    [modelRoles.rep, ...facts, CLOSED_AT, OUTCOME],
    [
      history.map((work) => work.repId),
      ...facts.map((column) => history.map((work) => arrivalCell(work, column) ?? '')),
      history.map((work) => (work.closedAt === null ? '' : new Date(work.closedAt).toISOString())),
      history.map((work) => (work.won === null ? 'open' : work.won ? 'won' : 'lost')),
    ],
  )
}

const reserved = new Set<string>(['kind', modelRoles.segment, modelRoles.rep, CLOSED_AT, OUTCOME])

/** A past piece of work as the row a model scores. */
export const cellOf =
  (work: Pick<PastWork, 'kind' | 'facts' | 'repId'>) =>
  (column: string): string | undefined =>
    column === modelRoles.rep ? work.repId : arrivalCell(work, column)
