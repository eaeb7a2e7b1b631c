import type { TenantWriter } from '../platform/database/index.ts'
import { calibrateReps } from './calibrate-reps.ts'
import { ledgerPeriod, periodKeys, repStates, type TenantContext } from './tenant-context.ts'

/** Marks who is on leave or paused, and calibrates who is back. Being off duty for the night is no absence. */
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
  // Locked in id order like every change of these rows.
  const rows = await db.query<{ repId: string; away: boolean }>(
    `select rep_id as "repId", away from rep_load where tenant_id = $1 and (away or rep_id = any($2)) order by rep_id for update`,
    [db.tenantId, [...away]],
  )
  const left = rows.filter((row) => !row.away && away.has(row.repId)).map((row) => row.repId)
  const back = rows
    .filter((row) => row.away && !away.has(row.repId) && context.repById.has(row.repId))
    .map((row) => row.repId)
  if (left.length + back.length > 0)
    await db.query(
      'update rep_load set away = (rep_id = any($2)) where tenant_id = $1 and rep_id = any($2 || $3::uuid[])',
      [db.tenantId, left, back],
    )
  await calibrateReps(db, context, ledgerPeriod(context, periodKeys(now, context.timeZone)), back)
  return { left, back }
}
