import { type ClaimRefusal, judgeClaim } from '@peineng/engine'
import { type LeadPlace, periodKeys, type TenantContext } from '../assignment/index.ts'
import { findFollower } from '../customers/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { says } from '../platform/errors/sentences/index.ts'
import { itemFacts, personFacts } from './claim-facts.ts'
import { nobodyNamed, readMembers } from './members.ts'
import { bookClaim } from './pool-day-store.ts'
import { poolOrDefault } from './pool-defaults.ts'
import type { PoolRow } from './pool-store.ts'
import type { PoolServices } from './services.ts'

export interface ClaimOrder {
  readonly itemId: string
  readonly repId: string
  readonly actorId: string | null
  /** Won in a sealed window. */
  readonly inWindow?: boolean
}

/**
 * A rep takes a record out of a pool. Under the locks of the record and of the person: the pool's rules, the colleague
 * who follows the customer already (A6), the day's count, then the claim itself; one transaction, so a limit is never
 * passed and never counted without a claim.
 */
export async function claimFromPool(
  db: TenantWriter,
  services: PoolServices,
  now: number,
  order: ClaimOrder,
): Promise<LeadPlace> {
  const { assignment } = services
  return assignment.claim(db, now, {
    itemId: order.itemId,
    repId: order.repId,
    actorId: order.actorId,
    note: null,
    permit: async (held, row, context) => {
      if (row.poolId === null) throw new ProblemError('NOT_IN_POOL')
      const pool = await poolOrDefault(held, row.poolId)
      await permitClaim(held, services, context, now, pool, order, row.kind)
      return { withinLimits: pool.respectsGauges }
    },
  })
}

async function permitClaim(
  db: TenantWriter,
  services: PoolServices,
  context: TenantContext,
  now: number,
  pool: PoolRow,
  order: ClaimOrder,
  kind: string,
): Promise<void> {
  const members = (await readMembers(db, [pool.id])).get(pool.id) ?? nobodyNamed
  const person = await personFacts(db, context, now, pool, members, order.repId)
  const known = (await itemFacts(db, services, now, person, [order.itemId])).get(order.itemId)
  if (known === undefined) throw new ProblemError('NOT_FOUND')
  const refusal = judgeClaim(pool, known.facts, order.inWindow === true ? { inWindow: true } : {})
  if (refusal !== null) throw refused(refusal)
  if (kind === 'lead') await refuseFollowed(db, services, pool, order)
  const { backlog } = known.facts
  const booked = await bookClaim(db, {
    poolId: pool.id,
    repId: order.repId,
    day: periodKeys(now, context.timeZone).day,
    limit: pool.dailyClaims,
    ofBacklog: backlog !== null && known.facts.pooledAt < backlog.dayStartedAt,
  })
  if (!booked) throw refused({ code: 'DAILY_LIMIT', params: { limit: pool.dailyClaims ?? 0 }, until: null })
}

async function refuseFollowed(
  db: TenantWriter,
  { people }: PoolServices,
  pool: PoolRow,
  { itemId, repId }: ClaimOrder,
): Promise<void> {
  const follower = await findFollower(db, itemId, repId)
  if (follower === null) return
  const name = (await people.repNames(db, [follower.ownerId])).get(follower.ownerId) ?? ''
  throw new ProblemError('CUSTOMER_FOLLOWED', {
    detail: says('follows_customer', { name }),
    extra: {
      owner: { id: follower.ownerId, name },
      by: follower.by,
      routed: pool.whenFollowed === 'route',
    },
  })
}

export function refused(refusal: ClaimRefusal): ProblemError {
  return new ProblemError('CLAIM_REFUSED', {
    detail: says('pool_rule', { code: refusal.code }),
    extra: {
      refusal: refusal.code,
      params: refusal.params,
      until: refusal.until === null ? null : new Date(refusal.until).toISOString(),
    },
  })
}

/**
 * As above, and where a colleague follows the customer and the pool says so, the record goes to that colleague: the
 * refusal is returned, not thrown, so that the hand-over commits with it.
 */
export async function claimOrRoute(
  db: TenantWriter,
  services: PoolServices,
  now: number,
  order: ClaimOrder,
): Promise<LeadPlace | ProblemError> {
  try {
    return await claimFromPool(db, services, now, order)
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'CUSTOMER_FOLLOWED') throw error
    const { owner, routed } = error.details.extra as { owner: { id: string }; routed: boolean }
    if (!routed) throw error
    // Nothing was written when the follower was found; the record's row is still locked.
    await services.assignment.claim(db, now, {
      itemId: order.itemId,
      repId: owner.id,
      actorId: order.actorId,
      note: 'customer_followed',
      how: 'assign',
      permit: async () => ({ withinLimits: false }),
    })
    return error
  }
}
