import { z } from 'zod'

const short = z.string().max(200)
const band = z.string().max(40)
const count = z.number().min(0).max(1e9)

/** Sales have no times before 1900 or after 2199: a sheet that says so has another column in its place. */
const EARLIEST = Date.UTC(1900, 0)
const LATEST = Date.UTC(2200, 0)
export const isPlausible = (at: number): boolean => at >= EARLIEST && at < LATEST

export const customValue = z.union([
  z.string().max(2000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(50),
])

/**
 * A lead as somebody hands it in. Names are the CSV names of the contract; closed values may be written in Chinese
 * or English (`高`, `high`), money in yuan. Everything is optional here; the door decides what it asks for.
 */
export const leadFields = {
  externalId: short.describe('key of the lead in the system it comes from'),
  name: short.describe('the person'),
  company: short,
  creditCode: z.string().max(40).describe('unified social credit code, 统一社会信用代码'),
  phone: z.string().max(60),
  email: z.string().max(254),
  wechat: z.string().max(100),
  source: short,
  region: short,
  city: short,
  industry: short,
  product: short,
  amount: z.union([z.number(), z.string().max(40)]).describe('expected money in yuan; 12.5万 is understood'),
  currency: z.string().regex(/^[A-Z]{3}$/),
  value: band.describe('high | mid | low, 高 | 中 | 低'),
  difficulty: band.describe('easy | medium | hard, 易 | 中 | 难'),
  tags: z.array(z.string().min(1).max(60)).max(50),
  note: z.string().max(10_000),
  customerLevel: short,
  lifecycleStage: short,
  spendingPower: band,
  interests: z.array(short).max(50),
  employees: count,
  companySize: band,
  regionTier: band,
  needType: short,
  intent: band,
  urgency: band,
  budget: z.union([z.number(), z.string().max(40)]).describe('in yuan'),
  decisionMakerLevel: band,
  purchaseWithinDays: count,
  interactions30d: count,
  daysSinceInteraction: count,
  channelsUsed: count,
  engagement: z.number().min(0).max(100),
  pastDeals: count,
  pastAmount: z.union([z.number(), z.string().max(40)]),
  competitorPresent: z.boolean(),
  decisionMakers: count,
  cycleDays: count,
  needClarity: band,
  priceSensitivity: band,
  waitingDays: count,
  createdAt: z.iso
    .datetime({ offset: true })
    .refine((text) => isPlausible(Date.parse(text)), 'time_in_reach')
    .describe('when it arose, where that was earlier than now'),
  custom: z.record(z.string().max(100), customValue).describe('custom attributes by key'),
} as const

export const leadInput = z.object(leadFields).partial().strict()
export type LeadInput = z.infer<typeof leadInput>

/** How long a text of a lead may be; null for what is no text. */
export function longestText(key: string): number | null {
  const field: unknown = Object.hasOwn(leadFields, key)
    ? leadFields[key as keyof typeof leadFields]
    : undefined
  return field instanceof z.ZodString ? field.maxLength : null
}

/** What a number of a lead may be at this door and at every other: sheets are held to it, too. */
export function numberBounds(key: string): { readonly minimum: number; readonly maximum: number } | null {
  const field: unknown = Object.hasOwn(leadFields, key)
    ? leadFields[key as keyof typeof leadFields]
    : undefined
  if (!(field instanceof z.ZodNumber) || field.minValue === null || field.maxValue === null) return null
  return { minimum: field.minValue, maximum: field.maxValue }
}
