import type { Facts } from '../model/field.ts'
import type { WorkItem, WorkItemKind } from '../model/work-item.ts'
import { amountMinorOf } from '../scoring/index.ts'
import type { Assessment, CompiledPolicy } from './compiled-policy.ts'

/** An item before it was understood: facts as they came in. */
export interface RawItem {
  readonly id: string
  readonly kind: WorkItemKind
  readonly createdAt: number
  readonly facts: Facts
  /** Triage class, default 0. */
  readonly priority?: number
  readonly waitingSince?: number
  readonly accountOwnerId?: string
  readonly excludedRepIds?: readonly string[]
}

export interface UnderstoodItem {
  readonly item: WorkItem
  readonly assessment: Assessment
}

/** Understands an item: assesses its facts and lays the findings where rules and matching look for them. */
export function workItemFromFacts(policy: CompiledPolicy, raw: RawItem): UnderstoodItem {
  const { id, kind, createdAt, waitingSince, accountOwnerId, excludedRepIds } = raw
  const facts: Facts = { ...raw.facts, kind, createdAt }
  const assessment = policy.assess(facts)
  const enriched = policy.enrich(facts, assessment)
  return {
    assessment,
    item: {
      id,
      kind,
      priority: raw.priority ?? policy.priorityOf(enriched, 0) ?? 0,
      createdAt,
      ...(waitingSince === undefined ? {} : { waitingSince }),
      facts: enriched,
      tags: assessment.tags,
      value: assessment.value,
      difficulty: assessment.difficulty,
      amountMinor: amountMinorOf(facts),
      pointsHundredths: assessment.pointsHundredths,
      ...(accountOwnerId === undefined ? {} : { accountOwnerId }),
      ...(excludedRepIds === undefined ? {} : { excludedRepIds }),
    },
  }
}
