import type { Facts, FieldDefinition } from '../model/field.ts'
import type { Policy, RuleAction, Tier } from '../model/policy.ts'
import type { DifficultyBand, ValueBand, WorkItem } from '../model/work-item.ts'
import type { CompiledCap } from './compile-caps.ts'

/** The rule that won for an item; `ruleId` null = the policy's fallback. */
export interface RuleMatch {
  readonly ruleId: string | null
  readonly action: RuleAction
}

/** One of the 18 parameters at work: what it saw and what it gave. */
export interface ScoreTerm {
  readonly field: string
  /** 0–100 before weighting. */
  readonly score: number
  readonly weight: number
  /** Share of the total it gave, thousandths of a score point. */
  readonly contribution: number
  readonly missing: boolean
}

export type Quadrant = 'strategic' | 'potential' | 'service' | 'routine'
export type TaskType = 'key_battle' | 'growth' | 'standard' | 'selective'

/** What the house understood about an item (A3, B1–B4, B8, B11), with the terms that made it. */
export interface Assessment {
  /** 0–100, integer. */
  readonly score: number
  readonly terms: readonly ScoreTerm[]
  readonly tags: readonly string[]
  readonly value: ValueBand | null
  readonly difficulty: DifficultyBand | null
  readonly gridCell: string
  readonly tier: Tier
  readonly taskType: TaskType
  readonly quadrant: Quadrant
  readonly pointsHundredths: number
}

/** A policy made ready to run: conditions are closures over whitelisted fields, rules are in their total order. */
export interface CompiledPolicy {
  readonly policy: Policy
  /** 16 hex digits over the canonical JSON of the policy and the custom field definitions. */
  readonly hash: string
  readonly fields: readonly FieldDefinition[]
  /** Scores and tags raw facts. The given value and difficulty win over computed ones. */
  assess(facts: Facts): Assessment
  /** Facts with the assessment merged in under the built-in keys (score, tier, gridCell, taskType, quadrant, tags, value, difficulty). */
  enrich(facts: Facts, assessment: Assessment): Facts
  /** The place in the waiting queue of an item whose facts were enriched; null = in order of arrival. */
  priorityOf(facts: Facts, waitedMs: number): number | null
  /** First matching rule, else the fallback. */
  match(item: WorkItem): RuleMatch
  /** The caps an item of that rule falls under. */
  capsOf(facts: Facts, ruleId: string | null): readonly CompiledCap[]
}
