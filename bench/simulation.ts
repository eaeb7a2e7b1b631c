/**
 * Simulation: our policies against the assignment rules of other products, re-stated in our own words, on the same
 * seeded markets; and how long a run takes.
 */
import {
  cheapest,
  DEFAULT_ASSUMPTIONS,
  firstComeFirstServed,
  POLICIES,
  type PolicyFactory,
  type SimulatedLead,
  simulateSeed,
  summariseSeeds,
} from '../engine/src/evaluation/simulation/index.ts'

/**
 * A scheduled quota loop (Odoo's rule for team members): now and then, the lead most likely to be won goes to the
 * member with the most of today's quota left, who then stands at the end of the line.
 */
const quotaRotation =
  (minutes: number): PolicyFactory =>
  (assumptions) => {
    const meanPoints = assumptions.tiers.reduce((sum, tier) => sum + tier.share * tier.points, 0)
    const perDay =
      (assumptions.load * assumptions.capPoints * assumptions.minutesPerDay) /
      (meanPoints * assumptions.meanWorkMinutes)
    const quota = Math.max(1, Math.ceil(perDay))
    const today = new Map<number, number>()
    let day = -1
    return {
      name: `quota rotation (Odoo-like), every ${minutes} min`,
      tickMinutes: minutes,
      tick(floor) {
        const nowDay = Math.floor(floor.now / assumptions.minutesPerDay)
        if (nowDay !== day) today.clear()
        day = nowDay
        const likely = (lead: SimulatedLead): number => floor.expected(lead, 0) / lead.value
        for (const lead of [...floor.pool].sort((a, b) => likely(b) - likely(a) || a.id - b.id)) {
          const left = (rep: number): number => quota - (today.get(rep) ?? 0)
          const rep = cheapest(floor, lead, (r) =>
            left(r) > 0 ? -left(r) * 1e7 + floor.lastReceivedAt[r]! : Number.POSITIVE_INFINITY,
          )
          if (rep < 0) continue
          floor.assign(lead, rep)
          today.set(rep, (today.get(rep) ?? 0) + 1)
        }
      },
    }
  }

/** Cal.com's rule: whoever is furthest behind their share of what was given so far; equal weights, ties by longest idle. */
const shortfall = firstComeFirstServed(
  'shortfall (Cal.com-like)',
  (floor, _lead, rep) => floor.received[rep]! * 1e7 + floor.lastReceivedAt[rep]!,
)

/** Chatwoot's balanced rule: most free capacity, under a limit per window. */
const balanced: PolicyFactory = firstComeFirstServed(
  'balanced (Chatwoot-like)',
  (floor, _lead, rep) => floor.load[rep]! * 1e4 + rep / 1000,
)

const policies: PolicyFactory[] = [
  POLICIES['rotation']!,
  POLICIES['rotation-uncapped']!,
  quotaRotation(30),
  quotaRotation(480),
  shortfall,
  balanced,
  POLICIES['least-load']!,
  POLICIES['greedy']!,
  POLICIES['claim-pool']!,
  POLICIES['batch']!,
  POLICIES['hybrid']!,
  POLICIES['hybrid-fair']!,
]
const seeds = Number(process.argv[2] ?? 6)

for (const load of [0.8, 1.2]) {
  const assumptions = { ...DEFAULT_ASSUMPTIONS, load }
  const spent = new Float64Array(policies.length)
  const done = Array.from({ length: seeds }, (_, at) => {
    const runs = policies.map((policy, p) => {
      const before = process.cpuUsage()
      const run = simulateSeed(assumptions, [policy], at + 1)
      const used = process.cpuUsage(before)
      spent[p]! += (used.user + used.system) / 1e6 / seeds
      return run
    })
    return { leads: runs[0]!.leads, runs: runs.map((run) => run.runs[0]!) }
  })
  const report = summariseSeeds(assumptions, policies, done)
  console.log(
    `\n## Load ${load}: 50 reps, 20 days, ${report.leadsPerRun.mean.toFixed(0)} leads, ${seeds} seeds\n`,
  )
  console.log(
    '| policy | won value % | vs rotation | p50 / p90 min | Gini n / value | overload h | never high / mid / low | CPU s per run |',
  )
  console.log('|---|---|---|---|---|---|---|---|')
  report.policies.forEach(({ policy, metrics: m, neverAssigned, upliftOverFirst: up }, p) => {
    const percent = (value: number): string => (value * 100).toFixed(1)
    const cells = [
      policy,
      `${percent(m.wonShare.mean)} ± ${percent(m.wonShare.error)}`,
      `${up.mean >= 0 ? '+' : ''}${percent(up.mean)} % ± ${percent(up.error)}`,
      `${m.responseP50.mean.toFixed(0)} / ${m.responseP90.mean.toFixed(0)}`,
      `${m.giniCount.mean.toFixed(3)} / ${m.giniValue.mean.toFixed(3)}`,
      m.overloadHours.mean.toFixed(0),
      neverAssigned.map((tier) => `${percent(tier.share.mean)}`).join(' / '),
      spent[p]!.toFixed(2),
    ]
    console.log(`| ${cells.join(' | ')} |`)
  })
}
