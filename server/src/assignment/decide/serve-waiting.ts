import type { WorkItem } from '@peineng/engine'
import type { Customers } from '../../customers/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { retryOnConflict } from '../retry-on-conflict.ts'
import type { Services } from '../services.ts'
import { takeDue, takeWaiting, type WorkItemRow } from '../state/work-item-store.ts'
import { seedOf } from './assign-new-leads.ts'
import { type Committed, commitMoves } from './commit-moves.ts'
import { decideBatch } from './decide-batch.ts'
import { atItsPlace } from './queue-priority.ts'
import type { TenantContext } from './tenant-context.ts'

const CHUNK = 200
const DUE_CHUNK = 100
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
  let after: QueuePlace | null = null
  const chunks = options.enough === undefined ? MAX_CHUNKS : MAX_CHUNKS_AT_ONCE
  let left = options.byHand?.first ?? Number.POSITIVE_INFINITY
  for (let chunk = 0; chunk < chunks && left > 0; chunk++) {
    const limit = Math.min(CHUNK, left)
    const served = await serveChunk(db, customers, context, now, limit, after, options)
    placed.push(
      ...served.committed.filter((one) => options.byHand !== undefined || one.placement.state !== 'waiting'),
    )
    left -= limit
    after = served.next
    if (after === null || placed.length >= (options.enough ?? Number.POSITIVE_INFINITY)) break
  }
  return placed
}

/** A place in the queue: what stands behind it comes next. */
export type QueuePlace = Pick<WorkItemRow, 'priority' | 'createdAt' | 'id'>

/** Serves the next so many behind `after`; `next` is null where the queue ends. */
async function serveChunk(
  db: TenantWriter,
  customers: Customers,
  context: TenantContext,
  now: number,
  limit: number,
  after: QueuePlace | null,
  options: ServeOptions,
): Promise<{ committed: Committed[]; next: QueuePlace | null }> {
  const rows = await takeWaiting(db, limit, after, options.byHand !== undefined)
  const committed = rows.length === 0 ? [] : await assignRows(db, customers, context, now, rows, options)
  return { committed, next: rows.length < limit ? null : (rows.at(-1) ?? null) }
}

/** A look at the whole queue, each chunk a transaction of its own: nobody waits for locks longer than one takes. */
export async function sweepQueue(services: Services, tenantId: string, signal: AbortSignal): Promise<void> {
  const { database, clock } = services.platform
  let after: QueuePlace | null = null
  for (let chunk = 0; chunk < MAX_CHUNKS && !signal.aborted; chunk++) {
    const from: QueuePlace | null = after
    after = await retryOnConflict(() =>
      database.write(tenantId, async (db) => {
        const now = clock.now()
        const context = await services.contextOf(db, now)
        const options = { allLocked: false }
        return (await serveChunk(db, services.customers, context, now, CHUNK, from, options)).next
      }),
    )
    if (after === null) return
  }
}

/** How many whose time has come are served before somebody who just arrived; the sweep takes the rest. */
const DUE_ROUNDS = 10

/**
 * Serves those whose time has come (a shift began) before whoever just arrived (X16), oldest first, each 100 in a
 * transaction of their own: the arrival's own stays as small as ever, and waits a second at the most.
 */
export async function serveDue(services: Services, tenantId: string): Promise<void> {
  const { database, clock } = services.platform
  for (let round = 0; round < DUE_ROUNDS; round++) {
    const taken = await retryOnConflict(() =>
      database.write(tenantId, async (db) => {
        const now = clock.now()
        const rows = await takeDue(db, now, DUE_CHUNK)
        if (rows.length > 0)
          await assignRows(db, services.customers, await services.contextOf(db, now), now, rows, {
            allLocked: false,
          })
        return rows.length
      }),
    )
    if (taken < DUE_CHUNK) return
  }
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
  const items = (await workItemsOf(db, customers, rows)).map((item) => atItsPlace(context, item, now))
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

/** Who must not get it: those who had it, and those it was offered to in vain. */
function leftOut({ excludedRepIds, offers }: WorkItemRow): Pick<WorkItem, 'excludedRepIds' | 'offers'> {
  const asked = offers === null ? [] : [...offers.declined, ...offers.expired]
  const all = asked.length === 0 ? excludedRepIds : [...new Set([...excludedRepIds, ...asked])]
  return {
    ...(all.length === 0 ? {} : { excludedRepIds: all }),
    ...(offers === null ? {} : { offers }),
  }
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
        ...leftOut(row),
      },
    ]
  })
}
