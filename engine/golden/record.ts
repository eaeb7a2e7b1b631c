/**
 * Records the golden decisions anew from the scenarios below. Only after a deliberate change of behaviour, together with
 * a raised `engineVersion`:
 *   npx esbuild engine/golden/record.ts --bundle --platform=node --format=esm --outfile=node_modules/.cache/golden.mjs
 *   node node_modules/.cache/golden.mjs engine/golden
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { decideMany } from '../src/assignment/index.ts'
import { betaBinomialModel } from '../src/matching/index.ts'
import type {
  LedgerEntry,
  OutcomeCount,
  PeriodBorders,
  Policy,
  Rep,
  RepState,
  WorkItem,
} from '../src/model/index.ts'
import { compilePolicy, defaultPolicy } from '../src/policy/index.ts'
import {
  aLead,
  aPolicy,
  aRepState,
  aRule,
  aSnapshot,
  monday9,
  scoredStrategy,
  someLeads,
  someReps,
} from '../src/testing/index.ts'

interface Scenario {
  readonly name: string
  readonly about: string
  readonly reps: readonly Rep[]
  readonly items: readonly WorkItem[]
  readonly policy: Policy
  readonly states?: readonly RepState[]
  readonly outcomes?: readonly OutcomeCount[]
  readonly ledger?: readonly LedgerEntry[]
  readonly periodBorders?: PeriodBorders
  readonly seed?: number
  readonly now?: number
}

const gauge = [{ name: 'load_index', threshold: 1000, action: 'pause' }] as const
const limits = { dailyMax: null, weeklyMax: null, monthlyMax: null, dailyMin: 0, weeklyMin: 0, monthlyMin: 0 }
const shanghai = (reps: number) => someReps(reps, () => ({ gauges: gauge }))
const mixed = someReps(6, (place) => ({
  gauges: gauge,
  territories: place < 3 ? ['华东'] : ['华南', '西南'],
  industries: place % 2 === 0 ? ['医疗'] : [],
  productLines: place === 5 ? ['P1'] : [],
  level: (['newcomer', 'growing', 'senior'] as const)[place % 3] ?? 'growing',
  tags: place % 2 === 0 ? [{ tag: 'IVD', level: 1 + place / 2, source: 'history' as const }] : [],
}))
const outcomes = mixed.map((rep, place) => ({
  repId: rep.id,
  segment: '医疗|p1',
  won: 2 + place,
  lost: 12 - place,
}))
const medical = (count: number) =>
  someLeads(count, (place) => ({
    facts: { region: place % 2 === 0 ? '华东/上海' : '华南', industry: '医疗', product: 'P1', tier: 'A' },
    tags: ['IVD', '紧急'],
    value: (['high', 'mid', 'low'] as const)[place % 3] ?? null,
    difficulty: (['hard', 'easy'] as const)[place % 2] ?? null,
    pointsHundredths: [300, 150, 50][place % 3] ?? 150,
  }))

const scenarios: readonly Scenario[] = [
  {
    name: 'equal-reps-in-turn',
    about: '8 leads over 4 equal reps: 2 each, ties by the seeded draw',
    reps: shanghai(4),
    items: someLeads(8),
    policy: aPolicy(),
  },
  {
    name: 'default-policy',
    about: 'the policy a company starts with, reps of different skill, history behind them',
    reps: mixed,
    items: medical(8),
    policy: defaultPolicy(),
    outcomes,
  },
  {
    name: 'weighted-rotation-with-performance',
    about: 'weights 100, 200, 300; 30 % of the weight follows performance',
    reps: someReps(3, (place) => ({ weight: 100 * (place + 1) })),
    items: someLeads(12),
    policy: aPolicy({ fallback: { strategy: { kind: 'weighted_rotation', performancePercent: 30 } } }),
    outcomes: [
      { repId: 'rep-01', segment: '*|*', won: 9, lost: 3 },
      { repId: 'rep-03', segment: '*|*', won: 1, lost: 20 },
    ],
    states: [aRepState('rep-02', { unfollowedPermille: 150 })],
  },
  {
    name: 'virtual-queues',
    about: 'one ledger per industry: weights hold inside each',
    reps: someReps(3, (place) => ({ weight: 100 * (place + 1) })),
    items: someLeads(12, (place) => ({ facts: { industry: place % 3 === 0 ? '医疗' : '制造' } })),
    policy: aPolicy({ fallback: { strategy: { kind: 'weighted_rotation' }, queueBy: ['industry'] } }),
  },
  {
    name: 'least-load',
    about: 'the lightest load first, shortfall between equals',
    reps: shanghai(4),
    items: someLeads(6),
    policy: aPolicy({ fallback: { strategy: { kind: 'least_load' } } }),
    states: [1, 2, 3, 4].map((n) => aRepState(`rep-0${n}`, { gauges: { load_index: 120 * n } })),
  },
  {
    name: 'spare-capacity',
    about: 'a part-timer with half the threshold is compared by share, not by points',
    reps: someReps(2, (place) => ({
      gauges: [{ name: 'load_index', threshold: place === 0 ? 1000 : 500, action: 'pause' }],
    })),
    items: someLeads(6),
    policy: aPolicy({ fallback: { strategy: { kind: 'spare_capacity' } } }),
  },
  {
    name: 'attributes',
    about: 'most matching attributes wins',
    reps: mixed,
    items: medical(4),
    policy: aPolicy({ fallback: { strategy: { kind: 'attributes' } } }),
  },
  {
    name: 'manual-list',
    about: 'nobody is chosen, the ranking waits for a manager',
    reps: mixed,
    items: medical(1),
    policy: aPolicy({ fallback: { strategy: { kind: 'manual' } } }),
  },
  {
    name: 'customer-owner-and-fallback',
    about: 'the owner gets it until the gauge is full, then somebody else does',
    reps: shanghai(3),
    items: someLeads(4, () => ({ accountOwnerId: 'rep-02', pointsHundredths: 300 })),
    policy: aPolicy(),
    states: [aRepState('rep-02', { gauges: { load_index: 350 } })],
  },
  {
    name: 'everybody-full',
    about: 'exactly at the gauge is full: waits for capacity',
    reps: shanghai(2),
    items: someLeads(3),
    policy: aPolicy(),
    states: [
      aRepState('rep-01', { gauges: { load_index: 851 } }),
      aRepState('rep-02', { gauges: { load_index: 700 } }),
    ],
  },
  {
    name: 'ceilings-and-periods',
    about: 'daily and monthly ceilings hold everybody back until the first period ends',
    reps: someReps(2, (place) => ({
      limits: { ...limits, dailyMax: place === 0 ? 1 : null, monthlyMax: place === 1 ? 3 : null },
    })),
    items: someLeads(4),
    policy: aPolicy(),
    states: [aRepState('rep-02', { receivedThisMonth: 2 })],
    periodBorders: {
      dayEndsAt: monday9 + 15 * 3_600_000,
      weekEndsAt: monday9 + 159 * 3_600_000,
      monthEndsAt: monday9 + 207 * 3_600_000,
    },
  },
  {
    name: 'nobody-on-duty',
    about: 'waits for the first shift',
    reps: shanghai(3),
    items: someLeads(1),
    policy: aPolicy(),
    states: [
      aRepState('rep-01', { availability: 'off_duty', availableAt: monday9 + 3_600_000 }),
      aRepState('rep-02', { availability: 'on_leave', availableAt: monday9 + 86_400_000 }),
      aRepState('rep-03', { availability: 'inactive' }),
    ],
  },
  {
    name: 'relaxation',
    about: 'the team requirement falls after half an hour, the region after an hour',
    reps: mixed,
    items: someLeads(3, (place) => ({ createdAt: monday9 - place * 45 * 60_000, facts: { region: '东北' } })),
    policy: aPolicy({
      rules: [
        aRule({
          candidates: { match: ['region'], teams: ['nobody'] },
          relax: [
            { afterMinutes: 30, drop: ['teams'] },
            { afterMinutes: 60, drop: ['region'] },
          ],
        }),
      ],
    }),
  },
  {
    name: 'skills-with-levels',
    about: 'a rule asks for IVD at level 2; without it, for the pool',
    reps: mixed,
    items: medical(3),
    policy: aPolicy({
      rules: [
        aRule({
          candidates: { tags: [{ tag: 'IVD', minLevel: 3 }], match: ['region'] },
          pool: { id: 'medical', when: 'nobody_eligible' },
        }),
      ],
    }),
  },
  {
    name: 'expert-squad',
    about: 'a key industry nobody is specialised in proposes a squad',
    reps: mixed.map((rep) => ({ ...rep, industries: [] })),
    items: medical(1),
    policy: aPolicy({ keyIndustries: ['医疗'] }),
    outcomes,
  },
  {
    name: 'floors-and-coasting',
    about: 'a floor pulls work to whoever is below it, unless they let work lie',
    reps: someReps(3, () => ({ gauges: gauge, limits: { ...limits, weeklyMin: 4 } })),
    items: someLeads(6),
    policy: aPolicy(),
    states: [
      aRepState('rep-01', { receivedThisWeek: 4 }),
      aRepState('rep-02', { receivedThisWeek: 1 }),
      aRepState('rep-03', { receivedThisWeek: 0, unfollowedPermille: 400 }),
    ],
  },
  {
    name: 'near-tie-draw',
    about: 'inside the band the draw decides, with its propensity logged',
    reps: shanghai(5),
    items: someLeads(5),
    policy: aPolicy({
      fallback: { strategy: scoredStrategy({ nearTieThousandths: 9000, temperatureThousandths: 3000 }) },
    }),
    states: [1, 2, 3, 4, 5].map((n) => aRepState(`rep-0${n}`, { gauges: { load_index: 30 * n } })),
    seed: 42,
  },
  {
    name: 'calibration-after-leave',
    about: 'somebody back from leave is calibrated and served in turn, not flooded',
    reps: shanghai(3),
    items: someLeads(6),
    policy: aPolicy({ fallback: { strategy: { kind: 'weighted_rotation' } } }),
    ledger: [
      { queue: '*', repId: 'rep-01', receivedThousandths: 40_000, calibrationThousandths: 0 },
      { queue: '*', repId: 'rep-02', receivedThousandths: 41_000, calibrationThousandths: 0 },
      { queue: '*', repId: 'rep-03', receivedThousandths: 2000, calibrationThousandths: 38_000 },
    ],
  },
  {
    name: 'all-weights-zero',
    about: 'all-zero weights fall back to rotation',
    reps: someReps(3, () => ({ weight: 0 })),
    items: someLeads(6),
    policy: aPolicy({
      fallback: {
        strategy: scoredStrategy({
          weights: { winValue: 0, fit: 0, headroom: 0, fairness: 0, continuity: 0, development: 0 },
        }),
      },
    }),
  },
  {
    name: 'no-reps',
    about: 'an empty roster',
    reps: [],
    items: [aLead()],
    policy: aPolicy(),
  },
]

const folder = process.argv[2]
if (folder === undefined) throw new Error('Name the folder to write to')
mkdirSync(folder, { recursive: true })
for (const { name, about, items, policy, reps, outcomes: counts = [], ...rest } of scenarios) {
  const { winModel, ...snapshot } = aSnapshot({ reps, ...rest, winModel: betaBinomialModel(counts) })
  const { decisions } = decideMany(items, { ...snapshot, winModel }, compilePolicy(policy))
  const expected = decisions.map(({ policyHash: _, ...decision }) => decision)
  const document = { name, about, snapshot, outcomes: counts, policy, items, expected }
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(document, null, 1)}\n`)
}
