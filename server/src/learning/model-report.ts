import { compareModels, type Metrics, tableOf } from '@peineng/engine/learning'
import type { z } from 'zod'
import type { TenantReader } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { OUTCOME, readOutcomes, tableOfHistory } from './history.ts'
import { presentSummary } from './model-overview.ts'
import { listColumns, listModels, type ModelRow, readModel } from './model-store.ts'
import type { comparison, modelReport } from './schemas.ts'
import type { LearningServices } from './services.ts'

/** One version with everything somebody who doubts it wants to see. */
export async function modelReportOf(db: TenantReader, id: string): Promise<z.infer<typeof modelReport>> {
  const { document } = await mustRead(db, id)
  const summary = (await listModels(db, 10_000)).find((one) => one.id === id)
  if (summary === undefined) throw new ProblemError('NOT_FOUND')
  const confirmed = new Set((await listColumns(db)).map((column) => column.name))
  const { validation, match } = document
  return {
    ...presentSummary(summary),
    won: document.outcomes.won,
    lost: document.outcomes.lost,
    open: document.outcomes.open,
    baseRate: document.baseRateMillionths / 1_000_000,
    halfLifeDays: document.time?.halfLifeDays ?? null,
    validation: {
      how: validation.how,
      model: presentMetrics(validation.model),
      baseRate: presentMetrics(validation.baseRate),
      gain: validation.gain,
      gainInErrors: validation.gainInErrors,
    },
    match:
      match === null
        ? null
        : { used: match.used, gainInErrors: match.gainInErrors, preferredGain: { ...match.preferredGain } },
    columns: document.terms
      .map((term) => ({ name: term.spec.name, spread: term.priorDeviationMicro / 1_000_000 }))
      .sort((a, b) => b.spread - a.spread),
    leftOut: document.leftOut.map((column) => ({
      name: column.name,
      why: column.why,
      signs: column.signs.map((sign) => ({ reason: sign.reason, figures: { ...sign.figures } })),
      confirmed: confirmed.has(column.name),
    })),
    rateByTenth: document.rateByTenth.map((rate) => rate / 1_000_000),
  }
}

/** Two versions on outcomes neither was trained on: those closed after the later of the two. */
export async function compareVersions(
  services: LearningServices,
  db: TenantReader,
  currentId: string,
  candidateId: string,
): Promise<z.infer<typeof comparison>> {
  const current = await mustRead(db, currentId)
  const candidate = await mustRead(db, candidateId)
  const after = new Date(Math.max(current.trainedAt.getTime(), candidate.trainedAt.getTime()))
  const fresh = await db.query<{ itemId: string }>(
    `select item_id as "itemId" from win_model_check where tenant_id = $1 and at > $2 order by at desc limit 5000`,
    [db.tenantId, after],
  )
  const history = await readOutcomes(
    db,
    services.arrivalFacts,
    fresh.map((row) => row.itemId),
  )
  const table = history.length === 0 ? tableOf([OUTCOME], [[]]) : tableOfHistory(history)
  return { ...compareModels(current.document, candidate.document, table) }
}

async function mustRead(db: TenantReader, id: string): Promise<ModelRow> {
  const row = await readModel(db, id)
  if (row === null) throw new ProblemError('NOT_FOUND')
  return row
}

const presentMetrics = (metrics: Metrics | null) =>
  metrics === null ? null : { ...metrics, calibration: metrics.calibration.map((bin) => ({ ...bin })) }
