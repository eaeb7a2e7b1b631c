import type { TenantReader } from '../platform/database/index.ts'
import { cutPage, decodeCursor, type Page } from '../platform/http/index.ts'

export interface AuditRow extends Record<string, unknown> {
  readonly id: string
  readonly at: Date
  readonly actor_kind: 'member' | 'api_key' | 'form' | 'system'
  readonly actor_id: string | null
  readonly actor_name: string | null
  readonly action: string
  readonly entity_kind: string
  readonly entity_id: string | null
  readonly detail: Record<string, unknown>
  readonly ip: string | null
}

export interface AuditFilter {
  readonly action?: string | undefined
  readonly entityKind?: string | undefined
  readonly entityId?: string | undefined
  readonly actorId?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Who did what, newest first. Names are those of today: the record itself holds ids only. */
export async function listAudit(db: TenantReader, filter: AuditFilter): Promise<Page<AuditRow>> {
  const [at = null, id = null] = filter.cursor === undefined ? [] : decodeCursor(filter.cursor, 2)
  const rows = await db.query<AuditRow>(
    `select a.id, a.at, a.actor_kind, a.actor_id, coalesce(m.name, k.name) as actor_name, a.action, a.entity_kind,
            a.entity_id, a.detail, a.ip
     from audit a
     left join member m on m.tenant_id = a.tenant_id and m.id = a.actor_id
     left join api_key k on k.tenant_id = a.tenant_id and k.id = a.actor_id
     where a.tenant_id = $1
       and ($2::text is null or a.action = $2)
       and ($3::text is null or a.entity_kind = $3)
       and ($4::uuid is null or a.entity_id = $4)
       and ($5::uuid is null or a.actor_id = $5)
       and ($6::timestamptz is null or a.at >= $6)
       and ($7::timestamptz is null or a.at < $7)
       and ($8::timestamptz is null or (a.at, a.id) < ($8, $9::uuid))
     order by a.at desc, a.id desc limit $10`,
    [
      db.tenantId,
      filter.action ?? null,
      filter.entityKind ?? null,
      filter.entityId ?? null,
      filter.actorId ?? null,
      filter.from ?? null,
      filter.to ?? null,
      at,
      id,
      filter.limit + 1,
    ],
  )
  return cutPage(rows, filter.limit, (last) => [last.at.toISOString(), last.id])
}
