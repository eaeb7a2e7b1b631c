import { modelRoles } from '@peineng/engine'
import {
  type CapacitySuggestion,
  type DomainEvidence,
  domainEvidence,
  type LoadDay,
  type PastDeal,
  type RepStrength,
  repStrengths,
  suggestCapacity,
} from '@peineng/engine/learning'
import { evaluatePace, type MeasuredPace, type PaceQuality } from './evaluate-pace.ts'
import { OUTCOME, type PastWork, tableOfHistory } from './history.ts'
import type { WorkedDay } from './worked-days.ts'

export interface CapabilitySettings {
  readonly minOutcomes: number
  readonly staleAfterDays: number
}

/** A strength inside one product line or customer type. */
export interface DomainStrength extends RepStrength {
  readonly dimension: Dimension
  readonly value: string
}

export interface Rhythm {
  /** Median days from arrival to a win, and the team's. */
  readonly days: number
  readonly teamDays: number
  readonly wins: number
  /** Faster or slower than the team beyond what chance would do. */
  readonly kind: 'fast' | 'long' | 'even'
}

export interface RepCapability {
  readonly repId: string
  readonly strength: RepStrength | null
  readonly byDomain: readonly DomainStrength[]
  readonly domains: readonly DomainEvidence[]
  readonly capacity: CapacitySuggestion | null
  readonly rhythm: Rhythm | null
  /** Absent in reports written before days were looked at. */
  readonly pace?: readonly MeasuredPace[]
}

/** What history says of everybody, as it is stored. Nothing in it is a verdict: every figure has its interval. */
export interface CapabilityDocument {
  readonly madeAt: number
  readonly outcomes: number
  /** Columns of the leads that "better leads" was worked out from. */
  readonly settings: CapabilitySettings
  /** What a good day was measured by; absent as in `RepCapability`. */
  readonly paceQuality?: PaceQuality
  readonly reps: readonly RepCapability[]
}

export const dimensions = ['productLine', 'customerType', 'business'] as const
export type Dimension = (typeof dimensions)[number]

export interface CapabilityRequest {
  readonly history: readonly PastWork[]
  readonly days: readonly WorkedDay[]
  readonly repIds: readonly string[]
  readonly confirmed: readonly string[]
  readonly now: number
  readonly settings: CapabilitySettings
}

const DAY = 86_400_000
/** Below it a product line or customer type says nothing about anybody. */
const DOMAIN_OUTCOMES = 40
/** The largest ones; a board of a hundred columns is read by nobody. */
const DOMAINS_SHOWN = 12

/** Everything `GET /capability` shows, from history alone. Pure. */
export function evaluateCapability(request: CapabilityRequest): CapabilityDocument {
  const { history, days, repIds, confirmed, now, settings } = request
  const closed = history.filter((work) => work.won !== null)
  const strengths = strengthsOf(history, confirmed)
  const inDomains = domainStrengths(closed, confirmed)
  const evidence = domainEvidence(history.map(dealOf), now, { ...settings, minRatings: 3 })
  const loads = loadsAtArrival(closed)
  const capacities = loads.length === 0 ? [] : suggestCapacity(loads, repIds, startOf(loads))
  const rhythms = rhythmsOf(closed)
  const paces = evaluatePace(days, repIds)
  return {
    madeAt: now,
    outcomes: closed.length,
    settings,
    paceQuality: paces.quality,
    reps: repIds.map((repId) => ({
      repId,
      strength: strengths.find((one) => one.repId === repId) ?? null,
      byDomain: inDomains.filter((one) => one.repId === repId),
      domains: evidence.filter((one) => one.repId === repId),
      capacity: capacities.find((one) => one.repId === repId) ?? null,
      rhythm: rhythms.get(repId) ?? null,
      pace: paces.byRep.get(repId) ?? [],
    })),
  }
}

const strengthsOf = (history: readonly PastWork[], confirmed: readonly string[]): RepStrength[] =>
  repStrengths({
    table: tableOfHistory(history),
    label: OUTCOME,
    rep: modelRoles.rep,
    exclude: ['closedAt'],
    include: confirmed,
  })

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : Array.isArray(value) ? String(value[0] ?? '') : ''

function domainsOf({ facts }: PastWork): Record<Dimension, string> {
  const past = facts['pastDeals']
  return {
    productLine: textOf(facts['product']),
    customerType: textOf(facts['industry']),
    business: typeof past === 'number' ? (past > 0 ? 'existing' : 'new') : '',
  }
}

function dealOf(work: PastWork): PastDeal {
  const { repId, won, closedAt, createdAt } = work
  const domains = Object.entries(domainsOf(work)).filter(([, value]) => value !== '')
  return { repId, won, at: closedAt ?? createdAt, domains: Object.fromEntries(domains) }
}

function domainStrengths(closed: readonly PastWork[], confirmed: readonly string[]): DomainStrength[] {
  return (['productLine', 'customerType'] as const).flatMap((dimension) => {
    const byValue = new Map<string, PastWork[]>()
    for (const work of closed) {
      const value = domainsOf(work)[dimension]
      if (value === '') continue
      const group = byValue.get(value)
      if (group === undefined) byValue.set(value, [work])
      else group.push(work)
    }
    return [...byValue]
      .filter(([, group]) => group.length >= DOMAIN_OUTCOMES)
      .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
      .slice(0, DOMAINS_SHOWN)
      .flatMap(([value, group]) =>
        strengthsOf(group, confirmed).map((strength) => ({ ...strength, dimension, value })),
      )
  })
}

/**
 * How many other items a rep carried when each one arrived, and whether it was won: the only load history of the past
 * that every company has. One sweep over arrivals and endings per rep.
 */
export function loadsAtArrival(closed: readonly PastWork[]): LoadDay[] {
  const byRep = new Map<string, PastWork[]>()
  for (const work of closed) {
    const own = byRep.get(work.repId)
    if (own === undefined) byRep.set(work.repId, [work])
    else own.push(work)
  }
  const loads: LoadDay[] = []
  for (const [repId, own] of byRep) {
    const arrivals = [...own].sort((a, b) => a.createdAt - b.createdAt)
    const endings = own.map((work) => work.closedAt ?? 0).sort((a, b) => a - b)
    let ended = 0
    arrivals.forEach((work, arrived) => {
      while ((endings[ended] ?? Number.POSITIVE_INFINITY) <= work.createdAt) ended++
      loads.push({ repId, load: arrived - ended + 1, trials: 1, good: work.won === true ? 1 : 0 })
    })
  }
  return loads
}

/** Where the search for a limit starts: what the team usually carries. */
function startOf(loads: readonly LoadDay[]) {
  const sorted = loads.map((one) => one.load).sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 8
  return { startValue: median, startLow: median * 0.6, startHigh: Math.max(median * 1.5, median + 2) }
}

/** 成单节奏: days to a win against the team's, on the scale of their logarithm, where a few long ones do not rule. */
function rhythmsOf(closed: readonly PastWork[]): Map<string, Rhythm> {
  const wins = closed.flatMap(({ repId, won, createdAt, closedAt }) =>
    won === true && closedAt !== null && closedAt > createdAt
      ? [{ repId, days: (closedAt - createdAt) / DAY }]
      : [],
  )
  const median = (values: number[]): number =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const teamDays = median(wins.map((one) => one.days))
  const teamLog = mean(wins.map((one) => Math.log(one.days)))
  const rhythms = new Map<string, Rhythm>()
  for (const repId of new Set(wins.map((one) => one.repId))) {
    const own = wins.filter((one) => one.repId === repId).map((one) => one.days)
    const logs = own.map(Math.log)
    const away = mean(logs) - teamLog
    const reach = 2 * Math.sqrt(spread(logs) / Math.max(1, logs.length))
    rhythms.set(repId, {
      days: median([...own]),
      teamDays,
      wins: own.length,
      kind: own.length < 8 || Math.abs(away) <= Math.max(reach, 0.1) ? 'even' : away < 0 ? 'fast' : 'long',
    })
  }
  return rhythms
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

function spread(values: readonly number[]): number {
  const centre = mean(values)
  return values.length < 2
    ? 0
    : values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
}
