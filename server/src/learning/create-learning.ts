import type { LearningSettings, OutcomeCount } from '@peineng/engine'
import type { Customers } from '../customers/index.ts'
import type { People } from '../people/index.ts'
import type { Platform, Sweep } from '../platform/context.ts'
import type { TenantReader } from '../platform/database/index.ts'
import type { Policies } from '../policies/index.ts'
import type { ArrivalFacts } from './history.ts'
import { modelInForce, type StoredModel } from './live-model.ts'
import { readRevision } from './model-store.ts'
import { runOnThread } from './run-on-thread.ts'
import type { LearningServices } from './services.ts'
import { learningSweeps } from './sweeps.ts'

/** What outcomes teach: win probability for decisions, capability for people. */
export interface Learning {
  readonly services: LearningServices
  /** Moves with every change of the model in use a decision could see. */
  revision(db: TenantReader): Promise<number>
  /** The model to decide with, as it has to be stored for a replay. */
  modelInForce(
    db: TenantReader,
    settings: LearningSettings,
    counts: readonly OutcomeCount[],
  ): Promise<StoredModel>
  /** Handed down by the composition: what items looked like when they were first decided lies above this slice. */
  arrivalFactsFrom(read: ArrivalFacts): void
  readonly sweeps: readonly Sweep[]
}

export function createLearning(
  platform: Platform,
  slices: { readonly people: People; readonly customers: Customers; readonly policies: Policies },
): Learning {
  let arrivalFacts: ArrivalFacts = async () => new Map()
  const services: LearningServices = {
    platform,
    ...slices,
    arrivalFacts: (db, ids) => arrivalFacts(db, ids),
    compute: runOnThread,
  }
  return {
    services,
    revision: readRevision,
    modelInForce,
    arrivalFactsFrom(read) {
      arrivalFacts = read
    },
    sweeps: learningSweeps(services),
  }
}
