import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { announce } from '../platform/outbox/index.ts'
import {
  appendChange,
  type ChangeCause,
  type InUse,
  listChanges,
  lockInUse,
  type ModelRow,
  readModel,
  writeInUse,
} from './model-store.ts'

/** Who changes what decides, and why they say they do. */
export interface Chooser {
  readonly actorKind: 'member' | 'api_key' | 'form' | 'system'
  readonly actorId: string | null
  readonly note: string | null
}

export const theNight: Chooser = { actorKind: 'system', actorId: null, note: null }

/** Changes the model in use under its lock: history, audit and event with it. null = everybody has the base rate. */
export async function putIntoUse(
  db: TenantWriter,
  now: number,
  before: InUse,
  model: ModelRow | null,
  cause: ChangeCause,
  who: Chooser,
): Promise<void> {
  await writeInUse(db, now, before, {
    modelId: model?.id ?? null,
    online: model?.document ?? null,
    learned: 0,
    suspended: null,
    explorers: [],
    pinned: cause === 'activated' || cause === 'rolled_back' || cause === 'switched_off',
  })
  const change = { fromModelId: before.modelId, toModelId: model?.id ?? null, cause }
  await appendChange(db, now, { ...change, actorId: who.actorId, note: who.note })
  await record(db, now, {
    actorKind: who.actorKind,
    actorId: who.actorId,
    action: `win_model.${cause}`,
    entityKind: 'win_model',
    entityId: model?.id ?? before.modelId,
    detail: { ...change, note: who.note },
  })
  await announce(db, now, [
    {
      type: 'win_model.changed',
      entityKind: 'win_model',
      entityId: model?.id ?? null,
      actorId: who.actorId,
      payload: change,
    },
  ])
}

/** A person puts a version into use; it stays until a person changes it or lets the night choose again. */
export async function activateModel(db: TenantWriter, now: number, id: string, who: Chooser): Promise<void> {
  const model = await readModel(db, id)
  if (model === null) throw new ProblemError('NOT_FOUND')
  // Nobody can put into use what was no better than knowing the base rate: that is the promise of the whole page.
  if (!model.passed) throw new ProblemError('MODEL_NOT_PROVEN')
  const before = await lockInUse(db, now)
  if (before.modelId === id && before.suspended === null) throw new ProblemError('ALREADY_IN_STATE')
  await putIntoUse(db, now, before, model, 'activated', who)
}

/** Back to the version that was in use before; to none where there was none. */
export async function rollBackModel(db: TenantWriter, now: number, who: Chooser): Promise<void> {
  const before = await lockInUse(db, now)
  const earlier = (await listChanges(db, 50)).find(
    (change) => change.toModelId === before.modelId && change.fromModelId !== before.modelId,
  )
  if (earlier === undefined) throw new ProblemError('NOTHING_TO_ROLL_BACK')
  const model = earlier.fromModelId === null ? null : await readModel(db, earlier.fromModelId)
  await putIntoUse(db, now, before, model, 'rolled_back', who)
}

/** Nobody's win probability differs until a person puts a version into use. */
export async function switchOffModel(db: TenantWriter, now: number, who: Chooser): Promise<void> {
  const before = await lockInUse(db, now)
  if (before.modelId === null && before.pinned) throw new ProblemError('ALREADY_IN_STATE')
  await putIntoUse(db, now, before, null, 'switched_off', who)
}

/** The next night chooses again. */
export async function followNights(db: TenantWriter, now: number, who: Chooser): Promise<void> {
  const before = await lockInUse(db, now)
  await writeInUse(db, now, before, { pinned: false })
  await record(db, now, {
    actorKind: who.actorKind,
    actorId: who.actorId,
    action: 'win_model.follows_nights',
    entityKind: 'win_model',
    entityId: before.modelId,
  })
}
