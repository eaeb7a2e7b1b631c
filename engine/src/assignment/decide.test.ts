import { describe, expect, it } from 'vitest'
import { freeShare, viewOf } from '../matching/index.ts'
import {
  aCompiledPolicy,
  aLead,
  aRep,
  aRepState,
  aRule,
  aSnapshot,
  aWorld,
  monday9,
  scoredStrategy,
  someLeads,
  someReps,
} from '../testing/index.ts'
import { createAssigner, decide, decideMany } from './index.ts'

const policy = aCompiledPolicy()
const countsOf = (decisions: readonly { repId: string | null }[]) => {
  const counts = new Map<string, number>()
  for (const { repId } of decisions) if (repId !== null) counts.set(repId, (counts.get(repId) ?? 0) + 1)
  return counts
}

describe('decide', () => {
  it('gives 40 leads one at a time over 20 equal reps 2 each', () => {
    const { decisions } = decideMany(someLeads(40), aSnapshot({ reps: someReps(20) }), policy)
    expect([...countsOf(decisions).values()]).toEqual(new Array(20).fill(2))
  })

  it('says the same whatever it remembers of the roster', () => {
    let scored = 0
    for (let seed = 1; seed <= 20; seed++) {
      const { snapshot, policy, items } = aWorld(seed, { reps: 12, items: 12 })
      const warm = createAssigner(snapshot, policy)
      for (const item of [...items, ...items]) {
        const decision = warm.decide(item)
        // A roster object nobody has seen: nothing is remembered of it.
        const cold = {
          ...snapshot,
          roster: { ...snapshot.roster },
          states: warm.states(),
          ledger: warm.ledger(),
        }
        expect(decision).toEqual(decide(item, cold, policy))
        for (const { repId, terms } of decision.candidates) {
          if (terms?.length !== 9) continue
          const free = terms.find((term) => term.code === 'HEADROOM')?.raw
          const rep = snapshot.roster.reps.findIndex((one) => one.id === repId)
          const view = viewOf(snapshot.roster.reps[rep] ?? aRep())
          expect(free).toBe(freeShare(view, warm.stateOf(repId) ?? aRepState(repId), 1000))
          scored += 1
        }
        warm.apply(decision, item)
      }
    }
    expect(scored).toBeGreaterThan(50)
  }, 120_000)

  it('strands nobody: 5 teams of 4, each rep 3 of 10 countries, room for everybody', () => {
    const countries = Array.from({ length: 10 }, (_, i) => `country-${i}`)
    const reps = someReps(20, (place) => ({
      teamPath: [`team-${Math.floor(place / 4)}`],
      territories: [0, 1, 2].map((k) => countries[(place * 3 + k) % 10] ?? ''),
      limits: { dailyMax: 45, weeklyMax: null, monthlyMax: null, dailyMin: 0, weeklyMin: 0, monthlyMin: 0 },
    }))
    const matched = aCompiledPolicy({
      fallback: { strategy: scoredStrategy(), candidates: { match: ['region'] } },
    })
    const leads = someLeads(900, (place) => ({ facts: { region: countries[(place * 7) % 10] ?? '' } }))
    const { decisions, states } = decideMany(leads, aSnapshot({ reps }), matched)
    const byLead = new Map(leads.map((lead) => [lead.id, lead]))
    const room = new Map(states.map((state) => [state.repId, 45 - state.receivedToday]))
    for (const { repId, itemId } of decisions) {
      if (repId !== null) continue
      const region = String(byLead.get(itemId)?.facts['region'])
      const free = reps.filter((rep) => rep.territories.includes(region) && (room.get(rep.id) ?? 0) > 0)
      expect(free).toEqual([])
    }
    expect(decisions.filter((one) => one.state === 'owned')).toHaveLength(900)
  })

  it('names one coded exclusion per candidate and never takes anybody beyond a pausing gauge', () => {
    const reps = someReps(4, (place) => ({
      gauges: [{ name: 'load_index', threshold: 1000, action: 'pause' }],
      territories: place === 3 ? ['华北'] : [],
    }))
    const snapshot = aSnapshot({
      reps,
      states: [
        aRepState('rep-01', { gauges: { load_index: 851 } }),
        aRepState('rep-02', { availability: 'off_duty' }),
        aRepState('rep-03', { gauges: { load_index: 850 } }),
      ],
    })
    const matched = aCompiledPolicy({ rules: [aRule({ candidates: { match: ['region'] } })] })
    const decision = decide(aLead({ facts: { region: '华东/上海' } }), snapshot, matched)
    expect(decision.candidates.map((one) => one.excludedBy)).toEqual([
      'LOAD_INDEX_FULL',
      'REP_OFF_DUTY',
      undefined,
      'REGION_NOT_COVERED',
    ])
    expect(decision).toMatchObject({ repId: 'rep-03', state: 'owned', reason: { code: 'ONLY_CANDIDATE' } })
  })

  it('hands a customer to its owner, outside the rule too, but not beyond a gauge', () => {
    const reps = someReps(3, () => ({ gauges: [{ name: 'open_items', threshold: 5, action: 'pause' }] }))
    const ruled = aCompiledPolicy({ rules: [aRule({ candidates: { repIds: ['rep-01'] } })] })
    const lead = aLead({ accountOwnerId: 'rep-03' })
    expect(decide(lead, aSnapshot({ reps }), ruled)).toMatchObject({
      repId: 'rep-03',
      reason: { code: 'CUSTOMER_OWNER' },
    })
    const full = aSnapshot({ reps, states: [aRepState('rep-03', { gauges: { open_items: 5 } })] })
    const fallback = decide(lead, full, ruled)
    expect(fallback.repId).toBe('rep-01')
    expect(fallback.candidates[2]).toMatchObject({ excludedBy: 'OPEN_ITEMS_FULL' })
  })

  it('gives somebody with three a month their three, on one day if need be', () => {
    const limits = {
      dailyMax: null,
      weeklyMax: null,
      monthlyMax: 3,
      dailyMin: 0,
      weeklyMin: 0,
      monthlyMin: 0,
    }
    const reps = someReps(1, () => ({ limits }))
    const { decisions } = decideMany(someLeads(5), aSnapshot({ reps }), policy)
    expect(decisions.map((one) => one.state)).toEqual(['owned', 'owned', 'owned', 'waiting', 'waiting'])
    expect(decisions[4]?.candidates[0]).toMatchObject({ excludedBy: 'MONTHLY_MAX_REACHED' })
  })

  it('proposes a squad for a key industry without a specialist', () => {
    const keyed = aCompiledPolicy({ keyIndustries: ['医疗'] })
    const reps = someReps(4)
    const decision = decide(aLead({ facts: { industry: '医疗' } }), aSnapshot({ reps }), keyed)
    expect(decision.proposals).toHaveLength(1)
    expect(decision.proposals[0]?.leadRepId).toBe(decision.repId)
    expect(decision.proposals[0]?.memberRepIds).toHaveLength(2)
    const withSpecialist = someReps(4, (place) => ({ industries: place === 1 ? ['医疗'] : [] }))
    const served = decide(aLead({ facts: { industry: '医疗' } }), aSnapshot({ reps: withSpecialist }), keyed)
    expect(served.proposals).toEqual([])
  })

  it('drops requirements step by step while an item waits', () => {
    const relaxing = aCompiledPolicy({
      rules: [
        aRule({
          candidates: { match: ['region'], teams: ['east'] },
          relax: [
            { afterMinutes: 30, drop: ['teams'] },
            { afterMinutes: 60, drop: ['region'] },
          ],
        }),
      ],
    })
    const reps = someReps(1, () => ({ territories: ['华北'], teamPath: ['north'] }))
    const at = (minutes: number) =>
      decide(
        aLead({ facts: { region: '上海' } }),
        aSnapshot({ reps, now: monday9 + minutes * 60_000 }),
        relaxing,
      )
    expect(at(0)).toMatchObject({
      state: 'waiting',
      reason: { code: 'WAITING_NOBODY_IN_RULE' },
      release: { kind: 'relaxes', at: monday9 + 30 * 60_000 },
    })
    expect(at(30)).toMatchObject({ relaxed: 1, reason: { code: 'WAITING_NOT_COVERED' } })
    expect(at(60)).toMatchObject({ relaxed: 2, state: 'owned', repId: 'rep-01' })
  })
})

describe('an assigner kept warm', () => {
  it('decides like a fresh snapshot of what it became', () => {
    const snapshot = aSnapshot({ reps: someReps(5) })
    const assigner = createAssigner(snapshot, policy)
    for (const lead of someLeads(12)) assigner.apply(assigner.decide(lead), lead)
    const next = aLead({ id: 'next' })
    const fresh = { ...snapshot, states: assigner.states(), ledger: assigner.ledger() }
    expect(assigner.decide(next)).toEqual(decide(next, fresh, policy))
  })
})
