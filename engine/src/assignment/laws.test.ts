import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { calibrationFor } from '../matching/index.ts'
import type { Decision, Strategy } from '../model/index.ts'
import {
  aCompiledPolicy,
  aLead,
  aRepState,
  aSnapshot,
  aWorld,
  scoredStrategy,
  someLeads,
  someReps,
} from '../testing/index.ts'
import { decodeDecision, encodeDecision } from './codec/index.ts'
import { createAssigner, decide, decideMany, replay } from './index.ts'

// The machine that runs this may be busy: properties are given time, not fewer worlds.
vi.setConfig({ testTimeout: 120_000 })
const worlds = { numRuns: 100 }
const world = fc.integer().map((seed) => aWorld(seed))

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}

const shares = (decisions: readonly Decision[]) => {
  const counts = new Map<string, number>()
  for (const { repId } of decisions) if (repId !== null) counts.set(repId, (counts.get(repId) ?? 0) + 1)
  return counts
}

const rotationKinds: readonly Strategy[] = [{ kind: 'weighted_rotation' }, scoredStrategy()]

describe('law 1: same inputs, same plan', () => {
  it('is byte-identical on repetition and for any input order, and changes no argument', () => {
    fc.assert(
      fc.property(world, fc.integer(), ({ snapshot, policy, items }, order) => {
        deepFreeze([snapshot.roster, snapshot.states, snapshot.ledger, items, policy.policy])
        const first = decideMany(items, snapshot, policy)
        const shuffled = [...items].sort(
          (a, b) => ((a.createdAt ^ order) % 97) - ((b.createdAt ^ order) % 97),
        )
        expect(JSON.stringify(decideMany(shuffled, snapshot, policy))).toBe(JSON.stringify(first))
      }),
      worlds,
    )
  })
})

describe('law 2: nobody beyond a pausing gauge, everything ends somewhere', () => {
  it('keeps gauges and ceilings after every item, continuity included', () => {
    fc.assert(
      fc.property(world, ({ snapshot, policy, items }) => {
        const { decisions } = decideMany(items, snapshot, policy)
        const assigner = createAssigner(snapshot, policy)
        for (const decision of decisions) {
          const item = items.find((one) => one.id === decision.itemId) ?? aLead()
          assigner.apply(decision, item)
          const rep = snapshot.roster.reps.find((one) => one.id === decision.repId)
          const state = decision.repId === null ? undefined : assigner.stateOf(decision.repId)
          if (rep === undefined || state === undefined) continue
          expect(state.availability).toBe('on_duty')
          for (const gauge of rep.gauges) {
            if (gauge.action === 'pause') {
              expect(state.gauges[gauge.name] ?? 0).toBeLessThanOrEqual(gauge.threshold)
            }
          }
          for (const [most, received] of [
            [rep.limits.dailyMax, state.receivedToday],
            [rep.limits.weeklyMax, state.receivedThisWeek],
            [rep.limits.monthlyMax, state.receivedThisMonth],
          ] as const) {
            if (most !== null) expect(received).toBeLessThanOrEqual(most)
          }
        }
      }),
      worlds,
    )
  })

  it('ends every item owned, pooled, or waiting with a reason and its release', () => {
    fc.assert(
      fc.property(world, ({ snapshot, policy, items }) => {
        for (const decision of decideMany(items, snapshot, policy).decisions) {
          const { state, repId, poolId, release, reason } = decision
          expect(repId !== null).toBe(state === 'owned')
          expect(poolId !== null).toBe(state === 'pooled')
          expect(release !== null).toBe(state === 'waiting')
          expect(reason.code.startsWith('WAITING_')).toBe(state === 'waiting')
        }
      }),
      worlds,
    )
  })
})

describe('law 3: contributions and propensities add up', () => {
  it('holds for winners and losers', () => {
    fc.assert(
      fc.property(world, ({ snapshot, policy, items }) => {
        for (const { candidates, repId, state } of decideMany(items, snapshot, policy).decisions) {
          expect(candidates.map((one) => one.repId)).toEqual(snapshot.roster.reps.map((rep) => rep.id))
          let million = 0
          for (const one of candidates) {
            million += one.propensity
            expect(Number.isSafeInteger(one.total) && Number.isSafeInteger(one.propensity)).toBe(true)
            if (one.excludedBy !== undefined) continue
            expect(one.terms.reduce((sum, term) => sum + term.contribution, 0)).toBe(one.total)
            for (const { contribution, raw } of one.terms) {
              expect(Number.isSafeInteger(contribution) && Number.isSafeInteger(raw)).toBe(true)
            }
          }
          expect(million).toBe(state === 'owned' ? 1_000_000 : 0)
          if (repId !== null) {
            expect(candidates.find((one) => one.repId === repId)?.propensity).toBeGreaterThan(0)
          }
        }
      }),
      worlds,
    )
  })
})

describe('law 4: shares, turns, ties', () => {
  it.each(rotationKinds)('lets shares follow weights in $kind', (strategy) => {
    const weights = [100, 200, 300, 0]
    const reps = someReps(4, (place) => ({ weight: weights[place] ?? 0 }))
    const policy = aCompiledPolicy({ fallback: { strategy } })
    const counts = shares(decideMany(someLeads(600), aSnapshot({ reps }), policy).decisions)
    const tolerance = strategy.kind === 'scored' ? 6 : 1
    for (const [place, expected] of [100, 200, 300, 0].entries()) {
      const got = counts.get(`rep-0${place + 1}`) ?? 0
      expect(Math.abs(got - expected), `rep ${place + 1} got ${got}`).toBeLessThanOrEqual(tolerance)
    }
  })

  it('lets weights hold inside each virtual queue, not only overall', () => {
    const reps = someReps(3, (place) => ({ weight: 100 * (place + 1) }))
    const policy = aCompiledPolicy({
      fallback: { strategy: { kind: 'weighted_rotation' }, queueBy: ['industry'] },
    })
    const leads = someLeads(240, (place) => ({ facts: { industry: place % 4 === 0 ? '医疗' : '制造' } }))
    const { decisions } = decideMany(leads, aSnapshot({ reps }), policy)
    for (const [queue, size] of [
      ['*|industry=医疗', 60],
      ['*|industry=制造', 180],
    ] as const) {
      const counts = shares(decisions.filter((one) => one.queue === queue))
      for (const [place, rep] of reps.entries()) {
        expect(Math.abs((counts.get(rep.id) ?? 0) - (size * (place + 1)) / 6)).toBeLessThanOrEqual(1)
      }
    }
  })

  it('never lowers the share of a rep whose weight is raised', () => {
    const weight = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(
        fc.array(weight, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom(...rotationKinds),
        (weights, more, strategy) => {
          const policy = aCompiledPolicy({ fallback: { strategy } })
          const received = (first: number) => {
            const reps = someReps(weights.length, (place) => ({
              weight: place === 0 ? first : (weights[place] ?? 0),
            }))
            return (
              shares(decideMany(someLeads(120), aSnapshot({ reps }), policy).decisions).get('rep-01') ?? 0
            )
          }
          const before = weights[0] ?? 0
          // One item of rounding: shares are long-run, the run is 120 items.
          expect(received(before + more)).toBeGreaterThanOrEqual(received(before) - 1)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('serves equals in turn even where the near-tie band is wider than a turn', () => {
    const policy = aCompiledPolicy({
      fallback: { strategy: scoredStrategy({ nearTieThousandths: 900_000, temperatureThousandths: 90_000 }) },
    })
    const { decisions } = decideMany(someLeads(30), aSnapshot({ reps: someReps(6) }), policy)
    for (let turn = 0; turn < 5; turn++) {
      expect(shares(decisions.slice(turn * 6, turn * 6 + 6)).size).toBe(6)
    }
  })

  it('logs the chances near-ties are really drawn with', () => {
    const reps = someReps(3)
    const policy = aCompiledPolicy({
      fallback: { strategy: scoredStrategy({ nearTieThousandths: 5000, temperatureThousandths: 2000 }) },
    })
    const states = [
      aRepState('rep-02', { gauges: { load_index: 50 } }),
      aRepState('rep-03', { gauges: { load_index: 100 } }),
    ]
    const gauged = reps.map((rep) => ({
      ...rep,
      gauges: [{ name: 'load_index', threshold: 1000, action: 'pause' } as const],
    }))
    const drawn = new Map<string, number>()
    let logged: readonly number[] = []
    for (let seed = 0; seed < 4000; seed++) {
      const decision = decide(aLead(), aSnapshot({ reps: gauged, states, seed }), policy)
      logged = decision.candidates.map((one) => one.propensity)
      drawn.set(decision.repId ?? '', (drawn.get(decision.repId ?? '') ?? 0) + 1)
    }
    expect(new Set(logged).size).toBe(3)
    for (const [place, rep] of reps.entries()) {
      // Four standard errors of a share over 4 000 draws are below 0.032.
      expect(Math.abs((drawn.get(rep.id) ?? 0) / 4000 - (logged[place] ?? 0) / 1e6)).toBeLessThan(0.032)
    }
  })

  it('spreads exact ties evenly over seeds', () => {
    const policy = aCompiledPolicy({ fallback: { strategy: scoredStrategy({ temperatureThousandths: 0 }) } })
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 2000; seed++) {
      const { repId } = decide(aLead(), aSnapshot({ reps: someReps(5), seed }), policy)
      counts.set(repId ?? '', (counts.get(repId ?? '') ?? 0) + 1)
    }
    // Chi-square with 4 degrees of freedom stays below 18.5 with probability 0.999.
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 400) ** 2 / 400, 0)
    expect(counts.size).toBe(5)
    expect(chi).toBeLessThan(18.5)
  })

  it('neither throws nor starves where all weights are zero', () => {
    const none = { winValue: 0, fit: 0, headroom: 0, fairness: 0, continuity: 0, development: 0 }
    const policy = aCompiledPolicy({ fallback: { strategy: scoredStrategy({ weights: none }) } })
    const reps = someReps(4, () => ({ weight: 0 }))
    const { decisions } = decideMany(someLeads(40), aSnapshot({ reps }), policy)
    expect([...shares(decisions).values()]).toEqual([10, 10, 10, 10])
  })
})

describe('law 5: oldest first, nobody flooded', () => {
  it('serves the highest class first and the oldest inside it when capacity frees', () => {
    const reps = someReps(1, () => ({ gauges: [{ name: 'open_items', threshold: 1, action: 'pause' }] }))
    const policy = aCompiledPolicy()
    const leads = someLeads(5, (place) => ({ priority: place === 4 ? 1 : 0 })).reverse()
    const assigner = createAssigner(aSnapshot({ reps }), policy)
    const served: string[] = []
    let waiting = leads
    while (waiting.length > 0) {
      const snapshot = { ...aSnapshot({ reps }), states: assigner.states(), ledger: assigner.ledger() }
      const owned = decideMany(waiting, snapshot, policy).decisions.filter((one) => one.state === 'owned')
      expect(owned).toHaveLength(1)
      const item = waiting.find((one) => one.id === owned[0]?.itemId)
      if (owned[0] === undefined || item === undefined) break
      served.push(item.id)
      assigner.apply(owned[0], item)
      assigner.release('rep-01', { open_items: 1, load_index: item.pointsHundredths })
      waiting = waiting.filter((one) => one !== item)
    }
    expect(served).toEqual(['lead-005', 'lead-001', 'lead-002', 'lead-003', 'lead-004'])
  })

  it.each(rotationKinds)('does not flood somebody back from leave or newly hired ($kind)', (strategy) => {
    const reps = someReps(5)
    const policy = aCompiledPolicy({ fallback: { strategy } })
    const away = aSnapshot({ reps, states: [aRepState('rep-05', { availability: 'on_leave' })] })
    const assigner = createAssigner(away, policy)
    for (const lead of someLeads(200)) assigner.apply(assigner.decide(lead), lead)
    expect(assigner.stateOf('rep-05')?.receivedToday).toBe(0)
    const accounts = new Map(assigner.ledger().map((entry) => [entry.repId, { ...entry, weight: 100 }]))
    const nothing = { receivedThousandths: 0, calibrationThousandths: 0, weight: 100 }
    const others = reps.slice(0, 4).map((rep) => accounts.get(rep.id) ?? nothing)
    const calibrationThousandths = calibrationFor(nothing, others)
    expect(calibrationThousandths).toBe(50_000)
    assigner.setLedger([{ queue: '*', repId: 'rep-05', receivedThousandths: 0, calibrationThousandths }])
    assigner.setState('rep-05', aRepState('rep-05'))
    const next = someLeads(50, (place) => ({ id: `next-${place}` })).map((lead) => {
      const decision = assigner.decide(lead)
      assigner.apply(decision, lead)
      return decision
    })
    expect(shares(next).get('rep-05')).toBe(10)
    expect(shares(next.slice(0, 5)).size).toBe(5)
  })
})

describe('law 6: a stored decision replays bit for bit', () => {
  it('is identical from its bytes, roster, policy, model and item', () => {
    fc.assert(
      fc.property(world, ({ snapshot, policy, items }) => {
        const assigner = createAssigner(snapshot, policy)
        const { roster, winModel, periodBorders } = snapshot
        for (const item of items) {
          const states = assigner.states()
          const decision = assigner.decide(item)
          const ledger = assigner.ledgerOf(decision.queue)
          assigner.apply(decision, item)
          const before = periodBorders === undefined ? { states, ledger } : { states, ledger, periodBorders }
          const stored = decodeDecision(encodeDecision(decision, before), roster)
          expect(replay(stored, { item, roster, policy, winModel })).toEqual({ identical: true })
        }
      }),
      worlds,
    )
  })

  it('names the first difference, and a changed engine instead of a false one', () => {
    const { snapshot, policy, items } = aWorld(3, { reps: 6, items: 1 })
    const item = items[0] ?? aLead()
    const { roster, winModel } = snapshot
    const inputs = { item, roster, policy, winModel }
    const stored = decodeDecision(encodeDecision(decide(item, snapshot, policy), snapshot), roster)
    const forged = { ...stored, decision: { ...stored.decision, draw: stored.decision.draw + 1 } }
    expect(replay(forged, inputs)).toMatchObject({ identical: false, firstDifference: { path: 'draw' } })
    const older = { ...stored, decision: { ...stored.decision, engineVersion: '0.9.0' } }
    expect(replay(older, inputs)).toMatchObject({ engineChanged: { stored: '0.9.0' } })
  })
})
