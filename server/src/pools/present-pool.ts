import type { z } from 'zod'
import type { PersonFacts } from './claim-facts.ts'
import type { PoolMembers } from './members.ts'
import type { PoolTotals } from './pool-item-store.ts'
import type { PoolRow } from './pool-store.ts'
import type { limits, poolShape } from './schemas.ts'

export function presentLimits(pool: PoolRow, person: PersonFacts | null): z.infer<typeof limits> | null {
  return person === null
    ? null
    : {
        claims: { used: person.claimedToday, limit: pool.dailyClaims },
        views: { used: person.viewedToday, limit: pool.dailyViews },
        holding: { used: person.holding, limit: pool.holdingLimit },
      }
}

export function presentPool(
  pool: PoolRow,
  members: PoolMembers,
  totals: PoolTotals | undefined,
  mine: { readonly member: boolean; readonly manages: boolean; readonly person: PersonFacts | null },
): z.infer<typeof poolShape> {
  return {
    ...pool,
    regions: [...pool.regions],
    sources: [...pool.sources],
    tiers: [...pool.tiers],
    holdingExcludedTags: [...pool.holdingExcludedTags],
    classTerms: { ...pool.classTerms },
    members: {
      repIds: [...members.repIds],
      teamIds: [...members.teamIds],
      managerIds: [...members.managerIds],
    },
    lying: totals?.lying ?? 0,
    oldestAt: totals?.oldestAt?.toISOString() ?? null,
    unnoticed: totals?.unnoticed ?? 0,
    mine: { member: mine.member, manages: mine.manages, limits: presentLimits(pool, mine.person) },
  }
}
