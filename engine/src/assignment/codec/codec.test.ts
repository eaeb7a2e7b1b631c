import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { compilePolicy } from '../../policy/compile-policy.ts'
import { defaultPolicy } from '../../policy/default-policy.ts'
import { aSnapshot, aWorld } from '../../testing/index.ts'
import { createAssigner, decide, decideMany, replay } from '../index.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import {
  CorruptRecordError,
  createDecisionEncoder,
  decodeDecision,
  decodeItem,
  encodeDecision,
  encodeItem,
} from './index.ts'
import { readColumn, writeColumn } from './integer-column.ts'

// The machine that runs this may be busy.
vi.setConfig({ testTimeout: 120_000 })

describe('the record of a decision', () => {
  it('gives columns of integers back exactly', () => {
    const column = fc.array(
      fc.oneof(
        fc.integer(),
        fc.constant(7),
        fc.maxSafeInteger().map((n) => n % 2 ** 50),
      ),
    )
    fc.assert(
      fc.property(column, (values) => {
        const out = new ByteWriter()
        writeColumn(out, values)
        expect(readColumn(new ByteReader(out.finish()), values.length)).toEqual(
          values.map((value) => value + 0),
        )
      }),
    )
  })

  it('comes back exactly, with the state it saw', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { snapshot, policy, items } = aWorld(seed)
        for (const item of items.slice(0, 3)) {
          const decision = decide(item, snapshot, policy)
          const before = { ...snapshot, ledger: createAssigner(snapshot, policy).ledgerOf(decision.queue) }
          const stored = decodeDecision(encodeDecision(decision, before), snapshot.roster)
          expect(stored.decision).toEqual(decision)
          expect(stored.states).toEqual(snapshot.states)
          expect(stored.ledger).toEqual(before.ledger)
          expect(stored.periodBorders).toEqual(snapshot.periodBorders)
          expect(decodeItem(encodeItem(item))).toEqual(item)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is the same whatever the encoder wrote before', () => {
    const encoder = createDecisionEncoder()
    for (let seed = 1; seed <= 25; seed++) {
      const { snapshot, policy, items } = aWorld(seed, { reps: 12 + (seed % 3), items: 30 })
      const assigner = createAssigner(snapshot, policy)
      for (const [place, item] of items.entries()) {
        assigner.setNow(snapshot.now + place * 60_000 * (seed % 2))
        const states = assigner.states()
        const decision = assigner.decide(item)
        const before = { states, ledger: assigner.ledgerOf(decision.queue) }
        expect(encoder.encode(decision, before)).toEqual(encodeDecision(decision, before))
        assigner.apply(decision, item)
        const state = states[place % states.length]
        if (state === undefined || place % 3 > 0) continue
        const { trendPermille: _, availableAt: __, ...rest } = state
        const away = { ...rest, availability: 'on_leave', availableAt: snapshot.now + place } as const
        assigner.setState(state.repId, place % 2 === 0 ? away : { ...rest, availability: 'on_duty' })
      }
    }
  })

  it('takes at most 2 KB for 100 candidates of a company at work, terms and state included', () => {
    const policy = compilePolicy(defaultPolicy())
    const sizes: number[] = []
    for (let seed = 1; seed <= 5; seed++) {
      const { snapshot, items } = aWorld(seed, { reps: 100, items: 200 })
      const ids = new Map(
        snapshot.roster.reps.map((rep, n) => [
          rep.id,
          `0193a1c2-7f00-7000-8000-${String(n).padStart(12, '0')}`,
        ]),
      )
      // Everybody is there and covers everything: the most terms there can be.
      const reps = snapshot.roster.reps.map((rep) => ({
        ...rep,
        id: ids.get(rep.id) ?? '',
        territories: [],
        gauges: defaultPolicy().gauges,
        limits: { ...rep.limits, dailyMax: null, weeklyMax: null, monthlyMax: null },
      }))
      const states = snapshot.states.map(({ trendPermille: _, availableAt: __, ...state }) => ({
        ...state,
        repId: ids.get(state.repId) ?? '',
        availability: 'on_duty' as const,
        gauges: { key_projects: 0, followed_this_month: 0, ...state.gauges },
      }))
      const start = aSnapshot({ reps, states, winModel: snapshot.winModel })
      const assigner = createAssigner(start, policy)
      for (const item of items) {
        const before = { states: assigner.states(), ledger: assigner.ledgerOf('all') }
        const decision = assigner.decide(item)
        assigner.apply(decision, item)
        sizes.push(encodeDecision(decision, before).length)
      }
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2048)
  })

  it('keeps only the chances above 100 candidates, and replay makes the rest again', () => {
    const { snapshot, policy, items } = aWorld(4, { reps: 150, items: 30 })
    for (const item of items) {
      const decision = decide(item, snapshot, policy)
      const bytes = encodeDecision(decision, snapshot)
      const stored = decodeDecision(bytes, snapshot.roster)
      expect(stored.complete).toBe(false)
      const { roster, winModel } = snapshot
      expect(replay(stored, { item, roster, policy, winModel })).toEqual({ identical: true })
    }
  })

  it('refuses bytes cut short or of another roster', () => {
    const { snapshot, policy, items } = aWorld(7, { reps: 8, items: 1 })
    const { decisions } = decideMany(items, snapshot, policy)
    const [decision] = decisions
    if (decision === undefined) throw new Error('nothing decided')
    const bytes = encodeDecision(decision, snapshot)
    expect(() => decodeDecision(bytes.subarray(0, bytes.length - 1), snapshot.roster)).toThrow(
      CorruptRecordError,
    )
    const other = { version: 'x', reps: snapshot.roster.reps.slice(1) }
    expect(() => decodeDecision(bytes, other)).toThrow(CorruptRecordError)
  })
})
