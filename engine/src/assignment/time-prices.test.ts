import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { roomsOf, viewOf } from '../matching/index.ts'
import type { Policy, Rep, Snapshot, TimePrices, WorkItem } from '../model/index.ts'
import { stream } from '../random/index.ts'
import {
  aCompiledPolicy,
  aLead,
  aRepState,
  aSnapshot,
  aWorld,
  monday9,
  scoredStrategy,
  someLeads,
  someReps,
  someWeights,
} from '../testing/index.ts'
import { createDecisionEncoder, decodeDecision } from './codec/index.ts'
import { createAssigner, decide, decideMany, planItems, plannedDecisions, replay } from './index.ts'

// The machine that runs this may be busy.
vi.setConfig({ testTimeout: 120_000 })

/** Prices for a roster: nobody has a limit to be paced by, unless said otherwise. */
function prices(of: Readonly<Record<string, number>>, { roster, now }: Snapshot, rest = {}): TimePrices {
  return {
    planHash: 'feedfacefeedface',
    pricedAt: now - 600_000,
    until: now + 3_600_000,
    per: 'item',
    dayLeftPermille: 500,
    prices: roster.reps.map(({ id }) => of[id] ?? 0),
    standingRoom: roster.reps.map(() => -1),
    todayRoom: roster.reps.map(() => -1),
    ...rest,
  }
}

const onlyWorth = scoredStrategy({
  weights: {
    ...someWeights,
    winValue: 1000,
    fit: 0,
    headroom: 0,
    fairness: 0,
    continuity: 0,
    development: 0,
  },
  temperatureThousandths: 0,
})

describe('prices of time', () => {
  it('are a term of every candidate, replay bit for bit, and the fast path heeds them', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -3000, max: 60_000 }), (seed, top) => {
        const { snapshot: plain, policy, items } = aWorld(seed)
        const timePrices = prices(
          Object.fromEntries(plain.roster.reps.map(({ id }, place) => [id, place % 3 === 0 ? top : 0])),
          plain,
          {
            per: seed % 2 === 0 ? 'item' : 'point',
            standingRoom: plain.roster.reps.map((_, place) => place),
          },
        )
        const snapshot = { ...plain, timePrices }
        const assigner = createAssigner(snapshot, policy)
        const encoder = createDecisionEncoder()
        for (const item of items) {
          const states = assigner.states()
          const decision = assigner.decide(item)
          expect(assigner.route(item).repId).toBe(decision.repId)
          const ledger = assigner.ledgerOf(decision.queue)
          for (const { terms, total } of decision.candidates) {
            if (terms === undefined) continue
            expect(terms.reduce((sum, one) => sum + one.contribution, 0)).toBe(total)
          }
          const { periodBorders } = snapshot
          const before = {
            states,
            ledger,
            timePrices,
            ...(periodBorders === undefined ? {} : { periodBorders }),
          }
          const bytes = encoder.encode(decision, before)
          const stored = decodeDecision(bytes, snapshot.roster)
          expect(stored.timePrices).toEqual(timePrices)
          const inputs = { item, roster: snapshot.roster, policy, winModel: snapshot.winModel }
          expect(replay(stored, inputs)).toEqual({ identical: true })
          assigner.apply(decision, item)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('that are too old change nothing, and the decision says how old they are', () => {
    const snapshot = aSnapshot({ reps: someReps(3) })
    const policy = aCompiledPolicy()
    const old = prices({ 'rep-01': 50_000 }, snapshot, { pricedAt: monday9 - 90 * 60_000, until: monday9 })
    const [without, withOld] = [snapshot, { ...snapshot, timePrices: old }].map((one) =>
      decide(aLead(), one, policy),
    )
    expect(withOld?.candidates).toEqual(without?.candidates)
    expect(withOld?.reason.params).toEqual({ ...without?.reason.params, pricesAgeMinutes: 90 })
  })

  it('fall while a rep stays behind pace and rise up to one and a half ahead of it', () => {
    const limits = {
      dailyMax: 10,
      weeklyMax: null,
      monthlyMax: null,
      dailyMin: 0,
      weeklyMin: 0,
      monthlyMin: 0,
    }
    const priceAfter = (receivedToday: number, dayLeftPermille: number): number | undefined => {
      const snapshot = aSnapshot({
        reps: someReps(1, () => ({ limits })),
        states: [aRepState('rep-01', { receivedToday })],
      })
      const timePrices = prices({ 'rep-01': 1000 }, snapshot, { todayRoom: [10], dayLeftPermille })
      const [one] = decide(aLead(), { ...snapshot, timePrices }, aCompiledPolicy()).candidates
      return one?.terms?.find(({ code }) => code === 'TIME_PRICE')?.contribution
    }
    expect(priceAfter(5, 500)).toBe(-1000)
    expect(priceAfter(0, 500)).toBe(-500)
    expect(priceAfter(9, 900)).toBe(-1500)
  })
})

describe('triage under overload', () => {
  const tried = (triage: NonNullable<Policy['planning']>['triage'], item: Partial<WorkItem> = {}) => {
    const snapshot = aSnapshot({
      reps: someReps(2),
      winModel: { version: 'half', probabilityMillionths: () => 500_000 },
    })
    // Half of 1,000 points at 600 ‰ of value: 300 points.
    const timePrices = prices({ 'rep-01': 320_000, 'rep-02': 310_000 }, snapshot)
    const policy = aCompiledPolicy({
      fallback: { strategy: onlyWorth },
      ...(triage === undefined ? {} : { planning: { triage } }),
    })
    return decide(aLead(item), { ...snapshot, timePrices }, policy)
  }

  it('sends what nobody’s time is worth to the pool of the policy, or lets it wait until prices fall, never silently', () => {
    expect(tried({ exit: 'pool', poolId: 'nurture' })).toMatchObject({
      state: 'pooled',
      poolId: 'nurture',
      reason: { code: 'POOLED_BELOW_PRICE', params: { value: 300_000, price: 310_000, repId: 'rep-02' } },
    })
    expect(tried({ exit: 'wait' })).toMatchObject({
      state: 'waiting',
      reason: { code: 'WAITING_BELOW_PRICE' },
      release: { kind: 'prices_fall', at: monday9 + 3_600_000 },
    })
  })

  it('is off by default, spares high value, and leaves the slack the policy gives', () => {
    expect(tried(undefined).repId).toBe('rep-02')
    expect(tried({ exit: 'wait' }, { value: 'high' }).repId).toBe('rep-02')
    expect(tried({ exit: 'wait', slackPoints: 10 }).repId).toBe('rep-02')
    expect(tried({ exit: 'wait', slackPoints: 9 }).repId).toBeNull()
  })
})

describe('arriving items with the prices of the last plan', () => {
  const capacities = someReps(30, (place) => ({
    limits: {
      dailyMax: 12 + ((place * 7) % 13),
      weeklyMax: null,
      monthlyMax: null,
      dailyMin: 0,
      weeklyMin: 0,
      monthlyMin: 0,
    },
  }))
  const policy = aCompiledPolicy({
    fallback: { strategy: onlyWorth },
    planning: { triage: { exit: 'wait', spare: [] } },
  })

  /** As many items as nine tenths of the day's room serve; a third of the reps may have each, values far apart. */
  function day(seed: number): { readonly items: WorkItem[]; readonly snapshot: Snapshot } {
    const random = stream(seed)
    const room = capacities.reduce((sum, { limits }) => sum + (limits.dailyMax ?? 0), 0)
    const count = Math.floor(room / 0.9)
    const chance = new Map<string, number>()
    const skill = stream(7)
    const skills = capacities.map(() => Array.from({ length: 6 }, () => skill.nextUnit()))
    const items = someLeads(count, (place) => {
      const kind = Math.floor(random.nextUnit() * 6)
      const worth = 0.1 + 0.9 * random.nextUnit() ** 2
      const out: string[] = []
      for (const [index, { id }] of capacities.entries()) {
        if (random.nextUnit() < 0.6) out.push(id)
        const fit = skills[index]?.[kind] ?? 0
        chance.set(`${id} ${place}`, Math.floor(1_000_000 * worth * fit * (0.7 + 0.3 * random.nextUnit())))
      }
      return { value: 'high', excludedRepIds: out }
    })
    const winModel = {
      version: `day-${seed}`,
      probabilityMillionths: (repId: string, key: string) => chance.get(`${repId} ${key}`) ?? 0,
      keyOf: (item: WorkItem) => String((item.createdAt - monday9) / 1000),
    }
    return { items, snapshot: aSnapshot({ reps: capacities, winModel }) }
  }

  it('reach at least 97 % of the hindsight optimum, best available far less', () => {
    const yesterday = day(1)
    const made = planItems(yesterday.items, yesterday.snapshot, policy)
    const rooms = capacities.map((rep: Rep, place) =>
      roomsOf(viewOf(rep), yesterday.snapshot.states[place] ?? aRepState(rep.id), 'item'),
    )
    const today = day(2)
    const best = planItems(today.items, today.snapshot, policy).objective
    const routed = (charged: boolean): number => {
      let { states, ledger } = today.snapshot
      let value = 0
      for (const [place, item] of today.items.entries()) {
        const timePrices: TimePrices = {
          ...prices({}, today.snapshot),
          dayLeftPermille: Math.floor(1000 * (1 - place / today.items.length)),
          prices: made.reps.map(({ price }) => price),
          standingRoom: rooms.map(({ standing }) => standing),
          todayRoom: rooms.map((one) => one.today),
        }
        const snapshot = { ...today.snapshot, states, ledger, ...(charged ? { timePrices } : {}) }
        const after = decideMany([item], snapshot, policy)
        ;({ states, ledger } = after)
        const [decision] = after.decisions
        const chosen = decision?.candidates.find(({ repId }) => repId === decision.repId)
        value += chosen?.terms?.find(({ code }) => code === 'WIN_VALUE')?.contribution ?? 0
      }
      return value
    }
    const [priced, available] = [routed(true) / best, routed(false) / best]
    expect(priced).toBeGreaterThanOrEqual(0.97)
    expect(available).toBeLessThan(0.9)
  })
})

describe('fairness debt in a joint plan', () => {
  it('gives who is behind their share more of what nobody has, by as much as the policy says', () => {
    const snapshot = aSnapshot({
      reps: someReps(2, () => ({
        limits: { dailyMax: 2, weeklyMax: null, monthlyMax: null, dailyMin: 0, weeklyMin: 0, monthlyMin: 0 },
      })),
      winModel: {
        version: 'first-is-better',
        probabilityMillionths: (repId) => (repId === 'rep-01' ? 520_000 : 500_000),
      },
      ledger: [{ queue: '*', repId: 'rep-01', receivedThousandths: 6000, calibrationThousandths: 0 }],
    })
    const items = someLeads(2)
    const receiver = (fairnessDebtPoints: number) => {
      const policy = aCompiledPolicy({ fallback: { strategy: onlyWorth }, planning: { fairnessDebtPoints } })
      const made = planItems(items, snapshot, policy)
      const { decisions } = plannedDecisions(made, items, snapshot, policy)
      return { to: made.places.map(({ to }) => to), decisions, queue: decisions[0]?.queue }
    }
    expect(receiver(0).queue).toBe('*')
    expect(receiver(0).to).toEqual(['rep-01', 'rep-01'])
    // 12 points ahead for the first, three turns behind for the second.
    expect(receiver(1).to).toEqual(['rep-01', 'rep-01'])
    const paid = receiver(50)
    expect(paid.to).toEqual(['rep-02', 'rep-02'])
    const terms = paid.decisions[0]?.candidates.find(({ repId }) => repId === 'rep-02')?.terms
    expect(terms?.find(({ code }) => code === 'FAIRNESS')).toMatchObject({ contribution: 150_000, raw: 3000 })
  })
})
