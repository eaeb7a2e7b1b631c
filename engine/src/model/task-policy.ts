import type { DifficultyBand, ValueBand } from './work-item.ts'

/** Why a task stands still; the codes a company reports and counts (Q1). */
export interface BlockerReason {
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** A step that usually comes next for a customer of a class, ready to become a task. */
export interface NextStep {
  readonly id: string
  /** Days from now, at the hour below, in the company's zone. */
  readonly dueInDays: number
  readonly value?: ValueBand
  readonly difficulty?: DifficultyBand
  readonly zh: { readonly title: string; readonly standard: string; readonly acceptance?: string }
  readonly en: { readonly title: string; readonly standard: string; readonly acceptance?: string }
}

/** How tasks are dispatched, followed and escalated. */
export interface TaskPolicy {
  /** Whether a card without a completion standard is refused. */
  readonly standardRequired: boolean
  /** The hour a day's task is due where only the day was meant. */
  readonly dueHour: number
  readonly acknowledgeWithinMinutes: number
  /** Reminded so long before the deadline (G2). */
  readonly deadlineNearHours: number
  /** Points of percent behind plan from which the superior hears of it (G4). */
  readonly behindPercent: number
  /** A checkpoint that tasks longer than `afterDays` get where nobody set any (G3): ISO weekday and hour. */
  readonly checkpoint: {
    readonly weekday: number
    readonly hour: number
    readonly afterDays: number
  }
  readonly blockers: readonly BlockerReason[]
  /** Customer class → steps; `free` for tasks without a customer. */
  readonly nextSteps: Readonly<Record<string, readonly NextStep[]>>
}
