import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'

export const triggers = ['schedule', 'capacity_freed', 'policy_published', 'people_changed'] as const
/** Why a company was looked at. */
export type ReoptimisationTrigger = (typeof triggers)[number]

/** When a company was last looked at, and what it looked like then. */
export interface Reoptimisation {
  readonly lastAt: Date | null
  readonly lastTrigger: ReoptimisationTrigger | null
  readonly planId: string | null
  readonly lookedAt: number
  readonly policyVersion: number
  readonly away: string
}

type Row = Reoptimisation & Record<string, unknown>

const COLUMNS = `last_at as "lastAt", last_trigger as "lastTrigger", plan_id as "planId", looked_at as "lookedAt",
  policy_version as "policyVersion", away`

/** Takes the company's row to the end of the transaction; null = another node has it. */
export async function takeReoptimisation(db: TenantWriter): Promise<Reoptimisation | null> {
  await db.query('insert into reoptimisation (tenant_id) values ($1) on conflict do nothing', [db.tenantId])
  const [row] = await db.query<Row>(
    `select ${COLUMNS} from reoptimisation where tenant_id = $1 for update skip locked`,
    [db.tenantId],
  )
  return row ?? null
}

export async function readReoptimisation(db: TenantReader): Promise<Reoptimisation | null> {
  const [row] = await db.query<Row>(`select ${COLUMNS} from reoptimisation where tenant_id = $1`, [
    db.tenantId,
  ])
  return row ?? null
}

export async function noteReoptimisation(db: TenantWriter, row: Reoptimisation): Promise<void> {
  await db.query(
    `update reoptimisation set last_at = $2, last_trigger = $3, plan_id = $4, looked_at = $5, policy_version = $6, away = $7
     where tenant_id = $1`,
    [db.tenantId, row.lastAt, row.lastTrigger, row.planId, row.lookedAt, row.policyVersion, row.away],
  )
}

/** A plan that found nothing to move is no news: it goes, and that it looked stays. */
export async function forgetEmptyPlan(db: TenantWriter, planId: string): Promise<void> {
  await db.query('update reoptimisation set plan_id = null where tenant_id = $1 and plan_id = $2', [
    db.tenantId,
    planId,
  ])
  await db.query('delete from plan where tenant_id = $1 and id = $2', [db.tenantId, planId])
}

export async function forgetOldPlans(db: TenantWriter, before: Date): Promise<void> {
  await db.query(`delete from plan where tenant_id = $1 and kind = 'reoptimise' and created_at < $2`, [
    db.tenantId,
    before,
  ])
}

/** Whether a plan nobody asked for is still being worked on. */
export async function reoptimisationAtWork(db: TenantReader): Promise<boolean> {
  const rows = await db.query(
    `select 1 as one from plan where tenant_id = $1 and kind = 'reoptimise'
       and state in ('solving', 'committing', 'undoing') limit 1`,
    [db.tenantId],
  )
  return rows.length > 0
}

/** How many items left their owners since, other than by changing hands. */
export async function countFreed(db: TenantReader, since: Date): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `select count(*)::int as n from ownership_change
     where tenant_id = $1 and at > $2 and from_state = 'owned' and to_state <> 'owned'`,
    [db.tenantId, since],
  )
  return row?.n ?? 0
}

export interface MoveKey {
  readonly planId: string
  readonly n: number
}

/** The latest moves nobody asked for, among people the caller may see; null = all. */
export async function latestMoves(
  db: TenantReader,
  visible: readonly string[] | null,
  limit: number,
): Promise<MoveKey[]> {
  return db.query<MoveKey & Record<string, unknown>>(
    `select m.plan_id as "planId", m.n from plan_move m join plan p on p.tenant_id = m.tenant_id and p.id = m.plan_id
     where m.tenant_id = $1 and p.kind = 'reoptimise' and m.state in ('moved', 'undone')
       and ($2::uuid[] is null or p.rep_ids <@ $2::uuid[])
     order by p.created_at desc, p.id desc, m.n limit $3`,
    [db.tenantId, visible, limit],
  )
}
