import { z } from 'zod'

export const reason = z.object({
  code: z.string().describe('Stable code; see docs/reasons.md'),
  params: z.record(z.string(), z.unknown()),
  text: z.string().describe('The sentence, in the language asked for'),
})

/** Where a lead stands: what every verb on it answers. */
export const leadPlace = z.object({
  id: z.string(),
  state: z.enum(['owned', 'pooled', 'waiting', 'closed', 'offered']),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  poolId: z.string().nullable(),
  decisionId: z.string().nullable(),
  reason,
  turnReturned: z
    .boolean()
    .optional()
    .describe('after a close: it was nothing at all, so its owner has the turn back'),
})

export const term = z.object({
  code: z.string(),
  contribution: z
    .number()
    .int()
    .describe('1/1000 point; the contributions of a candidate add up to its total'),
  raw: z.number().describe('the quantity behind it'),
  text: z.string(),
})

export const win = z
  .object({
    used: z.number().int().describe('millionths: what the WIN_VALUE term counted with'),
    use: z
      .enum(['estimate', 'average', 'explored', 'base-rate'])
      .describe(
        'the model’s estimate; the average, because the rep cannot be told from it; a draw to find out; or nothing is proven',
      ),
    estimate: z.number().int(),
    low: z.number().int().describe('95 %, as far as it is about the rep'),
    high: z.number().int(),
    average: z.number().int().describe('of a rep nobody knows anything about, on this item'),
  })
  .describe('win probability of this rep on this item, by the model the decision names')

export const candidate = z.object({
  repId: z.string(),
  name: z.string(),
  excludedBy: z.string().optional(),
  excludedText: z.string().optional(),
  excludedNote: z
    .string()
    .optional()
    .describe("where the threshold follows the rep's own days: which, since when, and where it started"),
  terms: z.array(term).optional(),
  win: win.optional(),
  total: z.number().int(),
  propensity: z
    .number()
    .int()
    .describe('millionths; they sum to 1,000,000, or all are 0 where nobody is eligible'),
})

export const decision = z.object({
  id: z.string(),
  leadId: z.string(),
  mode: z.enum(['engine', 'plan', 'override', 'claim']),
  state: z.enum(['owned', 'pooled', 'waiting', 'offered']),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  poolId: z.string().nullable(),
  reason,
  release: z.object({ kind: z.string(), at: z.string().nullable(), text: z.string() }).nullable(),
  rule: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .describe('null = the fallback of the policy'),
  relaxed: z.number(),
  candidates: z.array(candidate),
  runnersUp: z.array(z.string()).describe('rep ids of the next best, best first'),
  proposals: z.array(
    z.object({ code: z.string(), leadRepId: z.string(), memberRepIds: z.array(z.string()) }),
  ),
  queue: z.string(),
  pointsHundredths: z.number(),
  draw: z.number(),
  seed: z.number(),
  versions: z.object({
    engine: z.string(),
    policy: z.number(),
    policyHash: z.string(),
    roster: z.string(),
    model: z.string(),
    state: z.string(),
  }),
  contentHash: z.string(),
  actorId: z.string().nullable(),
  decidedAt: z.string(),
  current: z.boolean().describe('this is the decision in force'),
})

export const decisionSummary = z.object({
  id: z.string(),
  mode: z.string(),
  state: z.string(),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  reason,
  actorId: z.string().nullable(),
  decidedAt: z.string(),
})

export const repLoad = z.object({
  repId: z.string(),
  name: z.string(),
  received: z.number().describe('items this assignment gives them'),
  loadHundredthsBefore: z.number(),
  loadHundredthsAfter: z.number(),
  loadLimitHundredths: z.number().nullable(),
})

export const proposal = z.object({
  leadId: z.string(),
  label: z.string().describe('what the record is called'),
  state: z.enum(['owned', 'pooled', 'waiting', 'closed', 'offered']),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  reason,
  recommendations: z.array(
    z.object({ repId: z.string(), name: z.string(), total: z.number(), propensity: z.number() }),
  ),
})
