import type { TagSource } from '@peineng/engine'
import type { Actor } from '../identity/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { uuidv7 } from '../platform/ids.ts'
import { noteChange } from './note-change.ts'

/** C1's four families, C6's further factors, C5's feedback. */
export const tagFamilies = [
  'industry',
  'communication',
  'rhythm',
  'tools',
  'sales_skill',
  'self_management',
  'customer_feedback',
] as const
export type TagFamily = (typeof tagFamilies)[number]
export const tagSources = ['history', 'callback', 'manager'] as const satisfies readonly TagSource[]

export interface TagRow extends Record<string, unknown> {
  readonly id: string
  readonly rep_id: string
  readonly family: TagFamily
  readonly tag: string
  readonly level: number
  readonly source: TagSource
  readonly evidence: string
  readonly assessed_at: Date
  readonly assessed_by: string | null
}

export interface TagFields {
  readonly family: TagFamily
  readonly tag: string
  /** 1 (knows it) … 5 (best we have). */
  readonly level: number
  readonly source: TagSource
  /** What it rests on: deals won, what a customer said, what was observed. Never empty (C2). */
  readonly evidence: string
}

const COLUMNS = 'id, rep_id, family, tag, level, source, evidence, assessed_at, assessed_by'

export async function tagsOf(db: TenantReader, repIds: readonly string[]): Promise<readonly TagRow[]> {
  return db.query<TagRow>(
    `select ${COLUMNS} from rep_tag where tenant_id = $1 and rep_id = any($2::uuid[])
     order by rep_id, family, tag, source`,
    [db.tenantId, repIds],
  )
}

/** One assessment per rep, tag and source: a newer one replaces the older, other sources stay beside it. */
export async function assessTag(
  db: TenantWriter,
  now: number,
  actor: Actor,
  repId: string,
  input: TagFields,
): Promise<TagRow> {
  const [row] = await db.query<TagRow>(
    `insert into rep_tag (tenant_id, id, rep_id, family, tag, level, source, evidence, assessed_at, assessed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (tenant_id, rep_id, tag, source) do update set family = excluded.family, level = excluded.level,
       evidence = excluded.evidence, assessed_at = excluded.assessed_at, assessed_by = excluded.assessed_by
     returning ${COLUMNS}`,
    [
      db.tenantId,
      uuidv7(now),
      repId,
      input.family,
      input.tag,
      input.level,
      input.source,
      input.evidence,
      new Date(now),
      actor.actorId,
    ],
  )
  if (row === undefined) throw new Error('an upsert returned no row')
  const { family, tag, level, source } = input
  await noteChange(db, now, actor, {
    action: 'rep_tag.assessed',
    id: row.id,
    detail: { repId, family, tag, level, source },
  })
  return row
}

export async function removeTag(
  db: TenantWriter,
  now: number,
  actor: Actor,
  repId: string,
  tagId: string,
): Promise<void> {
  const [row] = await db.query<{ tag: string; source: string }>(
    'delete from rep_tag where tenant_id = $1 and rep_id = $2 and id = $3 returning tag, source',
    [db.tenantId, repId, tagId],
  )
  if (row === undefined) throw new ProblemError('NOT_FOUND')
  await noteChange(db, now, actor, { action: 'rep_tag.removed', id: tagId, detail: { repId, ...row } })
}

/** Takes off what history said of a rep; other sources of the same tag stay. Nothing there, nothing happens. */
export async function removeHistoryTag(
  db: TenantWriter,
  now: number,
  actor: Actor,
  repId: string,
  tag: string,
): Promise<void> {
  const [row] = await db.query<{ id: string }>(
    `delete from rep_tag where tenant_id = $1 and rep_id = $2 and tag = $3 and source = 'history' returning id`,
    [db.tenantId, repId, tag],
  )
  if (row === undefined) return
  await noteChange(db, now, actor, {
    action: 'rep_tag.removed',
    id: row.id,
    detail: { repId, tag, source: 'history' },
  })
}
