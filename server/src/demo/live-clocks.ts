import { logActivity, overrideOwner } from '../assignment/index.ts'
import type { Slices } from '../compose.ts'
import type { Platform } from '../platform/context.ts'
import type { Caller } from '../platform/http/index.ts'
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
/** The limit everybody has here, in hundredths of a point. */
const FULL = 1000
/** So far above the limit, in hundredths, that somebody would say so. */
const TOO_MUCH = 300
const MOST_GIVEN = 14
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
 * asked who should have them now; and a manager gives whoever carries most more than fits. What they had before was not
 * chosen by anybody, so others can take it over.
 */
export async function askAndOverload(live: Live, ids: readonly string[], now: number): Promise<void> {
  const { platform, slices, tenantId, reps } = live
  const { services } = slices.assignment
  const caller: Caller = {
    principal: { kind: 'member', id: tenantId, tenantId, role: 'owner', repId: null, teamId: null },
    reach: 'tenant',
  }
  const owned = await stillOwned(live, ids)
  await platform.database.write(tenantId, async (db) => {
    for (const id of owned.slice(0, REPLIES))
      await logActivity(db, services, caller, now, 'lead', id, {
        at: now,
        kind: 'call',
        direction: 'inbound',
        summary: '客户来电，问报价和交期',
      })
    const mayBeBusy = new Set(reps.slice(1).map((rep) => rep.id))
    const loadOf = async (): Promise<{ repId: string; load: number } | undefined> =>
      (await slices.assignment.repStates(db, now))
        .filter(({ repId }) => mayBeBusy.has(repId))
        .map(({ repId, gauges }) => ({ repId, load: gauges.load_index ?? 0 }))
        .sort((a, b) => b.load - a.load || (a.repId < b.repId ? -1 : 1))[0]
    const limit = FULL + TOO_MUCH
    let busy = await loadOf()
    for (const id of owned.slice(-MOST_GIVEN)) {
      if (busy === undefined || busy.load >= limit) return
      await overrideOwner(db, services, caller, now, id, busy.repId, '展会客户统一由她对接').catch(
        alreadyTheirs,
      )
      busy = await loadOf()
    }
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
