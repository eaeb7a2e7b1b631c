import type { Reason } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import type {
  MovePlace,
  PeopleBefore,
  PlanKind,
  PlannedMove,
  PlanOption,
  PlanParameters,
  PlanState,
  PlanSummary,
} from './plan-document.ts'

export interface PlanRow {
  readonly id: string
  readonly kind: PlanKind
  readonly parameters: PlanParameters
  readonly state: PlanState
  readonly repIds: readonly string[]
  readonly withinRepIds: readonly string[] | null
  readonly stopRequested: boolean
  readonly progressDone: number
  readonly progressTotal: number
  readonly summary: PlanSummary | null
  /** Set by the commit where it changes people. */
  readonly peopleBefore: readonly PeopleBefore[]
  readonly attempts: number
  readonly problemCode: string | null
  /** `system`: nobody asked. */
  readonly actorKind: 'member' | 'api_key' | 'form' | 'system'
  readonly createdBy: string | null
  readonly committedBy: string | null
  readonly createdAt: Date
  readonly solvedAt: Date | null
  readonly committedAt: Date | null
  readonly finishedAt: Date | null
}

const COLUMNS = `id, kind, parameters, state, rep_ids as "repIds", within_rep_ids as "withinRepIds",
  stop_requested as "stopRequested", progress_done as "progressDone", progress_total as "progressTotal", summary,
  people_before as "peopleBefore", attempts, problem_code as "problemCode", actor_kind as "actorKind", created_by as "createdBy",
  committed_by as "committedBy", created_at as "createdAt", solved_at as "solvedAt", committed_at as "committedAt",
  finished_at as "finishedAt"`

type Row = PlanRow & Record<string, unknown>

export async function insertPlan(
  db: TenantWriter,
  row: Pick<PlanRow, 'id' | 'kind' | 'parameters' | 'withinRepIds' | 'repIds' | 'actorKind' | 'createdBy'>,
  now: number,
): Promise<void> {
  await db.query(
    `insert into plan (tenant_id, id, kind, parameters, state, within_rep_ids, rep_ids, actor_kind, created_by, created_at)
     values ($1, $2, $3, $4, 'solving', $5, $6, $7, $8, $9)`,
    [
      db.tenantId,
      row.id,
      row.kind,
      JSON.stringify(row.parameters),
      row.withinRepIds,
      row.repIds,
      row.actorKind,
      row.createdBy,
      new Date(now),
    ],
  )
}

export async function readPlan(db: TenantReader, id: string): Promise<PlanRow | null> {
  const [row] = await db.query<Row>(`select ${COLUMNS} from plan where tenant_id = $1 and id = $2`, [
    db.tenantId,
    id,
  ])
  return row ?? null
}

export async function lockPlan(db: TenantWriter, id: string): Promise<PlanRow | null> {
  const [row] = await db.query<Row>(
    `select ${COLUMNS} from plan where tenant_id = $1 and id = $2 for update`,
    [db.tenantId, id],
  )
  return row ?? null
}

/** What people asked for, newest first: those whose every rep the caller may see; null = all. */
export async function listPlans(
  db: TenantReader,
  visible: readonly string[] | null,
  before: { readonly createdAt: string; readonly id: string } | null,
  limit: number,
): Promise<PlanRow[]> {
  return db.query<Row>(
    `select ${COLUMNS} from plan
     where tenant_id = $1 and kind <> 'reoptimise' and ($2::uuid[] is null or rep_ids <@ $2::uuid[])
       and ($3::timestamptz is null or (created_at, id) < ($3::timestamptz, $4::uuid))
     order by created_at desc, id desc limit $5`,
    [db.tenantId, visible, before?.createdAt ?? null, before?.id ?? null, limit],
  )
}

const columnsOf = {
  state: 'state',
  repIds: 'rep_ids',
  stopRequested: 'stop_requested',
  progressDone: 'progress_done',
  progressTotal: 'progress_total',
  summary: 'summary',
  problemCode: 'problem_code',
  committedBy: 'committed_by',
  solvedAt: 'solved_at',
  committedAt: 'committed_at',
  finishedAt: 'finished_at',
  leaseUntil: 'lease_until',
  peopleBefore: 'people_before',
} as const

export type PlanChange = Partial<Pick<PlanRow, Exclude<keyof typeof columnsOf, 'leaseUntil'>>> & {
  readonly leaseUntil?: Date | null
}

export async function updatePlan(db: TenantWriter, id: string, change: PlanChange): Promise<void> {
  const entries = Object.entries(change) as [keyof typeof columnsOf, unknown][]
  await db.query(
    `update plan set ${entries.map(([key], i) => `${columnsOf[key]} = $${i + 3}`).join(', ')}
     where tenant_id = $1 and id = $2`,
    [
      db.tenantId,
      id,
      ...entries.map(([key, value]) =>
        key === 'summary' || key === 'peopleBefore' ? JSON.stringify(value) : value,
      ),
    ],
  )
}

/** Takes a plan up for so long; null where another node has it or nothing is to be done. */
export async function leasePlan(
  db: TenantWriter,
  id: string,
  now: number,
  until: number,
): Promise<PlanRow | null> {
  const [row] = await db.query<Row>(
    `update plan set lease_until = $4, attempts = attempts + case when state = 'solving' then 1 else 0 end
     where tenant_id = $1 and id = $2 and state in ('solving', 'committing', 'undoing')
       and (lease_until is null or lease_until < $3)
     returning ${COLUMNS}`,
    [db.tenantId, id, new Date(now), new Date(until)],
  )
  return row ?? null
}

export type MoveState = 'planned' | 'moved' | 'queued' | 'skipped' | 'undone' | 'kept'

export interface MoveRow {
  readonly n: number
  readonly itemId: string
  readonly itemKind: 'lead' | 'account' | 'opportunity' | 'task'
  readonly fromState: string
  readonly fromOwnerId: string | null
  readonly fromPoolId: string | null
  readonly toRepId: string | null
  readonly place: MovePlace | null
  readonly expectedMinor: number
  readonly loadHundredths: number
  readonly reasonCode: PlannedMove['reason']['code']
  readonly reasonParams: PlannedMove['reason']['params']
  readonly options: readonly PlanOption[]
  readonly state: MoveState
  readonly skipCode: string | null
  readonly decisionId: string | null
  readonly movedAt: Date | null
  /** Where it waited or lay: what an undo puts back. */
  readonly fromReason: Reason
  readonly fromPinned: boolean
  /** The turn its decision counted. */
  readonly turn: Turn | null
}

export interface Turn {
  readonly queue: string
  readonly repId: string
  readonly thousandths: number
}

const MOVE = `n, item_id as "itemId", item_kind as "itemKind", from_state as "fromState",
  from_owner_id as "fromOwnerId", from_pool_id as "fromPoolId", to_rep_id as "toRepId", place, expected_minor as "expectedMinor",
  load_hundredths as "loadHundredths", reason_code as "reasonCode", reason_params as "reasonParams", options, state,
  skip_code as "skipCode", decision_id as "decisionId", moved_at as "movedAt", from_reason as "fromReason",
  from_pinned as "fromPinned", turn`

type Moves = MoveRow & Record<string, unknown>

export type NewMove = PlannedMove &
  Pick<MoveRow, 'itemKind' | 'fromState' | 'fromOwnerId' | 'fromPoolId' | 'fromReason' | 'fromPinned'> & {
    readonly state: 'planned' | 'kept'
  }

/** One statement for any number of moves. */
export async function insertMoves(
  db: TenantWriter,
  planId: string,
  moves: readonly NewMove[],
): Promise<void> {
  await db.query('delete from plan_move where tenant_id = $1 and plan_id = $2', [db.tenantId, planId])
  await db.query(
    `insert into plan_move (tenant_id, plan_id, n, item_id, item_kind, from_state, from_owner_id, from_pool_id,
       from_reason, from_pinned, to_rep_id, place, expected_minor, load_hundredths, reason_code, reason_params, options, state)
     select $1, $2, m.* from json_to_recordset($3::json) as m(n int, item uuid, kind text, from_state text,
       from_owner uuid, from_pool text, from_reason jsonb, from_pinned boolean, to_rep uuid, place jsonb, expected bigint, load int, code text, params jsonb, options jsonb, state text)`,
    [
      db.tenantId,
      planId,
      JSON.stringify(
        moves.map((move, n) => ({
          n,
          item: move.itemId,
          kind: move.itemKind,
          from_state: move.fromState,
          from_owner: move.fromOwnerId,
          from_pool: move.fromPoolId,
          from_reason: move.fromReason,
          from_pinned: move.fromPinned,
          to_rep: move.toRepId,
          place: move.place,
          expected: move.expectedMinor,
          load: move.loadHundredths,
          code: move.reason.code,
          params: move.reason.params,
          options: move.options,
          state: move.state,
        })),
      ),
    ],
  )
}

export interface MoveFilter {
  readonly state?: MoveState | undefined
  readonly repId?: string | undefined
  /** true: those that change hands; false: those that do not. */
  readonly placed?: boolean | undefined
}

export async function listMoves(
  db: TenantReader,
  planId: string,
  filter: MoveFilter,
  after: number,
  limit: number,
): Promise<MoveRow[]> {
  return db.query<Moves>(
    `select ${MOVE} from plan_move
     where tenant_id = $1 and plan_id = $2 and n > $3 and ($4::text is null or state = $4)
       and ($5::uuid is null or to_rep_id = $5 or from_owner_id = $5)
       and ($6::boolean is null or (to_rep_id is not null) = $6)
     order by n limit $7`,
    [db.tenantId, planId, after, filter.state ?? null, filter.repId ?? null, filter.placed ?? null, limit],
  )
}

/** The next moves after one, of a state, forwards or backwards. */
export async function nextMoves(
  db: TenantReader,
  planId: string,
  states: readonly MoveState[],
  after: number,
  limit: number,
): Promise<MoveRow[]> {
  return db.query<Moves>(
    `select ${MOVE} from plan_move where tenant_id = $1 and plan_id = $2 and state = any($3) and n > $4 order by n limit $5`,
    [db.tenantId, planId, states, after, limit],
  )
}

export async function countMoves(db: TenantReader, planId: string): Promise<Record<MoveState, number>> {
  const rows = await db.query<{ state: MoveState; n: number }>(
    'select state, count(*) as n from plan_move where tenant_id = $1 and plan_id = $2 group by state',
    [db.tenantId, planId],
  )
  const counts = { planned: 0, moved: 0, queued: 0, skipped: 0, undone: 0, kept: 0 }
  for (const { state, n } of rows) counts[state] = n
  return counts
}

export interface MoveOutcome {
  readonly n: number
  readonly state: MoveState
  readonly skipCode: string | null
  readonly decisionId: string | null
  readonly turn?: Turn | null
}

export async function settleMoves(
  db: TenantWriter,
  planId: string,
  now: number,
  outcomes: readonly MoveOutcome[],
): Promise<void> {
  if (outcomes.length === 0) return
  await db.query(
    `update plan_move m set state = o.state, skip_code = o.code, decision_id = coalesce(o.decision, m.decision_id),
       turn = coalesce(o.turn, m.turn),
       moved_at = case when o.state in ('moved', 'queued') then $4::timestamptz else m.moved_at end
     from json_to_recordset($3::json) as o(n int, state text, code text, decision uuid, turn jsonb)
     where m.tenant_id = $1 and m.plan_id = $2 and m.n = o.n`,
    [
      db.tenantId,
      planId,
      JSON.stringify(
        outcomes.map(({ n, state, skipCode, decisionId, turn }) => ({
          n,
          state,
          code: skipCode,
          decision: decisionId,
          turn: turn ?? null,
        })),
      ),
      new Date(now),
    ],
  )
}
