import { itemContext, viewOf } from '../../matching/index.ts'
import type { Decision, ExclusionCode, ReasonCode, Snapshot, WorkItem } from '../../model/index.ts'
import type { CompiledPolicy } from '../../policy/compiled-policy.ts'
import { decide } from '../decide.ts'
import { type Change, type Scene, withChanges } from './change.ts'
import { type Lever, leversFor } from './levers.ts'
import { remedyFor } from './remedy.ts'

export type Contrast =
  | { readonly outcome: 'already_theirs' }
  /** The changes give the item to the rep: `decision` is what the engine decides with them made. */
  | { readonly outcome: 'reachable'; readonly changes: readonly Change[]; readonly decision: Decision }
  | {
      readonly outcome: 'nothing_within_reach'
      /** The exclusion no figure can lift, or null where the rep is admissible but no lever reaches far enough. */
      readonly blockedBy: ExclusionCode | null
      readonly reasonCode: ReasonCode
    }

const maxRemedies = 6

/**
 * What would have to change for one rep to get an item: first what must change for the rep to be admissible, then the
 * cheapest single lever, then the cheapest pair, each pulled only as far as needed. Every answer was run through
 * `decide` before it is returned; "nothing within reach" is an answer too. At most some hundreds of decisions.
 */
export function contrast(
  item: WorkItem,
  snapshot: Snapshot,
  policy: CompiledPolicy,
  repId: string,
): Contrast {
  const scene: Scene = { snapshot, policy }
  const decideWith = (changes: readonly Change[]) => {
    const changed = withChanges(scene, repId, changes)
    return decide(item, changed.snapshot, changed.policy)
  }
  const wins = (changes: readonly Change[]) => decideWith(changes).repId === repId
  const first = decide(item, snapshot, policy)
  if (first.repId === repId) return { outcome: 'already_theirs' }
  const { changes, blockedBy } = remedies(item, scene, repId, first)
  if (blockedBy !== null) return { outcome: 'nothing_within_reach', blockedBy, reasonCode: first.reason.code }
  const found = wins(changes) ? changes : searchLevers(item, scene, repId, changes, wins)
  if (found === null)
    return { outcome: 'nothing_within_reach', blockedBy: null, reasonCode: first.reason.code }
  return { outcome: 'reachable', changes: found, decision: decideWith(found) }
}

/** Lifts exclusions one after another until the rep is admissible. */
function remedies(
  item: WorkItem,
  scene: Scene,
  repId: string,
  first: Decision,
): { readonly changes: readonly Change[]; readonly blockedBy: ExclusionCode | null } {
  const changes: Change[] = []
  let decision = first
  for (;;) {
    const candidate = decision.candidates.find((one) => one.repId === repId)
    if (candidate === undefined) return { changes, blockedBy: 'REP_NOT_IN_RULE' }
    if (candidate.excludedBy === undefined) return { changes, blockedBy: null }
    const changed = withChanges(scene, repId, changes)
    const remedy = changes.length < maxRemedies ? remedyIn(changed, item, repId, candidate.excludedBy) : null
    if (remedy === null) return { changes, blockedBy: candidate.excludedBy }
    changes.push(remedy)
    const next = withChanges(scene, repId, changes)
    decision = decide(item, next.snapshot, next.policy)
  }
}

function remedyIn(scene: Scene, item: WorkItem, repId: string, code: ExclusionCode): Change | null {
  const inside = lookAt(scene, item, repId)
  return inside === null ? null : remedyFor(code, inside.view, inside.state, inside.ctx)
}

function lookAt({ snapshot, policy }: Scene, item: WorkItem, repId: string) {
  const rep = snapshot.roster.reps.find((one) => one.id === repId)
  const state = snapshot.states.find((one) => one.repId === repId)
  if (rep === undefined || state === undefined) return null
  return { view: viewOf(rep), state, ctx: itemContext(item, policy.match(item), policy.policy, snapshot.now) }
}

/** The cheapest single lever that wins, else the cheapest pair; price = share of the lever's way × its price. */
function searchLevers(
  item: WorkItem,
  scene: Scene,
  repId: string,
  needed: readonly Change[],
  wins: (changes: readonly Change[]) => boolean,
): readonly Change[] | null {
  const inside = lookAt(withChanges(scene, repId, needed), item, repId)
  if (inside === null) return null
  const levers = leversFor(inside.view, inside.state, inside.ctx)
  let best: { readonly changes: readonly Change[]; readonly price: number } | null = null
  const consider = (pulled: readonly { readonly lever: Lever; readonly step: number }[]) => {
    let price = 0
    for (const { lever, step } of pulled) price += Math.floor((1000 * lever.price * step) / lever.steps)
    if (best !== null && best.price <= price) return
    best = { changes: [...needed, ...pulled.map(({ lever, step }) => lever.at(step))], price }
  }
  for (const lever of levers) {
    const step = leastStep(lever, (change) => wins([...needed, change]))
    if (step !== null) consider([{ lever, step }])
  }
  if (best !== null) return (best as { changes: readonly Change[] }).changes
  levers.forEach((lever, place) => {
    for (const other of levers.slice(place + 1)) {
      const full = lever.at(lever.steps)
      const otherStep = leastStep(other, (change) => wins([...needed, full, change]))
      if (otherStep === null) continue
      const fixed = other.at(otherStep)
      const step = leastStep(lever, (change) => wins([...needed, change, fixed]))
      if (step !== null)
        consider([
          { lever, step },
          { lever: other, step: otherStep },
        ])
    }
  })
  return best === null ? null : (best as { changes: readonly Change[] }).changes
}

/** Smallest step that wins, by bisection: the last one tested to win, so it is verified even where wins are not monotone. */
function leastStep(lever: Lever, wins: (change: Change) => boolean): number | null {
  if (!wins(lever.at(lever.steps))) return null
  let [losing, winning] = [0, lever.steps]
  while (winning - losing > 1) {
    const middle = Math.floor((losing + winning) / 2)
    if (wins(lever.at(middle))) winning = middle
    else losing = middle
  }
  return winning
}
