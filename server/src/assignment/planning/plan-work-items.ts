import type { WorkItem } from '@peineng/engine'
import type { Customers } from '../../customers/index.ts'
import type { TenantReader } from '../../platform/database/index.ts'
import { workItemsOf } from '../decide/serve-waiting.ts'
import type { WorkItemRow } from '../state/work-item-store.ts'

/** Rows as the engine sees them, customers included: a plan moves everything somebody owns. */
export async function planWorkItems(
  db: Pick<TenantReader, 'tenantId' | 'query' | 'kysely'>,
  customers: Customers,
  rows: readonly WorkItemRow[],
): Promise<WorkItem[]> {
  const accounts = new Map(rows.filter(({ kind }) => kind === 'account').map((row) => [row.id, row]))
  const facts = await customers.readAccountItems(db, [...accounts.keys()])
  const others = await workItemsOf(
    db,
    customers,
    rows.filter(({ kind }) => kind !== 'account'),
  )
  return [
    ...facts.map((fact): WorkItem => {
      const row = accounts.get(fact.id)
      return {
        ...fact,
        priority: row?.priority ?? 0,
        // What was booked for it when it came.
        pointsHundredths: row?.pointsHundredths ?? 0,
        ...(row === undefined || row.excludedRepIds.length === 0
          ? {}
          : { excludedRepIds: row.excludedRepIds }),
      }
    }),
    ...others,
  ]
}
