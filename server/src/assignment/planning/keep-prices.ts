import { planningSettings, roomsOf, viewOf } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { periodKeys, repStates, type TenantContext } from '../decide/tenant-context.ts'
import { countArrivals, putPrices } from '../decide/time-price-store.ts'
import type { Services } from '../services.ts'
import { readRepLoads } from '../state/rep-load-store.ts'
import { type PlanRow, readPlan } from './plan-store.ts'

/**
 * What time costs after a plan of the whole company, kept for what arrives next. Read before the plan moves anything:
 * the room everybody had is what the prices were found for. A plan for some people, a territory or somebody who leaves
 * compared too little to price everybody's time.
 */
export async function keepPrices(
  db: TenantWriter,
  services: Services,
  now: number,
  { id, kind, summary, withinRepIds }: PlanRow,
): Promise<void> {
  const step = summary?.steps.at(-1)
  if (summary === null || step === undefined || withinRepIds !== null) return
  if (kind !== 'waiting' && kind !== 'reoptimise') return
  const context = await services.contextOf(db, now)
  // What somebody planned looked at more than what happens to wait or to be movable now: its prices hold their time.
  if (kind === 'reoptimise' && (await plannedPricesHold(db, context, now))) return
  const { reps } = context.roster
  const states = repStates(context, await readRepLoads(db, periodKeys(now, context.timeZone)), now)
  const priceOf = new Map(step.prices.map(({ repId, price }) => [repId, price]))
  await putPrices(db, {
    planId: id,
    planHash: step.planHash,
    pricedAt: new Date(now),
    per: summary.per,
    reps: reps.flatMap((rep, index) => {
      const price = priceOf.get(rep.id)
      const state = states[index]
      if (price === undefined || state === undefined) return []
      return [{ repId: rep.id, price, ...roomsOf(viewOf(rep), state, summary.per) }]
    }),
    arrivals: await countArrivals(db, context.timeZone),
  })
}

async function plannedPricesHold(db: TenantWriter, context: TenantContext, now: number): Promise<boolean> {
  const { prices, policy } = context
  if (prices === null) return false
  if (now - prices.pricedAt.getTime() >= planningSettings(policy.policy).prices.maxAgeMinutes * 60_000)
    return false
  return (await readPlan(db, prices.planId))?.kind === 'waiting'
}
