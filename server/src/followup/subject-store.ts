import { type TenantReader, uuidArray } from '../platform/database/index.ts'

/** An item as its clocks see it. Times are epoch ms. */
export interface SubjectRow {
  readonly itemId: string
  readonly kind: 'lead' | 'opportunity' | 'account'
  readonly ownerId: string
  readonly ownedSince: number
  /** A manager chose this owner; who claimed it for themselves is not meant. */
  readonly pinned: boolean
  readonly reassignments: number
  /** Came with its owner in a file: what happened before is not in our books. */
  readonly imported: boolean
  /** First time this owner reached the customer. */
  readonly followedAt: number | null
  /** Last thing that counts as progress with this owner. */
  readonly progressedAt: number | null
  /** Came by a transfer for relief, and so has to be answered sooner (E10). */
  readonly relieved: boolean
  /** It came with a handover nobody has written yet: its owner cannot do anything about it. */
  readonly awaited: boolean
  /** When its handover could be read; null = there was none to read. */
  readonly writtenAt: number | null
}

interface Row extends Record<string, unknown> {
  itemId: string
  kind: 'lead' | 'opportunity' | 'account'
  ownerId: string
  ownedSince: Date
  pinned: boolean
  reassignments: number
  imported: boolean
  followedAt: Date | null
  progressedAt: Date | null
  relieved: boolean
  awaited: boolean
  writtenAt: Date | null
}

/**
 * Those of the items that somebody owns, with what was done for them since: one statement for any number. Written so
 * that each item is looked up by its key and its history by the item (`offset 0` keeps conditions outside): left to choose,
 * the planner read all that is owned, and for each of two hundred items of one moment the history of all two hundred.
 */
export async function readSubjects(db: TenantReader, itemIds: readonly string[]): Promise<SubjectRow[]> {
  const rows = await db.query<Row>(
    `select o.item_id as "itemId", o.kind, o.owner_id as "ownerId", o.owned_since as "ownedSince",
       o.pinned and h.cause is distinct from 'claimed' as pinned,
       o.reassignments, a.followed as "followedAt", a.progressed as "progressedAt",
       coalesce(h.cause = 'imported', false) as imported,
       exists (select from relief_transfer r where r.tenant_id = $1 and r.item_id = o.item_id
         and r.to_rep_id = o.owner_id and r.at = o.owned_since) as relieved,
       coalesce(s.item_id is not null and s.read_at is null and s.written_at is null, false) as awaited,
       s.written_at as "writtenAt"
     from unnest($2::uuid[]) as i(id)
     cross join lateral (
       select * from item_ownership w where w.tenant_id = $1 and w.item_id = i.id offset 0) o
     left join lateral (
       select * from handover_standing w where w.tenant_id = $1 and w.item_id = o.item_id offset 0) s on true
     left join lateral (
       select c.cause from (select * from ownership_history c where c.tenant_id = $1 and c.item_id = o.item_id offset 0) c
       where c.at >= o.owned_since and c.to_state = 'owned' and c.to_owner_id = o.owner_id
       order by c.at desc, c.id desc limit 1) h on true
     left join lateral (
       select min(c.at) filter (where c.is_contact) as followed, max(c.at) filter (where c.is_progress) as progressed
       from owner_activity c where c.tenant_id = $1 and c.item_id = o.item_id) a on true
     where o.state = 'owned' and o.kind in ('lead', 'opportunity', 'account')
     order by o.item_id`,
    [db.tenantId, uuidArray(itemIds)],
    'followup_subjects',
  )
  return rows.map((row) => ({
    ...row,
    ownedSince: row.ownedSince.getTime(),
    followedAt: row.followedAt?.getTime() ?? null,
    progressedAt: row.progressedAt?.getTime() ?? null,
    writtenAt: row.writtenAt?.getTime() ?? null,
  }))
}

/** Items somebody owns, for a change that touches all of a person's clocks. */
export async function itemsOfReps(
  db: TenantReader,
  repIds: readonly string[],
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select item_id as id from item_ownership
     where tenant_id = $1 and state = 'owned' and owner_id = any($2) and kind in ('lead', 'opportunity')
     order by item_id limit $3`,
    [db.tenantId, repIds, limit],
  )
  return rows.map((row) => row.id)
}

/** Items whose customers wrote or called in one of these activities. */
export async function itemsRepliedTo(db: TenantReader, activityIds: readonly string[]): Promise<string[]> {
  if (activityIds.length === 0) return []
  const rows = await db.query<{ id: string }>(
    `select distinct item_id as id from item_activity
     where tenant_id = $1 and id = any($2) and direction = 'inbound' and item_kind in ('lead', 'opportunity')`,
    [db.tenantId, activityIds],
  )
  return rows.map((row) => row.id)
}
