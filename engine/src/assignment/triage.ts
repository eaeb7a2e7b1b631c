import type { ItemContext } from '../matching/index.ts'
import type { Term, TermCode } from '../model/index.ts'
import { planningSettings } from '../policy/planning-settings.ts'
import type { Judged } from './candidates.ts'
import { pricesInForce } from './price-scorer.ts'
import type { WorkingState } from './working-state.ts'

/** An item that nobody's time is worth, and the way out the policy has for it. */
export interface Triaged {
  readonly poolId: string | null
  /** When prices are too old to be used. */
  readonly until: number
  readonly params: Readonly<Record<string, string | number>>
}

/** What moves with load and turns says nothing about the worth of an item; a plan does not count it either. */
const passing: ReadonlySet<TermCode> = new Set(['HEADROOM', 'FAIRNESS', 'FLOOR', 'TIME_PRICE'])

/**
 * Adaptive triage: under overload the prices of the last plan are what the marginal item is worth, so an item that is
 * worth less than the time of everybody who could have it leaves on the way the policy names, with its reason, instead
 * of taking the room of a better one. null = somebody gets it.
 */
export function triageOf(working: WorkingState, ctx: ItemContext, judged: Judged): Triaged | null {
  const prices = pricesInForce(working)
  if (prices === null) return null
  const { exit, poolId, slackThousandths, spare } = planningSettings(working.policy.policy).triage
  if (exit === 'off' || (ctx.item.value !== null && spare.includes(ctx.item.value))) return null
  let best: { readonly index: number; readonly value: number; readonly price: number } | null = null
  for (const { index } of judged.contenders) {
    const terms = judged.candidates[index]?.terms ?? []
    const value = Math.max(1, sum(terms, false))
    const price = 0 - sum(terms, true)
    if (best === null || value - price > best.value - best.price) best = { index, value, price }
  }
  if (best === null || best.value - best.price >= 0 - slackThousandths) return null
  return {
    poolId: exit === 'pool' ? poolId : null,
    until: prices.until,
    params: {
      value: best.value,
      price: best.price,
      repId: working.repIds[best.index] ?? '',
      eligible: judged.contenders.length,
      plan: prices.planHash,
    },
  }
}

function sum(terms: readonly Term[], charged: boolean): number {
  let all = 0
  for (const { code, contribution } of terms) {
    if (charged ? code === 'TIME_PRICE' : !passing.has(code)) all += contribution
  }
  return all
}
