import { z } from 'zod'
import { reason } from '../schemas.ts'
import { planKinds, planStates } from './plan-document.ts'
import { triggers } from './reoptimisation-store.ts'

const common = {
  fairSharePercent: z
    .number()
    .int()
    .min(0)
    .max(100)
    .default(0)
    .describe('everybody gets at least this much of what their weight entitles them to'),
  maxUnits: z
    .number()
    .int()
    .min(1000)
    .max(2_000_000_000)
    .optional()
    .describe('solver budget; the same units on the same snapshot give the same plan'),
}

export const planInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('waiting').describe('give out what waits'),
    leadIds: z.array(z.uuid()).min(1).max(10_000).optional().describe('only these of it'),
    pooled: z.boolean().default(false).describe('what lies in pools as well'),
    limit: z.number().int().min(1).max(20_000).default(5_000),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('territory').describe('coverage changes; what its owner covers no longer finds who does'),
    changes: z
      .array(z.strictObject({ repId: z.uuid(), territories: z.array(z.string().min(1).max(100)).max(500) }))
      .min(1)
      .max(500)
      .describe('what these reps cover from the commit on; an empty list covers everything'),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('redistribute').describe('everything a rep owns finds a new owner'),
    repId: z.uuid(),
    then: z
      .enum(['stay', 'pause', 'deactivate'])
      .default('stay')
      .describe('what becomes of the person with the commit'),
    ...common,
  }),
])

const person = z.object({ id: z.string(), name: z.string() })

const repInPlan = z.object({
  rep: person,
  gains: z.number(),
  losses: z.number(),
  expectedGained: z.number().describe('expected won value that comes, yuan'),
  expectedLost: z.number(),
  loadHundredthsBefore: z.number(),
  loadHundredthsAfter: z.number(),
  loadLimitHundredths: z.number().nullable(),
  price: z.number().describe('what one more load point (or item, see `per`) of theirs would be worth, yuan'),
  priceThousandths: z.number().describe('the same in thousandths of a point of score'),
})

export const planView = z.object({
  id: z.string(),
  kind: z.enum(planKinds),
  state: z.enum(planStates),
  createdAt: z.string(),
  createdBy: z.string().nullable().describe('null = nobody: it was made by itself'),
  solvedAt: z.string().nullable(),
  committedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  undoUntil: z.string().nullable().describe('null = there is nothing to undo, or it is too late'),
  about: z
    .array(z.object({ rep: person, territories: z.array(z.string()).nullable() }))
    .describe('who leaves, or whose coverage changes to what'),
  then: z.enum(['stay', 'pause', 'deactivate']).nullable(),
  fairSharePercent: z.number(),
  stopping: z.boolean(),
  progress: z
    .object({ done: z.number(), total: z.number() })
    .describe('solver units while solving (total 0 = no budget given), items afterwards'),
  moves: z
    .object({
      planned: z.number(),
      moved: z.number(),
      queued: z.number(),
      skipped: z.number(),
      undone: z.number(),
      kept: z.number(),
    })
    .nullable()
    .describe('null in lists'),
  problem: z.string().nullable().describe('code of what went wrong'),
  summary: z
    .object({
      items: z.number(),
      placed: z.number(),
      unplaced: z.number(),
      objective: z.number().describe('policy score of all pairs, thousandths of a point'),
      bound: z.number().describe('no plan under the same rules is worth more'),
      gap: z.number().describe('(bound − objective) / bound; 0 = proven best'),
      oneByOne: z.object({ objective: z.number(), placed: z.number() }),
      expectedNow: z.number().describe('win probability × amount of what changes hands, as it is; yuan'),
      expectedPlanned: z.number(),
      priceOfFairness: z
        .number()
        .nullable()
        .describe('what fair shares and floors cost; thousandths of a point'),
      unmetFloors: z.array(z.object({ rep: person, missing: z.number() })),
      per: z.enum(['item', 'point']),
      moneyPerPoint: z.number().describe('what a point of score stands for over these items, yuan'),
      solver: z.string(),
      finished: z.boolean().describe('false = stopped or out of budget: the best found until then'),
      units: z.number(),
      reps: z.array(repInPlan),
    })
    .nullable(),
})

export const moveView = z.object({
  n: z.number(),
  item: z.object({
    id: z.string(),
    kind: z.enum(['lead', 'account', 'opportunity', 'task']),
    label: z.string(),
  }),
  from: person.nullable(),
  fromState: z.string(),
  to: person.nullable().describe('null = nobody: it stays, or goes to the queue where its owner leaves'),
  state: z.enum(['planned', 'moved', 'queued', 'skipped', 'undone', 'kept']),
  skipped: z.object({ code: z.string(), text: z.string() }).nullable(),
  asks: z.boolean().describe('the rule offers: it is theirs once they accept'),
  expected: z.number().describe('expected won value with the new owner, yuan'),
  loadHundredths: z.number(),
  reason,
  options: z
    .array(
      z.object({
        rep: person,
        total: z.number().describe('score net of the price of their time, thousandths of a point'),
        price: z.number().describe('price of their time for this item, thousandths of a point'),
      }),
    )
    .describe('the chosen one, then the next best'),
  decisionId: z.string().nullable(),
})

export const reoptimisationView = z.object({
  enabled: z.boolean(),
  everyMinutes: z.number(),
  maxMoves: z.number().describe('at a time'),
  lastAt: z.string().nullable().describe('null = it never looked'),
  lastTrigger: z.enum(triggers).nullable(),
  lookedAt: z.number().describe('items that could have moved at the last look'),
  nextAt: z.string().nullable().describe('null = off; a trigger may come earlier'),
  moves: z
    .array(moveView.extend({ planId: z.string(), at: z.string().nullable() }))
    .describe('what changed hands by itself, latest first'),
})
