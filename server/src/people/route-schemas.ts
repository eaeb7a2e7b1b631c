import type { Gauge, IntakeLimits } from '@peineng/engine'
import { isTimeZone } from '@peineng/engine'
import { z } from 'zod'
import { experienceLevels, gaugeNames, repMaxima, repStatuses } from './model.ts'
import { tagFamilies, tagSources } from './tags.ts'

export const byId = z.object({ id: z.uuid() })
export const nothing = z.null().describe('nothing')
export const name = z.string().trim().min(1).max(100)
export const moment = z.iso.datetime({ offset: true })
export const level = z.enum(experienceLevels)
export const status = z.enum(repStatuses)
export const timeZone = z.string().max(60).refine(isTimeZone, 'iana_zone')
const words = z.array(z.string().trim().min(1).max(100)).max(500)

export const gauge = z.object({
  name: z.enum(gaugeNames),
  threshold: z
    .number()
    .int()
    .min(0)
    .max(repMaxima.threshold)
    .describe('hundredths of a point for load_index, else a count'),
  warnPercent: z.number().int().min(1).max(100).optional(),
  action: z.enum(['flag', 'pause']),
})
export const gauges = z
  .array(gauge)
  .max(gaugeNames.length)
  .refine((list) => new Set(list.map((g) => g.name)).size === list.length, 'gauge_once')

/** zod says `undefined` where the engine says absent. */
export const asGauges = (list: z.infer<typeof gauges>): readonly Gauge[] =>
  list.map(({ warnPercent, ...rest }) => (warnPercent === undefined ? rest : { ...rest, warnPercent }))

const ceiling = z.number().int().min(0).max(repMaxima.limit).nullable().optional()
const floor = z.number().int().min(0).max(repMaxima.limit).optional()
export const limits = z.strictObject({
  dailyMax: ceiling,
  weeklyMax: ceiling,
  monthlyMax: ceiling,
  dailyMin: floor,
  weeklyMin: floor,
  monthlyMin: floor,
})
export const asLimits = (given: z.infer<typeof limits>): Partial<IntakeLimits> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

export const tagInput = z.strictObject({
  family: z.enum(tagFamilies),
  tag: z.string().trim().min(1).max(60),
  level: z.number().int().min(1).max(5).describe('1 knows it … 5 best we have'),
  source: z.enum(tagSources).describe('deals won, what customers say, what the manager saw'),
  evidence: z.string().trim().min(4).max(2000).describe('what it rests on; no opinion without it'),
})
export const tagView = z.object({
  id: z.string(),
  family: z.enum(tagFamilies),
  tag: z.string(),
  level: z.number(),
  source: z.enum(tagSources),
  evidence: z.string(),
  assessedAt: z.string(),
  assessedBy: z.string().nullable(),
})

export const repFields = {
  name,
  externalId: z.string().max(200).nullable(),
  teamId: z.uuid().nullable(),
  email: z.email().max(200).nullable(),
  phone: z.string().max(40).nullable(),
  hiredOn: z.iso.date().nullable(),
  roles: words.describe('what rules point at: rep, telesales, reserve, consultant …'),
  level,
  status,
  weight: z
    .number()
    .int()
    .min(0)
    .max(repMaxima.weight)
    .describe('share of the rotation; 100 = one full share'),
  territories: words.describe('names, aliases or ids of territories; what lies below is covered too'),
  industries: words,
  productLines: words,
  timeZone: timeZone.nullable(),
  workingHours: z.string().max(300).nullable().describe('Mon-Fri 09:00-18:00; null = always on duty'),
  gauges,
  limits,
}
/** Answers are looser than requests: what was stored before a bound was drawn must still be shown. */
export const gaugeView = z.object({
  name: z.enum(gaugeNames),
  threshold: z.number(),
  warnPercent: z.number().optional(),
  action: z.enum(['flag', 'pause']),
  personal: z
    .object({ start: z.number(), since: z.number() })
    .optional()
    .describe(
      "the threshold follows the rep's own days: where it started, and since when it is what it is (epoch ms)",
    ),
})
const limit = z.number().nullable().optional()
const limitsView = z.object({
  dailyMax: limit,
  weeklyMax: limit,
  monthlyMax: limit,
  dailyMin: z.number().optional(),
  weeklyMin: z.number().optional(),
  monthlyMin: z.number().optional(),
})
export const repView = z.object({
  id: z.string(),
  externalId: z.string().nullable(),
  name: z.string(),
  teamId: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  hiredOn: z.string().nullable(),
  roles: z.array(z.string()),
  level,
  status,
  weight: z.number(),
  territories: z.array(z.string()),
  industries: z.array(z.string()),
  productLines: z.array(z.string()),
  timeZone: z.string().nullable(),
  workingHours: z.string().nullable(),
  gauges: z.array(gaugeView),
  limits: limitsView,
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.number(),
  tags: z.array(tagView),
})

export const teamView = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  gauges: z.array(gaugeView),
  limits: limitsView,
  version: z.number(),
})
