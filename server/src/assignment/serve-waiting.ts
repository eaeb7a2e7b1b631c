import type { WorkItem } from '@peineng/engine'
import type { Customers } from '../customers/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { seedOf } from './assign-new-leads.ts'
import { type Committed, commitMoves } from './commit-moves.ts'
import { decideBatch } from './decide-batch.ts'
import type { TenantContext } from './tenant-context.ts'
import { takeWaiting, type WorkItemRow } from './work-item-store.ts'

const CHUNK = 200
/** A queue that is stuck whole is looked at this far; the next sweep starts over. */
const MAX_CHUNKS = 50
/** After one slot came free somebody waits for the answer: what lies deeper is left to the sweep, seconds later. */
const MAX_CHUNKS_AT_ONCE = 5

export interface ServeOptions {
  /** The caller holds every rep's row. */
  readonly allLocked: boolean
  /** Stop once so many found an owner: after one slot came free there is no point in asking ten thousand. */
  readonly enough?: number
  readonly actorId?: string | null
  /** A person asked for the first so many, and for those a manager decides too: the items the preview showed. */
  readonly byHand?: { readonly first: number }
}

/**
 * Serves who waits, highest triage class first and oldest first inside it (law 5, X16). Items another process is
 * deciding are passed over. Returns what found a place; asked by hand, everything that was looked at.
 */
export async function serveWaiting(
  db: TenantWriter,
  customers: Customers,
  context: TenantContext,
  now: number,
  options: ServeOptions,
): Promise<Committed[]> {
  const placed: Committed[] = []
  let after: WorkItemRow | null = null
  const chunks = options.enough === undefined ? MAX_CHUNKS : MAX_CHUNKS_AT_ONCE
  let left = options.byHand?.first ?? Number.POSITIVE_INFINITY
  for (let chunk = 0; chunk < chunks && left > 0; chunk++) {
    const limit = Math.min(CHUNK, left)
    const rows: WorkItemRow[] = await takeWaiting(db, limit, after, options.byHand !== undefined)
    left -= rows.length
    if (rows.length === 0) break
    const committed = await assignRows(db, customers, context, now, rows, options)
    placed.push(
      ...committed.filter((one) => options.byHand !== undefined || one.placement.state !== 'waiting'),
    )
    after = rows.at(-1) ?? null
    if (rows.length < limit || placed.length >= (options.enough ?? Number.POSITIVE_INFINITY)) break
  }
  return placed
}

/** Decides rows the caller has locked, together, and commits. */
export async function assignRows(
  db: TenantWriter,
  customers: Customers,
  context: TenantContext,
  now: number,
  rows: readonly WorkItemRow[],
  options: ServeOptions,
): Promise<Committed[]> {
  const items = await workItemsOf(db, customers, rows)
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const decided = await decideBatch(db, context, now, items, {
    seed: seedOf(now),
    allLocked: options.allLocked,
  })
  return commitMoves(
    db,
    context,
    now,
    decided.map((one) => ({
      decided: one,
      before: rowOf.get(one.item.id) ?? null,
      cause: 'assigned',
      actorId: options.actorId ?? null,
      note: null,
      pinned: false,
    })),
  )
}

/** Rows as the engine sees them: facts of customers, place in the queue and continuity of assignment. */
export async function workItemsOf(
  db: Pick<TenantWriter, 'tenantId' | 'query' | 'kysely'>,
  customers: Customers,
  rows: readonly WorkItemRow[],
): Promise<WorkItem[]> {
  const facts = await customers.readItems(
    db,
    rows.map((row) => row.id),
  )
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  return facts.flatMap((fact) => {
    const row = rowOf.get(fact.id)
    if (row === undefined) return []
    return [
      {
        ...fact,
        priority: row.priority,
        ...(row.waitingSince === null ? {} : { waitingSince: row.waitingSince.getTime() }),
        ...(row.continuityOwnerId === null ? {} : { accountOwnerId: row.continuityOwnerId }),
        ...(row.excludedRepIds.length === 0 ? {} : { excludedRepIds: row.excludedRepIds }),
      },
    ]
  })
}
