import type { LiveModelDocument, ModelDocument } from '@peineng/engine/learning'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { uuidv7 } from '../platform/ids.ts'

export type TrainingCause = 'nightly' | 'asked' | 'drift'

export interface ModelRow extends Record<string, unknown> {
  readonly id: string
  readonly number: number
  readonly document: ModelDocument
  readonly passed: boolean
  readonly trainedAt: Date
  readonly cause: TrainingCause
  readonly askedBy: string | null
}

const COLUMNS = `id, number, document, passed, trained_at as "trainedAt", cause, asked_by as "askedBy"`

export async function readModel(db: TenantReader, id: string): Promise<ModelRow | null> {
  const [row] = await db.query<ModelRow>(
    `select ${COLUMNS} from win_model where tenant_id = $1 and id = $2`,
    [db.tenantId, id],
  )
  return row ?? null
}

/** A version without its document: what a list shows. */
export interface ModelSummary extends Record<string, unknown> {
  readonly id: string
  readonly number: number
  readonly verdict: string
  readonly passed: boolean
  readonly outcomes: number
  readonly trainedAt: Date
  readonly cause: TrainingCause
  readonly kind: string
  readonly gainInErrors: number
  readonly auc: number | null
  readonly repsMatter: boolean
}

/** Newest first. */
export async function listModels(db: TenantReader, limit: number): Promise<ModelSummary[]> {
  return db.query<ModelSummary>(
    `select id, number, verdict, passed, outcomes, trained_at as "trainedAt", cause, document->>'kind' as kind,
       (document->'validation'->>'gainInErrors')::float8 as "gainInErrors",
       (document->'validation'->'model'->'auc'->>'value')::float8 as auc,
       coalesce((document->'match'->>'used')::boolean, document->>'kind' = 'beta-binomial') and passed as "repsMatter"
     from win_model where tenant_id = $1 order by number desc limit $2`,
    [db.tenantId, limit],
  )
}

/** Keeps a trained model; the same document as the newest one is not kept twice. Returns its id. */
export async function keepModel(
  db: TenantWriter,
  now: number,
  document: ModelDocument,
  by: { readonly cause: TrainingCause; readonly askedBy: string | null },
): Promise<string> {
  const [newest] = await db.query<{ id: string; number: number; hash: string }>(
    'select id, number, hash from win_model where tenant_id = $1 order by number desc limit 1',
    [db.tenantId],
  )
  if (newest?.hash === document.hash) return newest.id
  const id = uuidv7(now)
  await db.query(
    `insert into win_model (tenant_id, id, number, document, hash, verdict, passed, outcomes, trained_at, cause, asked_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      db.tenantId,
      id,
      (newest?.number ?? 0) + 1,
      JSON.stringify(document),
      document.hash,
      document.verdict.code,
      document.verdict.used,
      document.outcomes.won + document.outcomes.lost,
      new Date(now),
      by.cause,
      by.askedBy,
    ],
  )
  return id
}

/** What is in use, and everything that decides whether it is. */
export interface InUse extends Record<string, unknown> {
  readonly modelId: string | null
  readonly online: ModelDocument | null
  readonly learned: number
  readonly suspended: 'drift' | null
  readonly pinned: boolean
  readonly since: Date
  readonly explorers: readonly string[]
  readonly revision: number
  readonly trainedAt: Date | null
}

const IN_USE = `model_id as "modelId", online, learned, suspended, pinned, since, explorers, revision,
  trained_at as "trainedAt"`

export async function readInUse(db: TenantReader): Promise<InUse | null> {
  const [row] = await db.query<InUse>(
    `select ${IN_USE} from win_model_in_use where tenant_id = $1`,
    [db.tenantId],
    'model_in_use',
  )
  return row ?? null
}

/** Moves with every change a decision could see; 0 = nothing was ever learned. */
export async function readRevision(db: TenantReader): Promise<number> {
  const [row] = await db.query<{ revision: number }>(
    'select revision from win_model_in_use where tenant_id = $1',
    [db.tenantId],
    'model_revision',
  )
  return Number(row?.revision ?? 0)
}

/** The row, made where there is none, locked to the end of the transaction. */
export async function lockInUse(db: TenantWriter, now: number): Promise<InUse> {
  await db.query('insert into win_model_in_use (tenant_id, since) values ($1, $2) on conflict do nothing', [
    db.tenantId,
    new Date(now),
  ])
  const [row] = await db.query<InUse>(
    `select ${IN_USE} from win_model_in_use where tenant_id = $1 for update`,
    [db.tenantId],
  )
  if (row === undefined) throw new Error('a row that was just made is not there')
  return row
}

export type ChangeOfUse = Partial<
  Pick<InUse, 'modelId' | 'online' | 'learned' | 'suspended' | 'pinned' | 'explorers'>
>

/** Writes what changes and moves the revision; the caller holds the lock. */
export async function writeInUse(
  db: TenantWriter,
  now: number,
  before: InUse,
  change: ChangeOfUse,
): Promise<void> {
  const after = { ...before, ...change }
  const since = change.modelId === undefined ? before.since : new Date(now)
  await db.query(
    `update win_model_in_use set model_id = $2, online = $3, learned = $4, suspended = $5, pinned = $6, explorers = $7,
       since = $8, revision = revision + 1 where tenant_id = $1`,
    [
      db.tenantId,
      after.modelId,
      after.online === null ? null : JSON.stringify(after.online),
      after.learned,
      after.suspended,
      after.pinned,
      after.explorers,
      since,
    ],
  )
}

export async function noteTraining(db: TenantWriter, now: number): Promise<void> {
  await db.query('update win_model_in_use set trained_at = $2 where tenant_id = $1', [
    db.tenantId,
    new Date(now),
  ])
}

export type ChangeCause = 'nightly' | 'not_better' | 'activated' | 'rolled_back' | 'switched_off' | 'drift'

export interface ModelChange extends Record<string, unknown> {
  readonly at: Date
  readonly fromModelId: string | null
  readonly toModelId: string | null
  readonly cause: ChangeCause
  readonly actorId: string | null
  readonly note: string | null
}

export async function appendChange(
  db: TenantWriter,
  now: number,
  change: Omit<ModelChange, 'at'>,
): Promise<void> {
  await db.query(
    `insert into win_model_change (tenant_id, id, at, from_model_id, to_model_id, cause, actor_id, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      db.tenantId,
      uuidv7(now),
      new Date(now),
      change.fromModelId,
      change.toModelId,
      change.cause,
      change.actorId,
      change.note,
    ],
  )
}

/** Newest first. */
export async function listChanges(db: TenantReader, limit: number): Promise<ModelChange[]> {
  return db.query<ModelChange>(
    `select at, from_model_id as "fromModelId", to_model_id as "toModelId", cause, actor_id as "actorId", note
     from win_model_change where tenant_id = $1 order by at desc, id desc limit $2`,
    [db.tenantId, limit],
  )
}

export interface ConfirmedColumn extends Record<string, unknown> {
  readonly name: string
  readonly confirmedBy: string | null
  readonly confirmedAt: Date
}

export async function listColumns(db: TenantReader): Promise<ConfirmedColumn[]> {
  return db.query<ConfirmedColumn>(
    `select name, confirmed_by as "confirmedBy", confirmed_at as "confirmedAt" from win_model_column
     where tenant_id = $1 order by name`,
    [db.tenantId],
  )
}

/** What a decision names by hash. */
export interface StoredLiveModel {
  readonly document: LiveModelDocument
  readonly counts: readonly unknown[]
}
