import { checkDrift, type DriftCheck, rowScorer, updateOnline } from '@peineng/engine/learning'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { announce, type StoredEvent } from '../platform/outbox/index.ts'
import { cellOf, readOutcomes } from './history.ts'
import { queueJob } from './jobs.ts'
import { appendChange, type ChangeOfUse, lockInUse, readInUse, readModel, writeInUse } from './model-store.ts'
import type { LearningServices } from './services.ts'

/** Outcomes drift is judged over: enough for three standard errors to mean something, few enough to ring in weeks. */
const WINDOW = 200

/**
 * Learns from what was closed since: first writes down what the model in use said of each outcome, then moves the model
 * by one step per outcome, then asks whether the world still is as predicted. A model that has drifted is not used
 * until a newer one is.
 */
export async function learnOutcomes(
  services: LearningServices,
  db: TenantWriter,
  now: number,
  events: readonly StoredEvent[],
): Promise<void> {
  const closed = events.flatMap((event) =>
    closings.has(event.type) && event.entityId !== null ? [event.entityId] : [],
  )
  if (closed.length === 0 || (await readInUse(db))?.modelId == null) return
  const inUse = await lockInUse(db, now)
  const { modelId, online } = inUse
  if (modelId === null || online === null) return
  const model = await readModel(db, modelId)
  if (model === null) return
  const outcomes = (await readOutcomes(db, services.arrivalFacts, [...new Set(closed)])).filter(
    // What was closed before is in the training already.
    (work) => work.closedAt !== null && work.closedAt > model.trainedAt.getTime(),
  )
  const scorer = rowScorer(online)
  const predicted = outcomes.map((work) => scorer.score(cellOf(work)).probability)
  const noted = await db.query<{ item_id: string }>(
    `insert into win_model_check (tenant_id, item_id, model_id, at, predicted_millionths, won)
     select $1, c.item, $2, c.at, c.predicted, c.won
     from unnest($3::uuid[], $4::timestamptz[], $5::int[], $6::boolean[]) as c(item, at, predicted, won)
     on conflict do nothing returning item_id`,
    [
      db.tenantId,
      modelId,
      outcomes.map((work) => work.itemId),
      outcomes.map((work) => new Date(work.closedAt ?? now)),
      predicted,
      outcomes.map((work) => work.won === true),
    ],
  )
  // An item that was opened and closed again counts once.
  const fresh = new Set(noted.map((row) => row.item_id))
  const learnt = outcomes.filter((work) => fresh.has(work.itemId))
  if (learnt.length === 0) return
  const change: ChangeOfUse = {
    online: updateOnline(
      online,
      learnt.map((work) => ({ cell: cellOf(work), won: work.won === true })),
    ),
    learned: inUse.learned + learnt.length,
  }
  const drift = await driftOf(db, modelId)
  if (!drift.alarm || inUse.suspended !== null) return writeInUse(db, now, inUse, change)
  await writeInUse(db, now, inUse, { ...change, suspended: 'drift' })
  await appendChange(db, now, {
    fromModelId: modelId,
    toModelId: null,
    cause: 'drift',
    actorId: null,
    note: null,
  })
  await queueJob(db, now, { kind: 'model', cause: 'drift', askedBy: null })
  await announce(db, now, [
    {
      type: 'win_model.drifted',
      entityKind: 'win_model',
      entityId: modelId,
      payload: {
        outcomes: drift.outcomes,
        expectedWins: Math.round(drift.expectedWins),
        observedWins: drift.observedWins,
      },
    },
  ])
}

const closings: ReadonlySet<string> = new Set(['lead.closed', 'opportunity.closed'])

/** Calibration in the large over the newest outcomes of a model: expected against observed wins. */
export async function driftOf(db: TenantReader, modelId: string): Promise<DriftCheck> {
  const rows = await readChecks(db, modelId, WINDOW)
  return checkDrift(
    rows.map((row) => (row.won ? 1 : 0)),
    rows.map((row) => row.predicted / 1_000_000),
  )
}

export interface OutcomeCheck extends Record<string, unknown> {
  readonly at: Date
  readonly predicted: number
  readonly won: boolean
}

/** Newest first. */
export async function readChecks(db: TenantReader, modelId: string, limit: number): Promise<OutcomeCheck[]> {
  return db.query<OutcomeCheck>(
    `select at, predicted_millionths as predicted, won from win_model_check
     where tenant_id = $1 and model_id = $2 order by at desc, item_id limit $3`,
    [db.tenantId, modelId, limit],
  )
}
