import type { RandomStream } from '@peineng/engine'
import type { LeadInput } from '../customers/index.ts'
import { companyName, INDUSTRIES, PRODUCTS, personName, phoneNumber, pick, REGIONS, SOURCES } from './cast.ts'

/** A believable enquiry. Large and urgent ones are rare; some say little, as real forms do. */
export function demoLead(random: RandomStream, index: number, region = pick(random, REGIONS)): LeadInput {
  const province = pick(random, region.provinces)
  const industry = random.nextInt(INDUSTRIES.length)
  const size = random.nextInt(10)
  const amount =
    size === 0
      ? 800_000 + random.nextInt(60) * 20_000
      : size < 4
        ? 150_000 + random.nextInt(30) * 10_000
        : 20_000 + random.nextInt(12) * 10_000
  const sparse = random.nextInt(6) === 0
  return {
    name: personName(random),
    company: companyName(random, province),
    phone: phoneNumber(random, index),
    source: pick(random, SOURCES),
    region: `${region.name}/${province}`,
    ...(sparse
      ? {}
      : {
          industry: INDUSTRIES[industry] as string,
          product: PRODUCTS[industry] as string,
          amount,
          intent: pick(random, ['high', 'mid', 'mid', 'low']),
          urgency: pick(random, ['high', 'mid', 'mid', 'low', 'low']),
          companySize: pick(random, ['large', 'mid', 'mid', 'small']),
          decisionMakers: 1 + random.nextInt(5),
          cycleDays: 20 + random.nextInt(100),
          interactions30d: random.nextInt(12),
          channelsUsed: 1 + random.nextInt(4),
        }),
  }
}

/** Chance (percent) that this rep wins in this industry: what the win model is there to find again. */
export function skillPercent(repIndex: number, industryIndex: number, level: string): number {
  const base = level === 'senior' ? 30 : level === 'growing' ? 22 : 14
  return (
    base +
    (repIndex % INDUSTRIES.length === industryIndex ? 22 : (repIndex + industryIndex) % 4 === 0 ? 8 : 0)
  )
}
