import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { TenantContext } from '../decide/tenant-context.ts'
import { lockEverybody } from './cap-store.ts'
import { lockWorkItems, type WorkItemRow } from './work-item-store.ts'

/**
 * Locks one item and then every rep's row: what the single verbs (release, override, close, undo) work under. They are
 * rare beside intake, and with all rows held they never meet a refusal or a deadlock with a batch.
 */
export async function lockOne(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  itemId: string,
): Promise<WorkItemRow> {
  const [row] = await lockWorkItems(db, [itemId])
  if (row === undefined) throw new ProblemError('NOT_FOUND')
  await lockEverybody(db, context, now)
  return row
}
