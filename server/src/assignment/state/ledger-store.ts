import type { LedgerEntry } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'

/** The ledger of one period, all queues or those named. */
export async function readLedger(
  db: TenantReader,
  period: string,
  queues: readonly string[] | null,
): Promise<LedgerEntry[]> {
  return db.query<LedgerEntry & Record<string, unknown>>(
    `select queue, rep_id as "repId", received_thousandths as "receivedThousandths",
            calibration_thousandths as "calibrationThousandths"
     from fairness_ledger where tenant_id = $1 and period = $2 and ($3::text[] is null or queue = any($3))`,
    [db.tenantId, period, queues],
    'ledger_read',
  )
}

export interface LedgerChange {
  readonly queue: string
  readonly repId: string
  readonly thousandths: number
}

/** Adds turns. Callers hold the lock of each rep's load row, so two transactions never meet on one ledger row. */
export async function addTurns(
  db: TenantWriter,
  period: string,
  changes: readonly LedgerChange[],
): Promise<void> {
  const sums = new Map<string, { queue: string; repId: string; thousandths: number }>()
  for (const change of changes) {
    const key = `${change.queue}\n${change.repId}`
    const sum = sums.get(key)
    if (sum === undefined) sums.set(key, { ...change })
    else sum.thousandths += change.thousandths
  }
  const rows = [...sums.values()].filter((row) => row.thousandths !== 0)
  if (rows.length === 0) return
  await db.query(
    `insert into fairness_ledger (tenant_id, queue, period, rep_id, received_thousandths)
     select $1, q, $2, r, t from unnest($3::text[], $4::uuid[], $5::bigint[]) as u(q, r, t)
     on conflict (tenant_id, queue, period, rep_id)
     do update set received_thousandths = fairness_ledger.received_thousandths + excluded.received_thousandths`,
    [db.tenantId, period, rows.map((r) => r.queue), rows.map((r) => r.repId), rows.map((r) => r.thousandths)],
    'ledger_add',
  )
}

/** Sets the calibration of somebody who joined or returned, per queue (X1). */
export async function setCalibration(
  db: TenantWriter,
  period: string,
  entries: readonly { readonly queue: string; readonly repId: string; readonly thousandths: number }[],
): Promise<void> {
  if (entries.length === 0) return
  await db.query(
    `insert into fairness_ledger (tenant_id, queue, period, rep_id, calibration_thousandths)
     select $1, q, $2, r, t from unnest($3::text[], $4::uuid[], $5::bigint[]) as u(q, r, t)
     on conflict (tenant_id, queue, period, rep_id)
     do update set calibration_thousandths = excluded.calibration_thousandths`,
    [
      db.tenantId,
      period,
      entries.map((e) => e.queue),
      entries.map((e) => e.repId),
      entries.map((e) => e.thousandths),
    ],
  )
}

/** A turn given back for a lead that was none (X7). */
export interface TurnCredit {
  readonly itemId: string
  readonly queue: string
  readonly thousandths: number
  readonly at: Date
  /** By the rep's own word, without a manager. */
  readonly ownWord: boolean
}

/** The latest turns given back to a rep since then. */
export async function readCredits(db: TenantReader, repId: string, since: Date): Promise<TurnCredit[]> {
  return db.query<TurnCredit & Record<string, unknown>>(
    `select item_id as "itemId", queue, thousandths, at, own_word as "ownWord" from turn_credit
     where tenant_id = $1 and rep_id = $2 and at >= $3 order by at desc limit 50`,
    [db.tenantId, repId, since],
  )
}
