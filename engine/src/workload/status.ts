import type { Gauge, GaugeName, Rep, RepState } from '../model/rep.ts'
import type { WorkItem } from '../model/work-item.ts'
import { gaugeIncrement, gaugeOrder } from './gauges.ts'

/** Default share of a threshold at which the board warns (E4). */
export const defaultWarnPercent = 80

export type GaugeLevel = 'ok' | 'warn' | 'over'

export interface GaugeReading {
  readonly name: GaugeName
  readonly value: number
  readonly threshold: number
  /** Integer percent of the threshold, rounded down; 100 where the threshold is 0 and something is there. */
  readonly percent: number
  readonly level: GaugeLevel
  readonly action: Gauge['action']
  readonly personal?: NonNullable<Gauge['personal']>
}

/**
 * `over`: above a pausing threshold (E2); `full`: at one, so nothing more fits; `near`: at the warn level of one (E4);
 * `flagged`: a gauge that only flags is above its threshold (E3, E6, E7).
 */
export type LoadLevel = 'under' | 'ok' | 'flagged' | 'near' | 'full' | 'over'

export interface LoadStatus {
  readonly repId: string
  readonly level: LoadLevel
  /** A pausing gauge is above its threshold: no new work (E2, H3). */
  readonly intakePaused: boolean
  readonly gauges: readonly GaugeReading[]
}

/** One gauge against its threshold. Over means above it; the warn level is reached at `warnPercent` of it (E4). */
export function readGauge(gauge: Gauge, state: RepState): GaugeReading {
  const value = state.gauges[gauge.name] ?? 0
  const { threshold } = gauge
  const percent = threshold > 0 ? Math.floor((value * 100) / threshold) : value > 0 ? 100 : 0
  const warned = value * 100 >= threshold * (gauge.warnPercent ?? defaultWarnPercent)
  const level = value > threshold ? 'over' : warned && value > 0 ? 'warn' : 'ok'
  const { name, action, personal } = gauge
  return { name, value, threshold, percent, level, action, ...(personal === undefined ? {} : { personal }) }
}

/**
 * What the load board shows of one rep (L1, E4, E11): every gauge, and one word for all of them. Under-load looks
 * at the pausing gauges of people who could take work; nobody on leave is called under-loaded.
 */
export function loadStatus(rep: Rep, state: RepState, underloadPercent: number): LoadStatus {
  const gauges = rep.gauges
    .map((gauge) => readGauge(gauge, state))
    .sort((a, b) => gaugeOrder.indexOf(a.name) - gaugeOrder.indexOf(b.name))
  const pausing = gauges.filter((g) => g.action === 'pause')
  const intakePaused = pausing.some((g) => g.level === 'over')
  const available = state.availability === 'on_duty' || state.availability === 'off_duty'
  let level: LoadLevel = 'ok'
  if (intakePaused) level = 'over'
  else if (pausing.some((g) => g.value >= g.threshold)) level = 'full'
  else if (pausing.some((g) => g.level === 'warn')) level = 'near'
  else if (gauges.some((g) => g.level === 'over')) level = 'flagged'
  else if (available && pausing.length > 0 && pausing.every((g) => g.percent < underloadPercent))
    level = 'under'
  return { repId: rep.id, level, intakePaused, gauges }
}

/** The state of a rep after taking the item: every gauge moves, every counter of the period goes up by one. */
export function takeItem(state: RepState, item: WorkItem): RepState {
  const gauges: Partial<Record<GaugeName, number>> = { ...state.gauges }
  for (const name of gaugeOrder) {
    const increment = gaugeIncrement(name, item)
    if (increment !== 0) gauges[name] = (gauges[name] ?? 0) + increment
  }
  return {
    ...state,
    gauges,
    receivedToday: state.receivedToday + 1,
    receivedThisWeek: state.receivedThisWeek + 1,
    receivedThisMonth: state.receivedThisMonth + 1,
  }
}
