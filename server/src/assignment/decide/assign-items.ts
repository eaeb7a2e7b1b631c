import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import type { Caller } from '../../platform/http/index.ts'
import type { Services } from '../services.ts'
import { capsOf, readCapUses } from '../state/cap-store.ts'
import { readLedger } from '../state/ledger-store.ts'
import { readRepLoads } from '../state/rep-load-store.ts'
import { lockWorkItems, peekWaiting, readWorkItems, type WorkItemRow } from '../state/work-item-store.ts'
import { seedOf } from './assign-new-leads.ts'
import { readBacklog, shareOf } from './backlog.ts'
import type { Committed } from './commit-moves.ts'
import { type Decided, decide } from './decide-batch.ts'
import { assignRows, serveWaiting, workItemsOf } from './serve-waiting.ts'
import { ledgerPeriod, periodKeys, type TenantContext } from './tenant-context.ts'

/** What is to be assigned: these items (those of them that wait or lie in a pool), or the queue from its head. */
export type Selection = { readonly ids: readonly string[] } | { readonly waiting: number }

const assignable = (row: WorkItemRow): boolean => row.state === 'waiting' || row.state === 'pooled'

/** What would happen, without doing it: each decision, and every rep's load before and after. */
export async function previewAssignment(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  selection: Selection,
): Promise<{ decided: Decided[]; context: TenantContext; visible: readonly string[] | null }> {
  const context = await services.contextOf(db, now)
  const rows = await selectRows(db, selection)
  const keys = periodKeys(now, context.timeZone)
  const items = await workItemsOf(db, services.customers, rows)
  const share = shareOf(context, now, items)
  const uses = await readCapUses(db, [...capsOf(context, now, items), ...(share === null ? [] : [share])])
  const given = { uses, ...(await readBacklog(db, context, share, uses)) }
  const decided = decide(context, now, items, seedOf(now), {
    loads: await readRepLoads(db, keys),
    ledger: await readLedger(db, ledgerPeriod(context, keys), null),
    given,
  })
  return {
    decided,
    context,
    visible: await services.people.visibleRepIds(db, caller.principal, caller.reach),
  }
}

async function selectRows(db: TenantReader, selection: Selection): Promise<WorkItemRow[]> {
  const rows =
    'ids' in selection ? await readWorkItems(db, selection.ids) : await peekWaiting(db, selection.waiting)
  return rows.filter(assignable)
}

/** Assigns named items in one transaction; items that somebody owns by now are left alone and reported as such. */
export async function assignSelected(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  ids: readonly string[],
): Promise<{ committed: Committed[]; skipped: WorkItemRow[]; context: TenantContext }> {
  const context = await services.contextOf(db, now)
  const rows = await lockWorkItems(db, ids)
  const committed = await assignRows(db, services.customers, context, now, rows.filter(assignable), {
    allLocked: false,
    actorId: caller.principal.id,
  })
  return { committed, skipped: rows.filter((row) => !assignable(row)), context }
}

/** Assigns the first so many of the queue from its head. */
export async function assignQueue(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  first: number,
): Promise<{ committed: Committed[]; context: TenantContext }> {
  const context = await services.contextOf(db, now)
  const committed = await serveWaiting(db, services.customers, context, now, {
    allLocked: false,
    actorId: caller.principal.id,
    byHand: { first },
  })
  return { committed, context }
}
