import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Gauge, Rep, RepState } from '../model/rep.ts'
import type { WorkItem } from '../model/work-item.ts'
import {
  firstFullGauge,
  gaugeAdmits,
  gaugeIncrement,
  loadPoints,
  loadStatus,
  readGauge,
  takeItem,
} from './index.ts'

const loadIndex: Gauge = { name: 'load_index', threshold: 1000, action: 'pause' }
const rep = (gauges: readonly Gauge[]): Rep => ({
  id: 'r1',
  name: 'Li',
  teamPath: [],
  roles: [],
  territories: [],
  industries: [],
  productLines: [],
  level: 'senior',
  tags: [],
  weight: 100,
  gauges,
  limits: { dailyMax: null, weeklyMax: null, monthlyMax: null, dailyMin: 0, weeklyMin: 0, monthlyMin: 0 },
})
const state = (gauges: RepState['gauges']): RepState => ({
  repId: 'r1',
  availability: 'on_duty',
  gauges,
  receivedToday: 0,
  receivedThisWeek: 0,
  receivedThisMonth: 0,
  unfollowedPermille: 0,
})
const item = (more: Partial<WorkItem> = {}): WorkItem => ({
  id: 'i1',
  kind: 'lead',
  priority: 0,
  createdAt: 0,
  facts: {},
  tags: [],
  value: null,
  difficulty: null,
  amountMinor: null,
  pointsHundredths: 150,
  ...more,
})
const table = {
  pointsHundredths: { high_hard: 300, high_medium: 250, high_easy: 200, low_easy: 50 },
  unknownHundredths: 150,
  underloadPercent: 50,
}

describe('load points', () => {
  it('reads the cell of Decision 2', () => {
    expect(loadPoints(table, 'high', 'hard')).toBe(300)
    expect(loadPoints(table, 'low', 'easy')).toBe(50)
  })
  it('counts 1.5 where value or difficulty is unknown', () => {
    expect(loadPoints(table, null, 'hard')).toBe(150)
    expect(loadPoints(table, 'high', null)).toBe(150)
  })
})

describe('gauge admission', () => {
  it('admits up to the threshold and not one hundredth beyond', () => {
    expect(gaugeAdmits(loadIndex, state({ load_index: 850 }), item())).toBe(true)
    expect(gaugeAdmits(loadIndex, state({ load_index: 851 }), item())).toBe(false)
  })
  it('never excludes by a flagging gauge', () => {
    expect(gaugeAdmits({ ...loadIndex, action: 'flag' }, state({ load_index: 9999 }), item())).toBe(true)
  })
  it('gives nothing to somebody already above a pausing gauge the item does not move', () => {
    const gauge: Gauge = { name: 'key_projects', threshold: 8, action: 'pause' }
    expect(gaugeAdmits(gauge, state({ key_projects: 9 }), item())).toBe(false)
    expect(gaugeAdmits(gauge, state({ key_projects: 8 }), item())).toBe(true)
  })
  it('names the first full gauge in the order of the exclusion codes, whatever the order given', () => {
    const open: Gauge = { name: 'open_items', threshold: 0, action: 'pause' }
    expect(firstFullGauge(rep([open, loadIndex]), state({ load_index: 1000 }), item())).toBe('load_index')
    expect(firstFullGauge(rep([open, loadIndex]), state({}), item())).toBe('open_items')
    expect(firstFullGauge(rep([loadIndex]), state({}), item())).toBeNull()
  })
  it('counts a key project only for high value and hard, an opportunity only for opportunities', () => {
    expect(gaugeIncrement('key_projects', item({ value: 'high', difficulty: 'hard' }))).toBe(1)
    expect(gaugeIncrement('key_projects', item({ value: 'high', difficulty: 'easy' }))).toBe(0)
    expect(gaugeIncrement('concurrent_opportunities', item({ kind: 'opportunity' }))).toBe(1)
    expect(gaugeIncrement('concurrent_opportunities', item())).toBe(0)
    expect(gaugeIncrement('high_intent_today', item({ facts: { intent: 'high' } }))).toBe(1)
  })
  it('keeps every pausing gauge at or below its threshold, however many items are offered', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 40 }),
        (threshold, points) => {
          const r = rep([{ ...loadIndex, threshold }])
          let s = state({})
          for (const pointsHundredths of points) {
            const offered = item({ pointsHundredths })
            if (firstFullGauge(r, s, offered) === null) s = takeItem(s, offered)
          }
          expect(s.gauges.load_index ?? 0).toBeLessThanOrEqual(threshold)
        },
      ),
    )
  })
})

describe('load status', () => {
  it('warns at 80 percent and is over only above the threshold', () => {
    expect(readGauge(loadIndex, state({ load_index: 799 })).level).toBe('ok')
    expect(readGauge(loadIndex, state({ load_index: 800 })).level).toBe('warn')
    expect(readGauge(loadIndex, state({ load_index: 1000 })).level).toBe('warn')
    expect(readGauge(loadIndex, state({ load_index: 1001 })).level).toBe('over')
  })
  it('tells under, ok, near, full and over apart', () => {
    const level = (load: number) => loadStatus(rep([loadIndex]), state({ load_index: load }), 50).level
    expect([0, 500, 800, 1000, 1001].map(level)).toEqual(['under', 'ok', 'near', 'full', 'over'])
  })
  it('pauses intake only by a pausing gauge', () => {
    const flag: Gauge = { name: 'key_projects', threshold: 8, action: 'flag' }
    const s = loadStatus(rep([flag, loadIndex]), state({ key_projects: 9 }), 50)
    expect(s).toMatchObject({ level: 'flagged', intakePaused: false })
    expect(loadStatus(rep([loadIndex]), state({ load_index: 1001 }), 50).intakePaused).toBe(true)
  })
  it('does not call somebody on leave under-loaded', () => {
    expect(loadStatus(rep([loadIndex]), { ...state({}), availability: 'on_leave' }, 50).level).toBe('ok')
  })
  it('takes an item without touching the state it was given', () => {
    const before = Object.freeze(state(Object.freeze({ load_index: 100 })))
    const after = takeItem(before, item())
    expect(after).toMatchObject({ receivedToday: 1, gauges: { load_index: 250, open_items: 1 } })
    expect(before.gauges.load_index).toBe(100)
  })
})
