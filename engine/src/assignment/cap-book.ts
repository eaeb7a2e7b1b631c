import type { ItemContext, RepView } from '../matching/index.ts'
import type { FullCap, Snapshot } from '../model/index.ts'
import type { CompiledCap, CompiledPolicy } from '../policy/index.ts'

const nobody: readonly FullCap[] = []

/** Where a rep counts under a cap; null = nowhere (somebody without a team). */
function subjectOf({ per }: CompiledCap, view: RepView, ruleId: string | null): string | null {
  if (per === 'rule') return ruleId ?? '*'
  return per === 'rep' ? view.rep.id : (view.rep.teamPath[0] ?? null)
}

const keyOf = (cap: string, subject: string): string => `${cap}\n${subject}`

/** What was given under the caps of the policy, moved on by what is given. Empty and free of cost without caps. */
export class CapBook {
  readonly #policy: CompiledPolicy
  readonly #times = new Map<
    string,
    { readonly cap: string; readonly subject: string; readonly times: number[] }
  >()
  /** Of a stored decision: what it saw as full. */
  readonly #stored: readonly FullCap[] | undefined

  constructor({ capUses = [], fullCaps }: Pick<Snapshot, 'capUses' | 'fullCaps'>, policy: CompiledPolicy) {
    this.#policy = policy
    this.#stored = fullCaps
    for (const { cap, subject, times } of capUses)
      this.#times.set(keyOf(cap, subject), { cap, subject, times: [...times] })
  }

  /** The subjects that may get nothing of this item now. A limit of 0 is full without ever having been used. */
  fullFor(
    { item, ruleId }: Pick<ItemContext, 'item' | 'ruleId'>,
    views: readonly RepView[],
    now: number,
  ): readonly FullCap[] {
    const caps = this.#policy.capsOf(item.facts, ruleId)
    if (caps.length === 0) return nobody
    if (this.#stored !== undefined) return this.#stored
    const full = new Map<string, FullCap>()
    for (const cap of caps) {
      for (const view of views) {
        const subject = subjectOf(cap, view, ruleId)
        if (subject === null || full.has(keyOf(cap.id, subject))) continue
        const freesAt = this.#freesAt(cap, subject, now)
        if (freesAt !== null) full.set(keyOf(cap.id, subject), { cap: cap.id, subject, freesAt })
        // One subject for everybody.
        if (cap.per === 'rule') break
      }
    }
    return full.size === 0 ? nobody : [...full.values()]
  }

  #freesAt({ id, limit, windowMs }: CompiledCap, subject: string, now: number): number | null {
    const times = (this.#times.get(keyOf(id, subject))?.times ?? []).filter((at) => at > now - windowMs)
    if (times.length < limit) return null
    return (times[times.length - Math.max(1, limit)] ?? now) + windowMs
  }

  /** Why a rep is held back: the caps among `full` they count under. */
  heldBack(
    { item, ruleId }: Pick<ItemContext, 'item' | 'ruleId'>,
    full: readonly FullCap[],
    view: RepView,
  ): FullCap | null {
    if (full.length === 0) return null
    for (const cap of this.#policy.capsOf(item.facts, ruleId)) {
      const subject = subjectOf(cap, view, ruleId)
      const found = full.find((one) => one.cap === cap.id && one.subject === subject)
      if (found !== undefined) return found
    }
    return null
  }

  /** Counts one item given to a rep. */
  note({ item, ruleId }: Pick<ItemContext, 'item' | 'ruleId'>, view: RepView, now: number): void {
    for (const cap of this.#policy.capsOf(item.facts, ruleId)) {
      const subject = subjectOf(cap, view, ruleId)
      if (subject === null) continue
      const key = keyOf(cap.id, subject)
      const known = this.#times.get(key)
      if (known === undefined) this.#times.set(key, { cap: cap.id, subject, times: [now] })
      else known.times.push(now)
    }
  }

  /** Where a rep counts for this item, for whoever keeps the book. */
  subjects(
    { item, ruleId }: Pick<ItemContext, 'item' | 'ruleId'>,
    view: RepView,
  ): { cap: string; subject: string }[] {
    return this.#policy.capsOf(item.facts, ruleId).flatMap((cap) => {
      const subject = subjectOf(cap, view, ruleId)
      return subject === null ? [] : [{ cap: cap.id, subject }]
    })
  }
}
