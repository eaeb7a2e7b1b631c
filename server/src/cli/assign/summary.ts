import { type Decision, loadStatus, type ReasonCode, type Rep, type RepState } from '@peineng/engine'
import type { Language } from '../../platform/http/principal.ts'

/** Counts while decisions pass by; keeps none of them. */
export class Tally {
  assigned = 0
  pooled = 0
  readonly waiting = new Map<ReasonCode, number>()
  readonly received = new Map<string, number>()

  add(decision: Decision): void {
    if (decision.state === 'owned' && decision.repId !== null) {
      this.assigned += 1
      this.received.set(decision.repId, (this.received.get(decision.repId) ?? 0) + 1)
    } else if (decision.state === 'pooled') this.pooled += 1
    else this.waiting.set(decision.reason.code, (this.waiting.get(decision.reason.code) ?? 0) + 1)
  }

  get waitingTotal(): number {
    return [...this.waiting.values()].reduce((sum, count) => sum + count, 0)
  }
}

const words = {
  'zh-CN': {
    head: (all: number, t: Tally) =>
      `共 ${all} 条：已分配 ${t.assigned}，待分配 ${t.waitingTotal}，公海 ${t.pooled}`,
    waiting: '待分配原因：',
    load: '每位销售：分得条数、负荷分、负荷状态',
    spread: (low: number, high: number, mean: string, deviation: string) =>
      `分布：最少 ${low}，最多 ${high}，平均 ${mean}，标准差 ${deviation}`,
    levels: { under: '偏低', ok: '正常', flagged: '需关注', near: '接近上限', full: '已满', over: '超载' },
  },
  en: {
    head: (all: number, t: Tally) =>
      `${all} leads: ${t.assigned} assigned, ${t.waitingTotal} waiting, ${t.pooled} pooled`,
    waiting: 'waiting because:',
    load: 'per rep: items received, load points, load level',
    spread: (low: number, high: number, mean: string, deviation: string) =>
      `spread: lowest ${low}, highest ${high}, mean ${mean}, standard deviation ${deviation}`,
    levels: {
      under: 'under-loaded',
      ok: 'ok',
      flagged: 'flagged',
      near: 'near the limit',
      full: 'full',
      over: 'overloaded',
    },
  },
} as const

/** What a person wants to know after a run: how many, why not, who got what, how even. */
export function summarise(
  tally: Tally,
  reps: readonly Rep[],
  states: readonly RepState[],
  underloadPercent: number,
  lang: Language,
): string {
  const say = words[lang]
  const lines = [say.head(tally.assigned + tally.pooled + tally.waitingTotal, tally)]
  if (tally.waiting.size > 0) {
    lines.push(say.waiting)
    const byCount = [...tally.waiting].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    for (const [code, count] of byCount) lines.push(`  ${String(count).padStart(6)}  ${code}`)
  }
  if (reps.length > 0) {
    lines.push(say.load)
    for (const [index, rep] of reps.entries()) {
      const state = states[index]
      if (!state) continue
      const points = ((state.gauges.load_index ?? 0) / 100).toFixed(2)
      const level = say.levels[loadStatus(rep, state, underloadPercent).level]
      const received = String(tally.received.get(rep.id) ?? 0).padStart(6)
      const name = rep.name === rep.id ? rep.id : `${rep.id} ${rep.name}`
      lines.push(`  ${received}  ${points.padStart(8)}  ${level}  ${name}`)
    }
    const counts = reps.map((rep) => tally.received.get(rep.id) ?? 0)
    const mean = counts.reduce((a, b) => a + b, 0) / counts.length
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length
    const low = counts.reduce((a, b) => Math.min(a, b))
    const high = counts.reduce((a, b) => Math.max(a, b))
    lines.push(say.spread(low, high, mean.toFixed(2), Math.sqrt(variance).toFixed(2)))
  }
  return `${lines.join('\n')}\n`
}
