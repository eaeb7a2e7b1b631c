import type { OutcomeCount, WinModel } from '@peineng/engine'
import { openModel, type StoredModel } from '../../learning/index.ts'
import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'

/** Name of the outcome counts in force; '' where nothing has been counted yet. */
export async function readModelHash(db: TenantReader): Promise<string> {
  const [row] = await db.query<{ hash: string }>(
    'select hash from win_model_current where tenant_id = $1',
    [db.tenantId],
    'win_model_hash',
  )
  return row?.hash ?? ''
}

/** The outcome counts a model was made of; none for a model that does not exist. */
export async function readModelCounts(db: TenantReader, hash: string): Promise<OutcomeCount[]> {
  const [row] = await db.query<{ counts: OutcomeCount[] }>(
    'select document as counts from win_model_version where tenant_id = $1 and hash = $2',
    [db.tenantId, hash],
  )
  return row?.counts ?? []
}

/** The model a decision names. */
export async function readModelNamed(db: TenantReader, hash: string): Promise<WinModel> {
  const [row] = await db.query<{ document: StoredModel }>(
    'select document from win_model_version where tenant_id = $1 and hash = $2',
    [db.tenantId, hash],
  )
  if (row === undefined) throw new Error(`win model ${hash} is named by a decision and gone`)
  return openModel(row.document)
}

/** Stores a model and makes it the one in force. */
export async function putModel(
  db: TenantWriter,
  hash: string,
  counts: readonly OutcomeCount[],
  now: number,
): Promise<void> {
  await db.query(
    `insert into win_model_version (tenant_id, hash, document, created_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [db.tenantId, hash, JSON.stringify(counts), new Date(now)],
  )
  await db.query(
    `insert into win_model_current (tenant_id, hash, set_at) values ($1, $2, $3)
     on conflict (tenant_id) do update set hash = excluded.hash, set_at = excluded.set_at`,
    [db.tenantId, hash, new Date(now)],
  )
}
