import type { Change, GaugeName } from '@peineng/engine'
import type { Language } from '../../platform/http/principal.ts'

const gauges: Readonly<Record<GaugeName, readonly [zh: string, en: string]>> = {
  load_index: ['负荷指数', 'the load index'],
  open_items: ['在手数量', 'open items'],
  key_projects: ['重点项目数', 'key projects'],
  concurrent_opportunities: ['在跟商机数', 'concurrent opportunities'],
  high_intent_today: ['今日高意向客户数', 'high-intent customers today'],
  followed_this_month: ['本月跟进客户数', 'customers followed this month'],
  current_customers: ['当前客户数', 'current customers'],
}

const limits = {
  dailyMax: ['每日上限', 'the daily ceiling'],
  weeklyMax: ['每周上限', 'the weekly ceiling'],
  monthlyMax: ['每月上限', 'the monthly ceiling'],
} as const

const weights = {
  winValue: ['赢单价值权重', 'the weight of win value'],
  fit: ['匹配度权重', 'the weight of fit'],
  headroom: ['余量权重', 'the weight of headroom'],
  fairness: ['公平权重', 'the weight of fairness'],
  continuity: ['延续性权重', 'the weight of continuity'],
  development: ['培养权重', 'the weight of development'],
} as const

/** One change that would have given somebody the item, in words. Loads are in hundredths of a point. */
export function renderChange(change: Change, lang: Language): string {
  const zh = lang === 'zh-CN'
  const shown = (value: number): number =>
    change.kind === 'load' && change.gauge === 'load_index' ? value / 100 : value
  switch (change.kind) {
    case 'availability':
      return zh ? '当时在岗' : 'had they been on duty'
    case 'tag':
      return zh
        ? `具备“${change.tag}”标签，等级达到 ${change.to}`
        : `had they carried the tag “${change.tag}” at level ${change.to}`
    case 'rep_weight':
      return zh
        ? `轮转权重从 ${change.from} 调到 ${change.to}`
        : `had their rotation weight been ${change.to} instead of ${change.from}`
    case 'load':
    case 'ceiling':
    case 'score_weight': {
      const names =
        change.kind === 'load'
          ? gauges[change.gauge]
          : change.kind === 'ceiling'
            ? limits[change.limit]
            : weights[change.weight]
      const [from, to] = [shown(change.from), shown(change.to)]
      return zh ? `${names[0]}从 ${from} 变为 ${to}` : `had ${names[1]} been ${to} instead of ${from}`
    }
  }
}
