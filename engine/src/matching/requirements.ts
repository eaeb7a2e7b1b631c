import type { CandidateSet, Relaxation, RuleAction, WorkItem } from '../model/index.ts'
import { factNames, placesOf } from './item-facts.ts'
import { normalizeName, territoryPath } from './territory.ts'

/** What a candidate must satisfy for one item, after relaxation; null = not asked for. */
export interface Requirements {
  readonly roles: readonly string[] | null
  readonly teams: readonly string[] | null
  readonly repIds: ReadonlySet<string> | null
  readonly levels: readonly string[] | null
  readonly territories: readonly (readonly string[])[] | null
  readonly regions: readonly (readonly string[])[] | null
  readonly industries: readonly string[] | null
  readonly products: readonly string[] | null
  readonly tags: readonly { readonly tag: string; readonly minLevel: number }[] | null
}

export type Droppable = Relaxation['drop'][number]

/** Which relaxation steps are in force (X5), and when the next one will be. */
export interface RelaxationState {
  readonly steps: number
  readonly dropped: ReadonlySet<Droppable>
  readonly nextAt: number | null
}

/** Waiting counts from `waitingSince`, else from `createdAt`. */
export function relaxationAt(action: RuleAction, item: WorkItem, now: number): RelaxationState {
  const since = item.waitingSince ?? item.createdAt
  const dropped = new Set<Droppable>()
  let steps = 0
  let nextAt: number | null = null
  for (const step of action.relax ?? []) {
    const at = since + step.afterMinutes * 60_000
    if (at <= now) {
      steps += 1
      for (const part of step.drop) dropped.add(part)
    } else if (nextAt === null || at < nextAt) nextAt = at
  }
  return { steps, dropped, nextAt }
}

const nothingDropped: ReadonlySet<Droppable> = new Set()

/** The candidate set of a rule made ready for one item. An item without the fact is covered by everybody. */
export function requirementsOf(
  set: CandidateSet | undefined,
  item: WorkItem,
  dropped: ReadonlySet<Droppable> = nothingDropped,
): Requirements {
  const asked = <T>(part: Droppable, list: readonly T[] | undefined): readonly T[] | null =>
    list === undefined || list.length === 0 || dropped.has(part) ? null : list
  const matched = (part: 'industry' | 'product'): readonly string[] | null =>
    set?.match?.includes(part) ? asked(part, factNames(item, part)) : null
  return {
    roles: asked('roles', set?.roles),
    teams: asked('teams', set?.teams),
    repIds: set?.repIds === undefined ? null : new Set(set.repIds),
    levels: asked('levels', set?.levels),
    territories: asked('territories', set?.territories)?.map(territoryPath) ?? null,
    regions: set?.match?.includes('region') ? asked('region', placesOf(item)) : null,
    industries: matched('industry'),
    products: matched('product'),
    tags:
      asked('tags', set?.tags)?.map(({ tag, minLevel }) => ({
        tag: normalizeName(tag),
        minLevel: minLevel ?? 1,
      })) ?? null,
  }
}
