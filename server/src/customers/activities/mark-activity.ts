import type { TenantWriter } from '../../platform/database/index.ts'
import { uuidv7 } from '../../platform/ids.ts'

export const activityKinds = [
  'call',
  'email',
  'wechat',
  'meeting',
  'visit',
  'message',
  'note',
  'other',
] as const
export type ActivityKind = (typeof activityKinds)[number]
export type ActivityItemKind = 'lead' | 'account' | 'contact' | 'opportunity'

/** Something done for a customer. */
export interface NewActivity {
  readonly itemKind: ActivityItemKind
  readonly itemId: string
  /** Epoch milliseconds; when it happened, which may be before it was written down. */
  readonly at: number
  readonly repId: string | null
  readonly actorId: string | null
  readonly kind: ActivityKind
  /** Absent = true, except for notes. */
  readonly reached?: boolean
  readonly summary?: string
  readonly nextStep?: string | null
  readonly nextStepAt?: number | null
  readonly durationMinutes?: number | null
}

export interface MarkedActivity {
  readonly id: string
  /** This was the first time the customer was reached. */
  readonly firstResponse: boolean
}

/**
 * Writes an activity down and moves the clocks of what it belongs to: first response (only when the customer was
 * reached), last activity, next step. Null where the item does not exist.
 */
export async function markActivity(
  db: TenantWriter,
  activity: NewActivity,
  now: number,
): Promise<MarkedActivity | null> {
  const id = uuidv7(now)
  const at = new Date(activity.at)
  const reached = activity.reached ?? activity.kind !== 'note'
  const nextStepAt =
    activity.nextStepAt === undefined || activity.nextStepAt === null ? null : new Date(activity.nextStepAt)
  const touched = await touch(db, activity, at, reached, nextStepAt)
  if (touched === null) return null
  await db.query(
    `insert into activity (tenant_id, id, at, created_at, item_kind, item_id, rep_id, actor_id, kind, reached, summary,
       next_step, next_step_at, duration_minutes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      db.tenantId,
      id,
      at,
      new Date(now),
      activity.itemKind,
      activity.itemId,
      activity.repId,
      activity.actorId,
      activity.kind,
      reached,
      activity.summary ?? '',
      activity.nextStep ?? null,
      nextStepAt,
      activity.durationMinutes ?? null,
    ],
    'customers_insert_activity',
  )
  return { id, firstResponse: touched.firstResponse }
}

async function touch(
  db: TenantWriter,
  { itemKind, itemId }: NewActivity,
  at: Date,
  reached: boolean,
  nextStepAt: Date | null,
): Promise<{ firstResponse: boolean } | null> {
  const keys = [db.tenantId, itemId]
  if (itemKind === 'contact') {
    const rows = await db.query('select 1 as one from contact where tenant_id = $1 and id = $2', keys)
    return rows.length === 0 ? null : { firstResponse: false }
  }
  if (itemKind === 'lead') {
    const [row] = await db.query<{ first: boolean }>(
      `update lead l set
         last_activity_at = greatest(l.last_activity_at, $3),
         next_step_at = $4,
         first_response_at = case when $5 then least(l.first_response_at, $3) else l.first_response_at end
       from (select first_response_at from lead where tenant_id = $1 and id = $2 for update) before
       where l.tenant_id = $1 and l.id = $2
       returning $5 and before.first_response_at is null as first`,
      [...keys, at, nextStepAt, reached],
      'customers_touch_lead',
    )
    return row === undefined ? null : { firstResponse: row.first }
  }
  const rows = await db.query(
    `update ${itemKind} set last_activity_at = greatest(last_activity_at, $3), next_step_at = $4
     where tenant_id = $1 and id = $2 returning 1 as one`,
    [...keys, at, nextStepAt],
    `customers_touch_${itemKind}`,
  )
  return rows.length === 0 ? null : { firstResponse: false }
}
