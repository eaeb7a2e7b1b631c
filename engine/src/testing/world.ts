import type {
  CandidateSet,
  LedgerEntry,
  OutcomeCount,
  Policy,
  Rep,
  RepState,
  RoutingRule,
  RuleAction,
  Snapshot,
  Strategy,
  WorkItem,
} from '../model/index.ts'
import { compilePolicy } from '../policy/compile-policy.ts'
import type { CompiledPolicy } from '../policy/compiled-policy.ts'
import { type RandomStream, stream } from '../random/index.ts'
import { aPolicy, aRepState, aSnapshot, monday9, scoredStrategy } from './builders.ts'

export const worldRegions = ['华东', '华南', '华北', '西南'] as const
export const worldIndustries = ['医疗', '制造', '教育', '零售'] as const
const products = ['P1', 'P2', 'P3'] as const
const tags = ['IVD', '高层对话', '快刀', 'PPT'] as const
const levels = ['newcomer', 'growing', 'senior'] as const
const values = ['high', 'mid', 'low', null] as const
const difficulties = ['easy', 'medium', 'hard', null] as const

/** A company in some state: everything a decision takes, drawn from a seed. For properties over many worlds. */
export interface World {
  readonly snapshot: Snapshot
  readonly policy: CompiledPolicy
  readonly items: readonly WorkItem[]
}

export interface WorldSize {
  readonly reps: number
  readonly items: number
}

export function aWorld(seed: number, size?: Partial<WorldSize>): World {
  const random = stream(seed)
  const reps = Array.from({ length: size?.reps ?? random.nextInt(13) }, (_, place) =>
    randomRep(random, place),
  )
  const policy = randomPolicy(random)
  const items = Array.from({ length: size?.items ?? 1 + random.nextInt(20) }, (_, place) => {
    return randomItem(random, place, reps)
  })
  const snapshot = aSnapshot({
    reps,
    states: reps.map((rep) => randomState(random, rep)),
    outcomes: reps.flatMap((rep) => randomOutcomes(random, rep)),
    ledger: reps.flatMap((rep) => randomLedger(random, rep)),
    seed: random.nextInt(1000),
    ...(chance(random, 50)
      ? {
          periodBorders: {
            dayEndsAt: monday9 + 15 * 3_600_000,
            weekEndsAt: monday9 + 159 * 3_600_000,
            monthEndsAt: monday9 + 207 * 3_600_000,
          },
        }
      : {}),
  })
  return { snapshot, policy: compilePolicy(policy), items }
}

function chance(random: RandomStream, percent: number): boolean {
  return random.nextInt(100) < percent
}

function oneOf<T>(random: RandomStream, list: readonly T[]): T {
  return list[random.nextInt(list.length)] as T
}

function someOf<T>(random: RandomStream, list: readonly T[], percent: number): T[] {
  return list.filter(() => chance(random, percent))
}

export function randomRep(random: RandomStream, place: number): Rep {
  const ceiling = () => (chance(random, 25) ? 1 + random.nextInt(12) : null)
  const floor = () => (chance(random, 10) ? random.nextInt(4) : 0)
  return {
    id: `rep-${String(place).padStart(5, '0')}`,
    name: `Rep ${place}`,
    teamPath: [`team-${random.nextInt(3)}`, 'company'],
    roles: ['rep', ...(chance(random, 20) ? ['lead'] : [])],
    territories: chance(random, 30) ? [] : someOf(random, worldRegions, 50),
    industries: someOf(random, worldIndustries, 40),
    productLines: chance(random, 40) ? [] : someOf(random, products, 60),
    level: oneOf(random, levels),
    tags: someOf(random, tags, 40).map((tag) => ({ tag, level: 1 + random.nextInt(5), source: 'history' })),
    weight: oneOf(random, [100, 100, 100, 50, 200, 0]),
    gauges: [
      { name: 'load_index', threshold: oneOf(random, [1000, 1000, 500, 2000]), action: 'pause' },
      { name: 'key_projects', threshold: 8, action: chance(random, 20) ? 'pause' : 'flag' },
      ...(chance(random, 20) ? [{ name: 'open_items', threshold: 12, action: 'pause' } as const] : []),
    ],
    limits: {
      dailyMax: ceiling(),
      weeklyMax: ceiling(),
      monthlyMax: ceiling(),
      dailyMin: floor(),
      weeklyMin: floor(),
      monthlyMin: floor(),
    },
  }
}

function randomState(random: RandomStream, rep: Rep): RepState {
  const availability = oneOf(random, [
    ...new Array<'on_duty'>(12).fill('on_duty'),
    'off_duty',
    'on_leave',
    'paused',
    'inactive',
  ] as const)
  return aRepState(rep.id, {
    availability,
    ...(availability === 'off_duty' ? { availableAt: monday9 + random.nextInt(86_400_000) } : {}),
    gauges: {
      load_index: 50 * random.nextInt(18),
      open_items: random.nextInt(10),
      ...(chance(random, 50) ? { key_projects: random.nextInt(9) } : {}),
      ...(chance(random, 50) ? { followed_this_month: random.nextInt(40) } : {}),
    },
    receivedToday: random.nextInt(4),
    receivedThisWeek: random.nextInt(8),
    receivedThisMonth: random.nextInt(30),
    unfollowedPermille: chance(random, 50) ? 0 : random.nextInt(400),
    ...(chance(random, 30) ? { trendPermille: random.nextInt(1200) - 600 } : {}),
  })
}

function randomOutcomes(random: RandomStream, rep: Rep): OutcomeCount[] {
  return worldIndustries.map((industry) => ({
    repId: rep.id,
    segment: `${industry}|p${1 + random.nextInt(3)}`,
    won: random.nextInt(8),
    lost: random.nextInt(20),
  }))
}

function randomLedger(random: RandomStream, rep: Rep): LedgerEntry[] {
  return ['all', 'rule-1', '*'].flatMap((queue) =>
    chance(random, 60)
      ? [
          {
            queue,
            repId: rep.id,
            receivedThousandths: 1000 * random.nextInt(20),
            calibrationThousandths: chance(random, 20) ? random.nextInt(5000) : 0,
          },
        ]
      : [],
  )
}

export function randomStrategy(random: RandomStream): Strategy {
  const weight = () => (chance(random, 15) ? 0 : random.nextInt(60))
  switch (random.nextInt(8)) {
    case 0:
      return { kind: 'weighted_rotation', ...(chance(random, 50) ? { performancePercent: 30 } : {}) }
    case 1:
      return { kind: 'least_load' }
    case 2:
      return { kind: 'spare_capacity' }
    case 3:
      return { kind: 'attributes' }
    case 4:
      return chance(random, 50) ? { kind: 'manual' } : scoredStrategy({ temperatureThousandths: 0 })
    default:
      return {
        kind: 'scored',
        weights: {
          winValue: weight(),
          fit: weight(),
          headroom: weight(),
          fairness: weight(),
          continuity: weight(),
          development: weight(),
        },
        nearTieThousandths: random.nextInt(20_000),
        temperatureThousandths: oneOf(random, [0, 500, 2000, 5000]),
      }
  }
}

function randomCandidates(random: RandomStream): CandidateSet {
  const part = (percent: number, set: CandidateSet): CandidateSet => (chance(random, percent) ? set : {})
  return {
    ...part(10, { roles: ['lead'] }),
    ...part(20, { teams: someOf(random, ['team-0', 'team-1', 'team-2'], 60) }),
    ...part(20, { levels: someOf(random, levels, 70) }),
    ...part(15, { territories: [oneOf(random, worldRegions)] }),
    ...part(20, { tags: [{ tag: oneOf(random, tags), minLevel: 1 + random.nextInt(3) }, { tag: 'ppt' }] }),
    ...part(10, { repIds: ['rep-00001', 'rep-00003', 'rep-00004'] }),
    match: someOf(random, ['region', 'industry', 'product'] as const, 50),
  }
}

function randomAction(random: RandomStream): RuleAction {
  const part = (percent: number, action: Partial<RuleAction>): Partial<RuleAction> =>
    chance(random, percent) ? action : {}
  return {
    strategy: randomStrategy(random),
    candidates: randomCandidates(random),
    ...part(40, { queue: 'all' }),
    ...part(30, { queueBy: someOf(random, ['region', 'industry'], 60) }),
    ...part(30, { slaClass: 'A' }),
    ...part(10, { pool: { id: 'pool-1', when: 'always' } }),
    ...part(15, { pool: { id: 'pool-2', when: 'nobody_eligible' } }),
    ...part(40, {
      relax: [
        { afterMinutes: 10, drop: ['teams', 'levels'] },
        { afterMinutes: 60, drop: ['region', 'tags'] },
      ],
    }),
  }
}

export function randomPolicy(random: RandomStream): Policy {
  const rule = (id: string, priority: number): RoutingRule => ({
    id,
    name: id,
    priority,
    when: { field: 'industry', op: 'eq', value: oneOf(random, worldIndustries) },
    then: randomAction(random),
  })
  return aPolicy({
    rules: [rule('rule-1', 2), rule('rule-2', 1)],
    fallback: randomAction(random),
    fairness: {
      period: 'month',
      maxTurns: 1 + random.nextInt(8),
      measure: chance(random, 70) ? 'count' : 'value',
      unfollowedLimitPermille: 200,
      decliningGetMore: chance(random, 30),
    },
    continuity: { owner: oneOf(random, ['first', 'prefer', 'off'] as const) },
    keyIndustries: someOf(random, worldIndustries, 30),
  })
}

export function randomItem(random: RandomStream, place: number, reps: readonly Rep[]): WorkItem {
  const someone = reps.length > 0 ? oneOf(random, reps).id : 'rep-00000'
  const createdAt = monday9 - random.nextInt(7_200_000)
  return {
    id: `item-${place}`,
    kind: oneOf(random, ['lead', 'lead', 'opportunity', 'account', 'task'] as const),
    priority: oneOf(random, [0, 0, 0, 1]),
    createdAt,
    ...(chance(random, 30) ? { waitingSince: createdAt + 600_000 } : {}),
    facts: {
      ...(chance(random, 85) ? { region: oneOf(random, worldRegions) } : {}),
      ...(chance(random, 30) ? { city: '上海' } : {}),
      ...(chance(random, 85) ? { industry: oneOf(random, worldIndustries) } : {}),
      ...(chance(random, 60) ? { product: oneOf(random, products) } : {}),
      ...(chance(random, 30) ? { intent: 'high' } : {}),
      tier: oneOf(random, ['A', 'B', 'C']),
    },
    tags: someOf(random, [...tags, '紧急'], 30),
    value: oneOf(random, values),
    difficulty: oneOf(random, difficulties),
    amountMinor: chance(random, 50) ? null : random.nextInt(80_000_000),
    pointsHundredths: oneOf(random, [50, 150, 200, 300]),
    ...(chance(random, 15) ? { accountOwnerId: someone } : {}),
    ...(chance(random, 15) ? { excludedRepIds: [someone] } : {}),
  }
}
