import type { LeadPlace } from '../assignment/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { claimFromPool } from './claim-from-pool.ts'
import { listPoolItems } from './list-pool-items.ts'
import { nobodyNamed, type PoolMembers, readMembers } from './members.ts'
import { poolOrDefault } from './pool-defaults.ts'
import type { PoolRow } from './pool-store.ts'
import type { PoolServices } from './services.ts'

/** Others take the best ones at the same moment; after so many lost races something else is wrong. */
const TRIES = 20

/** The record that suits this rep best of all they may take now; what a colleague was faster with is passed over. */
export async function claimNext(
  db: TenantWriter,
  services: PoolServices,
  now: number,
  pool: PoolRow,
  members: PoolMembers,
  who: { readonly repId: string; readonly actorId: string | null },
): Promise<LeadPlace> {
  const { items } = await listPoolItems(db, services, now, pool, members, who.repId, {}, 500)
  const free = items.filter((item) => item.refusal === null)
  let last: ProblemError | null = null
  for (const item of free.slice(0, TRIES)) {
    try {
      return await claimFromPool(db, services, now, { itemId: item.id, ...who })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      last = error
      if (!passedOver.has(error.code)) throw error
    }
  }
  const first = items[0]?.refusal
  throw (
    last ??
    new ProblemError('CLAIM_REFUSED', {
      detail: items.length === 0 ? 'nothing_in_pool' : 'nothing_to_take',
      extra: {
        refusal: first?.code ?? 'POOL_EMPTY',
        params: first?.params ?? {},
        until: first?.until == null ? null : new Date(first.until).toISOString(),
      },
    })
  )
}

/** Ids of what this rep may take now, the best match first. */
export async function bestFor(
  db: TenantWriter,
  services: PoolServices,
  now: number,
  poolId: string,
  repId: string,
): Promise<string[]> {
  const pool = await poolOrDefault(db, poolId)
  const members = (await readMembers(db, [poolId])).get(poolId) ?? nobodyNamed
  const { items } = await listPoolItems(db, services, now, pool, members, repId, {}, 500)
  return items.filter((item) => item.refusal === null).map((item) => item.id)
}

const passedOver: ReadonlySet<string> = new Set([
  'LEAD_ALREADY_CLAIMED',
  'LEAD_CLOSED',
  'NOT_IN_POOL',
  'CUSTOMER_FOLLOWED',
])
