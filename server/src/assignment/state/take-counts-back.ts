import type { TenantWriter } from '../../platform/database/index.ts'
import { ledgerPeriod, periodKeys, type TenantContext } from '../decide/tenant-context.ts'
import { addTurns } from './ledger-store.ts'
import { applyClaims } from './rep-load-store.ts'
import type { WorkItemRow } from './work-item-store.ts'

/** An item that leaves its owner as if they had never had it. */
export interface TakenBack {
  readonly row: WorkItemRow
  /** When it came to them. */
  readonly at: number
  readonly turn: { readonly queue: string; readonly repId: string; readonly thousandths: number } | null
}

/**
 * What each owner received is taken off the periods it was counted in, and the turn off the ledger. One statement for
 * all that came on one day: of a plan or a handover that is nearly always all.
 */
export async function takeCountsBack(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  taken: readonly TakenBack[],
): Promise<void> {
  const keys = periodKeys(now, context.timeZone)
  const days = new Map<string, TakenBack[]>()
  for (const one of taken) {
    const { day } = periodKeys(one.at, context.timeZone)
    days.set(day, [...(days.get(day) ?? []), one])
  }
  for (const ofDay of days.values()) {
    const then = periodKeys(ofDay[0]?.at ?? now, context.timeZone)
    const sums = new Map<string, { received: number; intent: number; followed: number }>()
    for (const { row } of ofDay) {
      if (row.ownerId === null) continue
      const sum = sums.get(row.ownerId) ?? { received: 0, intent: 0, followed: 0 }
      sums.set(row.ownerId, {
        received: sum.received - 1,
        intent: sum.intent - (row.effects.high_intent_today ?? 0),
        followed: sum.followed - (row.effects.followed_this_month ?? 0),
      })
    }
    await applyClaims(
      db,
      keys,
      [...sums].map(([repId, { received, intent, followed }]) => ({
        repId,
        effects: { high_intent_today: intent, followed_this_month: followed },
        received,
        periods: {
          day: then.day === keys.day,
          week: then.week === keys.week,
          month: then.month === keys.month,
        },
        limits: {},
      })),
    )
    const period = ledgerPeriod(context, keys)
    if (ledgerPeriod(context, then) !== period) continue
    await addTurns(
      db,
      period,
      ofDay.flatMap(({ turn }) => (turn === null ? [] : [{ ...turn, thousandths: -turn.thousandths }])),
    )
  }
}
