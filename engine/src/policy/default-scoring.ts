import type { DifficultyPolicy, ScoreParameter, ScoringPolicy } from '../model/policy.ts'

const level = (high: number, mid: number, low: number): ScoreParameter['bands'] => [
  { in: ['high'], score: high },
  { in: ['mid'], score: mid },
  { in: ['low'], score: low },
]

/** From the highest bound down: the first that is reached counts. */
const steps = (...pairs: readonly (readonly [atLeast: number, score: number])[]): ScoreParameter['bands'] =>
  pairs.map(([atLeast, score]) => ({ atLeast, score }))

/**
 * The 18 parameters of Decision 7 with our starting weights (they sum to 100) and bands. Only their names come from
 * the source; weights and bands are a starting point for a Chinese B2B company, to be edited per tenant (B10).
 */
export const defaultParameters: readonly ScoreParameter[] = [
  {
    field: 'industry',
    weight: 5,
    bands: [
      { in: ['金融', '医疗', '医疗器械', '制造', '制造业', '政府', '能源'], score: 80 },
      { in: ['finance', 'healthcare', 'manufacturing', 'government', 'energy'], score: 80 },
    ],
    otherwise: 50,
  },
  {
    field: 'companySize',
    weight: 8,
    bands: [
      { in: ['large'], score: 100 },
      { in: ['medium'], score: 70 },
      { in: ['small'], score: 40 },
      { in: ['micro'], score: 20 },
    ],
    otherwise: 40,
  },
  {
    field: 'regionTier',
    weight: 4,
    bands: [
      { in: ['tier1'], score: 100 },
      { in: ['new_tier1'], score: 80 },
      { in: ['tier2'], score: 60 },
      { in: ['tier3'], score: 40 },
    ],
    otherwise: 50,
  },
  {
    field: 'source',
    weight: 6,
    bands: [
      { in: ['转介绍', '客户转介绍', '老客户推荐', 'referral'], score: 100 },
      { in: ['官网', '官网表单', '主动咨询', '网站', 'website', 'web', 'inbound'], score: 80 },
      { in: ['展会', '活动', '市场活动', 'event', 'trade show'], score: 60 },
      { in: ['广告', '百度', '抖音', '信息流', 'ads', 'paid search'], score: 50 },
      { in: ['电销', '陌生拜访', '购买名单', 'cold call', 'list'], score: 20 },
    ],
    otherwise: 40,
  },
  {
    field: 'needType',
    weight: 5,
    bands: [
      { in: ['采购', '新购', '招标', 'purchase', 'tender'], score: 100 },
      { in: ['续费', '增购', '复购', 'renewal', 'upsell'], score: 90 },
      { in: ['试用', '演示', 'trial', 'demo'], score: 70 },
      { in: ['咨询', '了解', 'inquiry'], score: 40 },
    ],
    otherwise: 40,
  },
  { field: 'intent', weight: 12, bands: level(100, 60, 20), otherwise: 40 },
  { field: 'urgency', weight: 7, bands: level(100, 60, 20), otherwise: 40 },
  {
    field: 'budget',
    weight: 8,
    bands: steps([1_000_000, 100], [500_000, 80], [100_000, 60], [20_000, 40], [0, 20]),
    otherwise: 30,
  },
  {
    field: 'decisionMakerLevel',
    weight: 7,
    bands: [
      { in: ['decider'], score: 100 },
      { in: ['influencer'], score: 60 },
      { in: ['user'], score: 30 },
    ],
    otherwise: 30,
  },
  {
    field: 'purchaseWithinDays',
    weight: 7,
    bands: steps([181, 10], [91, 40], [31, 70], [0, 100]),
    otherwise: 30,
  },
  {
    field: 'interactions30d',
    weight: 6,
    bands: steps([8, 100], [4, 80], [2, 60], [1, 40], [0, 10]),
    otherwise: 30,
  },
  {
    field: 'daysSinceInteraction',
    weight: 4,
    bands: steps([30, 10], [14, 40], [7, 60], [3, 80], [0, 100]),
    otherwise: 40,
  },
  { field: 'channelsUsed', weight: 3, bands: steps([3, 100], [2, 70], [1, 40]), otherwise: 30 },
  { field: 'engagement', weight: 5, bands: steps([80, 100], [50, 70], [20, 40], [0, 10]), otherwise: 30 },
  { field: 'pastDeals', weight: 5, bands: steps([3, 100], [1, 80]), otherwise: 40 },
  { field: 'pastAmount', weight: 3, bands: steps([500_000, 100], [100_000, 80], [1, 60]), otherwise: 30 },
  {
    field: 'competitorPresent',
    weight: 2,
    bands: [
      { is: true, score: 30 },
      { is: false, score: 80 },
    ],
    otherwise: 50,
  },
  { field: 'completeness', weight: 3, bands: steps([80, 100], [50, 60]), otherwise: 20 },
]

/** B11: how hard each of the five inputs makes a deal, 0–100. Bounds are ours; 45 and 90 days are the cycle of G13. */
export const defaultDifficulty: DifficultyPolicy = {
  inputs: [
    { field: 'decisionMakers', bands: steps([4, 100], [2, 50], [0, 0]) },
    { field: 'cycleDays', bands: steps([91, 100], [45, 50], [0, 0]) },
    {
      field: 'needClarity',
      bands: [
        { in: ['unclear'], score: 100 },
        { in: ['partial'], score: 50 },
        { in: ['clear'], score: 0 },
      ],
    },
    { field: 'priceSensitivity', bands: level(100, 50, 0) },
    { field: 'waitingDays', bands: steps([30, 100], [7, 50], [0, 0]) },
  ],
  minimumKnown: 2,
  hardFrom: 67,
  mediumFrom: 34,
}

export const defaultScoring: ScoringPolicy = {
  parameters: defaultParameters,
  probabilityBands: { high: 70, mid: 45 },
  // 500 000 and 100 000 yuan, in fen.
  amountBands: { large: 50_000_000, medium: 10_000_000 },
  grid: {
    high_large: 'A',
    high_medium: 'A',
    mid_large: 'A',
    high_small: 'B',
    mid_medium: 'B',
    low_large: 'B',
    mid_small: 'C',
    low_medium: 'C',
    low_small: 'C',
  },
  urgentValues: ['high'],
  difficulty: defaultDifficulty,
}
