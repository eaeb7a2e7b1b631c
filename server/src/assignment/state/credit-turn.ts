import { creditSettings, periodStart } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import type { Caller } from '../../platform/http/index.ts'
import { ledgerPeriod, periodKeys, type TenantContext } from '../decide/tenant-context.ts'
import { addTurns } from './ledger-store.ts'
import type { WorkItemRow } from './work-item-store.ts'

const DAY_MS = 86_400_000

/** The turn a decision booked; null = none. */
export type BookedTurn = { readonly queue: string; readonly thousandths: number } | null

/**
 * Gives the owner's turn back for a lead that was none (X7): a duplicate, bogus, nobody there. Once an item, within the
 * days of the policy and the period it was booked in; by their own word a rep takes back so many a month, whoever reaches
 * further decides for them without a limit. The caller holds every rep's row, so that the month's count is exact.
 */
export async function creditTurn(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  caller: Caller,
  row: WorkItemRow,
  turnOf: (decisionId: string) => Promise<BookedTurn>,
): Promise<boolean> {
  const { ownerId, ownedSince, decisionId } = row
  if (row.state !== 'owned' || ownerId === null || ownedSince === null || decisionId === null) return false
  const { days, perMonth } = creditSettings(context.policy.policy)
  if (now - ownedSince.getTime() > days * DAY_MS) return false
  const period = ledgerPeriod(context, periodKeys(now, context.timeZone))
  if (ledgerPeriod(context, periodKeys(ownedSince.getTime(), context.timeZone)) !== period) return false
  const ownWord = caller.reach === 'own'
  if (ownWord && (await takenBack(db, context, now, ownerId)) >= perMonth) return false
  const turn = await turnOf(decisionId)
  if (turn === null || turn.thousandths <= 0) return false
  const given = await db.query(
    `insert into turn_credit (tenant_id, item_id, rep_id, decision_id, queue, thousandths, at, own_word, actor_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning item_id`,
    [
      db.tenantId,
      row.id,
      ownerId,
      decisionId,
      turn.queue,
      turn.thousandths,
      new Date(now),
      ownWord,
      caller.principal.id,
    ],
  )
  if (given.length === 0) return false
  await addTurns(db, period, [{ queue: turn.queue, repId: ownerId, thousandths: -turn.thousandths }])
  return true
}

async function takenBack(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  repId: string,
): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `select count(*)::int as n from turn_credit where tenant_id = $1 and rep_id = $2 and own_word and at >= $3`,
    [db.tenantId, repId, new Date(periodStart('month', now, context.timeZone))],
  )
  return row?.n ?? 0
}
