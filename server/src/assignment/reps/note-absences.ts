import type { TenantWriter } from '../../platform/database/index.ts'
import { ledgerPeriod, periodKeys, repStates, type TenantContext } from '../decide/tenant-context.ts'
import { calibrateReps } from './calibrate-reps.ts'

/**
 * Marks who is on leave, paused or not with the company at present, and calibrates who is back. Being off duty for the
 * night is no absence.
 */
export async function noteAbsences(
  db: TenantWriter,
  context: TenantContext,
  now: number,
): Promise<{ left: readonly string[]; back: readonly string[] }> {
  const away = new Set(
    repStates(context, [], now)
      .filter((state) => state.availability === 'on_leave' || state.availability === 'paused')
      .map((state) => state.repId),
  )
  const known = [...context.repById.keys()]
  const changed = async (lock: '' | 'for update') => {
    const rows = await db.query<{ repId: string; away: boolean }>(
      `select rep_id as "repId", away from rep_load
       where tenant_id = $1 and away <> (rep_id = any($2) or rep_id <> all($3)) order by rep_id ${lock}`,
      [db.tenantId, [...away], known],
    )
    return {
      left: rows.filter((row) => !row.away).map((row) => row.repId),
      back: rows.filter((row) => row.away).map((row) => row.repId),
    }
  }
  const seen = await changed('')
  if (seen.left.length + seen.back.length === 0) return seen
  // Locked in id order like every change of these rows, and only where there is something to change.
  const { left, back } = await changed('for update')
  if (left.length + back.length > 0)
    await db.query(
      'update rep_load set away = (rep_id = any($2)) where tenant_id = $1 and rep_id = any($2 || $3::uuid[])',
      [db.tenantId, left, back],
    )
  await calibrateReps(db, context, ledgerPeriod(context, periodKeys(now, context.timeZone)), back)
  return { left, back }
}
