import { formatWeekday } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { ChartFrame } from '../../ui/chart-frame.tsx'
import { HeatGrid } from '../../ui/heat-grid.tsx'

const LOADS: readonly (readonly [string, number])[] = [
  ['孙悦', 5],
  ['周航', 12],
  ['赵晓彤', 7.6],
  ['陈立', 4.1],
  ['王佳宁', 11.5],
  ['李思远', 9],
  ['张三', 6.5],
]
const WEEK = [
  [5.9, 1.4, 1.5, 8.1, 10],
  [4.7, 2.3, 12.8, 1.6, 5.9],
  [4.7, 6.3, 1.2, 9.7, 10.8],
  [10.1, 10.1, 5.4, 6.2, 11.1],
  [12.6, 6.9, 5.9, 7.1, 7.9],
  [11.1, 4.7, 0.7, 0.9, null],
  [3.1, 11.9, 8, 12.1, 0.6],
]
const MONDAY_MS = Date.parse('2026-11-23T04:00:00Z')
const days = () =>
  Array.from({ length: 5 }, (_, day) => formatWeekday(new Date(MONDAY_MS + day * 86_400_000)))

export function KitCharts() {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card title={m.kit_heat()}>
        <HeatGrid
          label={m.kit_heat()}
          columns={days()}
          rows={LOADS.map(([name], index) => ({
            key: name,
            label: name,
            values: WEEK[index] ?? [],
            limit: 10,
          }))}
        />
      </Card>
      <ChartFrame
        title={m.kit_chart_load()}
        height={264}
        table={{ header: [m.kit_owner(), m.kit_value()], rows: LOADS }}
        option={{
          grid: { left: 8, right: 20, top: 8, bottom: 4, outerBoundsMode: 'same' },
          tooltip: { trigger: 'item' },
          xAxis: { type: 'value', max: 14 },
          yAxis: { type: 'category', inverse: true, data: LOADS.map(([name]) => name) },
          series: [
            { type: 'bar', barWidth: 8, itemStyle: { borderRadius: 4 }, data: LOADS.map(([, load]) => load) },
          ],
        }}
      />
    </div>
  )
}
