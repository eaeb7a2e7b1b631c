import { createHash, randomBytes, randomInt } from 'node:crypto'
import { judgeClaim } from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { uuidv7 } from '../platform/ids.ts'
import { announce } from '../platform/outbox/index.ts'
import { itemFacts, personFacts } from './claim-facts.ts'
import { refused } from './claim-from-pool.ts'
import { nobodyNamed, readMembers } from './members.ts'
import type { PoolRow } from './pool-store.ts'
import type { PoolServices } from './services.ts'
import { addBid, openWindow, openWindows, readOpenWindow } from './window-store.ts'

/** What is published when a window opens: nobody can choose the seed after the bids are in. */
export function sealOf(seed: number, nonce: string): string {
  return createHash('sha256').update(`${seed}:${nonce}`).digest('hex')
}

/**
 * A sealed bid (2.B-14). The first opens the window, the others join until it closes; being first gives no advantage.
 * The seed is chosen now, its seal is public at once. A second bid of one person changes nothing.
 */
export async function placeBid(
  db: TenantWriter,
  services: PoolServices,
  now: number,
  pool: PoolRow,
  bid: { readonly itemId: string; readonly repId: string; readonly actorId: string | null },
) {
  if (pool.mode !== 'sealed') throw new ProblemError('NOT_FOUND', { detail: 'no_windows' })
  const [item] = await db.query<{ state: string; poolId: string | null; kind: string }>(
    'select state, pool_id as "poolId", kind from item_ownership where tenant_id = $1 and item_id = $2',
    [db.tenantId, bid.itemId],
  )
  if (item === undefined) throw new ProblemError('NOT_FOUND')
  if (item.state !== 'pooled' || item.poolId !== pool.id) throw new ProblemError('NOT_IN_POOL')
  const context = await services.assignment.contextOf(db, now)
  const members = (await readMembers(db, [pool.id])).get(pool.id) ?? nobodyNamed
  const person = await personFacts(db, context, now, pool, members, bid.repId)
  const known = (await itemFacts(db, services, now, person, [bid.itemId])).get(bid.itemId)
  if (known === undefined) throw new ProblemError('NOT_FOUND')
  const refusal = judgeClaim(pool, known.facts, { inWindow: true })
  if (refusal !== null) throw refused(refusal)

  const seed = randomInt(2_147_483_647)
  const nonce = randomBytes(16).toString('hex')
  const closesAt = new Date(now + pool.windowSeconds * 1000)
  await openWindow(db, {
    id: uuidv7(now),
    poolId: pool.id,
    itemId: bid.itemId,
    openedAt: new Date(now),
    closesAt,
    seed,
    nonce,
    seal: sealOf(seed, nonce),
  })
  // Locked for sharing: whoever closes it waits for this bid, or this bid finds it closed.
  const window = await readOpenWindow(db, bid.itemId)
  if (window === null || window.closesAt.getTime() <= now) throw new ProblemError('WINDOW_CLOSED')
  await addBid(db, window.id, bid.repId, bid.actorId, now)
  await announce(db, now, [
    {
      type: 'pool.bid_placed',
      entityKind: item.kind,
      entityId: bid.itemId,
      payload: { poolId: pool.id, windowId: window.id },
    },
  ])
  const open = (await openWindows(db, pool.id, bid.repId)).get(bid.itemId)
  if (open === undefined) throw new ProblemError('WINDOW_CLOSED')
  return open
}
