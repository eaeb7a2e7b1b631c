import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import type { StoredEvent } from '../../platform/outbox/index.ts'

export interface WebhookRow extends Record<string, unknown> {
  readonly id: string
  readonly url: string
  readonly description: string
  readonly eventTypes: readonly string[]
  readonly previousUntil: Date | null
  readonly enabled: boolean
  readonly disabledReason: string | null
  readonly createdAt: Date
  readonly version: number
}

/** With what signs; never leaves the server again. */
export interface WebhookSecrets extends WebhookRow {
  readonly secret: Buffer
  readonly previousSecret: Buffer | null
}

const COLUMNS = `id, url, description, event_types as "eventTypes", previous_until as "previousUntil", enabled,
  disabled_reason as "disabledReason", created_at as "createdAt", version`

export async function listWebhooks(db: TenantReader): Promise<WebhookRow[]> {
  return db.query<WebhookRow>(
    `select ${COLUMNS} from webhook where tenant_id = $1 order by created_at, id`,
    [db.tenantId],
    'webhook_list',
  )
}

export async function readWebhook(db: TenantReader, id: string): Promise<WebhookRow | null> {
  const [row] = await db.query<WebhookRow>(
    `select ${COLUMNS} from webhook where tenant_id = $1 and id = $2`,
    [db.tenantId, id],
  )
  return row ?? null
}

export async function readWebhookSecrets(db: TenantReader, id: string): Promise<WebhookSecrets | null> {
  const [row] = await db.query<WebhookSecrets>(
    `select ${COLUMNS}, secret, previous_secret as "previousSecret" from webhook where tenant_id = $1 and id = $2`,
    [db.tenantId, id],
    'webhook_secrets',
  )
  return row ?? null
}

export async function insertWebhook(
  db: TenantWriter,
  webhook: {
    readonly id: string
    readonly url: string
    readonly description: string
    readonly eventTypes: readonly string[]
    readonly secret: Buffer
    readonly enabled: boolean
    readonly createdAt: Date
    readonly createdBy: string
  },
): Promise<void> {
  await db.query(
    `insert into webhook (tenant_id, id, url, description, event_types, secret, enabled, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      db.tenantId,
      webhook.id,
      webhook.url,
      webhook.description,
      webhook.eventTypes,
      webhook.secret,
      webhook.enabled,
      webhook.createdAt,
      webhook.createdBy,
    ],
  )
}

export interface WebhookChanges {
  readonly url?: string | undefined
  readonly description?: string | undefined
  readonly eventTypes?: readonly string[] | undefined
  readonly enabled?: boolean | undefined
}

/** false = there is none, or not in this version. */
export async function updateWebhook(
  db: TenantWriter,
  id: string,
  version: number,
  changes: WebhookChanges,
): Promise<boolean> {
  const rows = await db.query(
    `update webhook set url = coalesce($4, url), description = coalesce($5, description),
       event_types = coalesce($6, event_types), enabled = coalesce($7, enabled),
       disabled_reason = case when $7 is null then disabled_reason end, version = version + 1
     where tenant_id = $1 and id = $2 and version = $3 returning 1 as one`,
    [
      db.tenantId,
      id,
      version,
      changes.url ?? null,
      changes.description ?? null,
      changes.eventTypes ?? null,
      changes.enabled ?? null,
    ],
  )
  return rows.length > 0
}

/** The secret of now becomes the one before, valid until then. */
export async function rotateSecret(
  db: TenantWriter,
  id: string,
  secret: Buffer,
  previousUntil: Date,
): Promise<boolean> {
  const rows = await db.query(
    `update webhook set previous_secret = secret, previous_until = $4, secret = $3, version = version + 1
     where tenant_id = $1 and id = $2 returning 1 as one`,
    [db.tenantId, id, secret, previousUntil],
  )
  return rows.length > 0
}

/** The receiver says that it is gone for good. */
export async function disableWebhook(db: TenantWriter, id: string, reason: string): Promise<void> {
  await db.query(
    `update webhook set enabled = false, disabled_reason = $3, version = version + 1 where tenant_id = $1 and id = $2`,
    [db.tenantId, id, reason],
  )
}

export async function deleteWebhook(db: TenantWriter, id: string): Promise<boolean> {
  const rows = await db.query('delete from webhook where tenant_id = $1 and id = $2 returning 1 as one', [
    db.tenantId,
    id,
  ])
  return rows.length > 0
}

/** Past events in the order they became visible, for a replay. */
export async function eventsBetween(
  db: TenantReader,
  span: {
    readonly since: Date
    readonly until: Date
    readonly types: readonly string[]
    readonly limit: number
  },
): Promise<StoredEvent[]> {
  const rows = await db.query<Omit<StoredEvent, 'at'> & { at: Date }>(
    `select xid::text as xid, seq, id, created_at as at, type, entity_kind as "entityKind",
       entity_id as "entityId", actor_id as "actorId", payload
     from event where tenant_id = $1 and created_at >= $2 and created_at < $3 and type = any($4::text[])
       and event.xid < pg_snapshot_xmin(pg_current_snapshot())
     order by event.xid, seq limit $5`,
    [db.tenantId, span.since, span.until, span.types, span.limit],
  )
  return rows.map((row) => ({ ...row, at: row.at.getTime() }))
}
