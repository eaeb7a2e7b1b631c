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

/**
 * Chance (percent) that this rep wins this enquiry: what the win model is there to find again. Everybody has an industry
 * they know; who was recommended or wants it soon is easier to win, whoever it is with.
 */
export function winPercent(
  rep: { readonly index: number; readonly level: string },
  lead: { readonly [K in 'industry' | 'source' | 'intent']?: string | null | undefined },
): number {
  const industry = (INDUSTRIES as readonly string[]).indexOf(lead.industry ?? '')
  const base = rep.level === 'senior' ? 26 : rep.level === 'growing' ? 18 : 10
  const knows = rep.index % INDUSTRIES.length === industry ? 34 : (rep.index + industry) % 4 === 0 ? 8 : 0
  const source = lead.source === '老客户推荐' ? 18 : lead.source === '百度推广' ? -8 : 0
  const intent = lead.intent === 'high' ? 10 : lead.intent === 'low' ? -6 : 0
  return base + knows + source + intent
}
