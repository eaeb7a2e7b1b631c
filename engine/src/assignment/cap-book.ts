import { backlogCap, backlogShare, type ItemContext, type RepView } from '../matching/index.ts'
import type { CapUse, FullCap, Snapshot, WorkItem } from '../model/index.ts'
import type { CompiledCap, CompiledPolicy } from '../policy/index.ts'

const nobody: readonly FullCap[] = []

/** Where a rep counts under a cap; null = nowhere (somebody without a team). */
function subjectOf({ per }: CompiledCap, view: RepView, ruleId: string | null): string | null {
  if (per === 'rule') return ruleId ?? '*'
  return per === 'rep' ? view.rep.id : (view.rep.teamPath[0] ?? null)
}

/** A share counts per rep from the beginning of the day: what was used before it is not handed in. */
const shareCap: CompiledCap = { id: backlogCap, per: 'rep', limit: 1, windowMs: 86_400_000 }

const keyOf = (cap: string, subject: string): string => `${cap}\n${subject}`

/** What was given under the caps of the policy, moved on by what is given. Empty and free of cost without caps. */
export class CapBook {
  readonly #policy: CompiledPolicy
  readonly #times = new Map<
    string,
    { readonly cap: string; readonly subject: string; readonly times: number[] }
  >()
  readonly #backlog: Snapshot['backlog']
  /** Of a stored decision: what it saw as full. */
  readonly #stored: readonly FullCap[] | undefined

  constructor(
    { capUses = [], fullCaps, backlog }: Pick<Snapshot, 'capUses' | 'fullCaps' | 'backlog'>,
    policy: CompiledPolicy,
  ) {
    this.#policy = policy
    this.#backlog = backlog
    this.#stored = fullCaps
    for (const { cap, subject, times } of capUses)
      this.#times.set(keyOf(cap, subject), { cap, subject, times: [...times] })
  }

  /** The caps an item falls under: those of the policy, and the share of the backlog it belongs to. */
  capsOf(item: WorkItem, ruleId: string | null): readonly CompiledCap[] {
    const caps = this.#policy.capsOf(item.facts, ruleId)
    const backlog = this.#backlog
    if (backlog === undefined || (item.waitingSince ?? backlog.startedAt) >= backlog.startedAt) return caps
    return [...caps, { ...shareCap, limit: backlogShare(backlog.size, backlog.members) }]
  }

  /** The subjects that may get nothing of this item now. A limit of 0 is full without ever having been used. */
  fullFor(
    { item, ruleId }: Pick<ItemContext, 'item' | 'ruleId'>,
    views: readonly RepView[],
    now: number,
  ): readonly FullCap[] {
    if (this.#stored !== undefined) return this.#stored
    const caps = this.capsOf(item, ruleId)
    if (caps.length === 0) return nobody
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

  #usesIn({ id, windowMs }: CompiledCap, subject: string, now: number): readonly number[] {
    return (this.#times.get(keyOf(id, subject))?.times ?? []).filter((at) => at > now - windowMs)
  }

  #freesAt(cap: CompiledCap, subject: string, now: number): number | null {
    const { id, limit, windowMs } = cap
    if (id === backlogCap && now >= (this.#backlog?.until ?? 0)) return null
    const times = this.#usesIn(cap, subject, now)
    if (times.length < limit) return null
    if (id === backlogCap) return this.#backlog?.until ?? null
    return (times[times.length - Math.max(1, limit)] ?? now) + windowMs
  }

  /** Why a rep is held back: the caps among `full` they count under. */
  heldBack(
    { item, ruleId }: Pick<ItemContext, 'item' | 'ruleId'>,
    full: readonly FullCap[],
    view: RepView,
  ): FullCap | null {
    if (full.length === 0) return null
    for (const cap of [...this.#policy.capsOf(item.facts, ruleId), shareCap]) {
      const subject = subjectOf(cap, view, ruleId)
      const found = full.find((one) => one.cap === cap.id && one.subject === subject)
      if (found !== undefined) return found
    }
    return null
  }

  /** Whether a rep is held back from an item now; the same answer as `heldBack` without looking at anybody else. */
  isFull({ item, ruleId }: Pick<ItemContext, 'item' | 'ruleId'>, view: RepView, now: number): boolean {
    return this.#policy.capsOf(item.facts, ruleId).some((cap) => {
      const subject = subjectOf(cap, view, ruleId)
      return subject !== null && this.#freesAt(cap, subject, now) !== null
    })
  }

  /**
   * How many of these items the caps let each rep have now, at most: per cap what is left of it, and everything it does
   * not speak of. What a team or a rule shares counts for each of its people. null where no cap speaks of any.
   */
  roomsFor(
    items: readonly Pick<ItemContext, 'item' | 'ruleId'>[],
    views: readonly RepView[],
    now: number,
  ): Float64Array | null {
    const groups = new Map<string, { cap: CompiledCap; ruleId: string | null; count: number }>()
    for (const { item, ruleId } of items) {
      for (const cap of this.#policy.capsOf(item.facts, ruleId)) {
        const key = cap.per === 'rule' ? keyOf(cap.id, ruleId ?? '*') : cap.id
        const group = groups.get(key) ?? { cap, ruleId, count: 0 }
        group.count += 1
        groups.set(key, group)
      }
    }
    if (groups.size === 0) return null
    const rooms = new Float64Array(views.length).fill(items.length)
    for (const { cap, ruleId, count } of groups.values()) {
      for (const [index, view] of views.entries()) {
        const subject = subjectOf(cap, view, ruleId)
        if (subject === null) continue
        const left = Math.max(0, cap.limit - this.#usesIn(cap, subject, now).length)
        rooms[index] = Math.min(rooms[index] ?? 0, left + items.length - count)
      }
    }
    return rooms
  }

  /** Counts one item given to a rep. */
  note({ item, ruleId }: Pick<ItemContext, 'item' | 'ruleId'>, view: RepView, now: number): void {
    for (const cap of this.capsOf(item, ruleId)) {
      const subject = subjectOf(cap, view, ruleId)
      if (subject === null) continue
      const key = keyOf(cap.id, subject)
      const known = this.#times.get(key)
      if (known === undefined) this.#times.set(key, { cap: cap.id, subject, times: [now] })
      else known.times.push(now)
    }
  }

  /** Everything counted so far, as a snapshot takes it. */
  uses(): CapUse[] {
    return [...this.#times.values()].map(({ cap, subject, times }) => ({ cap, subject, times: [...times] }))
  }

  /** Where a rep counts for this item, for whoever keeps the book. */
  subjects(
    { item, ruleId }: Pick<ItemContext, 'item' | 'ruleId'>,
    view: RepView,
  ): { cap: string; subject: string }[] {
    return this.capsOf(item, ruleId).flatMap((cap) => {
      const subject = subjectOf(cap, view, ruleId)
      return subject === null ? [] : [{ cap: cap.id, subject }]
    })
  }
}
