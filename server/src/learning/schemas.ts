import { z } from 'zod'

const interval = z.object({ value: z.number(), low: z.number(), high: z.number() })
const metrics = z.object({
  rows: z.number(),
  wins: z.number(),
  auc: interval,
  logLoss: interval,
  brier: interval,
  ece: interval,
  calibration: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      rows: z.number(),
      meanPredicted: z.number(),
      observed: z.number(),
    }),
  ),
})
const person = z.object({ id: z.string(), name: z.string() })

export const job = z.object({
  id: z.string(),
  cause: z.enum(['nightly', 'asked', 'drift']),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  askedAt: z.string(),
  finishedAt: z.string().nullable(),
  modelId: z.string().nullable(),
})

const verdict = z.enum([
  'USED',
  'USED_FEW_OUTCOMES',
  'NOT_ENOUGH_OUTCOMES',
  'NO_BETTER_THAN_BASE_RATE',
  'FAILS_FORWARD',
  'NO_USABLE_COLUMNS',
  'ONE_OUTCOME_ONLY',
])

export const modelSummary = z.object({
  id: z.string(),
  number: z.number().describe('1, 2, 3 … in the order of training'),
  verdict,
  passed: z
    .boolean()
    .describe('better than the base rate on newer outcomes of the company; only then usable'),
  repsMatter: z.boolean().describe('it was shown that it matters who sells; else turns decide'),
  kind: z.string(),
  outcomes: z.number(),
  auc: z.number().nullable(),
  gainInErrors: z.number().describe('gain over the base rate in standard errors; three are needed'),
  trainedAt: z.string(),
  cause: z.enum(['nightly', 'asked', 'drift']),
})

const drift = z.object({
  outcomes: z.number(),
  expectedWins: z.number(),
  observedWins: z.number(),
  errors: z.number().describe('standard errors between the two; three ring'),
  alarm: z.boolean(),
})

export const modelOverview = z.object({
  state: z
    .enum(['in_use', 'suspended', 'not_proven', 'waiting_for_choice', 'never_trained', 'rates', 'off'])
    .describe('what win probability decisions are made with now'),
  inUse: modelSummary.nullable(),
  since: z.string().nullable(),
  pinned: z.boolean().describe('a person chose; the night changes nothing'),
  learned: z.number().describe('outcomes the model has moved by since its training, one step each'),
  trainedAt: z.string().nullable(),
  settings: z.object({
    winModel: z.enum(['validated', 'rates', 'off']),
    activation: z.enum(['automatic', 'manual']),
    halfLifeDays: z.number(),
    unknownBandPercent: z.number(),
  }),
  drift: drift.nullable(),
  driftOverTime: z.array(drift),
  exploration: z.object({
    sharePermille: z.number(),
    tiers: z.array(z.string()),
    newcomers: z.array(
      z.object({
        rep: person,
        evidencePermille: z.number(),
        intake: z.number(),
        allowed: z.number(),
        spent: z.number(),
        left: z.number(),
      }),
    ),
  }),
  job: job.nullable(),
  confirmedColumns: z.array(z.object({ name: z.string(), confirmedAt: z.string() })),
  versions: z.array(modelSummary),
  changes: z.array(
    z.object({
      at: z.string(),
      from: z.number().nullable(),
      to: z.number().nullable(),
      cause: z.enum(['nightly', 'not_better', 'activated', 'rolled_back', 'switched_off', 'drift']),
      note: z.string().nullable(),
    }),
  ),
})

export const modelReport = modelSummary.extend({
  won: z.number(),
  lost: z.number(),
  open: z.number().describe('open work has no outcome: it counts as neither won nor lost'),
  baseRate: z.number(),
  halfLifeDays: z.number().nullable(),
  validation: z.object({
    how: z.enum(['time', 'hash-folds', 'hash-holdout', 'none']),
    model: metrics.nullable(),
    baseRate: metrics.nullable(),
    gain: z.number(),
    gainInErrors: z.number(),
  }),
  match: z
    .object({ used: z.boolean(), gainInErrors: z.number(), preferredGain: interval })
    .nullable()
    .describe('whether it matters who sells: the model against itself without reps'),
  columns: z.array(
    z.object({ name: z.string(), spread: z.number().describe('how much its levels differ, in logits') }),
  ),
  leftOut: z.array(
    z.object({
      name: z.string(),
      why: z.string(),
      signs: z.array(
        z.object({ reason: z.string(), figures: z.record(z.string(), z.union([z.number(), z.string()])) }),
      ),
      confirmed: z.boolean(),
    }),
  ),
  rateByTenth: z.array(z.number()),
})

export const comparison = z.object({
  outcomes: z.number(),
  gain: z.number(),
  gainInErrors: z.number(),
  better: z.enum(['candidate', 'current', 'undecided']),
})

const strength = z.object({
  outcomes: z.number(),
  rawRate: z.number(),
  betterLeads: z.number().describe('above 0: the leads were easier to win than the average lead'),
  soldBetter: z.number().describe('above 0: sold better than an average rep would have on the same leads'),
  soldBetterLow: z.number(),
  soldBetterHigh: z.number(),
  score: z.number().describe('50 = average, 10 points = one standard deviation between reps'),
  scoreLow: z.number(),
  scoreHigh: z.number(),
  known: z.boolean().describe('the interval leaves no doubt about the direction'),
})
const domain = z.object({
  dimension: z.string(),
  value: z.string(),
  sharePermille: z.number().describe("share of the rep's opportunities"),
  opportunities: z.number(),
  trials: z.number(),
  wins: z.number(),
  rate: z.number(),
  low: z.number(),
  high: z.number(),
  teamRate: z.number(),
  lastOutcomeAt: z.string().nullable(),
  stale: z.boolean(),
})
const capacity = z.object({
  limit: z.number().describe('open items at once from which quality falls (最佳负荷指数)'),
  low: z.number(),
  high: z.number(),
  best: z.number().describe('most good work at once; where quality does not fall visibly, the usual load'),
  qualityLossAbove: z.number(),
  trials: z.number(),
  basis: z.enum(['start-value', 'team', 'own']),
})
const pace = z.object({
  measure: z.enum(['customers', 'highIntent', 'talkMinutes']).describe('what is counted a day'),
  days: z.number().describe('days with known quality that it rests on'),
  usual: z.number().nullable().describe('median of a day'),
  evidence: z
    .enum(['enough', 'few_days', 'no_spread', 'no_loss', 'wide'])
    .describe('why nothing is said: few days, days too much alike, no loss beyond chance, a limit too vague'),
  found: z
    .object({
      limit: z.number().describe('up to here quality holds'),
      low: z.number(),
      high: z.number(),
      loss: z.number().describe('share of quality missing on days above the limit'),
      lossLow: z.number(),
      lossHigh: z.number(),
      daysAbove: z.number(),
    })
    .nullable()
    .describe('null unless there is enough evidence'),
})
export const proposal = z.object({
  id: z.string(),
  rep: person,
  kind: z.enum(['tag', 'stale_tag', 'weight']),
  subject: z.string(),
  family: z.string().nullable(),
  was: z.number().nullable(),
  proposed: z.number().nullable(),
  evidence: z.object({
    outcomes: z.number(),
    wins: z.number().nullable(),
    rate: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    teamRate: z.number().nullable(),
    lastAt: z.string().nullable(),
  }),
  madeAt: z.string(),
  state: z.enum(['open', 'accepted', 'declined', 'outdated']),
  decidedAt: z.string().nullable(),
  byPolicy: z.boolean().describe('written because the policy says so; may still be declined'),
})

export const capabilityBoard = z.object({
  madeAt: z.string().nullable(),
  stale: z.boolean().describe('older than three days: something keeps it from being computed'),
  outcomes: z.number(),
  productLines: z.array(z.string()),
  customerTypes: z.array(z.string()),
  reps: z.array(
    z.object({
      rep: person,
      teamId: z.string().nullable(),
      strength: strength.nullable(),
      byDomain: z.array(strength.extend({ dimension: z.string(), value: z.string() })),
      capacity: capacity.nullable(),
    }),
  ),
  proposals: z.array(proposal),
  job: job.nullable(),
})

export const repCapability = z.object({
  madeAt: z.string().nullable(),
  rep: person,
  strength: strength.nullable(),
  byDomain: z.array(strength.extend({ dimension: z.string(), value: z.string() })),
  domains: z.array(domain),
  capacity: capacity.nullable(),
  rhythm: z
    .object({
      days: z.number(),
      teamDays: z.number(),
      wins: z.number(),
      kind: z.enum(['fast', 'long', 'even']),
    })
    .nullable(),
  paceQuality: z
    .enum(['won', 'moved'])
    .nullable()
    .describe('a good day by deals won of those first worked on that day, or by customers moved on'),
  pace: z
    .array(pace)
    .describe('customers, high-intent customers and talk time a day, against what became of them'),
  highIntentLimit: z
    .object({
      value: z.number(),
      start: z.number().describe('the threshold of the team or company it started from'),
      since: z.string(),
    })
    .nullable()
    .describe("the gauge high_intent_today where it follows the rep's own days; null = what was set holds"),
  proposals: z.array(proposal),
})
