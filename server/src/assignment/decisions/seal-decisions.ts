import { createHash } from 'node:crypto'
import type { Platform, Sweep } from '../../platform/context.ts'
import { rowset, type TenantWriter } from '../../platform/database/index.ts'
import { eachTenant } from '../../platform/jobs/each-tenant.ts'

const BATCH = 2000

/** What stands before the first link. */
export const GENESIS = Buffer.alloc(32)

interface Link {
  readonly seq: number
  readonly id: string
  readonly content: Buffer
  readonly chain: Buffer
}

const rowsOfLinks = rowset<Link>('l', {
  s: ['bigint', (l) => l.seq],
  d: ['uuid', (l) => l.id],
  c: ['bytea', (l) => l.content],
  h: ['bytea', (l) => l.chain],
})

/** Link `seq` over the link before it. */
export function chainHash(previous: Uint8Array, seq: number, contentHash: Uint8Array): Buffer {
  const number = Buffer.alloc(8)
  number.writeBigUInt64BE(BigInt(seq))
  return createHash('sha256').update(previous).update(number).update(contentHash).digest()
}

/**
 * Chains what has been committed, at most a second behind, so that the chain never serialises commits. One sealer per
 * tenant at a time: a transaction-level lock on the tenant's chain. Returns how many were sealed.
 */
export async function sealTenant(db: TenantWriter, now: number): Promise<number> {
  await db.query(
    `select pg_advisory_xact_lock(hashtextextended('seal:' || $1, 0))`,
    [db.tenantId],
    'seal_lock',
  )
  const [head] = await db.query<{ seq: number; chain_hash: Buffer }>(
    'select seq, chain_hash from decision_chain where tenant_id = $1 order by seq desc limit 1',
    [db.tenantId],
    'seal_head',
  )
  // Only committed rows are visible here; a transaction still running is sealed by the next round.
  const rows = await db.query<{ decision_id: string; content_hash: Buffer }>(
    `delete from decision_unsealed where tenant_id = $1 and decision_id in (
       select decision_id from decision_unsealed where tenant_id = $1 order by decision_id limit $2)
     returning decision_id, content_hash`,
    [db.tenantId, BATCH],
    'seal_take',
  )
  if (rows.length === 0) return 0
  rows.sort((a, b) => (a.decision_id < b.decision_id ? -1 : 1))
  let seq = head?.seq ?? 0
  let previous = head?.chain_hash ?? GENESIS
  const links = rows.map((row): Link => {
    seq++
    previous = chainHash(previous, seq, row.content_hash)
    return { seq, id: row.decision_id, content: row.content_hash, chain: previous }
  })
  await db.query(
    `insert into decision_chain (tenant_id, seq, decision_id, content_hash, chain_hash, sealed_at)
     select $1, s, d, c, h, $2 from ${rowsOfLinks.sql(3)}`,
    [db.tenantId, new Date(now), ...rowsOfLinks.values(links)],
    'seal_append',
  )
  return links.length
}

/** The sealer: looks for tenants with something to seal, several times a second. */
export function sealSweep(platform: Platform): Sweep {
  return {
    name: 'seal-decisions',
    everyMs: 400,
    async run(signal) {
      const { rows } = await platform.database.dispatcher.query<{ id: string }>(
        'select tenants_to_seal() as id',
      )
      await eachTenant(
        rows.map((row) => row.id),
        signal,
        async (id) => {
          let sealed = BATCH
          while (sealed === BATCH && !signal.aborted)
            sealed = await platform.database.write(id, (db) => sealTenant(db, platform.clock.now()))
        },
      )
    },
  }
}
