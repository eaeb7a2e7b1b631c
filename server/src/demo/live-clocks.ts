import { type Caller, logActivity, overrideOwner } from '../assignment/index.ts'
import type { Slices } from '../compose.ts'
import type { Platform } from '../platform/context.ts'
import type { DemoRep } from './staff.ts'

interface Live {
  readonly platform: Platform
  readonly slices: Slices
  readonly tenantId: string
  readonly reps: readonly DemoRep[]
}

/** Which of these somebody owns by now: clocks took some back in the meantime. */
export async function stillOwned({ platform, tenantId }: Live, ids: readonly string[]): Promise<string[]> {
  const rows = await platform.database.read(tenantId, (db) =>
    db.query<{ id: string }>(
      `select item_id as id from item_ownership where tenant_id = $1 and item_id = any($2) and state = 'owned'`,
      [tenantId, ids],
    ),
  )
  const owned = new Set(rows.map((row) => row.id))
  return ids.filter((id) => owned.has(id))
}

const REPLIES = 40
const OVERLOADED_LEADS = 8

/**
 * So that the inbox and the board have something true to show: customers of older leads call back, and the engine is
 * asked who should have them now; and a manager gives one rep more than fits.
 */
export async function askAndOverload(live: Live, ids: readonly string[], now: number): Promise<void> {
  const { platform, slices, tenantId, reps } = live
  const { services } = slices.assignment
  const caller: Caller = {
    principal: { kind: 'member', id: tenantId, tenantId, role: 'owner', repId: null, teamId: null },
    reach: 'tenant',
  }
  const owned = await stillOwned(live, ids)
  const busy = reps[2]
  await platform.database.write(tenantId, async (db) => {
    for (const id of owned.slice(0, REPLIES))
      await logActivity(db, services, caller, now, 'lead', id, {
        at: now,
        kind: 'call',
        direction: 'inbound',
        summary: '客户来电，问报价和交期',
      })
    if (busy === undefined) return
    for (const id of owned.slice(-OVERLOADED_LEADS))
      await overrideOwner(db, services, caller, now, id, busy.id, '展会客户统一由他对接').catch(alreadyTheirs)
  })
  await slices.followup.catchUp(tenantId)
}

/** They may own it already: then there is nothing to change. */
function alreadyTheirs(error: unknown): void {
  if ((error as { code?: unknown }).code !== 'ALREADY_OWNED') throw error
}
