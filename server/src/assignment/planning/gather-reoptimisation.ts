import { createAssigner, periodStart, planningSettings } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { seedOf } from '../decide/assign-new-leads.ts'
import { ledgerPeriod, periodBorders, periodKeys, repStates } from '../decide/tenant-context.ts'
import { timePricesAt } from '../decide/time-prices.ts'
import type { Services } from '../services.ts'
import { capsOf, readCapUses } from '../state/cap-store.ts'
import { readLedger } from '../state/ledger-store.ts'
import { readRepLoads } from '../state/rep-load-store.ts'
import type { WorkItemRow } from '../state/work-item-store.ts'
import type { Gathered } from './gather-plan.ts'
import { planWorkItems } from './plan-work-items.ts'
import { selectMovable } from './select-movable-store.ts'
import { winTableOf } from './solve-input.ts'
import { MOST_ITEMS } from './start-reoptimisation.ts'

/**
 * What may move now, the policy as it stands and people as they are at this minute: unlike a plan somebody asked for,
 * this one is for now.
 */
export async function gatherReoptimisation(
  db: TenantWriter,
  services: Services,
  now: number,
): Promise<Gathered> {
  const context = await services.contextOf(db, now)
  const { policy, roster, timeZone, winModel } = context
  const settings = planningSettings(policy.policy).reoptimise
  const rows = await selectMovable(db, {
    settings,
    dayStart: new Date(periodStart('day', now, timeZone)),
    ids: null,
    limit: MOST_ITEMS,
  })
  const keys = periodKeys(now, timeZone)
  const timePrices = timePricesAt(context, now)
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const all = await planWorkItems(db, services.customers, rows)
  const world = {
    now,
    seed: seedOf(now),
    roster,
    states: repStates(context, await readRepLoads(db, keys), now),
    ledger: await readLedger(db, ledgerPeriod(context, keys), null),
    periodBorders: periodBorders(now, timeZone),
    capUses: await readCapUses(db, capsOf(context, now, all)),
  }
  // What was turned away comes back only where somebody's time has become cheap enough for it.
  const arriving = createAssigner(
    { ...world, winModel, ...(timePrices === undefined ? {} : { timePrices }) },
    policy,
  )
  const items = all.filter(
    (item) => rowOf.get(item.id)?.reasonCode !== 'POOLED_BELOW_PRICE' || arriving.decide(item).repId !== null,
  )
  return {
    rowOf,
    input: {
      ...world,
      winTable: winTableOf(winModel, roster, items),
      policy: policy.policy,
      customFields: context.customFields,
      items: items.map((item) => ({
        item,
        accountId: null,
        ownerId: rowOf.get(item.id)?.ownerId ?? null,
        movedAt: movedAt(rowOf.get(item.id)),
        pinned: false,
      })),
      onlyUncovered: false,
      within: null,
      fairSharePermille: 0,
      warmPrices: context.prices?.reps ?? [],
      maxUnits: null,
      reoptimise: {
        handOver: {
          perMoveThousandths: settings.switchingThousandths,
          relativePermille: settings.hysteresisPermille,
          restMinutes: settings.restMinutes,
        },
        maxMoves: settings.maxMoves,
      },
    },
  }
}

/** To be given out for the first time is no move. */
function movedAt(row: WorkItemRow | undefined): number | null {
  return row === undefined || row.reassignments === 0 ? null : (row.ownedSince?.getTime() ?? null)
}
