import type { TenantWriter } from '../database/index.ts'
import { uuidv7 } from '../ids.ts'

/** One line of the record of who changed what. Append-only: the app role cannot update or delete it. */
export interface AuditEntry {
  readonly actorKind: 'member' | 'api_key' | 'form' | 'system'
  readonly actorId: string | null
  /** `<entity>.<verb>`, e.g. `rep.updated`. */
  readonly action: string
  readonly entityKind: string
  readonly entityId: string | null
  /** What changed; no secrets, no contact data. */
  readonly detail?: Readonly<Record<string, unknown>>
  readonly ip?: string | null
}

export async function record(db: TenantWriter, now: number, entry: AuditEntry): Promise<void> {
  await db.query(
    `insert into audit (tenant_id, id, at, actor_kind, actor_id, action, entity_kind, entity_id, detail, ip)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      db.tenantId,
      uuidv7(now),
      new Date(now),
      entry.actorKind,
      entry.actorId,
      entry.action,
      entry.entityKind,
      entry.entityId,
      JSON.stringify(entry.detail ?? {}),
      entry.ip ?? null,
    ],
    'audit_record',
  )
}
