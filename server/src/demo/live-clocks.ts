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

/** Which of these somebody owns by now, oldest first: clocks took some back in the meantime. */
export async function stillOwned(live: Live, ids: readonly string[]): Promise<string[]> {
  return (await ownersOf(live, ids)).map((one) => one.id)
}

async function ownersOf(
  { platform, tenantId }: Live,
  ids: readonly string[],
): Promise<{ id: string; ownerId: string }[]> {
  const rows = await platform.database.read(tenantId, (db) =>
    db.query<{ id: string; ownerId: string }>(
      `select item_id as id, owner_id as "ownerId" from item_ownership where tenant_id = $1 and item_id = any($2) and state = 'owned'`,
      [tenantId, ids],
    ),
  )
  const ownerOf = new Map(rows.map((row) => [row.id, row.ownerId]))
  return ids.flatMap((id) => {
    const ownerId = ownerOf.get(id)
    return ownerId === undefined ? [] : [{ id, ownerId }]
  })
}

const REPLIES = 25
const OVERLOADED_LEADS = 14
const GIVEN_LEADS = 8

/** The rep one can sign in as gets some of what came in lately, as far as they have room. */
export async function giveToFirst(live: Live, ids: readonly string[], now: number): Promise<void> {
  const { platform, slices, tenantId, reps } = live
  const first = reps[0]
  if (first === undefined) return
  for (const { id, ownerId } of (await ownersOf(live, ids)).slice(-GIVEN_LEADS))
    if (ownerId !== first.id)
      await platform.database
        .write(tenantId, (db) =>
          slices.assignment.transfer(db, now, {
            itemId: id,
            fromRepId: ownerId,
            toRepId: first.id,
            actorKind: 'member',
            actorId: tenantId,
            note: '按区域归口',
          }),
        )
        .catch(full)
  await slices.followup.catchUp(tenantId)
}

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

/** They carry as much as they may: the others stay where they are. */
function full(error: unknown): void {
  if ((error as { code?: unknown }).code !== 'REP_NOT_ADMISSIBLE') throw error
}
