import type { Decision, Roster, Snapshot, WinModel, WorkItem } from '../model/index.ts'
import type { CompiledPolicy } from '../policy/compiled-policy.ts'
import type { StoredDecision } from './codec/index.ts'
import { decide } from './decide.ts'
import { engineVersion } from './engine-version.ts'
import { firstDifference } from './first-difference.ts'
import { decidePlanned } from './joint/decide-planned.ts'
import { WorkingState } from './working-state.ts'

/** What a stored decision names: the very versions it was made with. */
export interface ReplayInputs {
  readonly item: WorkItem
  readonly roster: Roster
  readonly policy: CompiledPolicy
  readonly winModel: WinModel
}

export type ReplayResult =
  | { readonly identical: true }
  | {
      readonly identical: false
      /** Dotted path into the decision, e.g. `candidates.3.terms.0.contribution`. */
      readonly firstDifference: {
        readonly path: string
        readonly stored: unknown
        readonly replayed: unknown
      }
    }
  | {
      readonly identical: false
      readonly engineChanged: { readonly stored: string; readonly current: string }
    }
  /** A person chose: there is no choice of the engine to repeat. */
  | { readonly identical: false; readonly notReplayable: { readonly mode: Decision['mode'] } }

/** The snapshot a stored decision saw. */
export function snapshotOf(
  stored: StoredDecision,
  { roster, winModel }: Omit<ReplayInputs, 'item'>,
): Snapshot {
  const { decision, states, ledger, periodBorders, timePrices, fullCaps = [] } = stored
  return {
    now: decision.decidedAt,
    seed: decision.seed,
    roster,
    states,
    ledger,
    winModel,
    ...(periodBorders === undefined ? {} : { periodBorders }),
    ...(timePrices === undefined ? {} : { timePrices }),
    fullCaps,
  }
}

/** Makes the decision again from what was stored, with all candidates. */
export function recompute(stored: StoredDecision, inputs: ReplayInputs): Decision {
  return again(stored, inputs) ?? stored.decision
}

/** null where a plan gave the item to somebody who could not have had it. */
function again(stored: StoredDecision, inputs: ReplayInputs): Decision | null {
  const snapshot = snapshotOf(stored, inputs)
  if (stored.plan === undefined) return decide(inputs.item, snapshot, inputs.policy)
  return decidePlanned(new WorkingState(snapshot, inputs.policy), inputs.item, stored.plan)
}

/**
 * Repeats a stored decision and compares (law 6): identical, the first difference, or — where another engine version
 * decided — that the engine changed, never a false difference. Candidates that were not stored are not compared;
 * their chances are.
 */
export function replay(stored: StoredDecision, inputs: ReplayInputs): ReplayResult {
  const { decision } = stored
  if (decision.engineVersion !== engineVersion) {
    const engineChanged = { stored: decision.engineVersion, current: engineVersion }
    return { identical: false, engineChanged }
  }
  if (decision.mode !== 'engine' && stored.plan === undefined) {
    return { identical: false, notReplayable: { mode: decision.mode } }
  }
  const made = again(stored, inputs)
  if (made === null) {
    const { repId } = decision
    return { identical: false, firstDifference: { path: 'repId', stored: repId, replayed: null } }
  }
  const chances = made.candidates.flatMap(({ repId, propensity }) =>
    propensity > 0 ? [{ repId, propensity }] : [],
  )
  const difference =
    firstDifference(decision, stored.complete ? made : { ...made, candidates: [] }) ??
    firstDifference(stored.chances, chances, 'chances')
  return difference === null ? { identical: true } : { identical: false, firstDifference: difference }
}
