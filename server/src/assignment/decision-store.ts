import { createHash, randomBytes } from 'node:crypto'
import type { Reason, ReasonCode } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'

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

/** One statement for any number of decisions: the decision, its input, and its place in the queue of the sealer. */
export async function insertDecisions(db: TenantWriter, decisions: readonly StoredDecision[]): Promise<void> {
  if (decisions.length === 0) return
  const salts = randomBytes(16 * decisions.length)
  const saltOf = (index: number): Buffer => salts.subarray(index * 16, index * 16 + 16)
  await db.query(
    `with d as (
       select * from unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::uuid[],
         $9::text[], $10::text[], $11::text[], $12::uuid[], $13::text[], $14::int[], $15::text[], $16::text[],
         $17::bytea[], $18::bytea[], $19::bytea[], $20::bytea[])
         as d(id, at, kind, item, mode, state, rep, rule, code, params, actor, engine, policy, roster, model, body, input, salt, hash)
     ), inputs as (
       insert into decision_input (tenant_id, decision_id, item) select $1, id, input from d
     ), queued as (
       insert into decision_unsealed (tenant_id, decision_id, content_hash) select $1, id, hash from d
     )
     insert into decision (tenant_id, id, created_at, item_kind, item_id, mode, state, rep_id, rule_id, reason_code,
       reason_params, actor_id, engine_version, policy_version, roster_hash, model_hash, body, salt, content_hash)
     select $1, id, at, kind, item, mode, state, rep, rule, code, params::jsonb, actor, engine, policy, roster, model, body, salt, hash
     from d`,
    [
      db.tenantId,
      decisions.map((d) => d.id),
      decisions.map((d) => new Date(d.createdAt)),
      decisions.map((d) => d.itemKind),
      decisions.map((d) => d.itemId),
      decisions.map((d) => d.mode),
      decisions.map((d) => d.state),
      decisions.map((d) => d.repId),
      decisions.map((d) => d.ruleId),
      decisions.map((d) => d.reasonCode),
      decisions.map((d) => JSON.stringify(d.reasonParams)),
      decisions.map((d) => d.actorId),
      decisions.map((d) => d.engineVersion),
      decisions.map((d) => d.policyVersion),
      decisions.map((d) => d.rosterHash),
      decisions.map((d) => d.modelHash),
      decisions.map((d) => Buffer.from(d.body)),
      decisions.map((d) => Buffer.from(d.item)),
      decisions.map((_, index) => saltOf(index)),
      decisions.map((d, index) => contentHash(d, saltOf(index))),
    ],
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
