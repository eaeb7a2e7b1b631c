import { gaugeEffects } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { says } from '../../platform/errors/sentences/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { limitsOf } from '../decide/decide-batch.ts'
import { type LeadPlace, placeOf } from '../decide/submit-lead.ts'
import { periodKeys, type TenantContext } from '../decide/tenant-context.ts'
import type { Services } from '../services.ts'
import { appendOwnershipChanges } from '../state/history-store.ts'
import { applyClaims, lockRepLoads } from '../state/rep-load-store.ts'
import { leavePool } from '../state/stay-store.ts'
import { lockWorkItems, readWorkItems, updateWorkItems, type WorkItemRow } from '../state/work-item-store.ts'
import { giveTo } from './override-owner.ts'

/** Somebody takes an item out of a pool, for themselves or (a manager) for a rep. */
export interface Claim {
  readonly itemId: string
  readonly repId: string
  readonly actorId: string | null
  readonly note: string | null
  /** `assign`: a manager or the customer's follower, not the rep's own wish. Default `claim`. */
  readonly how?: 'claim' | 'assign'
  /**
   * Says no by throwing. Called once, with the item's row and the rep's row locked: what it counts and writes is
   * exact, and goes with the claim or not at all. Answers whether the rep's pausing gauges and intake ceilings hold.
   */
  readonly permit: (
    db: TenantWriter,
    row: WorkItemRow,
    context: TenantContext,
  ) => Promise<{ readonly withinLimits: boolean }>
}

/**
 * One conditional write under the person's lock (X4). Whoever comes second waits for the first and is told who has it
 * and since when; whoever comes later still is told without waiting. Locks: the item, then this one rep, so claimers
 * of different items never wait for each other.
 */
export async function claimItem(
  db: TenantWriter,
  services: Services,
  now: number,
  claim: Claim,
): Promise<LeadPlace> {
  // Most who come late are answered here: one statement, no lock.
  await refuseTaken(db, claim)
  const context = await services.contextOf(db, now)
  const [row] = await lockWorkItems(db, [claim.itemId])
  if (row === undefined) throw new ProblemError('NOT_FOUND')
  if (row.state !== 'pooled') {
    await refuseTaken(db, claim)
    return placeOf(context, row)
  }

  if (!context.repById.has(claim.repId)) throw new ProblemError('REP_NOT_ADMISSIBLE')
  await lockRepLoads(db, periodKeys(now, context.timeZone), [claim.repId])
  const { withinLimits } = await claim.permit(db, row, context)
  const limits = withinLimits ? limitsOf(context, claim.repId) : {}
  const given =
    row.kind === 'account'
      ? await giveAccount(db, context, now, row, claim, limits)
      : await giveTo(db, services, context, now, row, claim.repId, {
          cause: claim.how === 'assign' ? 'assigned' : 'claimed',
          actorId: claim.actorId,
          note: claim.note,
          pinned: true,
          mode: claim.how === 'assign' ? 'override' : 'claim',
          limits,
        })
  if (!given)
    throw new ProblemError('CLAIM_REFUSED', {
      detail: 'your_limits_reached',
      extra: { refusal: 'REP_FULL', params: {}, until: null },
    })
  if (claim.how !== 'assign')
    await announce(db, now, [
      {
        type: 'pool.claimed',
        entityKind: row.kind,
        entityId: row.id,
        actorId: claim.actorId,
        payload: { poolId: row.poolId, ownerId: claim.repId, recipientRepIds: [claim.repId] },
      },
    ])
  const [after] = await readWorkItems(db, [row.id])
  if (after === undefined) throw new ProblemError('NOT_FOUND')
  return placeOf(context, after)
}

/**
 * Refuses what is no longer to be claimed: somebody else's, closed, or in no pool. What is theirs already passes: it is
 * answered like the first time. What never lay in a pool is not this caller's to hear about.
 */
async function refuseTaken(db: TenantReader, claim: Claim): Promise<void> {
  const [row] = await db.query<{
    state: WorkItemRow['state']
    ownerId: string | null
    ownedSince: Date | null
    name: string | null
    timeZone: string
    pooledOnce: boolean
  }>(
    `select w.state, w.owner_id as "ownerId", w.owned_since as "ownedSince", r.name, t.time_zone as "timeZone",
       exists (select 1 from pool_stay s where s.tenant_id = $1 and s.item_id = w.id) as "pooledOnce"
     from work_item w join tenant t on t.id = $1 left join rep r on r.tenant_id = $1 and r.id = w.owner_id
     where w.tenant_id = $1 and w.id = $2`,
    [db.tenantId, claim.itemId],
    'claim_taken',
  )
  if (row === undefined) throw new ProblemError('NOT_FOUND')
  if (row.state === 'pooled') return
  if (!row.pooledOnce && claim.how !== 'assign') throw new ProblemError('NOT_FOUND')
  if (row.state === 'closed') throw new ProblemError('LEAD_CLOSED')
  if (row.state === 'waiting' || row.ownerId === null) throw new ProblemError('NOT_IN_POOL')
  if (row.ownerId === claim.repId) return
  const name = row.name ?? ''
  throw new ProblemError('LEAD_ALREADY_CLAIMED', {
    detail: says('already_taken', { name, time: clockOf(row.ownedSince, row.timeZone) }),
    extra: { owner: { id: row.ownerId, name }, since: row.ownedSince?.toISOString() ?? null },
  })
}

function clockOf(at: Date | null, timeZone: string): string {
  if (at === null) return ''
  return new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' }).format(at)
}

/** A customer as a whole: the engine decides about leads and opportunities only, so this is a change of hands alone. */
async function giveAccount(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  row: WorkItemRow,
  claim: Claim,
  limits: ReturnType<typeof limitsOf>,
): Promise<boolean> {
  const effects = gaugeEffects({
    id: row.id,
    kind: 'account',
    priority: row.priority,
    createdAt: row.createdAt.getTime(),
    facts: {},
    tags: [],
    value: null,
    difficulty: null,
    amountMinor: null,
    pointsHundredths: row.pointsHundredths,
  })
  const refused = await applyClaims(db, periodKeys(now, context.timeZone), [
    { repId: claim.repId, effects, received: 1, limits },
  ])
  if (refused.length > 0) return false
  await updateWorkItems(db, [
    {
      ...row,
      state: 'owned',
      ownerId: claim.repId,
      poolId: null,
      createdAt: row.createdAt.getTime(),
      waitingSince: null,
      releaseAt: null,
      release: null,
      reasonCode: claim.how === 'assign' ? 'OVERRIDE' : 'CLAIMED',
      reasonParams: {},
      decisionId: null,
      loadHundredths: row.pointsHundredths,
      effects,
      ownedSince: now,
      pinned: true,
      reassigned: false,
    },
  ])
  await leavePool(db, now, [{ itemId: row.id, takenBy: claim.repId }])
  await appendOwnershipChanges(db, now, [
    {
      itemId: row.id,
      fromState: row.state,
      fromOwnerId: null,
      toState: 'owned',
      toOwnerId: claim.repId,
      toPoolId: null,
      decisionId: null,
      cause: claim.how === 'assign' ? 'assigned' : 'claimed',
      actorId: claim.actorId,
      note: claim.note,
    },
  ])
  await announce(db, now, [
    {
      type: 'account.owned',
      entityKind: 'account',
      entityId: row.id,
      actorId: claim.actorId,
      payload: {
        ownerId: claim.repId,
        previousOwnerId: null,
        cause: claim.how === 'assign' ? 'assigned' : 'claimed',
        reason: claim.how === 'assign' ? 'OVERRIDE' : 'CLAIMED',
      },
    },
  ])
  return true
}
