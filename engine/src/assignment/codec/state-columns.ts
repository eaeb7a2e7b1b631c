import type { GaugeName, LedgerEntry, RepState } from '../../model/index.ts'
import { gaugeOrder } from '../../workload/index.ts'
import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { readColumn, writeColumn } from './integer-column.ts'
import { memberAt } from './parts.ts'

const availabilities: readonly RepState['availability'][] = [
  'on_duty',
  'off_duty',
  'on_leave',
  'paused',
  'inactive',
]

/** Bits of the presence column: one per gauge, then what else may be absent. Absent and 0 are told apart. */
const bit = { availableAt: 7, trend: 8, ledger: 9 } as const

/** States and one queue's ledger as they were before the decision, column by column, reps in roster order. */
export function writeStates(
  out: ByteWriter,
  states: readonly RepState[],
  ledger: ReadonlyMap<string, LedgerEntry>,
  decidedAt: number,
): void {
  const column = (pick: (state: RepState) => number) => writeColumn(out, states.map(pick))
  column((state) => {
    let present = 0
    gaugeOrder.forEach((name, place) => {
      if (state.gauges[name] !== undefined) present += 2 ** place
    })
    if (state.availableAt !== undefined) present += 2 ** bit.availableAt
    if (state.trendPermille !== undefined) present += 2 ** bit.trend
    if (ledger.has(state.repId)) present += 2 ** bit.ledger
    return present
  })
  column((state) => availabilities.indexOf(state.availability))
  column((state) => (state.availableAt === undefined ? 0 : state.availableAt - decidedAt))
  for (const name of gaugeOrder) column((state) => state.gauges[name] ?? 0)
  column((state) => state.receivedToday)
  // A week holds its days: what came before today is the smaller number.
  column((state) => state.receivedThisWeek - state.receivedToday)
  column((state) => state.receivedThisMonth - state.receivedThisWeek)
  column((state) => state.unfollowedPermille)
  column((state) => state.trendPermille ?? 0)
  column((state) => ledger.get(state.repId)?.receivedThousandths ?? 0)
  column((state) => ledger.get(state.repId)?.calibrationThousandths ?? 0)
}

export function readStates(
  input: ByteReader,
  repIds: readonly string[],
  queue: string,
  decidedAt: number,
): { readonly states: readonly RepState[]; readonly ledger: readonly LedgerEntry[] } {
  const column = () => readColumn(input, repIds.length)
  const present = column()
  const availability = column()
  const availableAt = column()
  const gauges = gaugeOrder.map((name) => ({ name, values: column() }))
  const today = column()
  const week = column()
  const month = column()
  const unfollowed = column()
  const trend = column()
  const received = column()
  const calibration = column()
  const has = (rep: number, place: number) => Math.floor((present[rep] ?? 0) / 2 ** place) % 2 === 1
  const states = repIds.map((repId, rep): RepState => {
    const known: Partial<Record<GaugeName, number>> = {}
    gauges.forEach(({ name, values }, place) => {
      if (has(rep, place)) known[name] = values[rep] ?? 0
    })
    return {
      repId,
      availability: memberAt(availabilities, availability[rep] ?? 0),
      ...(has(rep, bit.availableAt) ? { availableAt: decidedAt + (availableAt[rep] ?? 0) } : {}),
      gauges: known,
      receivedToday: today[rep] ?? 0,
      receivedThisWeek: (today[rep] ?? 0) + (week[rep] ?? 0),
      receivedThisMonth: (today[rep] ?? 0) + (week[rep] ?? 0) + (month[rep] ?? 0),
      unfollowedPermille: unfollowed[rep] ?? 0,
      ...(has(rep, bit.trend) ? { trendPermille: trend[rep] ?? 0 } : {}),
    }
  })
  const ledger = repIds.flatMap((repId, rep): LedgerEntry[] => {
    if (!has(rep, bit.ledger)) return []
    const receivedThousandths = received[rep] ?? 0
    return [{ queue, repId, receivedThousandths, calibrationThousandths: calibration[rep] ?? 0 }]
  })
  return { states, ledger }
}
