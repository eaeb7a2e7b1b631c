import {
  type ItemContext,
  RepHashes,
  type RepView,
  suitabilityExclusion,
  TermColumns,
} from '../matching/index.ts'
import {
  type ExclusionCode,
  exclusionCodes,
  type Roster,
  type RuleAction,
  type ScoreWeights,
  type WinModel,
} from '../model/index.ts'
import type { CompiledPolicy } from '../policy/compiled-policy.ts'

/** Place in `exclusionCodes` + 2 per rep; 1 = suitable, 0 = not looked at yet. */
type Suitability = Uint8Array

const suitable = 1
const suitabilitiesKept = 2000
const codePlaces = new Map(exclusionCodes.map((code, place) => [code, place + 2]))

/** What was found out about a roster under a policy and a win model, none of which ever changes in place. */
export class RosterMemo {
  readonly policy: CompiledPolicy
  readonly model: WinModel
  readonly repHashes: RepHashes
  readonly #views: readonly RepView[]
  readonly #terms = new Map<ScoreWeights, TermColumns>()
  readonly #suitabilities = new Map<RuleAction, Map<string, Suitability>>()

  constructor(views: readonly RepView[], policy: CompiledPolicy, model: WinModel) {
    this.#views = views
    this.policy = policy
    this.model = model
    this.repHashes = new RepHashes(views.map((view) => view.rep.id))
  }

  termColumns(weights: ScoreWeights): TermColumns {
    const known = this.#terms.get(weights)
    if (known !== undefined) return known
    const fresh = new TermColumns(this.#views, weights, this.policy.policy, this.model)
    this.#terms.set(weights, fresh)
    return fresh
  }

  /** Who belongs to those the rule wants for an item; see `suitabilityIn`. */
  suitabilityFor({ action, relaxation, wanted }: ItemContext): Suitability {
    const ofAction = this.#suitabilities.get(action) ?? new Map<string, Suitability>()
    if (ofAction.size === 0) this.#suitabilities.set(action, ofAction)
    // What else a rule wants does not depend on the item.
    const { regions, industries, products } = wanted
    const key = JSON.stringify([relaxation.steps, regions, industries, products])
    const known = ofAction.get(key)
    if (known !== undefined) return known
    if (ofAction.size >= suitabilitiesKept) ofAction.clear()
    const fresh = new Uint8Array(this.#views.length)
    ofAction.set(key, fresh)
    return fresh
  }

  /** `suitabilityExclusion` of one rep, remembered in what `suitabilityFor` gave. */
  suitabilityIn(found: Suitability, rep: number, ctx: ItemContext): ExclusionCode | null {
    const known = found[rep] ?? 0
    if (known === suitable) return null
    if (known > suitable) return exclusionCodes[known - 2] ?? null
    const view = this.#views[rep]
    if (view === undefined) return null
    const code = suitabilityExclusion(view, ctx.wanted)
    found[rep] = code === null ? suitable : (codePlaces.get(code) ?? 0)
    return code
  }
}

/** One per roster object: a company's roster, policy and model stay the same objects from batch to batch. */
const memos = new WeakMap<Roster, RosterMemo>()

export function memoOf(
  roster: Roster,
  views: readonly RepView[],
  policy: CompiledPolicy,
  model: WinModel,
): RosterMemo {
  const known = memos.get(roster)
  if (known !== undefined && known.policy === policy && known.model === model) return known
  const fresh = new RosterMemo(views, policy, model)
  memos.set(roster, fresh)
  return fresh
}
