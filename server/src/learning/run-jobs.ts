import { learningSettings } from '@peineng/engine'
import { systemActor } from '../identity/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { keepCapability } from './capability-store.ts'
import { followDays } from './follow-days.ts'
import { readHistory } from './history.ts'
import { claimJob, finishJob, type LearningJob } from './jobs.ts'
import type { LearningResult, LearningTask } from './learning-task.ts'
import { keepModel, listColumns, lockInUse, noteTraining, readModel } from './model-store.ts'
import { proposeFromCapability } from './propose.ts'
import { putIntoUse, theNight } from './put-into-use.ts'
import type { LearningServices } from './services.ts'
import { readWorkedDays } from './worked-days.ts'

const DAY = 86_400_000
/** How far back days of work are looked at; how somebody worked before says little of how they work. */
const DAYS_OF_WORK = 180

/** Does a company's waiting jobs, one after the other: read, compute on a thread without a transaction, write. */
export async function runJobs(
  services: LearningServices,
  tenantId: string,
  signal: AbortSignal,
): Promise<void> {
  const { database, clock } = services.platform
  while (!signal.aborted) {
    const job = await database.write(tenantId, (db) => claimJob(db, clock.now()))
    if (job === null) return
    try {
      const task = await database.read(tenantId, (db) => taskOf(services, db, job))
      const result = await services.compute(task, signal)
      await database.write(tenantId, (db) => keep(services, db, job, result))
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      await database.write(tenantId, (db) => finishJob(db, clock.now(), job.id, { error: message }))
      throw error
    }
  }
}

async function taskOf(
  services: LearningServices,
  db: Parameters<typeof readHistory>[0],
  job: LearningJob,
): Promise<LearningTask> {
  const { policy } = await services.policies.current(db)
  const settings = learningSettings(policy)
  const confirmed = (await listColumns(db)).map((column) => column.name)
  const history = await readHistory(db, services.arrivalFacts)
  if (job.kind === 'model') return { kind: 'model', history, confirmed, halfLifeDays: settings.halfLifeDays }
  const roster = await services.people.loadRoster(db)
  const now = services.platform.clock.now()
  const period = { from: now - DAYS_OF_WORK * DAY, to: now, timeZone: policy.timeZone }
  return {
    kind: 'capability',
    history,
    days: await readWorkedDays(db, period),
    confirmed,
    repIds: roster.reps.map((rep) => rep.id),
    now,
    settings: settings.capability,
  }
}

async function keep(
  services: LearningServices,
  db: TenantWriter,
  job: LearningJob,
  result: LearningResult,
): Promise<void> {
  const now = services.platform.clock.now()
  if (result.kind === 'capability') {
    const { capability: document } = result
    const report = { id: await keepCapability(db, now, document), document }
    await proposeFromCapability(services, db, now, systemActor, report, job.cause === 'asked')
    await followDays(services, db, now, document)
    await finishJob(db, now, job.id, {})
    return
  }
  const modelId = await keepModel(db, now, result.model, job)
  await noteAndChoose(services, db, now, modelId)
  await finishJob(db, now, job.id, { modelId })
}

/** What the night does with what it trained: what passed goes into use, what did not takes the old one out. */
async function noteAndChoose(
  services: LearningServices,
  db: TenantWriter,
  now: number,
  modelId: string,
): Promise<void> {
  const before = await lockInUse(db, now)
  await noteTraining(db, now)
  const { policy } = await services.policies.current(db)
  const { activation } = learningSettings(policy)
  if (before.pinned || activation === 'manual') return
  const model = await readModel(db, modelId)
  if (model === null) return
  if (model.passed) {
    if (before.modelId !== model.id || before.suspended !== null)
      await putIntoUse(db, now, before, model, 'nightly', theNight)
  } else if (before.modelId !== null) await putIntoUse(db, now, before, null, 'not_better', theNight)
}
