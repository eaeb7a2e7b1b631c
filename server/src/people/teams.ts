import { type Actor, refusing } from '../identity/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { versionMismatch } from '../platform/http/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import type { OwnCapacity } from './model.ts'
import { noteChange } from './note-change.ts'
import { teamsUnder } from './visible-reps.ts'

export interface TeamRow extends OwnCapacity, Record<string, unknown> {
  readonly id: string
  readonly parent_id: string | null
  readonly name: string
  readonly archived_at: Date | null
  readonly version: number
}

export interface TeamFields {
  readonly name: string
  readonly parentId: string | null
  readonly gauges: OwnCapacity['gauges']
  readonly limits: OwnCapacity['limits']
}

const COLUMNS = 'id, parent_id, name, gauges, limits, archived_at, version'
const nameTaken = { team_name: 'NAME_TAKEN' } as const

export async function listTeams(db: TenantReader): Promise<readonly TeamRow[]> {
  return db.query<TeamRow>(
    `select ${COLUMNS} from team where tenant_id = $1 and archived_at is null order by name, id`,
    [db.tenantId],
  )
}

export async function teamById(db: TenantReader, id: string): Promise<TeamRow | null> {
  const [row] = await db.query<TeamRow>(`select ${COLUMNS} from team where tenant_id = $1 and id = $2`, [
    db.tenantId,
    id,
  ])
  return row ?? null
}

export async function createTeam(
  db: TenantWriter,
  now: number,
  actor: Actor,
  input: { readonly name: string } & Partial<TeamFields>,
): Promise<TeamRow> {
  const id = uuidv7(now)
  await mustStand(db, input.parentId ?? null)
  const [row] = await refusing(nameTaken, () =>
    db.query<TeamRow>(
      `insert into team (tenant_id, id, parent_id, name, gauges, limits, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
      [
        db.tenantId,
        id,
        input.parentId ?? null,
        input.name,
        JSON.stringify(input.gauges ?? []),
        JSON.stringify(input.limits ?? {}),
        new Date(now),
      ],
    ),
  )
  if (row === undefined) throw new Error('an insert returned no row')
  await noteChange(db, now, actor, {
    action: 'team.created',
    id,
    detail: { name: input.name, parentId: input.parentId ?? null },
  })
  return row
}

export async function changeTeam(
  db: TenantWriter,
  now: number,
  actor: Actor,
  id: string,
  version: number,
  change: { readonly [K in keyof TeamFields]?: TeamFields[K] | undefined },
): Promise<TeamRow> {
  await lockTree(db)
  const before = await teamById(db, id)
  if (before === null || before.archived_at !== null) throw new ProblemError('NOT_FOUND')
  if (before.version !== version) throw await versionMismatch(db, id, before.version)
  if (change.parentId !== undefined && change.parentId !== null) {
    await mustStand(db, change.parentId)
    if ((await teamsUnder(db, id)).includes(change.parentId)) throw new ProblemError('TREE_CYCLE')
  }
  const [row] = await refusing(nameTaken, () =>
    db.query<TeamRow>(
      `update team set name = $3, parent_id = $4, gauges = $5, limits = $6, version = version + 1
       where tenant_id = $1 and id = $2 returning ${COLUMNS}`,
      [
        db.tenantId,
        id,
        change.name ?? before.name,
        change.parentId === undefined ? before.parent_id : change.parentId,
        JSON.stringify(change.gauges ?? before.gauges),
        JSON.stringify(change.limits ?? before.limits),
      ],
    ),
  )
  if (row === undefined) throw new Error('a locked row vanished')
  await noteChange(db, now, actor, { action: 'team.updated', id, detail: { ...change } })
  return row
}

/** Takes a team out of the tree; it must be empty, so that nobody falls out of every reach unnoticed. */
export async function archiveTeam(db: TenantWriter, now: number, actor: Actor, id: string): Promise<void> {
  await lockTree(db)
  const before = await teamById(db, id)
  if (before === null || before.archived_at !== null) throw new ProblemError('NOT_FOUND')
  const [held] = await db.query<{ held: boolean }>(
    `select exists (select from team where tenant_id = $1 and parent_id = $2 and archived_at is null)
         or exists (select from rep where tenant_id = $1 and team_id = $2 and status <> 'inactive') as held`,
    [db.tenantId, id],
  )
  if (held?.held) throw new ProblemError('CONFLICT', { detail: 'team_not_empty' })
  await db.query('update team set archived_at = $3, version = version + 1 where tenant_id = $1 and id = $2', [
    db.tenantId,
    id,
    new Date(now),
  ])
  await noteChange(db, now, actor, { action: 'team.archived', id })
}

/** One change of the tree at a time per company: two moves that are fine alone can close a circle together. */
export async function lockTree(db: TenantWriter): Promise<void> {
  await db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`tree of ${db.tenantId}`])
}

async function mustStand(db: TenantReader, parentId: string | null): Promise<void> {
  if (parentId === null) return
  const parent = await teamById(db, parentId)
  if (parent === null || parent.archived_at !== null) throw new ProblemError('NOT_FOUND')
}
