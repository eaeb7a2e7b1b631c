import type { Availability, GaugeName, Rep, RepState, ScoreWeights, Snapshot } from '../../model/index.ts'
import type { CompiledPolicy } from '../../policy/compiled-policy.ts'

export type CeilingName = 'dailyMax' | 'weeklyMax' | 'monthlyMax'

/** One thing that could be otherwise; `from` is how it was. Loads in the gauge's unit, tag level 0 = tag absent. */
export type Change =
  | { readonly kind: 'availability'; readonly from: Availability; readonly to: 'on_duty' }
  | { readonly kind: 'load'; readonly gauge: GaugeName; readonly from: number; readonly to: number }
  | { readonly kind: 'ceiling'; readonly limit: CeilingName; readonly from: number; readonly to: number }
  | { readonly kind: 'tag'; readonly tag: string; readonly from: number; readonly to: number }
  | { readonly kind: 'rep_weight'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'score_weight'
      readonly weight: keyof ScoreWeights
      readonly from: number
      readonly to: number
    }

export interface Scene {
  readonly snapshot: Snapshot
  readonly policy: CompiledPolicy
}

/** The world as it would be with the changes made to one rep (and, for score weights, to the rule at work). */
export function withChanges(scene: Scene, repId: string, changes: readonly Change[]): Scene {
  const { roster, states } = scene.snapshot
  const rep = (one: Rep) => (one.id === repId ? changes.reduce(changedRep, one) : one)
  const state = (one: RepState) => (one.repId === repId ? changes.reduce(changedState, one) : one)
  return {
    snapshot: {
      ...scene.snapshot,
      roster: { version: `${roster.version}+contrast`, reps: roster.reps.map(rep) },
      states: states.map(state),
    },
    policy: changes.reduce(changedPolicy, scene.policy),
  }
}

function changedRep(rep: Rep, change: Change): Rep {
  switch (change.kind) {
    case 'rep_weight':
      return { ...rep, weight: change.to }
    case 'ceiling':
      return { ...rep, limits: { ...rep.limits, [change.limit]: change.to } }
    case 'tag':
      return { ...rep, tags: [...rep.tags, { tag: change.tag, level: change.to, source: 'manager' }] }
    default:
      return rep
  }
}

function changedState(state: RepState, change: Change): RepState {
  if (change.kind === 'availability') return { ...state, availability: change.to }
  if (change.kind === 'load') return { ...state, gauges: { ...state.gauges, [change.gauge]: change.to } }
  return state
}

function changedPolicy(policy: CompiledPolicy, change: Change): CompiledPolicy {
  if (change.kind !== 'score_weight') return policy
  return {
    ...policy,
    hash: `${policy.hash}+contrast`,
    match(item) {
      const match = policy.match(item)
      const { strategy } = match.action
      if (strategy.kind !== 'scored') return match
      const weights = { ...strategy.weights, [change.weight]: change.to }
      return { ...match, action: { ...match.action, strategy: { ...strategy, weights } } }
    },
  }
}
