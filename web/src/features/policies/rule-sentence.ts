import { formatList, formatNumber } from '../../i18n/format.ts'
import { getLocale } from '../../i18n/locale.ts'
import { m } from '../../i18n/messages.ts'
import { durationText } from '../followup/clock-words.ts'
import { fieldName } from '../import/field-names.ts'

/** A policy as it comes from the server: JSON whose shape the server has checked, read with care all the same. */
type Json = Readonly<Record<string, unknown>>
const asJson = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

const ruleFields: Readonly<Record<string, () => string>> = {
  tier: () => m.policy_field_tier(),
  score: () => m.policy_field_score(),
  quadrant: () => m.policy_field_quadrant(),
}
/** A field as it stands inside a sentence: small in English, save for names that are capitals throughout. */
const nameOf = (field: string) =>
  (ruleFields[field]?.() ?? fieldName(field)).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())

/** A name given in both languages, `A 类客户 · Class A`, in the one that is read; any other as it is. */
export function nameRead(name: string): string {
  const halves = name.split(' · ')
  const chinese = halves.filter((half) => /\p{Script=Han}/u.test(half))
  if (halves.length !== 2 || chinese.length !== 1) return name
  return getLocale() === 'zh-CN' ? (chinese[0] ?? name) : (halves.find((half) => half !== chinese[0]) ?? name)
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return formatList(value.map(valueText))
  return typeof value === 'number' ? formatNumber(value, 2) : String(value)
}

const comparisons: Readonly<Record<string, (words: { field: string; value: string }) => string>> = {
  eq: (words) => m.policy_op_eq(words),
  ne: (words) => m.policy_op_ne(words),
  in: (words) => m.policy_op_in(words),
  notIn: (words) => m.policy_op_notIn(words),
  gt: (words) => m.policy_op_gt(words),
  gte: (words) => m.policy_op_gte(words),
  lt: (words) => m.policy_op_lt(words),
  lte: (words) => m.policy_op_lte(words),
  between: (words) => m.policy_op_between(words),
  contains: (words) => m.policy_op_contains(words),
  startsWith: (words) => m.policy_op_startsWith(words),
  hasAny: (words) => m.policy_op_hasAny(words),
  hasAll: (words) => m.policy_op_hasAll(words),
  exists: ({ field }) => m.policy_op_exists({ field }),
  missing: ({ field }) => m.policy_op_missing({ field }),
}

/** A condition tree as a clause; inner groups keep their brackets. */
export function conditionText(condition: unknown, inner = false): string {
  const node = asJson(condition)
  for (const [key, word] of [
    ['all', m.policy_and()],
    ['any', m.policy_or()],
  ] as const) {
    if (!Array.isArray(node[key])) continue
    const parts = node[key].map((part) => conditionText(part, true))
    if (parts.length === 0) return m.policy_always()
    const text = parts.join(` ${word} `)
    return inner && parts.length > 1 ? m.policy_group({ text }) : text
  }
  if ('not' in node) return m.policy_not({ condition: conditionText(node['not']) })
  const words = { field: nameOf(asText(node['field'])), value: valueText(node['value']) }
  return comparisons[asText(node['op'])]?.(words) ?? m.policy_always()
}

const strategies: Readonly<Record<string, () => string>> = {
  scored: () => m.policy_strategy_scored(),
  weighted_rotation: () => m.policy_strategy_weighted_rotation(),
  least_load: () => m.policy_strategy_least_load(),
  spare_capacity: () => m.policy_strategy_spare_capacity(),
  attributes: () => m.policy_strategy_attributes(),
  manual: () => m.policy_strategy_manual(),
}
const matches: Readonly<Record<string, () => string>> = {
  region: () => m.policy_match_region(),
  industry: () => m.policy_match_industry(),
  product: () => m.policy_match_product(),
}

function candidatesText(candidates: Json): string {
  const list = (key: string) => formatList(asList(candidates[key]).map(valueText))
  const tags = formatList(asList(candidates['tags']).map((tag) => asText(asJson(tag)['tag'])))
  const parts = [
    list('match') &&
      m.policy_from_match({
        fields: formatList(
          asList(candidates['match']).map((field) => matches[asText(field)]?.() ?? asText(field)),
        ),
      }),
    list('levels') && m.policy_from_levels({ levels: list('levels') }),
    tags && m.policy_from_tags({ tags }),
    list('roles') && m.policy_from_roles({ roles: list('roles') }),
    list('territories') && m.policy_from_territories({ territories: list('territories') }),
    list('teams') && m.policy_from_teams(),
    list('repIds') && m.policy_from_reps({ count: String(asList(candidates['repIds']).length) }),
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(` ${m.policy_and()} `) : m.policy_from_anyone()
}

const weightNames: Readonly<Record<string, () => string>> = {
  winValue: () => m.policy_weight_winValue(),
  fit: () => m.policy_weight_fit(),
  headroom: () => m.policy_weight_headroom(),
  fairness: () => m.policy_weight_fairness(),
  continuity: () => m.policy_weight_continuity(),
  development: () => m.policy_weight_development(),
}

/** The names of pools by their ids; a pool that is gone keeps its id. */
export type PoolNames = ReadonlyMap<string, string>

/** What a rule does, and the weights it does it with. */
export function outcomeText(
  then: unknown,
  pools: PoolNames = new Map(),
): { text: string; weights: string | null } {
  const outcome = asJson(then)
  const pool = asJson(outcome['pool'])
  if (pool['when'] === 'always')
    return {
      text: m.policy_then_pool({ pool: pools.get(asText(pool['id'])) ?? asText(pool['id']) }),
      weights: null,
    }
  const strategy = asJson(outcome['strategy'])
  const kind = asText(strategy['kind'])
  const weights = Object.entries(asJson(strategy['weights']))
    .map(([name, weight]) => `${weightNames[name]?.() ?? name} ${valueText(weight)}`)
    .join(' · ')
  return {
    text: m.policy_then_strategy({
      strategy: strategies[kind]?.() ?? kind,
      candidates: candidatesText(asJson(outcome['candidates'])),
      sla: asText(outcome['slaClass']),
    }),
    weights: weights === '' ? null : m.policy_weights({ weights }),
  }
}

/** How long an offer stands, where the rule asks first. */
function offerText(then: unknown, document: Json): string {
  const offer = asJson(then)['offer']
  if (offer === undefined) return ''
  const { minutes, seconds } = asJson(offer) as { minutes?: number; seconds?: number }
  const standing = Number(asJson(document['offers'])['minutes'] ?? 10)
  const total =
    minutes === undefined && seconds === undefined ? standing : (minutes ?? 0) + (seconds ?? 0) / 60
  return m.policy_then_offer({
    time: total < 1 ? m.policy_seconds({ count: Math.round(total * 60) }) : durationText(total),
  })
}

const capSubjects: Readonly<Record<string, () => string>> = {
  rep: () => m.policy_cap_rep(),
  team: () => m.policy_cap_team(),
  rule: () => m.policy_cap_rule(),
}

/** Each cap over a window as a sentence. */
export function readableCaps(document: unknown): { id: string; text: string }[] {
  return asList(asJson(document)['caps']).map((entry) => {
    const cap = asJson(entry)
    const window = asJson(cap['window'])
    const spans = [
      ['days', m.policy_cap_days],
      ['hours', m.policy_cap_hours],
      ['minutes', m.policy_cap_minutes],
    ] as const
    const span = spans
      .flatMap(([key, say]) => (window[key] === undefined ? [] : [say({ count: String(window[key]) })]))
      .join(' ')
    return {
      id: asText(cap['id']),
      text: m.policy_cap_line({
        span,
        per: capSubjects[asText(cap['per'])]?.() ?? '',
        limit: String(cap['limit']),
        when: conditionText(cap['when']),
      }),
    }
  })
}

export type ReadableRule = {
  id: string
  name: string
  enabled: boolean
  when: string
  text: string
  weights: string | null
}

const asking = (outcome: ReturnType<typeof outcomeText>, offer: string) =>
  offer === '' ? outcome : { ...outcome, text: m.policy_then_both({ what: outcome.text, offer }) }

/** A whole rule as a sentence. */
export const ruleText = ({ when, text }: Pick<ReadableRule, 'when' | 'text'>): string =>
  when === m.policy_always()
    ? m.policy_when_then_any({ then: text })
    : m.policy_when_then({ when, then: text })

/** Rules in the order they are asked, the fallback last. */
export function readableRules(document: unknown, pools?: PoolNames): ReadableRule[] {
  const policy = asJson(document)
  const rules = asList(policy['rules'])
    .map(asJson)
    .toSorted(
      // Ids are unique, so the order is total: priority, then id.
      (a, b) =>
        Number(b['priority'] ?? 0) - Number(a['priority'] ?? 0) ||
        (asText(a['id']) < asText(b['id']) ? -1 : 1),
    )
  return [
    ...rules.map((rule) => ({
      id: asText(rule['id']),
      name: nameRead(asText(rule['name']) || asText(rule['id'])),
      enabled: rule['enabled'] !== false,
      when: conditionText(rule['when']),
      ...asking(outcomeText(rule['then'], pools), offerText(rule['then'], policy)),
    })),
    {
      id: 'fallback',
      name: m.policy_fallback(),
      enabled: true,
      when: m.policy_always(),
      ...asking(outcomeText(policy['fallback'], pools), offerText(policy['fallback'], policy)),
    },
  ]
}
