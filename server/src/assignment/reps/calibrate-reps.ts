import { calibrationFor, type LedgerEntry, type Rep } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { readLedger, setCalibration } from '../state/ledger-store.ts'

/**
 * Puts reps who joined or returned level with the others in every queue of the running period (X1): without it whoever
 * was not there would be owed all that was given meanwhile, and be flooded with it.
 */
export async function calibrateReps(
  db: TenantWriter,
  { repById }: { readonly repById: ReadonlyMap<string, Rep> },
  period: string,
  repIds: readonly string[],
): Promise<void> {
  if (repIds.length === 0) return
  const byQueue = new Map<string, LedgerEntry[]>()
  for (const entry of await readLedger(db, period, null))
    byQueue.set(entry.queue, [...(byQueue.get(entry.queue) ?? []), entry])
  const returning = new Set(repIds)
  const account = (entry: LedgerEntry) => ({
    ...entry,
    weight: repById.get(entry.repId)?.weight ?? 0,
  })
  const entries = [...byQueue].flatMap(([queue, all]) => {
    const others = all.filter((entry) => !returning.has(entry.repId)).map(account)
    if (others.length === 0) return []
    return repIds.map((repId) => {
      const own = all.find((entry) => entry.repId === repId)
      const self = account(own ?? { queue, repId, receivedThousandths: 0, calibrationThousandths: 0 })
      return { queue, repId, thousandths: calibrationFor(self, others) }
    })
  })
  await setCalibration(db, period, entries)
}
