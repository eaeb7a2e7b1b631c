import { z } from 'zod'
import type { gauges as gaugesSchema, limits as limitsSchema } from './route-schemas.ts'

const count = z.number().int().min(0).max(1_000_000)

/**
 * The column names of reps.csv, so that what works for `peineng assign` works here: `regions` are territories,
 * `capacity` counts open items and `capacityPoints` points, both in place of the default load gauge.
 */
export const csvNames = {
  regions: z.array(z.string().trim().min(1).max(100)).max(500).describe('as territories'),
  capacity: count.describe('open items at most; replaces the default load gauge'),
  capacityPoints: z
    .number()
    .min(0)
    .max(100_000)
    .describe('load points at most; replaces the default load gauge'),
  dailyMax: count.nullable().describe('as limits.dailyMax'),
  weeklyMax: count.nullable().describe('as limits.weeklyMax'),
  monthlyMax: count.nullable().describe('as limits.monthlyMax'),
} as const

/** High enough never to be met: what is left of the load gauge where items are counted instead. */
const UNLIMITED = 10_000_000

type CsvNamed = { readonly [K in keyof typeof csvNames]?: z.infer<(typeof csvNames)[K]> | undefined }
interface Capacity {
  readonly territories?: string[] | undefined
  readonly gauges?: z.infer<typeof gaugesSchema> | undefined
  readonly limits?: z.infer<typeof limitsSchema> | undefined
}

/** The same input in the names of the API; what was given in those wins. */
export function withCsvNames<T extends Capacity & CsvNamed>(given: T): Omit<T, keyof typeof csvNames> {
  const { regions, capacity, capacityPoints, dailyMax, weeklyMax, monthlyMax, ...rest } = given
  const ceilings = Object.fromEntries(
    Object.entries({ dailyMax, weeklyMax, monthlyMax }).filter(([, value]) => value !== undefined),
  )
  return {
    ...rest,
    ...(rest.territories === undefined && regions !== undefined ? { territories: regions } : {}),
    ...(capacity === undefined && capacityPoints === undefined
      ? {}
      : { gauges: [...capacityGauges(capacity, capacityPoints), ...(rest.gauges ?? [])] }),
    ...(Object.keys(ceilings).length === 0 ? {} : { limits: { ...ceilings, ...rest.limits } }),
  }
}

function capacityGauges(
  items: number | undefined,
  points: number | undefined,
): NonNullable<Capacity['gauges']> {
  const load = {
    name: 'load_index' as const,
    threshold: points === undefined ? UNLIMITED : Math.round(points * 100),
    action: 'pause' as const,
  }
  return items === undefined
    ? [load]
    : [load, { name: 'open_items' as const, threshold: items, action: 'pause' as const }]
}
