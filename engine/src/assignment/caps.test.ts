import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CapRule, CapUse } from '../model/index.ts'
import { defaultPolicy, parsePolicy } from '../policy/index.ts'
import { aCompiledPolicy, aLead, aRule, aSnapshot, monday9, someReps } from '../testing/index.ts'
import { decodeDecision, encodeDecision } from './codec/index.ts'
import { createAssigner, decide, replay } from './index.ts'

const minute = 60_000
const fromFair: CapRule['when'] = { field: 'source', op: 'eq', value: '展会' }
const aCap = (more: Partial<CapRule> = {}): CapRule => ({
  id: 'fair',
  when: fromFair,
  per: 'rep',
  limit: 2,
  window: { hours: 1 },
  ...more,
})
const lead = (n: number) => aLead({ id: `lead-${n}`, facts: { source: '展会' } })
const capped = (...caps: CapRule[]) => aCompiledPolicy({ rules: [aRule()], caps })
const reps = someReps(3, (place) => ({ teamPath: [place < 2 ? 'east' : 'west'] }))

describe('a backlog', () => {
  it('is shared: nobody gets more than their part of it while the day is young, and everybody after that', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 6 }),
        (waiting, here, already) => {
          const reps = someReps(here)
          // Four work today; not all are there yet.
          const backlog = {
            startedAt: monday9,
            until: monday9 + 60 * minute,
            size: waiting + already,
            members: 4,
          }
          const share = Math.max(1, Math.ceil((waiting + already) / 4))
          const capUses = [{ cap: '~backlog', subject: 'rep-01', times: Array(already).fill(monday9) }]
          const items = Array.from({ length: waiting }, (_, n) =>
            aLead({ id: `lead-${n}`, waitingSince: monday9 - 60 * minute }),
          )
          const give = (now: number) => {
            const assigner = createAssigner(
              aSnapshot({ reps, capUses, backlog, now }),
              aCompiledPolicy({ rules: [aRule()], backlog: { minutes: 60 } }),
            )
            const got = new Map<string, number>()
            for (const item of items) {
              const decision = assigner.decide(item)
              assigner.apply(decision, item)
              if (decision.repId !== null) got.set(decision.repId, (got.get(decision.repId) ?? 0) + 1)
            }
            return got
          }
          const early = give(monday9 + 5 * minute)
          for (const [repId, n] of early)
            expect(n + (repId === 'rep-01' ? already : 0)).toBeLessThanOrEqual(Math.max(share, 0))
          const room = here * share - Math.min(share, already)
          expect([...early.values()].reduce((sum, n) => sum + n, 0)).toBe(Math.min(waiting, room))
          const later = give(backlog.until)
          expect([...later.values()].reduce((sum, n) => sum + n, 0)).toBe(waiting)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('holds back nothing that came in since, says until when it holds, and replays bit for bit', () => {
    const policy = aCompiledPolicy({ rules: [aRule()], backlog: { minutes: 60 } })
    const [rep] = someReps(1)
    const reps = rep === undefined ? [] : [rep]
    const backlog = { startedAt: monday9, until: monday9 + 60 * minute, size: 4, members: 4 }
    const capUses = [{ cap: '~backlog', subject: 'rep-01', times: [monday9] }]
    const snapshot = aSnapshot({ reps, capUses, backlog, now: monday9 + minute })
    expect(decide(aLead({ id: 'new' }), snapshot, policy).state).toBe('owned')
    const old = aLead({ id: 'old', waitingSince: monday9 - minute })
    const held = decide(old, snapshot, policy)
    expect(held).toMatchObject({
      state: 'waiting',
      reason: { code: 'WAITING_ALL_FULL', params: { BACKLOG_SHARE: 1 } },
      release: { kind: 'period_starts', at: backlog.until },
    })
    const assigner = createAssigner(snapshot, policy)
    const bytes = encodeDecision(held, {
      states: snapshot.states,
      ledger: [],
      fullCaps: assigner.fullCaps(old),
    })
    const { roster, winModel } = snapshot
    const stored = decodeDecision(bytes, roster)
    expect(replay(stored, { item: old, roster, policy, winModel })).toEqual({ identical: true })
  })
})

describe('caps over a sliding window', () => {
  it('never let more through than the limit, whatever came before and when', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 6 }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom('rep', 'team', 'rule'),
        (ages, limit, per) => {
          const subject = { rep: 'rep-01', team: 'east', rule: 'rule-1' }[per]
          const times = ages.map((age) => monday9 - age * minute).sort((a, b) => a - b)
          const capUses: CapUse[] = [{ cap: 'fair', subject, times }]
          const assigner = createAssigner(aSnapshot({ reps, capUses }), capped(aCap({ per, limit })))
          const given = new Map<string, number>()
          for (let n = 0; n < 12; n++) {
            const decision = assigner.decide(lead(n))
            assigner.apply(decision, lead(n))
            const [use] =
              decision.repId === null ? [] : assigner.capsOf(lead(n), decision.ruleId, decision.repId)
            if (use !== undefined) given.set(use.subject, (given.get(use.subject) ?? 0) + 1)
          }
          const before = times.filter((at) => at > monday9 - 60 * minute).length
          for (const [who, count] of given)
            expect(count + (who === subject ? before : 0)).toBeLessThanOrEqual(limit)
          const room = { rep: 3, team: 2, rule: 1 }[per] * limit
          const left = Math.max(0, room - Math.min(before, limit))
          expect([...given.values()].reduce((sum, one) => sum + one, 0)).toBe(Math.min(12, left))
        },
      ),
    )
  })

  it('say whom they hold back and when the window lets the next one in, and hold nobody else', () => {
    const times = [monday9 - 50 * minute, monday9 - 10 * minute]
    const all = reps.map(({ id }) => ({ cap: 'fair', subject: id, times }))
    const snapshot = aSnapshot({ reps, capUses: all })
    const held = decide(lead(1), snapshot, capped(aCap()))
    expect(held).toMatchObject({
      state: 'waiting',
      reason: { code: 'WAITING_ALL_FULL', params: { CAP_WINDOW: 3 } },
      release: { kind: 'period_starts', at: monday9 + 10 * minute },
    })
    expect(decide(aLead({ facts: { source: '官网' } }), snapshot, capped(aCap())).state).toBe('owned')
    expect(decide(lead(1), snapshot, capped(aCap({ rules: ['*'] }))).state).toBe('owned')
    const later = aSnapshot({ reps, capUses: all, now: monday9 + 10 * minute })
    expect(decide(lead(1), later, capped(aCap())).state).toBe('owned')
  })

  it('stand in the stored decision, so that it replays without what came before', () => {
    const policy = capped(
      aCap({ per: 'team' }),
      aCap({ id: 'all', per: 'rule', limit: 50, window: { days: 1 } }),
    )
    const capUses = [{ cap: 'fair', subject: 'east', times: [monday9 - minute, monday9 - minute] }]
    const snapshot = aSnapshot({ reps, capUses })
    const assigner = createAssigner(snapshot, policy)
    const decision = assigner.decide(lead(1))
    expect(decision).toMatchObject({ repId: 'rep-03', reason: { code: 'ONLY_CANDIDATE' } })
    const fullCaps = assigner.fullCaps(lead(1))
    const bytes = encodeDecision(decision, { states: snapshot.states, ledger: [], fullCaps })
    const stored = decodeDecision(bytes, snapshot.roster)
    expect(stored.fullCaps).toEqual([{ cap: 'fair', subject: 'east', freesAt: monday9 + 59 * minute }])
    const { roster, winModel } = snapshot
    expect(replay(stored, { item: lead(1), roster, policy, winModel })).toEqual({ identical: true })
  })

  it('are refused where they say no time, or name a rule there is not', () => {
    const problems = parsePolicy({
      ...defaultPolicy(),
      caps: [aCap({ window: {} }), aCap({ rules: ['nowhere'] })],
    })
    expect(problems).toMatchObject({
      ok: false,
      error: [{ path: '/caps/1/id' }, { path: '/caps/0/window' }, { path: '/caps/1/rules/0' }],
    })
  })
})
