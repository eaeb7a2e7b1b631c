import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { gaugeEffects } from '../../matching/index.ts'
import type { Decision, RepState, WinModel } from '../../model/index.ts'
import { hashParts } from '../../random/index.ts'
import { aWorld, type World } from '../../testing/index.ts'
import { createAssigner } from '../index.ts'

// The machine that runs this may be busy.
vi.setConfig({ testTimeout: 120_000 })

/** Gauges that are absent equal 0: the fast path keeps columns. */
const plainly = (states: readonly RepState[]) =>
  states.map(({ gauges, ...rest }) => ({
    ...rest,
    gauges: Object.fromEntries(Object.entries(gauges).filter(([, value]) => value !== 0)),
  }))

const outcome = ({
  state,
  repId,
  poolId,
  queue,
  turnThousandths,
}: Pick<Decision, 'state' | 'repId' | 'poolId' | 'queue' | 'turnThousandths'>) => ({
  state,
  repId,
  poolId,
  queue,
  turnThousandths,
})

/** Walks both paths through a world: assign, give back now and then, change somebody's availability. */
function walk({ snapshot, policy, items }: World): number {
  const plain = createAssigner(snapshot, policy)
  const fast = createAssigner(snapshot, policy)
  let owned = 0
  // Prepared before anything moved: later loads must not matter to what was looked up.
  const prepared = new Map(items.map((item) => [item.id, fast.prepare(item)]))
  const held: { repId: string; giveBack: () => void }[] = []
  for (const [place, item] of items.entries()) {
    const decision = plain.decide(item)
    const route = fast.route(item)
    expect(outcome(route)).toEqual(outcome(decision))
    const known = prepared.get(item.id)
    if (known !== undefined) expect(outcome(fast.routePrepared(known))).toEqual(outcome(decision))
    const explained = fast.explainRoute(item)
    if (explained !== null) {
      expect(explained.repId).toBe(decision.repId)
      expect(explained.reasonCode).toBe(decision.reason.code)
      for (const one of explained.top) expect(decision.candidates).toContainEqual(one)
      const counts = new Map<string, number>()
      for (const { excludedBy } of decision.candidates) {
        if (excludedBy !== undefined) counts.set(excludedBy, (counts.get(excludedBy) ?? 0) + 1)
      }
      expect(Object.fromEntries(explained.exclusions.map(({ code, count }) => [code, count]))).toEqual(
        Object.fromEntries(counts),
      )
    }
    plain.apply(decision, item)
    fast.book(route)
    if (decision.repId !== null) {
      owned += 1
      const { repId } = decision
      held.push({
        repId,
        giveBack: () => {
          plain.release(repId, gaugeEffects(item))
          fast.giveBack(route)
        },
      })
    }
    if (place % 3 === 2) held.shift()?.giveBack()
    const rep = snapshot.roster.reps[place % Math.max(1, snapshot.roster.reps.length)]
    if (place % 4 === 3 && rep !== undefined) {
      for (const assigner of [plain, fast]) {
        const state = assigner.stateOf(rep.id)
        if (state === undefined) continue
        const availability = state.availability === 'on_duty' ? 'on_leave' : 'on_duty'
        assigner.setState(rep.id, { ...state, availability })
      }
    }
  }
  expect(plainly(fast.states())).toEqual(plainly(plain.states()))
  expect(fast.ledger()).toEqual(plain.ledger())
  return owned
}

describe('law 8: the fast path picks what the plain path picks', () => {
  it('in any small world, step by step', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        walk(aWorld(seed, { items: 12 }))
      }),
      { numRuns: 150 },
    )
  })

  it('with a model that tells items of one segment apart', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const world = aWorld(seed, { items: 12 })
      const winModel: WinModel = {
        version: 'keyed',
        keyOf: (item) => String(hashParts([item.id], 1) % 3),
        probabilityMillionths: (repId, key) => hashParts([repId, key], 2) % 1_000_000,
      }
      walk({ ...world, snapshot: { ...world.snapshot, winModel } })
    }
  })

  it('in companies of more than one word of bits', () => {
    let owned = 0
    for (let seed = 1; seed <= 12; seed++) owned += walk(aWorld(seed, { reps: 70, items: 40 }))
    expect(owned).toBeGreaterThan(100)
  })
})
