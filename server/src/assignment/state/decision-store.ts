import { createHash, randomBytes } from 'node:crypto'
import type { Reason, ReasonCode } from '@peineng/engine'
import { rowset, type TenantReader, type TenantWriter } from '../../platform/database/index.ts'

/** A decision as it is stored: codes and integers in `body`, the item apart in `item`. */
export interface StoredDecision {
  readonly id: string
  readonly createdAt: number
  readonly itemKind: string
  readonly itemId: string
  readonly mode: string
  readonly state: string
  readonly repId: string | null
  readonly ruleId: string | null
  readonly reasonCode: ReasonCode
  readonly reasonParams: Reason['params']
  readonly actorId: string | null
  readonly engineVersion: string
  readonly policyVersion: number
  readonly rosterHash: string
  readonly modelHash: string
  readonly body: Uint8Array
  readonly item: Uint8Array
}

/** Facts that may name a person are committed to by a salted hash, so erasing them leaves nothing to guess from. */
export function contentHash(decision: StoredDecision, salt: Uint8Array): Buffer {
  const input = createHash('sha256').update(salt).update(decision.item).digest()
  const head = JSON.stringify([
    decision.id,
    decision.createdAt,
    decision.itemKind,
    decision.itemId,
    decision.mode,
    decision.state,
    decision.repId,
    decision.ruleId,
    decision.reasonCode,
    decision.actorId,
    decision.engineVersion,
    decision.policyVersion,
    decision.rosterHash,
    decision.modelHash,
  ])
  return createHash('sha256').update(salt).update(head).update(decision.body).update(input).digest()
}

interface Salted {
  readonly decision: StoredDecision
  readonly salt: Buffer
}

const rowsOfDecisions = rowset<Salted>('d', {
  id: ['uuid', ({ decision: d }) => d.id],
  at: ['timestamptz', ({ decision: d }) => d.createdAt],
  kind: ['text', ({ decision: d }) => d.itemKind],
  item: ['uuid', ({ decision: d }) => d.itemId],
  mode: ['text', ({ decision: d }) => d.mode],
  state: ['text', ({ decision: d }) => d.state],
  rep: ['uuid', ({ decision: d }) => d.repId],
  rule: ['text', ({ decision: d }) => d.ruleId],
  code: ['text', ({ decision: d }) => d.reasonCode],
  params: ['jsonb', ({ decision: d }) => JSON.stringify(d.reasonParams)],
  actor: ['uuid', ({ decision: d }) => d.actorId],
  engine: ['text', ({ decision: d }) => d.engineVersion],
  policy: ['int', ({ decision: d }) => d.policyVersion],
  roster: ['text', ({ decision: d }) => d.rosterHash],
  model: ['text', ({ decision: d }) => d.modelHash],
  body: ['bytea', ({ decision: d }) => d.body],
  input: ['bytea', ({ decision: d }) => d.item],
  salt: ['bytea', ({ salt }) => salt],
  hash: ['bytea', ({ decision, salt }) => contentHash(decision, salt)],
})

/** One statement for any number of decisions: the decision, its input, and its place in the queue of the sealer. */
export async function insertDecisions(db: TenantWriter, decisions: readonly StoredDecision[]): Promise<void> {
  if (decisions.length === 0) return
  const salts = randomBytes(16 * decisions.length)
  const salted = decisions.map((decision, i) => ({ decision, salt: salts.subarray(i * 16, i * 16 + 16) }))
  await db.query(
    `with d as (select * from ${rowsOfDecisions.sql(2)}), inputs as (
       insert into decision_input (tenant_id, decision_id, item) select $1, id, input from d
     ), queued as (
       insert into decision_unsealed (tenant_id, decision_id, content_hash) select $1, id, hash from d
     )
     insert into decision (tenant_id, id, created_at, item_kind, item_id, mode, state, rep_id, rule_id, reason_code,
       reason_params, actor_id, engine_version, policy_version, roster_hash, model_hash, body, salt, content_hash)
     select $1, id, at, kind, item, mode, state, rep, rule, code, params, actor, engine, policy, roster, model, body, salt, hash
     from d`,
    [db.tenantId, ...rowsOfDecisions.values(salted)],
    'decision_insert',
  )
}

export interface DecisionRow extends Omit<StoredDecision, 'item' | 'createdAt'> {
  readonly createdAt: Date
  /** null = erased. */
  readonly item: Buffer | null
  readonly body: Buffer
  readonly salt: Buffer
  readonly contentHash: Buffer
}

const COLUMNS = `d.id, d.created_at as "createdAt", d.item_kind as "itemKind", d.item_id as "itemId", d.mode, d.state,
  d.rep_id as "repId", d.rule_id as "ruleId", d.reason_code as "reasonCode", d.reason_params as "reasonParams",
  d.actor_id as "actorId", d.engine_version as "engineVersion", d.policy_version as "policyVersion",
  d.roster_hash as "rosterHash", d.model_hash as "modelHash", d.body, d.salt, d.content_hash as "contentHash", i.item`

export async function readDecisions(db: TenantReader, ids: readonly string[]): Promise<DecisionRow[]> {
  return db.query<DecisionRow & Record<string, unknown>>(
    `select ${COLUMNS} from decision d
     left join decision_input i on i.tenant_id = d.tenant_id and i.decision_id = d.id
     where d.tenant_id = $1 and d.id = any($2) order by d.id`,
    [db.tenantId, ids],
  )
}

/** Newest first; `before` is the creation time and id of the last row of the page before. */
export async function listDecisions(
  db: TenantReader,
  itemId: string,
  before: { createdAt: string; id: string } | null,
  limit: number,
): Promise<DecisionRow[]> {
  return db.query<DecisionRow & Record<string, unknown>>(
    `select ${COLUMNS} from decision d
     left join decision_input i on i.tenant_id = d.tenant_id and i.decision_id = d.id
     where d.tenant_id = $1 and d.item_id = $2
       and ($3::timestamptz is null or (d.created_at, d.id) < ($3::timestamptz, $4::uuid))
     order by d.created_at desc, d.id desc limit $5`,
    [db.tenantId, itemId, before?.createdAt ?? null, before?.id ?? null, limit],
  )
}

/** The newest decision of an item, or null. */
export async function latestDecisionId(db: TenantReader, itemId: string): Promise<string | null> {
  const rows = await db.query<{ id: string }>(
    'select id from decision where tenant_id = $1 and item_id = $2 order by created_at desc, id desc limit 1',
    [db.tenantId, itemId],
  )
  return rows[0]?.id ?? null
}

/** All decisions of a company, newest first, a page at a time. */
export async function newestDecisions(
  db: TenantReader,
  before: DecisionRow | null,
  limit: number,
): Promise<DecisionRow[]> {
  return db.query<DecisionRow & Record<string, unknown>>(
    `select ${COLUMNS} from decision d
     left join decision_input i on i.tenant_id = d.tenant_id and i.decision_id = d.id
     where d.tenant_id = $1 and ($2::uuid is null or d.id < $2) order by d.id desc limit $3`,
    [db.tenantId, before?.id ?? null, limit],
  )
}
