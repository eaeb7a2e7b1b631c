import type { HandoverField } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'

export const handoverStates = ['requested', 'submitted', 'confirmed', 'declined', 'cancelled'] as const
export type HandoverState = (typeof handoverStates)[number]

export interface HandoverRow {
  readonly id: string
  readonly subjectId: string
  readonly fromRepId: string
  readonly toRepId: string
  readonly cause: string
  readonly customerClass: string | null
  readonly state: HandoverState
  readonly writer: 'owner' | 'manager'
  readonly version: number
  readonly template: readonly HandoverField[]
  readonly answers: Readonly<Record<string, string>>
  readonly requestedAt: Date
  readonly dueAt: Date
  readonly submittedAt: Date | null
  readonly submittedBy: string | null
  readonly confirmedAt: Date | null
  readonly shadowUntil: Date | null
  readonly shadowEndedAt: Date | null
  readonly declinedAt: Date | null
  readonly declineReason: string | null
  readonly declineNote: string | null
  readonly cancelledAt: Date | null
  readonly score: number | null
  readonly scoreNote: string | null
  readonly scoredAt: Date | null
}
type Row = HandoverRow & Record<string, unknown>

const COLUMNS = `h.id, h.subject_id as "subjectId", h.from_rep_id as "fromRepId", h.to_rep_id as "toRepId", h.cause,
  h.customer_class as "customerClass", h.state, h.writer, h.version, h.template, h.answers, h.requested_at as "requestedAt",
  h.due_at as "dueAt", h.submitted_at as "submittedAt", h.submitted_by as "submittedBy", h.confirmed_at as "confirmedAt",
  h.shadow_until as "shadowUntil", h.shadow_ended_at as "shadowEndedAt", h.declined_at as "declinedAt",
  h.decline_reason as "declineReason", h.decline_note as "declineNote", h.cancelled_at as "cancelledAt", h.score,
  h.score_note as "scoreNote", h.scored_at as "scoredAt"`

export async function readHandover(db: TenantReader, id: string): Promise<HandoverRow | null> {
  const [row] = await db.query<Row>(
    `select ${COLUMNS} from handover h where h.tenant_id = $1 and h.id = $2`,
    [db.tenantId, id],
    'handover_read',
  )
  return row ?? null
}

export interface HandoverItem {
  readonly handoverId: string
  readonly itemId: string
  readonly itemKind: string
  readonly withdrawn: boolean
}

export function readHandoverItems(db: TenantReader, ids: readonly string[]): Promise<HandoverItem[]> {
  return db.query<HandoverItem & Record<string, unknown>>(
    `select handover_id as "handoverId", item_id as "itemId", item_kind as "itemKind", withdrawn_at is not null as withdrawn
     from handover_item where tenant_id = $1 and handover_id = any($2::uuid[]) order by handover_id, item_kind, item_id`,
    [db.tenantId, ids],
    'handover_read_items',
  )
}

/** Who decided the change of hands a handover came from; null = nobody by hand. */
export async function handedBy(db: TenantReader, id: string): Promise<string | null> {
  const [row] = await db.query<{ actorId: string | null }>(
    `select c.actor_id as "actorId" from handover h
     join handover_item i on i.tenant_id = $1 and i.handover_id = h.id
     join ownership_history c on c.tenant_id = $1 and c.item_id = i.item_id and c.to_owner_id = h.to_rep_id
     where h.tenant_id = $1 and h.id = $2 order by c.at desc, c.id desc limit 1`,
    [db.tenantId, id],
    'handover_decided_by',
  )
  return row?.actorId ?? null
}

/** Which list: what one is to write, what one is to read, or all there is in reach. */
export type HandoverView = 'write' | 'read' | 'all'

export interface HandoverFilter {
  readonly view: HandoverView
  readonly states: readonly HandoverState[]
  readonly repId?: string | undefined
  /** The caller's reach; null = everybody. */
  readonly visible: readonly string[] | null
  readonly ownRepId: string | null
  /** Leaders complete what nobody else will. */
  readonly leads: boolean
}

function narrowed(
  tenantId: string,
  { view, states, repId, visible, ownRepId, leads }: HandoverFilter,
): { sql: string; values: unknown[]; value: (one: unknown) => string } {
  const values: unknown[] = [tenantId, states]
  const value = (one: unknown): string => `$${values.push(one)}`
  const own = (column: string): string =>
    ownRepId === null ? 'false' : `h.${column} = ${value(ownRepId)}::uuid`
  const inReach = (): string => {
    if (visible === null) return 'true'
    const reps = value(visible)
    return `(h.from_rep_id = any(${reps}::uuid[]) or h.to_rep_id = any(${reps}::uuid[]))`
  }
  const wanted: Readonly<Record<HandoverView, () => string>> = {
    write: () =>
      `(h.writer = 'owner' and ${own('from_rep_id')}${leads ? ` or h.writer = 'manager' and ${inReach()}` : ''})`,
    read: () => own('to_rep_id'),
    all: inReach,
  }
  const parts = ['h.tenant_id = $1', 'h.state = any($2::text[])', wanted[view]()]
  if (repId !== undefined) {
    const one = value(repId)
    parts.push(`(h.from_rep_id = ${one}::uuid or h.to_rep_id = ${one}::uuid)`)
  }
  return { sql: parts.join(' and '), values, value }
}

export async function listHandovers(
  db: TenantReader,
  filter: HandoverFilter,
  after: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<HandoverRow[]> {
  const { sql, values, value } = narrowed(db.tenantId, filter)
  const before =
    after === null
      ? ''
      : `and (h.requested_at, h.id) < (${value(after.at)}::timestamptz, ${value(after.id)}::uuid)`
  return db.query<Row>(
    `select ${COLUMNS} from handover h where ${sql} ${before}
     order by h.requested_at desc, h.id desc limit ${value(limit)}`,
    values,
  )
}

export async function countHandovers(db: TenantReader, filter: HandoverFilter): Promise<number> {
  const { sql, values } = narrowed(db.tenantId, filter)
  const [row] = await db.query<{ n: number }>(`select count(*) as n from handover h where ${sql}`, values)
  return row?.n ?? 0
}

/** Changes one that still is as it was read; null where somebody was faster. */
export async function updateHandover(
  db: TenantWriter,
  id: string,
  expected: { readonly version?: number; readonly states: readonly HandoverState[] },
  sets: Readonly<Record<string, unknown>>,
): Promise<HandoverRow | null> {
  const names = Object.keys(sets)
  const [row] = await db.query<Row>(
    `update handover h set ${names.map((name, i) => `${name} = $${i + 5}`).join(', ')}, version = h.version + 1
     where h.tenant_id = $1 and h.id = $2 and h.state = any($3::text[]) and ($4::int is null or h.version = $4)
     returning ${COLUMNS}`,
    [db.tenantId, id, expected.states, expected.version ?? null, ...Object.values(sets)],
  )
  return row ?? null
}

export interface ProgressRow {
  readonly requested: number
  readonly submitted: number
  readonly confirmed: number
  readonly declined: number
  readonly withdrawn: number
  readonly items: number
}

/** How far the handovers are that somebody gave since a moment: of a departure, of a long leave. */
export async function readProgress(
  db: TenantReader,
  visible: readonly string[] | null,
  repId: string,
  since: Date,
): Promise<ProgressRow> {
  const [row] = await db.query<ProgressRow & Record<string, unknown>>(
    `select count(*) filter (where h.state = 'requested') as requested,
       count(*) filter (where h.state = 'submitted') as submitted,
       count(*) filter (where h.state = 'confirmed') as confirmed,
       count(*) filter (where h.state = 'declined') as declined,
       count(*) filter (where h.state = 'cancelled') as withdrawn,
       coalesce(sum((select count(*) from handover_item i where i.tenant_id = $1 and i.handover_id = h.id
         and i.withdrawn_at is null)), 0)::int as items
     from handover h where h.tenant_id = $1 and h.from_rep_id = $2 and h.requested_at >= $3
       and ($4::uuid[] is null or h.from_rep_id = any($4::uuid[]))`,
    [db.tenantId, repId, since, visible],
    'handover_progress',
  )
  return row ?? { requested: 0, submitted: 0, confirmed: 0, declined: 0, withdrawn: 0, items: 0 }
}

export interface QualityRow {
  readonly repId: string
  readonly open: number
  readonly overdue: number
  readonly done: number
  readonly scored: number
  /** Mean of the receivers' scores; null = none yet. */
  readonly average: number | null
}

/** Per former owner: what is open, what is late, and how good their handovers were to those who got them. */
export function readQuality(
  db: TenantReader,
  visible: readonly string[] | null,
  now: number,
): Promise<QualityRow[]> {
  return db.query<QualityRow & Record<string, unknown>>(
    `select from_rep_id as "repId", count(*) filter (where state in ('requested', 'submitted')) as open,
       count(*) filter (where state = 'requested' and due_at <= $3) as overdue,
       count(*) filter (where state = 'confirmed') as done, count(score) as scored,
       round(avg(score), 2)::float8 as average
     from handover where tenant_id = $1 and state <> 'cancelled' and ($2::uuid[] is null or from_rep_id = any($2::uuid[]))
     group by from_rep_id order by from_rep_id`,
    [db.tenantId, visible, new Date(now)],
    'handover_quality',
  )
}

export interface OverdueRow {
  readonly id: string
  readonly fromRepId: string
  readonly toRepId: string
  readonly itemId: string | null
  readonly dueAt: Date
}

/** The time to write is over, or whoever was to write is gone: from now on it is their manager's. */
export function passToManagers(db: TenantWriter, now: number, limit: number): Promise<OverdueRow[]> {
  return db.query<OverdueRow & Record<string, unknown>>(
    `update handover h set writer = 'manager', version = h.version + 1 from (
       select o.id from handover o join rep r on r.tenant_id = $1 and r.id = o.from_rep_id
       where o.tenant_id = $1 and o.state = 'requested' and o.writer = 'owner'
         and (o.due_at <= $2 or r.status = 'inactive')
       order by o.id limit $3 for update of o skip locked) due
     where h.tenant_id = $1 and h.id = due.id
     returning h.id, h.from_rep_id as "fromRepId", h.to_rep_id as "toRepId", h.due_at as "dueAt",
       (select i.item_id from handover_item i where i.tenant_id = $1 and i.handover_id = h.id
        and i.withdrawn_at is null order by i.item_id limit 1) as "itemId"`,
    [db.tenantId, new Date(now), limit],
    'handover_pass_to_managers',
  )
}

export async function noteShadowsEnded(db: TenantWriter, now: number, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db.query(
    `update handover set shadow_ended_at = $3 where tenant_id = $1 and id = any($2::uuid[]) and shadow_ended_at is null`,
    [db.tenantId, ids, new Date(now)],
    'handover_shadows_ended',
  )
}
