import type { TenantReader } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller } from '../platform/http/index.ts'
import { type HandoverRow, readHandover } from './handover-store.ts'
import type { HandoverServices } from './services.ts'

/** What this caller may do with a handover now. */
export interface HandoverRights {
  readonly write: boolean
  readonly confirm: boolean
  readonly decline: boolean
  readonly score: boolean
}

/** Both people and whoever leads one of them; to everybody else it is not there. */
export async function seeHandover(
  db: TenantReader,
  { people }: Pick<HandoverServices, 'people'>,
  { principal, reach }: Caller,
  id: string,
): Promise<HandoverRow> {
  const row = await readHandover(db, id)
  if (row === null) throw new ProblemError('NOT_FOUND')
  const visible = await people.visibleRepIds(db, principal, reach)
  if (visible === null || visible.includes(row.fromRepId) || visible.includes(row.toRepId)) return row
  throw new ProblemError('NOT_FOUND')
}

/**
 * The former owner writes, and a leader of either may complete it at any time, but never whoever is to read it: nobody
 * opens a gate for themselves. Only the new owner confirms, declines and scores, for neither can be done by somebody else.
 */
export function rightsOf(
  row: Pick<HandoverRow, 'state' | 'fromRepId' | 'toRepId' | 'score'>,
  { principal, reach }: Caller,
): HandoverRights {
  const receives = principal.repId === row.toRepId
  const open = row.state === 'requested' || row.state === 'submitted'
  const writes = !receives && (principal.repId === row.fromRepId || reach !== 'own')
  return {
    write: writes && open,
    confirm: receives && row.state === 'submitted',
    decline: receives && open,
    score: receives && row.state === 'confirmed' && row.score === null,
  }
}
