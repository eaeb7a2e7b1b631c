import {
  type ActivityChannel,
  type ActivityKind,
  type ActivityPolicy,
  type ActivityResult,
  defaultActivities,
} from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { type ActivityDirection, type Classified, classifyActivity } from './classify-activity.ts'
import { readPast, textName } from './read-past.ts'

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
  /** Absent = the usual one of its kind. */
  readonly channel?: ActivityChannel | null
  readonly direction?: ActivityDirection | null
  readonly result?: ActivityResult | null
  /** Absent = what the result says; without one true, except for notes. */
  readonly reached?: boolean
  readonly summary?: string
  readonly nextStep?: string | null
  readonly nextStepAt?: number | null
  readonly durationMinutes?: number | null
  /** The client's own name for it: the same one twice is one activity, however much later (offline queues). */
  readonly ref?: string | null
}

export interface MarkedActivity {
  readonly id: string
  /** This was the first time the customer was reached. */
  readonly firstResponse: boolean
  /** It was written down before, under the same reference. */
  readonly known: boolean
  readonly counts: Pick<Classified, 'isContact' | 'isProgress' | 'quality' | 'flags' | 'reached'>
}

/**
 * Writes an activity down, says what it counts as, and moves the clocks of what it belongs to: first response (only
 * when the customer was reached), last activity, next step. Null where the item does not exist.
 */
export async function markActivity(
  db: TenantWriter,
  activity: NewActivity,
  now: number,
  policy: ActivityPolicy = defaultActivities,
): Promise<MarkedActivity | null> {
  const { itemKind, itemId, repId, actorId, kind, at } = activity
  const id = uuidv7(now)
  const summary = activity.summary ?? ''
  const nextStep = activity.nextStep ?? null
  const nextStepAt = activity.nextStepAt ?? null
  const text = [summary, nextStep ?? ''].filter((part) => part !== '').join(' ')
  const past = await readPast(db, policy.notes, { repId, itemId, text, at })
  const counts = classifyActivity(policy, { ...activity, summary, nextStep, nextStepAt }, past)
  const written = await db.query(
    `insert into activity (tenant_id, id, at, created_at, item_kind, item_id, rep_id, actor_id, kind, reached, summary,
       next_step, next_step_at, duration_minutes, channel, direction, result, is_contact, is_progress, quality, flags,
       text_key, client_ref, tenure)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
       (select o.tenure from item_ownership o where o.tenant_id = $1 and o.item_id = $6))
     on conflict (tenant_id, client_ref) where client_ref is not null do nothing returning 1 as one`,
    [
      db.tenantId,
      id,
      new Date(at),
      new Date(now),
      itemKind,
      itemId,
      repId,
      actorId,
      kind,
      counts.reached,
      summary,
      nextStep,
      nextStepAt === null ? null : new Date(nextStepAt),
      activity.durationMinutes ?? null,
      counts.channel,
      counts.direction,
      activity.result ?? null,
      counts.isContact,
      counts.isProgress,
      counts.quality,
      counts.flags,
      textName(text),
      activity.ref ?? null,
    ],
    'customers_insert_activity',
  )
  if (written.length === 0) return knownBefore(db, activity)
  const touched = await touch(db, activity, counts.reached, nextStepAt === null ? null : new Date(nextStepAt))
  return touched === null ? null : { id, firstResponse: touched.firstResponse, known: false, counts }
}

async function knownBefore(db: TenantWriter, activity: NewActivity): Promise<MarkedActivity> {
  const [row] = await db.query<
    { id: string; itemId: string; actorId: string | null; firstResponse: boolean } & MarkedActivity['counts']
  >(
    `select id, item_id as "itemId", actor_id as "actorId", reached, coalesce(is_contact, false) as "isContact",
       coalesce(is_progress, false) as "isProgress", coalesce(quality, 0) as quality, flags
     from activity where tenant_id = $1 and client_ref = $2`,
    [db.tenantId, activity.ref],
  )
  if (row === undefined || row.itemId !== activity.itemId || row.actorId !== activity.actorId)
    throw new ProblemError('CONFLICT', { detail: 'ref_of_other_activity' })
  const { id, itemId: _item, actorId: _actor, ...counts } = row
  return { id, firstResponse: false, known: true, counts }
}

async function touch(
  db: TenantWriter,
  { itemKind, itemId, at }: NewActivity,
  reached: boolean,
  nextStepAt: Date | null,
): Promise<{ firstResponse: boolean } | null> {
  const keys = [db.tenantId, itemId]
  if (itemKind === 'contact') {
    const rows = await db.query('select 1 as one from contact where tenant_id = $1 and id = $2', keys)
    return rows.length === 0 ? null : { firstResponse: false }
  }
  // What happened earlier and was sent later (an offline queue) does not take back a newer next step.
  const nextStep = `case when last_activity_at > $3 then next_step_at else $4 end`
  if (itemKind === 'lead') {
    const [row] = await db.query<{ first: boolean }>(
      `update lead l set
         last_activity_at = greatest(l.last_activity_at, $3),
         next_step_at = ${nextStep.replaceAll(/last_activity_at|next_step_at/g, 'l.$&')},
         first_response_at = case when $5 then least(l.first_response_at, $3) else l.first_response_at end
       from (select first_response_at from lead where tenant_id = $1 and id = $2 for update) before
       where l.tenant_id = $1 and l.id = $2
       returning $5 and before.first_response_at is null as first`,
      [...keys, new Date(at), nextStepAt, reached],
      'customers_touch_lead',
    )
    return row === undefined ? null : { firstResponse: row.first }
  }
  const rows = await db.query(
    `update ${itemKind} set last_activity_at = greatest(last_activity_at, $3), next_step_at = ${nextStep}
     where tenant_id = $1 and id = $2 returning 1 as one`,
    [...keys, new Date(at), nextStepAt],
    `customers_touch_${itemKind}`,
  )
  return rows.length === 0 ? null : { firstResponse: false }
}
