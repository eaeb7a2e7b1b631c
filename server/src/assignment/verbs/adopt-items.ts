import { gaugeEffects, type WorkItem } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { periodKeys, type TenantContext } from '../decide/tenant-context.ts'
import { appendOwnershipChanges } from '../state/history-store.ts'
import { applyClaims, ensureRepLoads, lockRepLoads } from '../state/rep-load-store.ts'
import { insertWorkItems, type Placement } from '../state/work-item-store.ts'

/** Something that exists already and needs a place: with the owner it came with, waiting, or closed. */
export interface Adoption {
  readonly item: WorkItem
  readonly state: 'owned' | 'waiting' | 'closed'
  readonly ownerId: string | null
  readonly actorId: string | null
}

/**
 * Places imported work without deciding anything: whoever had it keeps it, what nobody has waits for the second step.
 * Load is booked, turns and period counts are not: nobody received anything today.
 */
export async function adoptItems(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  adoptions: readonly Adoption[],
): Promise<void> {
  const keys = periodKeys(now, context.timeZone)
  const owned = adoptions.filter((one) => one.state === 'owned' && one.ownerId !== null)
  await insertWorkItems(
    db,
    adoptions.map((one) => placementOf(one, now)),
  )
  if (owned.length > 0) {
    const owners = [...new Set(owned.map((one) => one.ownerId as string))].sort()
    // Owners who no longer work here have no row yet: what they hold is booked all the same, and away they are.
    const gone = await ensureRepLoads(db, keys, owners)
    if (gone.length > 0)
      await db.query('update rep_load set away = true where tenant_id = $1 and rep_id = any($2)', [
        db.tenantId,
        gone,
      ])
    await lockRepLoads(db, keys, owners)
    await applyClaims(
      db,
      keys,
      owners.map((repId) => {
        const effects: Record<string, number> = {}
        for (const { item, ownerId } of owned)
          if (ownerId === repId)
            for (const [gauge, amount] of Object.entries(gaugeEffects(item)))
              if (gauge !== 'high_intent_today' && gauge !== 'followed_this_month')
                effects[gauge] = (effects[gauge] ?? 0) + amount
        return { repId, effects, received: 0, limits: {} }
      }),
    )
  }
  await appendOwnershipChanges(
    db,
    now,
    adoptions.map((one) => ({
      itemId: one.item.id,
      fromState: null,
      fromOwnerId: null,
      toState: one.state,
      toOwnerId: one.ownerId,
      toPoolId: null,
      decisionId: null,
      cause: 'imported',
      actorId: one.actorId,
      note: null,
    })),
  )
  await announce(db, now, [
    { type: 'work.adopted', entityKind: 'import', entityId: null, payload: { count: adoptions.length } },
  ])
}

function placementOf({ item, state, ownerId }: Adoption, now: number): Placement {
  const owned = state === 'owned'
  return {
    id: item.id,
    kind: item.kind,
    state,
    ownerId,
    poolId: null,
    priority: item.priority,
    createdAt: item.createdAt,
    waitingSince: state === 'waiting' ? now : null,
    releaseAt: null,
    // Imported work is assigned as a second step that somebody looks at first, not by the next sweep.
    release: state === 'waiting' ? { kind: 'manager_decides' } : null,
    reasonCode: state === 'waiting' ? 'WAITING_FOR_MANAGER' : 'OVERRIDE',
    reasonParams: {},
    decisionId: null,
    pointsHundredths: item.pointsHundredths,
    loadHundredths: owned ? item.pointsHundredths : 0,
    effects: owned ? gaugeEffects(item) : {},
    ownedSince: owned ? now : null,
    pinned: false,
    continuityOwnerId: item.accountOwnerId ?? null,
    excludedRepIds: item.excludedRepIds ?? [],
    offers: null,
    reassigned: false,
  }
}
