import { backlogCap, type CapUse, type WorkItem } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import { periodKeys, type TenantContext } from '../decide/tenant-context.ts'
import { lockRepLoads, type RepLoadRow } from './rep-load-store.ts'

/** A cap that has to be looked at, and from when on its uses count. */
export interface AskedCap {
  readonly id: string
  readonly since: number
}

/** The caps any of these items falls under; nothing, at no cost, where the policy has none. */
export function capsOf(context: TenantContext, now: number, items: readonly WorkItem[]): AskedCap[] {
  if ((context.policy.policy.caps ?? []).length === 0) return []
  const found = new Map<string, AskedCap>()
  for (const item of items)
    for (const cap of context.policy.capsOf(item.facts, context.policy.match(item).ruleId))
      found.set(cap.id, { id: cap.id, since: now - cap.windowMs })
  return [...found.values()]
}

/** Whatever a decision may count under. */
const everyCap = ({ policy: { policy } }: TenantContext): string[] => [
  ...(policy.caps ?? []).map((cap) => cap.id),
  ...((policy.backlog?.minutes ?? 0) > 0 ? [backlogCap] : []),
]

/** Locked in id order, to the end of the transaction: what is read after is what holds. Items < caps < reps. */
async function lockCaps(db: TenantWriter, ids: readonly string[]): Promise<void> {
  const sorted = [...ids].sort()
  await db.query(
    `insert into cap_lock (tenant_id, cap_id) select $1, c from unnest($2::text[]) c order by c on conflict do nothing`,
    [db.tenantId, sorted],
    'cap_lock_make',
  )
  await db.query(
    'select 1 as one from cap_lock where tenant_id = $1 and cap_id = any($2) order by cap_id for update',
    [db.tenantId, sorted],
    'cap_lock',
  )
}

/** What was given inside the windows, oldest first: three statements for any number of caps, none without any. */
export async function takeCaps(db: TenantWriter, caps: readonly AskedCap[]): Promise<CapUse[]> {
  if (caps.length === 0) return []
  await lockCaps(
    db,
    caps.map((cap) => cap.id),
  )
  return readCapUses(db, caps)
}

/** The same look without locks, for previews. */
export async function readCapUses(db: TenantReader, caps: readonly AskedCap[]): Promise<CapUse[]> {
  if (caps.length === 0) return []
  const rows = await db.query<{ cap: string; subject: string; times: Date[] }>(
    `select u.cap_id as cap, u.subject, array_agg(u.at order by u.at) as times
     from unnest($2::text[], $3::timestamptz[]) as c(id, since)
     join cap_use u on u.tenant_id = $1 and u.cap_id = c.id and u.at > c.since group by 1, 2`,
    [db.tenantId, caps.map((cap) => cap.id), caps.map((cap) => new Date(cap.since))],
    'cap_uses',
  )
  return rows.map(({ cap, subject, times }) => ({ cap, subject, times: times.map((at) => at.getTime()) }))
}

export interface NewCapUse {
  readonly cap: string
  readonly subject: string
  readonly itemId: string
}

/** Counts what was given now, and forgets what has left the windows. The caller holds the caps. */
export async function noteCapUses(
  db: TenantWriter,
  now: number,
  caps: readonly AskedCap[],
  uses: readonly NewCapUse[],
): Promise<void> {
  if (uses.length === 0) return
  await db.query(
    `delete from cap_use u using unnest($2::text[], $3::timestamptz[]) as c(id, since)
     where u.tenant_id = $1 and u.cap_id = c.id and u.at <= c.since`,
    [db.tenantId, caps.map((cap) => cap.id), caps.map((cap) => new Date(cap.since))],
    'cap_forget',
  )
  await db.query(
    `insert into cap_use (tenant_id, cap_id, subject, at, item_id)
     select $1, c, s, $2, i from unnest($3::text[], $4::text[], $5::uuid[]) as u(c, s, i) on conflict do nothing`,
    [
      db.tenantId,
      new Date(now),
      uses.map((use) => use.cap),
      uses.map((use) => use.subject),
      uses.map((use) => use.itemId),
    ],
    'cap_note',
  )
}

/** Went back as if it had never been given: declined, run out, undone. */
export async function forgetCapUses(
  db: TenantWriter,
  context: TenantContext,
  itemIds: readonly string[],
): Promise<void> {
  if (everyCap(context).length === 0) return
  await db.query(
    'delete from cap_use where tenant_id = $1 and item_id = any($2::uuid[])',
    [db.tenantId, itemIds],
    'cap_return',
  )
}

/** Everybody's row, and before them every cap of the policy: what is decided after is exact. */
export async function lockEverybody(
  db: TenantWriter,
  context: TenantContext,
  now: number,
): Promise<RepLoadRow[]> {
  const caps = everyCap(context)
  if (caps.length > 0) await lockCaps(db, caps)
  return lockRepLoads(db, periodKeys(now, context.timeZone), null)
}
