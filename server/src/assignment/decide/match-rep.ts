import { createAssigner, type ExclusionCode, type RepState } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import type { Services } from '../services.ts'
import { readWorkItems } from '../state/work-item-store.ts'
import { workItemsOf } from './serve-waiting.ts'
import { periodBorders } from './tenant-context.ts'

/** How well one item suits one rep. */
export interface RepMatch {
  /** Thousandths of a point; 0 where it does not suit. */
  readonly total: number
  /** Why it does not suit them at all; null = it does. */
  readonly excludedBy: ExclusionCode | null
}

/**
 * How well items suit one rep, by the policy that would assign them, with live data. The rep is looked at alone, on
 * duty and with empty hands: the same yardstick for every item, whatever the hour. Whether they have room is the
 * claim's to say, and whether they had it before is the cool-down's.
 */
export async function matchRep(
  db: TenantWriter,
  services: Services,
  now: number,
  repId: string,
  itemIds: readonly string[],
): Promise<Map<string, RepMatch>> {
  return (await matcher(db, services, now, itemIds))(repId)
}

/** How well one item suits several reps, each looked at as `matchRep` does; the item is read once. */
export async function matchReps(
  db: TenantWriter,
  services: Services,
  now: number,
  repIds: readonly string[],
  itemId: string,
): Promise<Map<string, RepMatch>> {
  const match = await matcher(db, services, now, [itemId])
  return new Map(
    repIds.flatMap((repId): [string, RepMatch][] => {
      const found = match(repId).get(itemId)
      return found === undefined ? [] : [[repId, found]]
    }),
  )
}

async function matcher(
  db: TenantWriter,
  services: Services,
  now: number,
  itemIds: readonly string[],
): Promise<(repId: string) => Map<string, RepMatch>> {
  const context = await services.contextOf(db, now)
  if (itemIds.length === 0) return () => new Map()
  const rows = await readWorkItems(db, itemIds)
  const items = await workItemsOf(
    db,
    services.customers,
    rows.map((row) => ({ ...row, continuityOwnerId: null, excludedRepIds: [] })),
  )
  return (repId) => {
    const matches = new Map<string, RepMatch>()
    const rep = context.repById.get(repId)
    if (rep === undefined) return matches
    const assigner = createAssigner(
      {
        now,
        seed: 0,
        roster: { version: context.roster.version, reps: [{ ...rep, gauges: [], limits: unlimited }] },
        states: [emptyHanded(repId)],
        ledger: [],
        winModel: context.winModel,
        periodBorders: periodBorders(now, context.timeZone),
      },
      context.policy,
    )
    for (const item of items) {
      const [candidate] = assigner.decide(item).candidates
      matches.set(item.id, {
        total: candidate?.total ?? 0,
        excludedBy: candidate?.excludedBy ?? null,
      })
    }
    return matches
  }
}

const unlimited = {
  dailyMax: null,
  weeklyMax: null,
  monthlyMax: null,
  dailyMin: 0,
  weeklyMin: 0,
  monthlyMin: 0,
}

const emptyHanded = (repId: string): RepState => ({
  repId,
  availability: 'on_duty',
  gauges: {},
  receivedToday: 0,
  receivedThisWeek: 0,
  receivedThisMonth: 0,
  unfollowedPermille: 0,
})
