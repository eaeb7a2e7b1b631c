import type { People } from '../people/index.ts'
import type { TenantReader } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller } from '../platform/http/index.ts'
import type { WorkItemRow } from './state/work-item-store.ts'

/**
 * Refuses what is out of reach as if it were not there. A leader reaches what their people own and what nobody owns;
 * a rep reaches what is theirs.
 */
export async function requireItemInReach(
  db: TenantReader,
  people: People,
  caller: Caller,
  row: Pick<WorkItemRow, 'ownerId'>,
): Promise<void> {
  const visible = await people.visibleRepIds(db, caller.principal, caller.reach)
  if (visible === null) return
  if (row.ownerId === null ? caller.reach === 'team' : visible.includes(row.ownerId)) return
  throw new ProblemError('NOT_FOUND')
}

/** As above for reading and logging: the former owner still may, while both look after it. */
export async function requireItemReadable(
  db: TenantReader,
  people: People,
  caller: Caller,
  row: Pick<WorkItemRow, 'ownerId' | 'handedFrom' | 'handedTo' | 'handoverReadAt' | 'shadowUntil'>,
): Promise<void> {
  const { repId } = caller.principal
  const shadowed =
    row.ownerId !== null &&
    row.handedTo === row.ownerId &&
    (row.handoverReadAt === null || row.shadowUntil !== null)
  if (shadowed && repId !== null && row.handedFrom === repId) return
  await requireItemInReach(db, people, caller, row)
}

/** The rep somebody wants to give work to must exist and be within reach as well. */
export async function requireRepInReach(
  db: TenantReader,
  people: People,
  caller: Caller,
  repId: string,
): Promise<void> {
  const visible = await people.visibleRepIds(db, caller.principal, caller.reach)
  if (visible !== null && !visible.includes(repId))
    throw new ProblemError('NOT_FOUND', { detail: 'no_such_rep_of_yours' })
}
