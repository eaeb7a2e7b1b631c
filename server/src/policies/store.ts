import type { TenantReader, TenantWriter } from '../platform/database/index.ts'

export interface PolicyVersionRow {
  readonly version: number
  readonly document: unknown
  readonly hash: string
  readonly note: string
  readonly rolledBackTo: number | null
  readonly publishedBy: string | null
  readonly publishedAt: Date
}

export interface PolicyDraftRow {
  readonly document: unknown
  readonly revision: number
  readonly baseVersion: number
  readonly updatedBy: string | null
  readonly updatedAt: Date
}

const VERSION_COLUMNS = `version, document, hash, note, rolled_back_to as "rolledBackTo", published_by as "publishedBy", published_at as "publishedAt"`

export async function latestVersion(db: TenantReader): Promise<PolicyVersionRow | null> {
  const rows = await db.query<PolicyVersionRow & Record<string, unknown>>(
    `select ${VERSION_COLUMNS} from policy_version where tenant_id = $1 order by version desc limit 1`,
    [db.tenantId],
    'policy_latest',
  )
  return rows[0] ?? null
}

export async function latestVersionNumber(db: TenantReader): Promise<number> {
  const rows = await db.query<{ version: number | null }>(
    'select max(version) as version from policy_version where tenant_id = $1',
    [db.tenantId],
    'policy_latest_number',
  )
  return rows[0]?.version ?? 0
}

export async function readVersion(db: TenantReader, version: number): Promise<PolicyVersionRow | null> {
  const rows = await db.query<PolicyVersionRow & Record<string, unknown>>(
    `select ${VERSION_COLUMNS} from policy_version where tenant_id = $1 and version = $2`,
    [db.tenantId, version],
  )
  return rows[0] ?? null
}

export async function listVersions(
  db: TenantReader,
  before: number | null,
  limit: number,
): Promise<PolicyVersionRow[]> {
  return db.query<PolicyVersionRow & Record<string, unknown>>(
    `select ${VERSION_COLUMNS} from policy_version
     where tenant_id = $1 and ($2::int is null or version < $2) order by version desc limit $3`,
    [db.tenantId, before, limit],
  )
}

/** Fails on the primary key where somebody published the same number a moment earlier. */
export async function insertVersion(db: TenantWriter, row: PolicyVersionRow): Promise<boolean> {
  const rows = await db.query(
    `insert into policy_version (tenant_id, version, document, hash, note, rolled_back_to, published_by, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning version`,
    [
      db.tenantId,
      row.version,
      JSON.stringify(row.document),
      row.hash,
      row.note,
      row.rolledBackTo,
      row.publishedBy,
      row.publishedAt,
    ],
  )
  return rows.length === 1
}

export async function readDraft(db: TenantReader, lock = false): Promise<PolicyDraftRow | null> {
  const rows = await db.query<PolicyDraftRow & Record<string, unknown>>(
    `select document, revision, base_version as "baseVersion", updated_by as "updatedBy", updated_at as "updatedAt"
     from policy_draft where tenant_id = $1${lock ? ' for update' : ''}`,
    [db.tenantId],
  )
  return rows[0] ?? null
}

/** Writes revision `row.revision` over the one before it; false where somebody else was faster. */
export async function writeDraft(db: TenantWriter, row: PolicyDraftRow): Promise<boolean> {
  const rows = await db.query(
    `insert into policy_draft (tenant_id, document, revision, base_version, updated_by, updated_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id) do update
       set document = excluded.document, revision = excluded.revision, base_version = excluded.base_version,
           updated_by = excluded.updated_by, updated_at = excluded.updated_at
       where policy_draft.revision = excluded.revision - 1
     returning revision`,
    [db.tenantId, JSON.stringify(row.document), row.revision, row.baseVersion, row.updatedBy, row.updatedAt],
  )
  return rows.length === 1
}

export async function deleteDraft(db: TenantWriter): Promise<boolean> {
  return (
    (await db.query('delete from policy_draft where tenant_id = $1 returning 1 as one', [db.tenantId]))
      .length === 1
  )
}
