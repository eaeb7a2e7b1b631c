import type { Facts } from '../model/field.ts'
import type { ScoringPolicy } from '../model/policy.ts'

const hourMs = 3_600_000
const most = 1000

/** Half by what it is worth, the rest by how often its kind is won and how much haste it has. */
export const defaultPriority = { score: 50, winRate: 30, urgency: 20, perHour: 1 } as const

const urgencyScores: Readonly<Record<string, number>> = { high: 100, mid: 50, low: 0 }

/**
 * The place of an item in the waiting queue (B5, B6): the weighted mean of its score, the win rate of its segment and
 * its urgency, 0–100, plus so many points per hour it has waited, so that nobody waits for ever. What is unknown is
 * left out of the mean. null where the policy serves in order of arrival.
 */
export function compilePriority({
  priority,
}: Pick<ScoringPolicy, 'priority'>): (facts: Facts, waitedMs: number) => number | null {
  if (priority === undefined) return () => null
  const weights = { ...defaultPriority, ...priority }
  return (facts, waitedMs) => {
    const { score, segmentWinRate, urgency } = facts
    const parts = [
      { weight: weights.score, value: score },
      { weight: weights.winRate, value: segmentWinRate },
      { weight: weights.urgency, value: typeof urgency === 'string' ? urgencyScores[urgency] : undefined },
    ].flatMap(({ weight, value }) => (typeof value === 'number' ? [{ weight, value }] : []))
    const total = parts.reduce((sum, { weight }) => sum + weight, 0)
    const sum = parts.reduce((all, { weight, value }) => all + weight * value, 0)
    // Half up, in integers.
    const worth = total === 0 ? 0 : Math.floor((2 * sum + total) / (2 * total))
    return Math.min(most, worth + weights.perHour * Math.floor(Math.max(0, waitedMs) / hourMs))
  }
}
