import { type ClaimRefusal, judgeClaim } from '@peineng/engine'
import { maskEmail, maskPhone } from '../customers/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { itemFacts, type PersonFacts, personFacts } from './claim-facts.ts'
import { nobodyNamed, type PoolMembers } from './members.ts'
import { countPoolItems, type PoolItemFilter, type PoolItemRow, readPoolItems } from './pool-item-store.ts'
import type { PoolRow } from './pool-store.ts'
import type { PoolServices } from './services.ts'
import { type OpenWindow, openWindows } from './window-store.ts'

/** Ranked live among the best scored of a pool; a pool larger than this is narrowed by filters. */
const RANKED = 500

export interface RankedItem extends PoolItemRow {
  /** Thousandths of a point by the policy that would assign it; null = the caller sells nothing. */
  readonly match: number | null
  /** What stands in the caller's way now; null = nothing, or the caller sells nothing. */
  readonly refusal: ClaimRefusal | null
  readonly window: OpenWindow | null
}

export interface PoolView {
  readonly items: readonly RankedItem[]
  readonly total: number
  readonly person: PersonFacts | null
}

/** What lies in a pool, the best match for the caller first, contact data masked for everybody. */
export async function listPoolItems(
  db: TenantWriter,
  services: PoolServices,
  now: number,
  pool: PoolRow,
  members: PoolMembers,
  repId: string | null,
  filter: PoolItemFilter,
  limit: number,
): Promise<PoolView> {
  const context = await services.assignment.contextOf(db, now)
  const rows = await readPoolItems(db, pool.id, filter, RANKED)
  const total = rows.length < RANKED ? rows.length : await countPoolItems(db, pool.id, filter)
  const windows = await openWindows(db, pool.id, repId)
  if (repId === null || !context.repById.has(repId)) {
    const items = rows
      .slice(0, limit)
      .map((row) => ({ ...masked(row), match: null, refusal: null, window: windows.get(row.id) ?? null }))
    return { items, total, person: null }
  }
  const person = await personFacts(db, context, now, pool, members ?? nobodyNamed, repId)
  const known = await itemFacts(
    db,
    services,
    now,
    person,
    rows.map((row) => row.id),
  )
  const ranked = rows.map((row) => {
    const { facts, match } = known.get(row.id) ?? { facts: null, match: 0 }
    const refusal = facts === null ? null : judgeClaim(pool, facts, { inWindow: pool.mode === 'sealed' })
    return { ...masked(row), match, refusal, window: windows.get(row.id) ?? null }
  })
  // What cannot be taken for a reason of its own stands below; limits of the person hold for all alike.
  const own = (one: RankedItem): number =>
    one.refusal !== null && ['NOT_MATCHING', 'COOLING_DOWN'].includes(one.refusal.code) ? 1 : 0
  ranked.sort(
    (a, b) =>
      own(a) - own(b) || (b.match ?? 0) - (a.match ?? 0) || a.enteredAt.getTime() - b.enteredAt.getTime(),
  )
  return { items: ranked.slice(0, limit), total, person }
}

const masked = (row: PoolItemRow): PoolItemRow => ({
  ...row,
  phone: row.phone === null ? null : maskPhone(row.phone),
  email: row.email === null ? null : maskEmail(row.email),
})
