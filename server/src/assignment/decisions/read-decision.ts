import {
  type CompiledPolicy,
  type Decision,
  type StoredDecision as DecodedDecision,
  decodeDecision,
  decodeItem,
  type FieldDefinition,
  type Rep,
  type ReplayInputs,
  type Roster,
  recompute,
  type WinModel,
} from '@peineng/engine'
import type { TenantReader } from '../../platform/database/index.ts'
import type { Policies } from '../../policies/index.ts'
import { readModelNamed } from '../decide/win-model-store.ts'
import type { BookedTurn } from '../state/credit-turn.ts'
import { type DecisionRow, readDecisions } from '../state/decision-store.ts'

/** A stored decision opened up: what it chose, what it saw, and everything its replay needs. */
export interface OpenedDecision {
  readonly row: DecisionRow
  readonly roster: Roster
  readonly decoded: DecodedDecision
  /** With all candidates, recomputed where there were too many to store. */
  readonly decision: Decision
  /** null where the item's facts were erased. */
  readonly inputs: ReplayInputs | null
}

/** Opens decisions of one tenant; rosters, policies and models named more than once are read once. */
export function createDecisionReader(
  db: TenantReader,
  policies: Policies,
): (row: DecisionRow) => Promise<OpenedDecision> {
  const rosters = new Map<string, Promise<Roster>>()
  const compiled = new Map<string, Promise<CompiledPolicy>>()
  const models = new Map<string, Promise<WinModel>>()
  const once = <T>(cache: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> => {
    const known = cache.get(key)
    if (known !== undefined) return known
    const made = read()
    cache.set(key, made)
    return made
  }
  return async (row) => {
    const roster = await once(rosters, row.rosterHash, () => readRoster(db, row.rosterHash))
    const decoded = decodeDecision(row.body, roster)
    const { policyHash } = decoded.decision
    const policy = await once(compiled, policyHash, () => readCompilation(db, policies, policyHash))
    const winModel = await once(models, row.modelHash, () => readModelNamed(db, row.modelHash))
    const inputs = row.item === null ? null : { item: decodeItem(row.item), roster, policy, winModel }
    const decision = decoded.complete || inputs === null ? decoded.decision : recompute(decoded, inputs)
    return { row, roster, decoded, decision, inputs }
  }
}

/** Which turns decisions booked, and in which queues, by decision; one statement for what is stored of them. */
export async function readTurns(
  db: TenantReader,
  policies: Policies,
  decisionIds: readonly string[],
): Promise<ReadonlyMap<string, NonNullable<BookedTurn>>> {
  const read = createDecisionReader(db, policies)
  const turns = new Map<string, NonNullable<BookedTurn>>()
  for (const row of await readDecisions(db, decisionIds)) {
    const { queue, turnThousandths } = (await read(row)).decision
    turns.set(row.id, { queue, thousandths: turnThousandths })
  }
  return turns
}

/** Which turn a decision booked, and in which queue. */
export function createTurnReader(
  db: TenantReader,
  policies: Policies,
): (decisionId: string) => Promise<BookedTurn> {
  return async (decisionId) => (await readTurns(db, policies, [decisionId])).get(decisionId) ?? null
}

async function readRoster(db: TenantReader, hash: string): Promise<Roster> {
  const [row] = await db.query<{ document: Rep[] }>(
    'select document from roster_version where tenant_id = $1 and hash = $2',
    [db.tenantId, hash],
  )
  if (row === undefined) throw new Error(`roster ${hash} is named by a decision and gone`)
  return { version: hash, reps: row.document }
}

async function readCompilation(db: TenantReader, policies: Policies, hash: string): Promise<CompiledPolicy> {
  const [row] = await db.query<{ policy_version: number; fields: FieldDefinition[] }>(
    'select policy_version, fields from policy_compilation where tenant_id = $1 and hash = $2',
    [db.tenantId, hash],
  )
  const published = row === undefined ? null : await policies.version(db, row.policy_version)
  if (row === undefined || published === null)
    throw new Error(`policy ${hash} is named by a decision and gone`)
  return policies.compile(published.policy, row.fields)
}
