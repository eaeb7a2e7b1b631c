import { formatNumber, formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import type { ModelReport } from './capability-api.ts'

type Bin = NonNullable<ModelReport['validation']['model']>['calibration'][number]

const SIZE = 260
const LEFT = 38
const BOTTOM = 34
const TICKS = [0, 0.25, 0.5, 0.75, 1]
const x = (share: number) => LEFT + share * (SIZE - LEFT - 16)
const y = (share: number) => 8 + (1 - share) * (SIZE - BOTTOM - 8)

/** Said against happened: on the diagonal a probability means what it says. The area of a dot is its number of outcomes. */
export function CalibrationPlot({ bins }: { bins: readonly Bin[] }) {
  const filled = bins.filter((bin) => bin.rows > 0)
  const most = Math.max(1, ...filled.map((bin) => bin.rows))
  return (
    <div className="flex flex-wrap items-start gap-4">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} className="w-full max-w-80 text-xs" aria-hidden>
        {TICKS.map((tick) => (
          <g key={tick}>
            <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" fontSize="10" fill="var(--quiet)">
              {formatPercent(tick)}
            </text>
            <text x={x(tick)} y={SIZE - BOTTOM + 15} textAnchor="middle" fontSize="10" fill="var(--quiet)">
              {formatPercent(tick)}
            </text>
          </g>
        ))}
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} stroke="var(--faint)" strokeDasharray="4 4" />
        <polyline
          fill="none"
          stroke="var(--accent)"
          strokeWidth="1.5"
          points={filled.map((bin) => `${x(bin.meanPredicted)},${y(bin.observed)}`).join(' ')}
        />
        {filled.map((bin) => (
          <circle
            key={bin.from}
            cx={x(bin.meanPredicted)}
            cy={y(bin.observed)}
            r={3 + 5 * Math.sqrt(bin.rows / most)}
            fill="var(--accent)"
            fillOpacity="0.75"
          />
        ))}
        <text x={x(0.5)} y={SIZE - 4} textAnchor="middle" fontSize="10" fill="var(--quiet)">
          {m.model_said()}
        </text>
        <text x={x(0) + 6} y={y(1) + 10} fontSize="10" fill="var(--quiet)">
          {m.model_happened()}
        </text>
      </svg>
      <table className="min-w-44 flex-1 text-xs">
        <caption className="sr-only">{m.model_calibration()}</caption>
        <thead>
          <tr className="text-quiet">
            <th scope="col" className="pb-1 text-left font-normal">
              {m.model_said()}
            </th>
            <th scope="col" className="pb-1 text-right font-normal">
              {m.model_happened()}
            </th>
            <th scope="col" className="pb-1 text-right font-normal">
              {m.model_outcomes()}
            </th>
          </tr>
        </thead>
        <tbody>
          {filled.map((bin) => (
            <tr key={bin.from} className="border-t border-line">
              <td className="py-1">{formatPercent(bin.meanPredicted)}</td>
              <td className="py-1 text-right">{formatPercent(bin.observed)}</td>
              <td className="py-1 text-right text-quiet">{formatNumber(bin.rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
