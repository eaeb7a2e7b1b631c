import { z } from 'zod'
import { releaseReasons } from './release-into-pool.ts'

export const poolId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'pool_id_form')
export const person = z.object({ id: z.uuid(), name: z.string() })
const time = z.string().nullable()
const count = (max: number) => z.number().int().min(0).max(max)
const days = z.object({
  protectDays: count(3650).min(1).optional(),
  extendDays: count(3650).optional(),
  maxDays: count(3650).min(1).optional(),
})
const texts = z.array(z.string().trim().min(1).max(100)).max(200)

/** Everything a manager may set; absent = as it is. */
export const poolTerms = {
  name: z.string().trim().min(1).max(100),
  note: z.string().max(2000),
  position: z.number().int().min(-10_000).max(10_000),
  open: z.boolean().describe('false: nobody claims, records may still come in'),
  takesRecalled: z.boolean(),
  regions: texts.describe('what it takes in on recall; empty = all'),
  sources: texts,
  tiers: z.array(z.enum(['A', 'B', 'C'])).max(3),
  mode: z.enum(['first_come', 'sealed']),
  windowSeconds: z.number().int().min(5).max(3600),
  dailyClaims: count(100_000).nullable(),
  dailyViews: count(100_000).nullable(),
  holdingLimit: count(1_000_000).nullable(),
  holdingExcludedTags: texts,
  shieldMinutes: count(43_200),
  coolDownDays: count(3650),
  mustMatch: z.boolean().describe('claims must suit the rule that would assign the record'),
  respectsGauges: z.boolean().describe('pausing gauges and intake ceilings hold for claims'),
  whenFollowed: z.enum(['block', 'route']),
  backlogMinutes: count(1440),
  unnoticedHours: z.number().int().min(1).max(8760),
  protectDays: count(3650).min(1),
  extendDays: count(3650),
  maxDays: count(3650).min(1),
  classTerms: z.record(z.enum(['A', 'B', 'C']), days).describe('other protection per customer class'),
  contractEndKey: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/)
    .nullable()
    .describe('custom attribute of accounts that holds the day their contract ends'),
} as const

export const members = z.object({
  repIds: z.array(z.uuid()).max(1000),
  teamIds: z.array(z.uuid()).max(1000),
  managerIds: z.array(z.uuid()).max(100),
})
const classTerms = z.partialRecord(z.enum(['A', 'B', 'C']), days)
export const poolChange = z.object({ ...poolTerms, classTerms, members: members.partial() }).partial()
export const newPool = poolChange.extend({ id: poolId.optional(), name: poolTerms.name })

const used = z.object({ used: z.number(), limit: z.number().nullable() })
export const limits = z.object({ claims: used, views: used, holding: used })

export const refusal = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  until: time,
})

export const poolShape = z.object({
  id: z.string(),
  version: z.number(),
  ...poolTerms,
  tiers: z.array(z.string()),
  classTerms: z.record(z.string(), days),
  members,
  lying: z.number().describe('records in it now'),
  oldestAt: time,
  unnoticed: z.number().describe('longer there than its managers want to leave unnoticed'),
  mine: z.object({
    member: z.boolean(),
    manages: z.boolean(),
    limits: limits.nullable().describe('null = the caller sells nothing'),
  }),
})

export const openWindowShape = z.object({
  id: z.uuid(),
  closesAt: z.string(),
  seal: z.string().describe('sha256 of `seed:nonce`, both published with the result'),
  bids: z.number(),
  mine: z.boolean(),
})

export const poolItem = z.object({
  id: z.uuid(),
  kind: z.enum(['lead', 'account', 'opportunity']),
  name: z.string(),
  company: z.string(),
  phone: z.string().nullable().describe('masked until it is yours'),
  email: z.string().nullable().describe('masked until it is yours'),
  region: z.string().nullable(),
  industry: z.string().nullable(),
  source: z.string().nullable(),
  product: z.string().nullable(),
  tier: z.string().nullable(),
  value: z.string().nullable(),
  difficulty: z.string().nullable(),
  score: z.number().nullable(),
  amount: z.number().nullable().describe('in yuan'),
  tags: z.array(z.string()),
  enteredAt: z.string(),
  cause: z.string(),
  reason: z.string().nullable(),
  formerOwner: person.nullable(),
  match: z.number().nullable().describe('thousandths of a point, by the policy that would assign it'),
  refusal: refusal.nullable().describe('what stands in your way now'),
  window: openWindowShape.nullable(),
})

export const windowShape = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  openedAt: z.string(),
  closesAt: z.string(),
  closedAt: time,
  seal: z.string(),
  seed: z.number().nullable().describe('null until it is drawn'),
  nonce: z.string().nullable(),
  winner: person.nullable(),
  tickets: z.array(
    z.object({ rep: person, match: z.number(), won: z.number(), tickets: z.number(), place: z.number() }),
  ),
  passed: z.array(z.object({ rep: person, code: z.string() })),
})

export const conductShape = z.object({
  rep: person,
  claimed: z.number(),
  dropped: z.number().describe('given or called back within three days'),
  untouched: z.number().describe('of those, without one contact'),
  holding: z.number(),
  idle: z.number().describe('held for more than two days without any activity'),
  views: z.number(),
})

export const standingShape = z.object({
  pool: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .describe('lies in it, or was taken from it'),
  lying: z.boolean(),
  enteredAt: time,
  cause: z.string().nullable(),
  reason: z.string().nullable(),
  from: person.nullable(),
  takenBy: person.nullable(),
  takenAt: time,
  protection: z
    .object({
      recallAt: time.describe('first instant it may be called back; null = exempt'),
      exempt: z.string().nullable(),
      basis: z.enum(['taken', 'extended', 'maximum']),
      lastDay: z.string(),
      movedFrom: z.string().nullable().describe('a day off the deadline was moved from'),
      latestDay: z.string(),
    })
    .nullable(),
  recallTo: z.object({ id: z.string(), name: z.string() }).nullable(),
})

export const releaseBody = z.object({
  itemIds: z.array(z.uuid()).min(1).max(500),
  reason: z.enum(releaseReasons),
  note: z.string().trim().max(500).optional(),
})
