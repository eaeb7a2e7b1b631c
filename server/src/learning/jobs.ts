import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import type { TrainingCause } from './model-store.ts'

export type JobKind = 'model' | 'capability'

export interface LearningJob extends Record<string, unknown> {
  readonly id: string
  readonly kind: JobKind
  readonly cause: TrainingCause
  readonly askedBy: string | null
  readonly askedAt: Date
  readonly state: 'queued' | 'running' | 'done' | 'failed'
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly modelId: string | null
  readonly error: string | null
}

const COLUMNS = `id, kind, cause, asked_by as "askedBy", asked_at as "askedAt", state, started_at as "startedAt",
  finished_at as "finishedAt", model_id as "modelId", error`

/** A process that died while it trained gives its job back after this. */
const LOST_AFTER_MS = 30 * 60_000

/** Queues a job; where one of its kind waits or runs, that one answers. Conditional on the open index: no twins. */
export async function queueJob(
  db: TenantWriter,
  now: number,
  job: { readonly kind: JobKind; readonly cause: TrainingCause; readonly askedBy: string | null },
): Promise<LearningJob> {
  await db.query(
    `insert into learning_job (tenant_id, id, kind, cause, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, kind) where state in ('queued', 'running') do nothing`,
    [db.tenantId, uuidv7(now), job.kind, job.cause, job.askedBy, new Date(now)],
  )
  const [row] = await db.query<LearningJob>(
    `select ${COLUMNS} from learning_job where tenant_id = $1 and kind = $2 order by asked_at desc, id desc limit 1`,
    [db.tenantId, job.kind],
  )
  if (row === undefined) throw new Error('a job that was just queued is not there')
  return row
}

/** Takes the oldest job that waits or was lost; null = nothing to do. */
export async function claimJob(db: TenantWriter, now: number): Promise<LearningJob | null> {
  const [row] = await db.query<LearningJob>(
    `update learning_job set state = 'running', started_at = $2 where tenant_id = $1 and id = (
       select id from learning_job where tenant_id = $1
         and (state = 'queued' or (state = 'running' and started_at < $3))
       order by asked_at, id limit 1 for update skip locked)
     returning ${COLUMNS}`,
    [db.tenantId, new Date(now), new Date(now - LOST_AFTER_MS)],
  )
  return row ?? null
}

export async function finishJob(
  db: TenantWriter,
  now: number,
  id: string,
  end: { readonly modelId?: string; readonly error?: string },
): Promise<void> {
  await db.query(
    `update learning_job set state = $3, finished_at = $4, model_id = $5, error = $6 where tenant_id = $1 and id = $2`,
    [
      db.tenantId,
      id,
      end.error === undefined ? 'done' : 'failed',
      new Date(now),
      end.modelId ?? null,
      end.error ?? null,
    ],
  )
}

export async function latestJob(db: TenantReader, kind: JobKind): Promise<LearningJob | null> {
  const [row] = await db.query<LearningJob>(
    `select ${COLUMNS} from learning_job where tenant_id = $1 and kind = $2 order by asked_at desc, id desc limit 1`,
    [db.tenantId, kind],
  )
  return row ?? null
}
