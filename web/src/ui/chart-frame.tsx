import { Download, Image, Table2 } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { m } from '../i18n/messages.ts'
import { IconButton } from './button.tsx'
import { Card } from './card.tsx'
import type { ChartHandle, ChartOption } from './chart-canvas.tsx'
import { Menu, MenuItem } from './menu.tsx'
import { saveFile } from './save-file.ts'
import { Skeleton } from './skeleton.tsx'
import { type ChartTable, toCsv } from './to-csv.ts'

// ECharts is 215 kB: it arrives with the first chart on screen and never on a page without one.
const ChartCanvas = lazy(() =>
  import('./chart-canvas.tsx').then((module) => ({ default: module.ChartCanvas })),
)

export type { ChartTable } from './to-csv.ts'

type ChartFrameProps = {
  title: string
  option: ChartOption /** The same numbers as a table: read aloud, shown on demand, exported. */
  table: ChartTable
  height?: number
  aside?: ReactNode
  className?: string
}

export function ChartFrame({ title, option, table, height = 240, aside, className }: ChartFrameProps) {
  const chart = useRef<ChartHandle>(null)
  const [asTable, setAsTable] = useState(false)
  return (
    <Card
      title={title}
      {...(className ? { className } : {})}
      aside={
        <span className="-mr-2 flex items-center gap-1">
          {aside}
          <Menu
            align="end"
            trigger={
              <IconButton label={m.ui_chart_more({ title })} size="sm" icon={<Download aria-hidden />} />
            }
          >
            <MenuItem icon={<Table2 aria-hidden />} onSelect={() => setAsTable(!asTable)}>
              {asTable ? m.ui_show_chart() : m.ui_show_table()}
            </MenuItem>
            <MenuItem
              icon={<Image aria-hidden />}
              disabled={asTable}
              onSelect={async () => chart.current && saveFile(`${title}.png`, await chart.current.toPng())}
            >
              {m.ui_export_png()}
            </MenuItem>
            <MenuItem
              icon={<Download aria-hidden />}
              onSelect={() => saveFile(`${title}.csv`, new Blob([toCsv(table)], { type: 'text/csv' }))}
            >
              {m.ui_export_csv()}
            </MenuItem>
          </Menu>
        </span>
      }
    >
      {!asTable && (
        <Suspense
          fallback={
            <div style={{ height }}>
              <Skeleton className="h-full w-full" />
            </div>
          }
        >
          <ChartCanvas ref={chart} option={option} height={height} />
        </Suspense>
      )}
      <div className={asTable ? 'overflow-auto' : 'sr-only'} {...(asTable ? { style: { height } } : {})}>
        <table className="w-full text-sm">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="border-b border-line text-left text-xs text-quiet">
              {table.header.map((cell) => (
                <th key={cell} scope="col" className="py-1.5 pr-3 font-normal">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={String(row[0])} className="border-b border-line">
                {row.map((cell, column) => (
                  <td key={table.header[column]} className="py-1.5 pr-3">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
