import type {
  BarSeriesOption,
  FunnelSeriesOption,
  HeatmapSeriesOption,
  LineSeriesOption,
  SankeySeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts'
import { BarChart, FunnelChart, HeatmapChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts'
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
  VisualMapComponentOption,
} from 'echarts/components'
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { type ComposeOption, type ECharts, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useLocale } from '../i18n/locale.ts'
import { chartColours, onThemeChange } from './chart-colours.ts'

use([
  BarChart,
  FunnelChart,
  HeatmapChart,
  LineChart,
  SankeyChart,
  ScatterChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
])

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | FunnelSeriesOption
  | HeatmapSeriesOption
  | LineSeriesOption
  | SankeySeriesOption
  | ScatterSeriesOption
  | AriaComponentOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
  | VisualMapComponentOption
>

export type ChartHandle = { toPng: () => Promise<Blob> }

function themed(): object {
  const c = chartColours()
  const axis = {
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: c.quiet, fontSize: 12 },
    splitLine: { lineStyle: { color: c.line } },
  }
  return {
    color: [c.accent, c.second, c.third, c.fourth, c.warn],
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    legend: { textStyle: { color: c.quiet }, icon: 'circle', itemWidth: 8, itemHeight: 8 },
    tooltip: {
      backgroundColor: c.raised,
      borderColor: c.line,
      borderWidth: 1,
      padding: [6, 10],
      textStyle: { color: c.ink, fontSize: 13 },
    },
  }
}

export function ChartCanvas({
  option,
  height,
  ref,
}: {
  option: ChartOption
  height: number
  ref?: Ref<ChartHandle>
}) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)
  const latest = useRef(option)
  latest.current = option
  const locale = useLocale()

  useEffect(() => {
    const element = host.current
    if (!element) return
    const draw = () => {
      chart.current?.dispose()
      chart.current = init(element, themed(), { renderer: 'svg', locale: locale === 'zh-CN' ? 'ZH' : 'EN' })
      chart.current.setOption({ animation: false, aria: { enabled: true }, ...latest.current })
    }
    draw()
    const stopWatchingTheme = onThemeChange(draw)
    const watcher = new ResizeObserver(() => chart.current?.resize())
    watcher.observe(element)
    return () => {
      stopWatchingTheme()
      watcher.disconnect()
      chart.current?.dispose()
      chart.current = null
    }
  }, [locale])

  useEffect(() => {
    chart.current?.setOption({ animation: false, aria: { enabled: true }, ...option }, { notMerge: true })
  }, [option])

  useImperativeHandle(ref, () => ({
    toPng: async () => {
      const element = host.current
      const drawn = element?.querySelector('svg')
      if (!element || !drawn) throw new Error('the chart is not drawn yet')
      // What is on the page, not the library's own text of it: that leaves quotes of font names as they are, and is no XML.
      const text = new XMLSerializer().serializeToString(drawn)
      return svgToPng(
        `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`,
        element.clientWidth,
        element.clientHeight,
        chartColours().surface,
      )
    },
  }))

  return <div ref={host} style={{ height }} />
}

const PIXEL_RATIO = 2

async function svgToPng(svgUrl: string, width: number, height: number, background: string): Promise<Blob> {
  const image = new Image()
  image.src = svgUrl
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * PIXEL_RATIO
  canvas.height = height * PIXEL_RATIO
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser offers no 2d canvas')
  context.fillStyle = background
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be encoded'))),
      'image/png',
    ),
  )
}
