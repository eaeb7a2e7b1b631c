import { formatNumber } from '../i18n/format.ts'
import { cx } from './cx.ts'

type HeatGridProps = {
  label: string
  columns: readonly string[]
  rows: readonly { key: string; label: string; values: readonly (number | null)[]; limit: number }[]
  digits?: number
  /** Written after each number. */
  unit?: string
}

const STEPS = 5

/** Teal by share of the row's limit, amber only beyond it; the number is always written in the cell. Plain HTML. */
export function HeatGrid({ label, columns, rows, digits = 1, unit = '' }: HeatGridProps) {
  const longest = Math.max(0, ...rows.map((row) => row.label.length))
  return (
    <div className="overflow-x-auto">
      <table className="w-full table-fixed border-separate border-spacing-0.5 text-xs">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="text-quiet">
            <td className={cx('w-14', longest > 4 ? 'sm:w-32' : 'sm:w-18')} />
            {columns.map((column) => (
              <th key={column} scope="col" className="pb-1 font-normal">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" title={row.label} className="truncate pr-2 text-right text-sm font-normal">
                {row.label}
              </th>
              {row.values.map((value, column) => (
                <td
                  key={columns[column]}
                  className="h-8 rounded-[5px] text-center"
                  style={{
                    background: heatOf(value, row.limit),
                    color: value === null ? 'var(--faint)' : 'var(--on-heat)',
                  }}
                >
                  {value === null ? '–' : `${formatNumber(value, digits)}${unit}`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function heatOf(value: number | null, limit: number): string {
  if (value === null) return 'transparent'
  if (value > limit) return 'var(--heat-over)'
  const step = limit <= 0 ? 0 : Math.min(STEPS - 1, Math.floor((value / limit) * STEPS))
  return `var(--heat-${step})`
}
