import type { ColumnType, Generated } from 'kysely'

/** Tables of the platform. Each slice types its own in its `tables.ts` and reads them through `withTables`. */
export interface PlatformTables {
  tenant: {
    id: string
    slug: string
    name: string
    time_zone: Generated<string>
    is_demo: Generated<boolean>
    created_at: Date
  }
  event: {
    tenant_id: string
    id: string
    created_at: Date
    xid: Generated<string>
    seq: Generated<string>
    type: string
    entity_kind: string
    entity_id: string | null
    actor_id: string | null
    payload: ColumnType<Record<string, unknown>, string, never>
  }
  audit: {
    tenant_id: string
    id: string
    at: Date
    actor_kind: string
    actor_id: string | null
    action: string
    entity_kind: string
    entity_id: string | null
    detail: ColumnType<Record<string, unknown>, string, never>
    ip: string | null
  }
}
