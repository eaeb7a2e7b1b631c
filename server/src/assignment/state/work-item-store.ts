import type { GaugeName, OfferStanding, Reason, ReasonCode, ReleaseCondition } from '@peineng/engine'
import { arrayLiteral, rowset, type TenantReader, type TenantWriter } from '../../platform/database/index.ts'

/** `offered`: kept for the owner until they answer (X3). */
export type WorkState = 'owned' | 'pooled' | 'waiting' | 'closed' | 'offered'

export interface WorkItemRow {
  readonly id: string
  readonly kind: 'lead' | 'account' | 'opportunity' | 'task'
  readonly state: WorkState
  readonly ownerId: string | null
  readonly poolId: string | null
  readonly priority: number
  readonly createdAt: Date
  readonly waitingSince: Date | null
  readonly releaseAt: Date | null
  readonly release: ReleaseCondition | null
  readonly reasonCode: ReasonCode
  readonly reasonParams: Reason['params']
  readonly decisionId: string | null
  readonly pointsHundredths: number
  readonly loadHundredths: number
  readonly loadReturnsAt: Date | null
  /** Open tasks for it: they carry the load in its place. */
  readonly openTasks: number
  readonly effects: Readonly<Partial<Record<GaugeName, number>>>
  readonly ownedSince: Date | null
  readonly acceptedAt: Date | null
  readonly reassignments: number
  readonly pinned: boolean
  readonly continuityOwnerId: string | null
  readonly excludedRepIds: readonly string[]
  /** Offers of it that came back since somebody had it. */
  readonly offers: OfferStanding | null
  /** The last handover: from whom, to whom, and when they confirmed reading; holds while `handedTo` is the owner. */
  readonly handoverId: string | null
  readonly handedFrom: string | null
  readonly handedTo: string | null
  readonly handoverReadAt: Date | null
  /** Until when the former owner may read and log besides the new one. */
  readonly shadowUntil: Date | null
  readonly version: number
}

const COLUMNS = `id, kind, state, owner_id as "ownerId", pool_id as "poolId", priority, created_at as "createdAt",
  waiting_since as "waitingSince", release_at as "releaseAt", release, reason_code as "reasonCode",
  reason_params as "reasonParams", decision_id as "decisionId", points_hundredths as "pointsHundredths",
  load_hundredths as "loadHundredths", load_returns_at as "loadReturnsAt", open_tasks as "openTasks", effects, owned_since as "ownedSince",
  accepted_at as "acceptedAt", reassignments, pinned, continuity_owner_id as "continuityOwnerId",
  excluded_rep_ids as "excludedRepIds", offers, handover_id as "handoverId", handed_from as "handedFrom",
  handed_to as "handedTo", handover_read_at as "handoverReadAt", shadow_until as "shadowUntil",
  version`
/** For stores that choose rows by something else. */
export const workItemColumns = COLUMNS

type Row = WorkItemRow & Record<string, unknown>

export async function readWorkItems(db: TenantReader, ids: readonly string[]): Promise<WorkItemRow[]> {
  return db.query<Row>(
    `select ${COLUMNS} from work_item where tenant_id = $1 and id = any($2) order by id`,
    [db.tenantId, ids],
    'work_item_read',
  )
}

/** Locks items in id order; items come before reps in the order of locks, everywhere. */
export async function lockWorkItems(db: TenantWriter, ids: readonly string[]): Promise<WorkItemRow[]> {
  return db.query<Row>(
    `select ${COLUMNS} from work_item where tenant_id = $1 and id = any($2) order by id for update`,
    [db.tenantId, ids],
    'work_item_lock',
  )
}

/**
 * Takes waiting items, highest triage class first and oldest first inside it (law 5), past those another process is
 * deciding right now, and, unless a person asks, those a manager has to decide. `after` pages through the queue inside
 * one transaction. Accounts without an owner wait for a lead of theirs, not in this queue.
 */
export async function takeWaiting(
  db: TenantWriter,
  limit: number,
  after: { priority: number; createdAt: Date; id: string } | null,
  byHand = false,
): Promise<WorkItemRow[]> {
  return db.query<Row>(
    `select ${COLUMNS} from work_item
     where tenant_id = $1 and state = 'waiting' and kind in ('lead', 'opportunity', 'task')
       and ($6 or release->>'kind' is distinct from 'manager_decides')
       and ($3::int is null or (-priority, created_at, id) > (-$3::int, $4::timestamptz, $5::uuid))
     order by priority desc, created_at, id limit $2 for update skip locked`,
    [db.tenantId, limit, after?.priority ?? null, after?.createdAt ?? null, after?.id ?? null, byHand],
    'work_item_take_waiting',
  )
}

/** Takes those whose time has come, in the order of the queue, past those another process is deciding. */
export async function takeDue(db: TenantWriter, now: number, limit: number): Promise<WorkItemRow[]> {
  return db.query<Row>(
    `select ${COLUMNS} from work_item
     where tenant_id = $1 and state = 'waiting' and kind in ('lead', 'opportunity') and release_at <= $2
     order by priority desc, created_at, id limit $3 for update skip locked`,
    [db.tenantId, new Date(now), limit],
    'work_item_take_due',
  )
}

/** The same look without locks, for previews. */
export async function peekWaiting(db: TenantReader, limit: number): Promise<WorkItemRow[]> {
  return db.query<Row>(
    `select ${COLUMNS} from work_item where tenant_id = $1 and state = 'waiting' and kind in ('lead', 'opportunity', 'task')
     order by priority desc, created_at, id limit $2`,
    [db.tenantId, limit],
  )
}

/** Whether time alone has released something that waits. */
export async function anythingDue(db: TenantReader, now: number): Promise<boolean> {
  const rows = await db.query(
    `select 1 as one from work_item where tenant_id = $1 and state = 'waiting' and release_at <= $2 limit 1`,
    [db.tenantId, new Date(now)],
    'work_item_due',
  )
  return rows.length > 0
}

/** Where an item stands after a decision. */
export interface Placement {
  readonly id: string
  readonly kind: WorkItemRow['kind']
  readonly state: WorkState
  readonly ownerId: string | null
  readonly poolId: string | null
  readonly priority: number
  readonly createdAt: number
  readonly waitingSince: number | null
  readonly releaseAt: number | null
  readonly release: ReleaseCondition | null
  readonly reasonCode: ReasonCode
  readonly reasonParams: Reason['params']
  readonly decisionId: string | null
  readonly pointsHundredths: number
  readonly loadHundredths: number
  readonly effects: Readonly<Partial<Record<GaugeName, number>>>
  readonly ownedSince: number | null
  readonly pinned: boolean
  readonly continuityOwnerId: string | null
  readonly excludedRepIds: readonly string[]
  readonly offers: OfferStanding | null
  /** The owner changed from somebody to somebody else. */
  readonly reassigned: boolean
  /** What is on record of a handover stays as it is; else it is over with this change of hands. */
  readonly keepsHandover?: boolean
}

const rowsOfPlacements = rowset<Placement>('p', {
  id: ['uuid', (p) => p.id],
  kind: ['text', (p) => p.kind],
  state: ['text', (p) => p.state],
  owner: ['uuid', (p) => p.ownerId],
  pool: ['text', (p) => p.poolId],
  priority: ['int', (p) => p.priority],
  created: ['timestamptz', (p) => p.createdAt],
  waiting: ['timestamptz', (p) => p.waitingSince],
  release_at: ['timestamptz', (p) => p.releaseAt],
  release: ['jsonb', (p) => (p.release === null ? null : JSON.stringify(p.release))],
  code: ['text', (p) => p.reasonCode],
  params: ['jsonb', (p) => JSON.stringify(p.reasonParams)],
  decision: ['uuid', (p) => p.decisionId],
  points: ['int', (p) => p.pointsHundredths],
  load: ['int', (p) => p.loadHundredths],
  effects: ['jsonb', (p) => JSON.stringify(p.effects)],
  owned: ['timestamptz', (p) => p.ownedSince],
  pinned: ['boolean', (p) => p.pinned],
  reassigned: ['boolean', (p) => p.reassigned],
  continuity: ['uuid', (p) => p.continuityOwnerId],
  excluded: ['text', (p) => arrayLiteral(p.excludedRepIds)],
  offers: ['jsonb', (p) => (p.offers === null ? null : JSON.stringify(p.offers))],
  keeps: ['boolean', (p) => p.keepsHandover === true],
})

export async function insertWorkItems(db: TenantWriter, placements: readonly Placement[]): Promise<void> {
  if (placements.length === 0) return
  await db.query(
    `insert into work_item (tenant_id, id, kind, state, owner_id, pool_id, priority, created_at, waiting_since, release_at,
       release, reason_code, reason_params, decision_id, points_hundredths, load_hundredths, effects, owned_since, pinned,
       continuity_owner_id, excluded_rep_ids, offers, tenure)
     select $1, id, kind, state, owner, pool, priority, created, waiting, release_at, release, code, params, decision,
       points, load, effects, owned, pinned, continuity, excluded::uuid[], offers, case when owned is null then 0 else 1 end
     from ${rowsOfPlacements.sql(2)}`,
    [db.tenantId, ...rowsOfPlacements.values(placements)],
    'work_item_insert',
  )
}

/** Moves items whose rows the caller holds locked. */
export async function updateWorkItems(db: TenantWriter, placements: readonly Placement[]): Promise<void> {
  if (placements.length === 0) return
  await db.query(
    `update work_item w set state = p.state, owner_id = p.owner, pool_id = p.pool, priority = p.priority,
       waiting_since = p.waiting, release_at = p.release_at, release = p.release, reason_code = p.code,
       reason_params = p.params, decision_id = p.decision, points_hundredths = p.points, load_hundredths = p.load,
       load_returns_at = null, effects = p.effects, owned_since = p.owned, accepted_at = null, pinned = p.pinned,
       tenure = w.tenure + case when p.owned is null then 0 else 1 end,
       continuity_owner_id = p.continuity, excluded_rep_ids = p.excluded::uuid[], offers = p.offers,
       reassignments = w.reassignments + case when p.reassigned then 1 else 0 end,
       handover_id = case when p.keeps then w.handover_id end, handed_from = case when p.keeps then w.handed_from end,
       handed_to = case when p.keeps then w.handed_to end,
       handover_read_at = case when p.keeps then w.handover_read_at end,
       shadow_until = case when p.keeps then w.shadow_until end, version = w.version + 1
     from ${rowsOfPlacements.sql(2)} where w.tenant_id = $1 and w.id = p.id`,
    [db.tenantId, ...rowsOfPlacements.values(placements)],
    'work_item_update',
  )
}

/** Items nobody has wait for a person to decide, and not for the one who just gave them back. The caller holds the rows. */
export async function waitForManager(
  db: TenantWriter,
  now: number,
  ids: readonly string[],
  excludedRepId: string,
): Promise<void> {
  await db.query(
    `update work_item set state = 'waiting', owner_id = null, pool_id = null, waiting_since = $3, release_at = null,
       release = '{"kind":"manager_decides"}', reason_code = 'WAITING_FOR_MANAGER', reason_params = '{}',
       load_hundredths = 0, load_returns_at = null, effects = '{}', owned_since = null, accepted_at = null, pinned = false,
       offers = null, continuity_owner_id = null,
       excluded_rep_ids = case when $4 = any(excluded_rep_ids) then excluded_rep_ids else excluded_rep_ids || $4::uuid end,
       version = version + 1
     where tenant_id = $1 and id = any($2::uuid[])`,
    [db.tenantId, ids, new Date(now), excludedRepId],
    'work_item_wait_for_manager',
  )
}
