import { modelRoles } from '@peineng/engine'
import { type ModelDocument, trainModel } from '@peineng/engine/learning'
import {
  type CapabilityDocument,
  type CapabilitySettings,
  evaluateCapability,
} from './evaluate-capability.ts'
import { CLOSED_AT, OUTCOME, type PastWork, tableOfHistory } from './history.ts'
import type { WorkedDay } from './worked-days.ts'

/** Work that takes seconds of a processor: structured-cloneable in and out, done on a thread of its own. */
export type LearningTask =
  | {
      readonly kind: 'model'
      readonly history: readonly PastWork[]
      readonly halfLifeDays: number
      /** Columns somebody confirmed to be known at arrival. */
      readonly confirmed: readonly string[]
    }
  | {
      readonly kind: 'capability'
      readonly history: readonly PastWork[]
      readonly days: readonly WorkedDay[]
      readonly repIds: readonly string[]
      readonly confirmed: readonly string[]
      readonly now: number
      readonly settings: CapabilitySettings
    }

export type LearningResult =
  | { readonly kind: 'model'; readonly model: ModelDocument }
  | { readonly kind: 'capability'; readonly capability: CapabilityDocument }

export function runLearningTask(task: LearningTask): LearningResult {
  if (task.kind === 'capability') return { kind: 'capability', capability: evaluateCapability(task) }
  const { history, halfLifeDays, confirmed } = task
  // Judged as it will be used: learnt from what was closed before, asked about what is closed after.
  const model = trainModel({
    table: tableOfHistory(history),
    label: OUTCOME,
    time: CLOSED_AT,
    roles: modelRoles,
    include: confirmed,
    halfLifeDays,
  })
  return { kind: 'model', model }
}
