import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Rep } from '../../model/index.ts'
import {
  aCompiledPolicy,
  aLead,
  aRepState,
  aRule,
  aSnapshot,
  aWorld,
  scoredStrategy,
  someReps,
} from '../../testing/index.ts'
import { decide } from '../decide.ts'
import { explain } from '../explain.ts'
import { withChanges } from './change.ts'
import { contrast } from './index.ts'

// The machine that runs this may be busy.
vi.setConfig({ testTimeout: 120_000 })

const policy = aCompiledPolicy({ fallback: { strategy: scoredStrategy({ temperatureThousandths: 0 }) } })
const gauged = (count: number, more: (place: number) => Partial<Rep> = () => ({})) =>
  someReps(count, (place) => ({
    gauges: [{ name: 'load_index', threshold: 1000, action: 'pause' }],
    ...more(place),
  }))

describe('contrast: what would have to change for B', () => {
  it('asks for no more load off than is needed', () => {
    const states = [aRepState('rep-02', { gauges: { load_index: 600 } })]
    const answer = contrast(aLead(), aSnapshot({ reps: gauged(2), states }), policy, 'rep-02')
    if (answer.outcome !== 'reachable') throw new Error(answer.outcome)
    expect(answer.decision.repId).toBe('rep-02')
    expect(answer.changes).toHaveLength(1)
    const [change] = answer.changes
    if (change?.kind !== 'load') throw new Error(change?.kind)
    const more = { ...change, to: change.to + 1 }
    const scene = withChanges({ snapshot: aSnapshot({ reps: gauged(2), states }), policy }, 'rep-02', [more])
    expect(decide(aLead(), scene.snapshot, scene.policy).repId).toBe('rep-01')
  })

  it('lifts every exclusion first: off duty, over a ceiling and too full', () => {
    const reps = gauged(2, () => ({
      limits: { dailyMax: 3, weeklyMax: null, monthlyMax: null, dailyMin: 0, weeklyMin: 0, monthlyMin: 0 },
    }))
    const states = [
      aRepState('rep-01', { gauges: { load_index: 900 } }),
      aRepState('rep-02', { availability: 'off_duty', receivedToday: 3, gauges: { load_index: 1000 } }),
    ]
    const answer = contrast(aLead(), aSnapshot({ reps, states }), policy, 'rep-02')
    if (answer.outcome !== 'reachable') throw new Error(answer.outcome)
    expect(answer.changes).toEqual([
      { kind: 'availability', from: 'off_duty', to: 'on_duty' },
      { kind: 'load', gauge: 'load_index', from: 1000, to: 850 },
      { kind: 'ceiling', limit: 'dailyMax', from: 3, to: 4 },
    ])
  })

  it('teaches the tag a rule asks for', () => {
    const ruled = aCompiledPolicy({ rules: [aRule({ candidates: { tags: [{ tag: 'IVD', minLevel: 3 }] } })] })
    const reps = gauged(1, () => ({ tags: [{ tag: 'ivd', level: 1, source: 'history' }] }))
    const answer = contrast(aLead(), aSnapshot({ reps }), ruled, 'rep-01')
    expect(answer).toMatchObject({
      outcome: 'reachable',
      changes: [{ kind: 'tag', tag: 'ivd', from: 1, to: 3 }],
    })
  })

  it('says so where nothing is within reach', () => {
    const ruled = aCompiledPolicy({ rules: [aRule({ candidates: { repIds: ['rep-01'] } })] })
    expect(contrast(aLead(), aSnapshot({ reps: gauged(2) }), ruled, 'rep-02')).toMatchObject({
      outcome: 'nothing_within_reach',
      blockedBy: 'REP_NOT_IN_RULE',
    })
    const owned = aLead({ accountOwnerId: 'rep-01' })
    expect(contrast(owned, aSnapshot({ reps: gauged(2) }), policy, 'rep-02')).toMatchObject({
      outcome: 'nothing_within_reach',
      blockedBy: null,
      reasonCode: 'CUSTOMER_OWNER',
    })
  })

  it('only ever names changes that really give the item to the rep', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { snapshot, policy: random, items } = aWorld(seed, { items: 1 })
        const [item] = items
        const rep = snapshot.roster.reps[Math.abs(seed) % Math.max(1, snapshot.roster.reps.length)]
        if (item === undefined || rep === undefined) return
        const answer = contrast(item, snapshot, random, rep.id)
        if (answer.outcome === 'already_theirs') {
          expect(decide(item, snapshot, random).repId).toBe(rep.id)
        } else if (answer.outcome === 'reachable') {
          const scene = withChanges({ snapshot, policy: random }, rep.id, answer.changes)
          expect(decide(item, scene.snapshot, scene.policy).repId).toBe(rep.id)
          expect(answer.changes.length).toBeGreaterThan(0)
        } else {
          expect(decide(item, snapshot, random).repId).not.toBe(rep.id)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('explain', () => {
  it('says who, why, who else and who could not, from codes alone', () => {
    const reps = gauged(4)
    const states = [
      aRepState('rep-02', { gauges: { load_index: 300 } }),
      aRepState('rep-03', { availability: 'on_leave' }),
      aRepState('rep-04', { gauges: { load_index: 1000 } }),
    ]
    const decision = decide(aLead(), aSnapshot({ reps, states }), policy)
    const explanation = explain(decision)
    expect(explanation).toMatchObject({
      repId: 'rep-01',
      reason: { code: 'BEST_SCORE', params: { runnerUp: 'rep-02', margin: 6000, eligible: 2 } },
      runnerUps: [{ repId: 'rep-02', behind: 6000, differences: [{ code: 'HEADROOM', contribution: 6000 }] }],
      exclusions: [
        { code: 'REP_ON_LEAVE', repIds: ['rep-03'] },
        { code: 'LOAD_INDEX_FULL', repIds: ['rep-04'] },
      ],
    })
    expect(explanation.strongest[0]).toMatchObject({ code: 'HEADROOM', contribution: 20_000 })
  })

  it('differences of a runner-up add up to how far behind it is', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { snapshot, policy: random, items } = aWorld(seed)
        for (const item of items) {
          for (const { behind, differences } of explain(decide(item, snapshot, random)).runnerUps) {
            expect(differences.reduce((sum, term) => sum + term.contribution, 0)).toBe(behind)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
