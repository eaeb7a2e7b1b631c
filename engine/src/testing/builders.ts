import { betaBinomialModel } from '../matching/index.ts'
import type {
  OutcomeCount,
  Policy,
  Rep,
  RepState,
  RoutingRule,
  RuleAction,
  ScoreWeights,
  Snapshot,
  Strategy,
  WorkItem,
} from '../model/index.ts'
import { compilePolicy } from '../policy/compile-policy.ts'
import type { CompiledPolicy } from '../policy/compiled-policy.ts'

/** Monday 2026-11-23 09:00 in Shanghai. */
export const monday9 = Date.UTC(2026, 10, 23, 1, 0, 0)

export function aLead(overrides: Partial<WorkItem> = {}): WorkItem {
  return {
    id: 'lead-1',
    kind: 'lead',
    priority: 0,
    createdAt: monday9,
    facts: {},
    tags: [],
    value: 'mid',
    difficulty: 'medium',
    amountMinor: null,
    pointsHundredths: 150,
    ...overrides,
  }
}

/** Leads `lead-001`, `lead-002` … a second apart, oldest first. */
export function someLeads(
  count: number,
  each: (place: number) => Partial<WorkItem> = () => ({}),
): WorkItem[] {
  return Array.from({ length: count }, (_, place) =>
    aLead({
      id: `lead-${String(place + 1).padStart(3, '0')}`,
      createdAt: monday9 + place * 1000,
      ...each(place),
    }),
  )
}

/** A rep who may take anything and is never full. */
export function aRep(overrides: Partial<Rep> = {}): Rep {
  const id = overrides.id ?? 'rep-1'
  return {
    id,
    name: id,
    teamPath: [],
    roles: ['rep'],
    territories: [],
    industries: [],
    productLines: [],
    level: 'growing',
    tags: [],
    weight: 100,
    gauges: [],
    limits: { dailyMax: null, weeklyMax: null, monthlyMax: null, dailyMin: 0, weeklyMin: 0, monthlyMin: 0 },
    ...overrides,
  }
}

/** Reps `rep-01`, `rep-02` … in roster order. */
export function someReps(count: number, each: (place: number) => Partial<Rep> = () => ({})): Rep[] {
  return Array.from({ length: count }, (_, place) =>
    aRep({ id: `rep-${String(place + 1).padStart(2, '0')}`, ...each(place) }),
  )
}

/** On duty, nothing open, nothing received. */
export function aRepState(repId: string, overrides: Partial<RepState> = {}): RepState {
  return {
    repId,
    availability: 'on_duty',
    gauges: {},
    receivedToday: 0,
    receivedThisWeek: 0,
    receivedThisMonth: 0,
    unfollowedPermille: 0,
    ...overrides,
  }
}

export const someWeights: ScoreWeights = {
  winValue: 40,
  fit: 20,
  headroom: 20,
  fairness: 15,
  continuity: 10,
  development: 10,
}

export function scoredStrategy(overrides: Partial<Extract<Strategy, { kind: 'scored' }>> = {}): Strategy {
  return {
    kind: 'scored',
    weights: someWeights,
    nearTieThousandths: 2000,
    temperatureThousandths: 1000,
    ...overrides,
  }
}

/** A rule that matches everything. */
export function aRule(then: Partial<RuleAction> = {}, overrides: Partial<RoutingRule> = {}): RoutingRule {
  return {
    id: 'rule-1',
    name: 'rule-1',
    priority: 0,
    when: { all: [] },
    then: { strategy: scoredStrategy(), ...then },
    ...overrides,
  }
}

/** A policy without rules whose fallback is the scored strategy over everybody. */
export function aPolicy(overrides: Partial<Policy> = {}): Policy {
  return {
    formatVersion: 1,
    name: 'test',
    timeZone: 'Asia/Shanghai',
    rules: [],
    fallback: { strategy: scoredStrategy() },
    gauges: [],
    workload: {
      pointsHundredths: { high_hard: 300, high_medium: 250, high_easy: 200, mid_medium: 150, low_easy: 50 },
      unknownHundredths: 150,
      underloadPercent: 40,
    },
    scoring: {
      parameters: [],
      probabilityBands: { high: 70, mid: 40 },
      amountBands: { large: 50_000_000, medium: 10_000_000 },
      grid: {},
      urgentValues: ['high'],
    },
    tagging: [],
    fairness: {
      period: 'month',
      maxTurns: 5,
      measure: 'count',
      unfollowedLimitPermille: 200,
      decliningGetMore: false,
    },
    continuity: { owner: 'first' },
    duplicates: { action: 'merge' },
    keyIndustries: [],
    sla: {},
    ...overrides,
  }
}

/** The same, compiled. */
export function aCompiledPolicy(overrides: Partial<Policy> = {}): CompiledPolicy {
  return compilePolicy(aPolicy(overrides))
}

export interface SnapshotParts extends Partial<Omit<Snapshot, 'states' | 'roster'>> {
  readonly reps: readonly Rep[]
  /** States that differ from "on duty, nothing open"; the others are filled in. */
  readonly states?: readonly RepState[]
  readonly outcomes?: readonly OutcomeCount[]
}

/** A snapshot of these reps, sorted by id as a roster must be. */
export function aSnapshot({ reps, states = [], outcomes = [], ...rest }: SnapshotParts): Snapshot {
  // Code-unit order, as in every roster.
  const sorted = [...reps].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return {
    now: monday9,
    seed: 1,
    roster: { version: 'roster-1', reps: sorted },
    states: sorted.map((rep) => states.find((state) => state.repId === rep.id) ?? aRepState(rep.id)),
    ledger: [],
    winModel: betaBinomialModel(outcomes),
    ...rest,
  }
}
