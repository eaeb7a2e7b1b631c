import { rowset, type TenantWriter } from '../../platform/database/index.ts'
import { placesAgree } from '../normalise/places.ts'
import type { IdentityKey, IdentityKind } from './identity-key.ts'

export interface IdentityClaim extends IdentityKey {
  readonly leadId: string
}

/** A key another lead (of the database or of the same call) was known by first. */
export interface HeldIdentity {
  /** Who asked. */
  readonly leadId: string
  readonly kind: IdentityKind
  readonly key: string
  /** Who has it. */
  readonly heldBy: string
}

const rowsOfClaims = rowset<IdentityClaim>('c', {
  kind: ['text', (c) => c.kind],
  key: ['text', (c) => c.key],
  place: ['text', (c) => c.place],
  lead_id: ['uuid', (c) => c.leadId],
})

const rowsOfKeys = rowset<IdentityKey>('c', {
  kind: ['text', (c) => c.kind],
  key: ['text', (c) => c.key],
})

/**
 * Row every claim of a company name meets, whatever its place: it makes 深圳市华为技术 wait for 华为技术有限公司
 * when both are created at one moment, although their keys differ by the place.
 */
const anyPlace = '*'

/**
 * Claims keys for leads. The primary key decides between twins made at one moment: the second waits for the first to
 * commit and is told who was first. Keys are claimed in one order everywhere, so parallel callers cannot deadlock.
 * Of several claims of one key in one call the first in the list wins.
 */
export async function reserveIdentities(
  db: TenantWriter,
  claims: readonly IdentityClaim[],
): Promise<HeldIdentity[]> {
  if (claims.length === 0) return []
  const sorted = claims
    .flatMap((claim, order) => {
      const own = { ...claim, order }
      return claim.kind === 'company' ? [own, { ...own, place: anyPlace }] : [own]
    })
    .sort(
      (a, b) =>
        compare(a.kind, b.kind) || compare(a.key, b.key) || compare(a.place, b.place) || a.order - b.order,
    )
  const [claimed] = await db.query<{ n: number }>(
    `with claimed as (
       insert into lead_identity (tenant_id, kind, key, place, lead_id)
       select $1, kind, key, place, lead_id from ${rowsOfClaims.sql(2)}
       on conflict do nothing returning 1)
     select count(*) as n from claimed`,
    [db.tenantId, ...rowsOfClaims.values(sorted)],
    'customers_reserve_identities',
  )
  // Every row was free, that of the company's name in any place among them: nobody is known by any of this.
  if (claimed?.n === sorted.length) return []
  // A statement of its own: only a fresh snapshot sees what the winner of a race committed meanwhile.
  const holders = await db.query<{ kind: IdentityKind; key: string; place: string; lead_id: string }>(
    `select i.kind, i.key, i.place, i.lead_id
     from lead_identity i
     join (select distinct * from ${rowsOfKeys.sql(2)}) c on i.kind = c.kind and i.key = c.key
     where i.tenant_id = $1 and i.place <> '*'
     order by i.kind, i.key, i.place, i.lead_id`,
    [db.tenantId, ...rowsOfKeys.values(sorted)],
    'customers_identity_holders',
  )
  const byKey = new Map<string, typeof holders>()
  for (const holder of holders) {
    const rows = byKey.get(`${holder.kind} ${holder.key}`)
    if (rows === undefined) byKey.set(`${holder.kind} ${holder.key}`, [holder])
    else rows.push(holder)
  }
  const position = new Map(claims.map((claim, order) => [claim.leadId, order]))
  const held: HeldIdentity[] = []
  claims.forEach((claim, order) => {
    const others = (byKey.get(`${claim.kind} ${claim.key}`) ?? []).filter(
      (row) =>
        row.lead_id !== claim.leadId &&
        placesAgree(row.place, claim.place) &&
        (position.get(row.lead_id) ?? -1) < order,
    )
    const holder = others.find((row) => row.place === claim.place) ?? others[0]
    if (holder !== undefined)
      held.push({ leadId: claim.leadId, kind: claim.kind, key: claim.key, heldBy: holder.lead_id })
  })
  return held
}

/**
 * What a lead claimed goes to another (it was merged: the other is known by its phone, too) or is given up (`to`
 * null: it was refused).
 */
export async function moveIdentities(
  db: TenantWriter,
  moves: readonly { readonly from: string; readonly to: string | null }[],
): Promise<void> {
  if (moves.length === 0) return
  const kept = moves.filter((m) => m.to !== null)
  if (kept.length > 0)
    await db.query(
      `update lead_identity i set lead_id = m.target
       from unnest($2::uuid[], $3::uuid[]) as m(source, target)
       where i.tenant_id = $1 and i.lead_id = m.source`,
      [db.tenantId, kept.map((m) => m.from), kept.map((m) => m.to)],
      'customers_move_identities',
    )
  await dropIdentities(
    db,
    moves.filter((m) => m.to === null).map((m) => m.from),
  )
}

/**
 * Forgets what leads are known by. The row of a company's name in any place stays while another lead has the name:
 * whoever claims it has to meet somebody there.
 */
export async function dropIdentities(db: TenantWriter, leadIds: readonly string[]): Promise<void> {
  if (leadIds.length === 0) return
  await db.query(
    `delete from lead_identity d where d.tenant_id = $1 and d.lead_id = any($2::uuid[])
       and (d.place <> '*' or not exists (
         select 1 from lead_identity o where o.tenant_id = $1 and o.kind = d.kind and o.key = d.key
           and o.place <> '*' and o.lead_id <> all($2::uuid[])))`,
    [db.tenantId, leadIds],
    'customers_drop_identities',
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
