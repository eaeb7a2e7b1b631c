import type { Policy, RuleAction, Strategy } from '../model/policy.ts'
import { defaultScoring } from './default-scoring.ts'

/**
 * The smart mode. One turn of fairness shortfall is worth 3 points and so outweighs the near-tie band of 1 point:
 * equals are served in turn (law 4); inside the band the choice is drawn, with its propensity logged.
 */
export const scoredStrategy: Strategy = {
  kind: 'scored',
  weights: { winValue: 30, fit: 25, headroom: 20, fairness: 3, continuity: 20, development: 10 },
  nearTieThousandths: 1000,
  temperatureThousandths: 500,
}

/**
 * What every customer class has in common: the region is a hard match, the industry counts through fit. One shared
 * fairness queue, so that an A lead and a C lead are both a turn of the same rotation.
 */
export const defaultAction = (
  slaClass: 'A' | 'B' | 'C',
  strategy: Strategy = scoredStrategy,
): RuleAction => ({
  strategy,
  candidates: { match: ['region'] },
  slaClass,
  queue: 'all',
})

/** Points of Decision 2, hundredths. */
const pointsHundredths = {
  high_hard: 300,
  high_medium: 250,
  high_easy: 200,
  mid_hard: 150,
  mid_medium: 150,
  mid_easy: 150,
  low_hard: 50,
  low_medium: 50,
  low_easy: 50,
} as const

/** A complete policy a company can start with on its first day; every figure is a default it can edit. */
export function defaultPolicy(): Policy {
  return {
    formatVersion: 1,
    name: 'default',
    timeZone: 'Asia/Shanghai',
    rules: [
      {
        id: 'tier-a',
        name: 'A 类客户 · Class A',
        priority: 100,
        when: { field: 'tier', op: 'eq', value: 'A' },
        then: defaultAction('A'),
      },
      {
        id: 'tier-b',
        name: 'B 类客户 · Class B',
        priority: 90,
        when: { field: 'tier', op: 'eq', value: 'B' },
        then: defaultAction('B'),
      },
    ],
    fallback: defaultAction('C'),
    // Decision 1: only the load index pauses; current customers is off until somebody sets it.
    gauges: [
      { name: 'load_index', threshold: 1000, warnPercent: 80, action: 'pause' },
      { name: 'key_projects', threshold: 8, warnPercent: 80, action: 'flag' },
      { name: 'concurrent_opportunities', threshold: 7, warnPercent: 80, action: 'flag' },
      { name: 'high_intent_today', threshold: 10, warnPercent: 80, action: 'flag' },
      { name: 'followed_this_month', threshold: 40, warnPercent: 80, action: 'flag' },
    ],
    workload: { pointsHundredths, unknownHundredths: 150, underloadPercent: 30 },
    scoring: defaultScoring,
    // A3. A tag rule sees given tags and everything scored, not the tags of other rules.
    tagging: [
      {
        tag: '高潜力',
        when: {
          any: [
            { field: 'score', op: 'gte', value: 70 },
            {
              all: [
                { field: 'intent', op: 'eq', value: 'high' },
                { field: 'score', op: 'gte', value: 55 },
              ],
            },
          ],
        },
      },
      {
        tag: '大客户',
        when: {
          any: [
            { field: 'value', op: 'eq', value: 'high' },
            { field: 'amount', op: 'gte', value: 500_000 },
            { field: 'companySize', op: 'eq', value: 'large' },
            { field: 'customerLevel', op: 'in', value: ['VIP', 'vip', '大客户', '重点客户'] },
          ],
        },
      },
      {
        tag: '紧急',
        when: {
          any: [
            { field: 'urgency', op: 'eq', value: 'high' },
            { field: 'purchaseWithinDays', op: 'lte', value: 7 },
          ],
        },
      },
    ],
    fairness: {
      period: 'month',
      maxTurns: 10,
      measure: 'count',
      unfollowedLimitPermille: 200,
      decliningGetMore: false,
    },
    continuity: { owner: 'first' },
    duplicates: { action: 'merge' },
    keyIndustries: [],
    // Business minutes of the duty roster (Decision 3): A two hours (G6), B one working day, C three.
    sla: {
      A: { firstResponseMinutes: 120 },
      B: { firstResponseMinutes: 480 },
      C: { firstResponseMinutes: 1440 },
    },
  }
}
