import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OfferPolicy, OfferStanding } from '../model/index.ts'
import { defaultPolicy, parsePolicy } from '../policy/index.ts'
import { aCompiledPolicy, aLead, aRule, aSnapshot, someReps } from '../testing/index.ts'
import { decodeDecision, encodeDecision } from './codec/index.ts'
import { createAssigner, decide } from './index.ts'

const asking = (offers: OfferPolicy = {}) =>
  aCompiledPolicy({ rules: [aRule({ offer: { minutes: 5 } })], offers })
const reps = someReps(4)
const back = (standing: OfferStanding) =>
  aLead({ offers: standing, excludedRepIds: [...standing.declined, ...standing.expired] })

describe('a rule that asks', () => {
  it('keeps the item for the one it would have given it to, and says so in what is stored', () => {
    const snapshot = aSnapshot({ reps })
    const given = decide(aLead(), snapshot, aCompiledPolicy({ rules: [aRule()] }))
    const asked = decide(aLead(), snapshot, asking())
    expect(asked).toMatchObject({
      state: 'offered',
      repId: given.repId,
      reason: given.reason,
      turnThousandths: 1000,
    })
    const stored = encodeDecision(asked, { states: snapshot.states, ledger: [] })
    expect(decodeDecision(stored, snapshot.roster).decision).toEqual(asked)
  })

  it('never asks again who declined or let it run out, and names which', () => {
    fc.assert(
      fc.property(fc.subarray(reps.map((rep) => rep.id)), fc.nat(4), (gone, split) => {
        const [declined, expired] = [gone.slice(0, split), gone.slice(split)]
        const decision = decide(back({ rounds: 1, declined, expired }), aSnapshot({ reps }), asking())
        const codes = decision.candidates.map((one) => one.excludedBy)
        expect(codes).toEqual(
          reps.map(({ id }) =>
            declined.includes(id) ? 'DECLINED_OFFER' : expired.includes(id) ? 'OFFER_EXPIRED' : undefined,
          ),
        )
        if (gone.length < reps.length) expect(gone).not.toContain(decision.repId)
        else
          expect(decision).toMatchObject({
            state: 'waiting',
            reason: {
              code: 'WAITING_NO_TAKER',
              params: declined.length > 0 ? { DECLINED_OFFER: declined.length } : {},
            },
            release: { kind: 'manager_decides' },
          })
      }),
    )
  })

  it('asks at most so many, then does what the policy says', () => {
    const at = (rounds: number, offers: OfferPolicy) =>
      decide(
        back({ rounds, declined: ['rep-01'], expired: [] }),
        aSnapshot({ reps }),
        asking({ maxRounds: 2, ...offers }),
      )
    expect(at(1, { after: 'manager' }).state).toBe('offered')
    expect(at(2, {})).toMatchObject({ state: 'owned', turnThousandths: 1000 })
    expect(at(2, { after: 'manager' })).toMatchObject({
      state: 'waiting',
      repId: null,
      reason: { code: 'WAITING_NO_TAKER', params: { rounds: 2 } },
    })
    expect(at(2, { after: 'pool', poolId: 'east' })).toMatchObject({
      state: 'pooled',
      poolId: 'east',
      reason: { code: 'POOLED_NO_TAKER' },
    })
  })

  it('gives a customer’s own owner their customer without asking', () => {
    const decision = decide(aLead({ accountOwnerId: 'rep-03' }), aSnapshot({ reps }), asking())
    expect(decision).toMatchObject({ state: 'owned', repId: 'rep-03', reason: { code: 'CUSTOMER_OWNER' } })
  })

  it('is walked the same way by the fast path', () => {
    const assigner = createAssigner(aSnapshot({ reps }), asking({ maxRounds: 2 }))
    for (const rounds of [0, 1, 2]) {
      const item = back({ rounds, declined: ['rep-02'], expired: [] })
      const { state, repId } = assigner.decide(item)
      expect(assigner.route(item)).toMatchObject({ state, repId })
    }
  })

  it('needs a pool where the pool is what comes after', () => {
    const house = { ...defaultPolicy(), rules: [aRule({ offer: {} })] }
    const homeless = parsePolicy({ ...house, offers: { after: 'pool' } })
    expect(homeless).toMatchObject({ ok: false, error: [{ path: '/offers/poolId', code: 'REQUIRED' }] })
    expect(parsePolicy({ ...house, offers: { after: 'pool', poolId: 'east' } }).ok).toBe(true)
  })
})
