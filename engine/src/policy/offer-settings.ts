import type { DeclineReason, OfferPolicy, OfferRule, Policy } from '../model/index.ts'

/** `policy.offers` with every default filled in. */
export interface OfferSettings {
  readonly minutes: number
  readonly hours: NonNullable<OfferPolicy['hours']>
  readonly freePerWeek: number
  readonly maxRounds: number
  readonly after: NonNullable<OfferPolicy['after']>
  readonly poolId: string | null
  readonly reasons: readonly DeclineReason[]
}

const defaultReasons: readonly DeclineReason[] = [
  { code: 'busy', zh: '手上太忙', en: 'Too much on my hands' },
  { code: 'no_fit', zh: '不是我的行业或产品', en: 'Not my industry or product' },
  { code: 'too_far', zh: '区域太远', en: 'Too far away' },
  { code: 'conflict', zh: '与现有客户冲突', en: 'Conflicts with a customer of mine' },
  { code: 'away_soon', zh: '即将休假或出差', en: 'Away soon' },
  { code: 'bad_data', zh: '资料不实', en: 'The data look wrong' },
]

export function offerSettings({ offers = {} }: Pick<Policy, 'offers'>): OfferSettings {
  return {
    minutes: offers.minutes ?? 10,
    hours: offers.hours ?? 'rep',
    freePerWeek: offers.freePerWeek ?? 3,
    maxRounds: offers.maxRounds ?? 3,
    after: offers.after ?? 'assign',
    poolId: offers.poolId ?? null,
    reasons: offers.reasons ?? defaultReasons,
  }
}

/** How long an offer of a rule stands, milliseconds. */
export function offerMs(rule: OfferRule, { minutes }: Pick<OfferSettings, 'minutes'>): number {
  const own = (rule.minutes ?? 0) * 60_000 + (rule.seconds ?? 0) * 1000
  return own > 0 ? own : minutes * 60_000
}
