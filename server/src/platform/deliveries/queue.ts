import type { TenantReader, TenantWriter } from '../database/index.ts'
import { uuidv7 } from '../ids.ts'

export const deliveryChannels = ['email', 'push', 'robot', 'webhook'] as const
export type DeliveryChannel = (typeof deliveryChannels)[number]

/** A message to one receiver, asked for in the transaction that knows of it. */
export interface NewDelivery {
  readonly channel: DeliveryChannel
  readonly targetId: string
  /** The same key is the same message: it is sent once. */
  readonly dedupeKey: string
  readonly eventId: string | null
  readonly body: Readonly<Record<string, unknown>>
  /** Not before, epoch milliseconds: quiet hours, a digest. */
  readonly dueAt: number
}

/** Any number of messages with two statements; those that are there already are left as they are. */
export async function enqueueDeliveries(
  db: TenantWriter,
  now: number,
  deliveries: readonly NewDelivery[],
): Promise<number> {
  if (deliveries.length === 0) return 0
  const rows = await db.query<{ channel: string; target_id: string; due_at: Date }>(
    `insert into delivery (tenant_id, id, channel, target_id, dedupe_key, event_id, body, due_at, created_at)
     select $1, d.id, d.channel, d.target, d.key, d.event, d.body::jsonb, to_timestamp(d.due / 1000.0), $2
     from unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::uuid[], $8::text[], $9::float8[])
       as d(id, channel, target, key, event, body, due)
     on conflict (tenant_id, dedupe_key) do nothing returning channel, target_id, due_at`,
    [
      db.tenantId,
      new Date(now),
      deliveries.map(() => uuidv7(now)),
      deliveries.map((d) => d.channel),
      deliveries.map((d) => d.targetId),
      deliveries.map((d) => d.dedupeKey),
      deliveries.map((d) => d.eventId),
      deliveries.map((d) => JSON.stringify(d.body)),
      deliveries.map((d) => d.dueAt),
    ],
    'delivery_enqueue',
  )
  await wakeTargets(
    db,
    rows.map((row) => ({ channel: row.channel, targetId: row.target_id, dueAt: row.due_at.getTime() })),
  )
  return rows.length
}

/** Says to sweeps that something waits for these receivers from then on. */
export async function wakeTargets(
  db: TenantWriter,
  wakes: readonly { readonly channel: string; readonly targetId: string; readonly dueAt: number }[],
): Promise<void> {
  const earliest = new Map<string, (typeof wakes)[number]>()
  for (const wake of wakes) {
    const key = `${wake.channel} ${wake.targetId}`
    const known = earliest.get(key)
    if (known === undefined || wake.dueAt < known.dueAt) earliest.set(key, wake)
  }
  if (earliest.size === 0) return
  // In one order everywhere, so that two that wake the same receivers never wait for each other.
  const targets = [...earliest.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, wake]) => wake)
  await db.query(
    `insert into delivery_target as t (tenant_id, channel, target_id, due_at)
     select $1, w.channel, w.target, to_timestamp(w.due / 1000.0)
     from unnest($2::text[], $3::uuid[], $4::float8[]) as w(channel, target, due)
     on conflict (tenant_id, channel, target_id) do update set due_at = least(t.due_at, excluded.due_at)`,
    [db.tenantId, targets.map((t) => t.channel), targets.map((t) => t.targetId), targets.map((t) => t.dueAt)],
    'delivery_wake',
  )
}

export interface DeliveryRow extends Record<string, unknown> {
  readonly id: string
  readonly channel: DeliveryChannel
  readonly targetId: string
  readonly eventId: string | null
  readonly body: Readonly<Record<string, unknown>>
  readonly state: 'waiting' | 'sent' | 'dead' | 'skipped'
  readonly attempts: number
  readonly dueAt: Date
  readonly createdAt: Date
  readonly finishedAt: Date | null
  readonly error: string | null
  readonly detail: string | null
}

const COLUMNS = `id, channel, target_id as "targetId", event_id as "eventId", body, state, attempts, due_at as "dueAt",
  created_at as "createdAt", finished_at as "finishedAt", error, detail`

export interface DeliveryFilter {
  readonly channel?: DeliveryChannel | undefined
  readonly targetId?: string | undefined
  readonly state?: DeliveryRow['state'] | undefined
  readonly before: string | null
  readonly limit: number
}

/** The log, newest first. */
export async function listDeliveries(db: TenantReader, filter: DeliveryFilter): Promise<DeliveryRow[]> {
  return db.query<DeliveryRow>(
    `select ${COLUMNS} from delivery where tenant_id = $1
       and ($2::text is null or channel = $2) and ($3::uuid is null or target_id = $3)
       and ($4::text is null or state = $4) and ($5::uuid is null or id < $5)
     order by id desc limit $6`,
    [
      db.tenantId,
      filter.channel ?? null,
      filter.targetId ?? null,
      filter.state ?? null,
      filter.before,
      filter.limit,
    ],
  )
}

/** Sends again, at once, what was given up or still waits; null = there is no such delivery, or it was sent. */
export async function retryDelivery(db: TenantWriter, now: number, id: string): Promise<DeliveryRow | null> {
  const [row] = await db.query<DeliveryRow>(
    `update delivery set state = 'waiting', attempts = 0, due_at = $3, finished_at = null
     where tenant_id = $1 and id = $2 and state <> 'sent' returning ${COLUMNS}`,
    [db.tenantId, id, new Date(now)],
  )
  if (row === undefined) return null
  await wakeTargets(db, [{ channel: row.channel, targetId: row.targetId, dueAt: now }])
  await db.query(
    `update delivery_target set not_before = '-infinity' where tenant_id = $1 and channel = $2 and target_id = $3
       and failures > 0`,
    [db.tenantId, row.channel, row.targetId],
  )
  return row
}

/** A receiver that is gone: what waits for it will not be sent, and says so. */
export async function abandonTarget(
  db: TenantWriter,
  now: number,
  channel: DeliveryChannel,
  targetId: string,
): Promise<void> {
  await db.query(
    `update delivery set state = 'skipped', error = 'TARGET_GONE', finished_at = $4
     where tenant_id = $1 and channel = $2 and target_id = $3 and state = 'waiting'`,
    [db.tenantId, channel, targetId, new Date(now)],
  )
  await db.query('delete from delivery_target where tenant_id = $1 and channel = $2 and target_id = $3', [
    db.tenantId,
    channel,
    targetId,
  ])
}

export interface TargetHealth extends Record<string, unknown> {
  readonly targetId: string
  readonly failures: number
  readonly lastSentAt: Date | null
  readonly error: string | null
  readonly errorAt: Date | null
  readonly waiting: number
  readonly dead: number
}

/** How receivers of a channel fare: what an administrator sees beside their names. */
export async function targetHealth(db: TenantReader, channel: DeliveryChannel): Promise<TargetHealth[]> {
  return db.query<TargetHealth>(
    `select t.target_id as "targetId", t.failures, t.last_sent_at as "lastSentAt", t.error, t.error_at as "errorAt",
       count(d.id) filter (where d.state = 'waiting')::int as waiting,
       count(d.id) filter (where d.state = 'dead')::int as dead
     from delivery_target t
     left join delivery d on d.tenant_id = t.tenant_id and d.channel = t.channel and d.target_id = t.target_id
       and d.state in ('waiting', 'dead')
     where t.tenant_id = $1 and t.channel = $2
     group by t.target_id, t.failures, t.last_sent_at, t.error, t.error_at`,
    [db.tenantId, channel],
  )
}
