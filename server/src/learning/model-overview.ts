import { learningSettings } from '@peineng/engine'
import { type DriftCheck, driftOverTime } from '@peineng/engine/learning'
import type { z } from 'zod'
import type { TenantReader } from '../platform/database/index.ts'
import type { Principal, Reach } from '../platform/http/index.ts'
import { explorerBudgets } from './exploration.ts'
import { type LearningJob, latestJob } from './jobs.ts'
import { driftOf, readChecks } from './learn-outcomes.ts'
import {
  type InUse,
  listChanges,
  listColumns,
  listModels,
  type ModelSummary,
  readInUse,
} from './model-store.ts'
import type { job, modelOverview, modelSummary } from './schemas.ts'
import type { LearningServices } from './services.ts'

const VERSIONS_SHOWN = 60
/** Outcomes per point of the drift chart. */
const DRIFT_WINDOW = 50

/** Is a model in use or not, and why; its versions, drift and budgets. Newcomers only as far as the caller may look. */
export async function modelOverviewOf(
  services: LearningServices,
  db: TenantReader,
  now: number,
  caller: { readonly principal: Principal; readonly reach: Reach },
): Promise<z.infer<typeof modelOverview>> {
  const { policy } = await services.policies.current(db)
  const settings = learningSettings(policy)
  const inUse = await readInUse(db)
  const versions = await listModels(db, VERSIONS_SHOWN)
  const numbers = new Map(versions.map((one) => [one.id, one.number]))
  const numberOf = (id: string | null): number | null => (id === null ? null : (numbers.get(id) ?? null))
  const changes = await listChanges(db, 30)
  const used = versions.find((one) => one.id === inUse?.modelId) ?? null
  const budgets = await explorerBudgets(services, db, now, inUse, settings)
  const visible = await services.people.visibleRepIds(db, caller.principal, caller.reach)
  const shown = budgets.filter((one) => visible === null || visible.includes(one.repId))
  const names = await services.people.repNames(
    db,
    shown.map((one) => one.repId),
  )
  const modelId = inUse?.modelId ?? null
  const checks = modelId === null ? [] : (await readChecks(db, modelId, 1000)).reverse()
  const windows = driftOverTime(
    checks.map((check) => (check.won ? 1 : 0)),
    checks.map((check) => check.predicted / 1_000_000),
    DRIFT_WINDOW,
  )
  const latest = await latestJob(db, 'model')
  return {
    state: stateOf(inUse, settings.winModel, versions),
    inUse: used === null ? null : presentSummary(used),
    since: inUse?.modelId == null ? null : inUse.since.toISOString(),
    pinned: inUse?.pinned ?? false,
    learned: inUse?.learned ?? 0,
    trainedAt: inUse?.trainedAt?.toISOString() ?? null,
    settings: {
      winModel: settings.winModel,
      activation: settings.activation,
      halfLifeDays: settings.halfLifeDays,
      unknownBandPercent: settings.unknownBandPercent,
    },
    drift: modelId === null ? null : presentDrift(await driftOf(db, modelId)),
    driftOverTime: checks.length === 0 ? [] : windows.map(presentDrift),
    exploration: {
      sharePermille: settings.exploration.sharePermille,
      tiers: [...settings.exploration.tiers],
      newcomers: shown.map(({ repId, ...budget }) => ({
        rep: { id: repId, name: names.get(repId) ?? '' },
        ...budget,
      })),
    },
    job: latest === null ? null : presentJob(latest),
    confirmedColumns: (await listColumns(db)).map((one) => ({
      name: one.name,
      confirmedAt: one.confirmedAt.toISOString(),
    })),
    versions: versions.map(presentSummary),
    changes: changes.map((change) => ({
      at: change.at.toISOString(),
      from: numberOf(change.fromModelId),
      to: numberOf(change.toModelId),
      cause: change.cause,
      note: change.note,
    })),
  }
}

function stateOf(
  inUse: InUse | null,
  mode: 'validated' | 'rates' | 'off',
  versions: readonly ModelSummary[],
): z.infer<typeof modelOverview>['state'] {
  if (mode !== 'validated') return mode
  if (inUse?.modelId != null) return inUse.suspended === null ? 'in_use' : 'suspended'
  const [newest] = versions
  if (newest === undefined) return 'never_trained'
  return newest.passed ? 'waiting_for_choice' : 'not_proven'
}

export function presentSummary(row: ModelSummary): z.infer<typeof modelSummary> {
  return {
    id: row.id,
    number: row.number,
    verdict: row.verdict as z.infer<typeof modelSummary>['verdict'],
    passed: row.passed,
    repsMatter: row.repsMatter,
    kind: row.kind,
    outcomes: row.outcomes,
    auc: row.auc,
    gainInErrors: row.gainInErrors,
    trainedAt: row.trainedAt.toISOString(),
    cause: row.cause,
  }
}

export function presentJob(row: LearningJob): z.infer<typeof job> {
  return {
    id: row.id,
    cause: row.cause,
    state: row.state,
    askedAt: row.askedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    modelId: row.modelId,
  }
}

const presentDrift = (check: DriftCheck) => ({ ...check })
