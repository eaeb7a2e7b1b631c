import { createAssigner, type GaugeName, type RepState } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import type { Services } from '../services.ts'
import { readLedger } from '../state/ledger-store.ts'
import { readRepLoads } from '../state/rep-load-store.ts'
import { readWorkItems, type WorkItemRow } from '../state/work-item-store.ts'
import { seedOf } from './assign-new-leads.ts'
import { workItemsOf } from './serve-waiting.ts'
import { ledgerPeriod, periodBorders, periodKeys, repStates } from './tenant-context.ts'

/** Who would get an owned item today, beside who has it. */
export interface OwnerReview {
  readonly itemId: string
  readonly kind: WorkItemRow['kind']
  readonly ownerId: string
  readonly pinned: boolean
  readonly pointsHundredths: number
  readonly value: 'high' | 'mid' | 'low' | null
  /** Thousandths of a point; null = the owner could not be given it at all. */
  readonly ownerTotal: number | null
  /** The engine's choice; null = nobody, or a pool. */
  readonly best: { readonly repId: string; readonly total: number } | null
  /** Everybody who could take it, best first, the owner included. */
  readonly ranking: readonly { readonly repId: string; readonly total: number }[]
}

export interface ReviewOptions {
  /** Who is off duty for the night counts as there: whose work it should be does not turn on the hour. */
  readonly anyHour: boolean
}

/**
 * Runs the engine again for items somebody owns, without changing anything. The owner is looked at as if this item were
 * not theirs yet: its load is given back first and intake ceilings do not bind what they have already.
 */
export async function reviewOwners(
  db: TenantWriter,
  services: Services,
  now: number,
  itemIds: readonly string[],
  options: ReviewOptions,
): Promise<OwnerReview[]> {
  if (itemIds.length === 0) return []
  const context = await services.contextOf(db, now)
  const keys = periodKeys(now, context.timeZone)
  const rows = (await readWorkItems(db, itemIds)).filter(
    (row) =>
      row.state === 'owned' && row.ownerId !== null && (row.kind === 'lead' || row.kind === 'opportunity'),
  )
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const items = await workItemsOf(db, services.customers, rows)
  const states = repStates(context, await readRepLoads(db, keys), now).map((state) =>
    options.anyHour && state.availability === 'off_duty'
      ? { ...state, availability: 'on_duty' as const }
      : state,
  )
  const ledger = await readLedger(db, ledgerPeriod(context, keys), null)
  return items.flatMap((item) => {
    const row = rowOf.get(item.id)
    if (row === undefined || row.ownerId === null) return []
    const { ownerId } = row
    const assigner = createAssigner(
      {
        now,
        seed: seedOf(now),
        roster: context.roster,
        states: states.map((state) => (state.repId === ownerId ? withoutItem(state, row) : state)),
        ledger,
        winModel: context.winModel,
        periodBorders: periodBorders(now, context.timeZone),
      },
      context.policy,
    )
    const decision = assigner.decide(item)
    const ranking = decision.candidates
      .filter((candidate) => candidate.terms !== undefined)
      // The id makes the order total where two are equal.
      .sort((a, b) => b.total - a.total || (a.repId < b.repId ? -1 : 1))
      .map(({ repId, total }) => ({ repId, total }))
    const totalOf = (repId: string): number | null =>
      ranking.find((candidate) => candidate.repId === repId)?.total ?? null
    const best = decision.repId
    return [
      {
        itemId: item.id,
        kind: row.kind,
        ownerId,
        pinned: row.pinned,
        pointsHundredths: row.loadHundredths,
        value: item.value,
        ownerTotal: totalOf(ownerId),
        best: best === null ? null : { repId: best, total: totalOf(best) ?? 0 },
        ranking,
      },
    ]
  })
}

function withoutItem(state: RepState, row: WorkItemRow): RepState {
  const gauges: Partial<Record<GaugeName, number>> = { ...state.gauges }
  for (const [name, amount] of Object.entries({ ...row.effects, load_index: row.loadHundredths }))
    gauges[name as GaugeName] = Math.max(0, (gauges[name as GaugeName] ?? 0) - amount)
  return { ...state, gauges, receivedToday: 0, receivedThisWeek: 0, receivedThisMonth: 0 }
}
