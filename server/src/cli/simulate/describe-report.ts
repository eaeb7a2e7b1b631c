import type { Estimate, SimulationReport } from '@peineng/engine'

/** The comparison as a table for the terminal; ± is one standard error over seeds. */
export function describeReport(report: SimulationReport): string {
  const { assumptions } = report
  const tiers = assumptions.tiers.map((tier) => tier.name).join('/')
  const header = [
    'policy',
    'won value',
    'vs first',
    'response p50',
    'p90 (min)',
    'Gini n',
    'Gini value',
    'overload h',
    `never ${tiers}`,
  ]
  const rows = report.policies.map(({ policy, metrics, neverAssigned, upliftOverFirst }) => [
    policy,
    share(metrics.wonShare),
    share(upliftOverFirst, true),
    metrics.responseP50.mean.toFixed(0),
    metrics.responseP90.mean.toFixed(0),
    metrics.giniCount.mean.toFixed(3),
    metrics.giniValue.mean.toFixed(3),
    metrics.overloadHours.mean.toFixed(0),
    neverAssigned.map((tier) => `${(tier.share.mean * 100).toFixed(0)} %`).join(' / '),
  ])
  const widths = header.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]!.length)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd()
  return [
    `${assumptions.reps} reps, ${assumptions.days} days, load ${assumptions.load}, ${report.seeds} seeds, ${report.leadsPerRun.mean.toFixed(0)} leads per run`,
    '',
    line(header),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
    '',
    'Simulated under editable assumptions (--out shows them all, --assumptions changes them). ± one standard error.',
    '',
  ].join('\n')
}

function share({ mean, error }: Estimate, signed = false): string {
  const sign = signed && mean > 0 ? '+' : ''
  return `${sign}${(mean * 100).toFixed(1)} %${Number.isNaN(error) ? '' : ` ± ${(error * 100).toFixed(1)}`}`
}
