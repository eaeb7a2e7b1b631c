import type { GaugeName, LedgerEntry, RepState } from '../../model/index.ts'
import { gaugeOrder } from '../../workload/index.ts'
import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { readColumn, writeColumn } from './integer-column.ts'
import { memberAt } from './parts.ts'
import { WrittenBytes } from './written-bytes.ts'

const availabilities: readonly RepState['availability'][] = [
  'on_duty',
  'off_duty',
  'on_leave',
  'paused',
  'inactive',
]

/** Bits of the presence column: one per gauge, then what else may be absent. Absent and 0 are told apart. */
const bit = { availableAt: 7, trend: 8, ledger: 9 } as const

const gauges = gaugeOrder.length

/** Places of the columns, in the order they are written. */
const place = {
  present: 0,
  availability: 1,
  availableAt: 2,
  firstGauge: 3,
  today: 3 + gauges,
  week: 4 + gauges,
  month: 5 + gauges,
  unfollowed: 6 + gauges,
  trend: 7 + gauges,
  received: 8 + gauges,
  calibration: 9 + gauges,
} as const
const columnCount = 10 + gauges

/**
 * States and one queue's ledger as they were before a decision, column by column, reps in roster order. Kept from one
 * decision to the next: only who changed is read again, only columns that changed are laid out again.
 */
export class StateColumns {
  repIds: readonly string[] = []
  #states: (RepState | undefined)[] = []
  #places: ReadonlyMap<string, number> | null = null
  #columns: readonly Float64Array[] = []
  /** The bytes of each column. */
  readonly #written = Array.from({ length: columnCount }, () => new WrittenBytes())
  /** The ledger last time, and whose its entries were; -1 = nobody's in the roster. */
  #ledger: readonly LedgerEntry[] = []
  #ledgerReps: number[] = []
  /** Reps who had a ledger entry last time. */
  #inLedger = new Uint8Array(0)
  #decidedAt = 0

  /** Load index of every rep. */
  get load(): Float64Array {
    return this.#column(place.firstGauge)
  }

  get received(): Float64Array {
    return this.#column(place.received)
  }

  get calibration(): Float64Array {
    return this.#column(place.calibration)
  }

  #column(at: number): Float64Array {
    return this.#columns[at] ?? new Float64Array(0)
  }

  /** Place of a rep among the states; undefined for somebody else. */
  placeOf(repId: string): number | undefined {
    this.#places ??= new Map(this.repIds.map((id, at) => [id, at]))
    return this.#places.get(repId)
  }

  /** Brings the columns up to date. `ledger` holds entries of one queue. */
  read(states: readonly RepState[], ledger: readonly LedgerEntry[], decidedAt: number): void {
    if (states.length !== this.#states.length) this.#resize(states.length)
    const moved = decidedAt !== this.#decidedAt
    this.#decidedAt = decidedAt
    for (let rep = 0; rep < states.length; rep++) {
      const state = states[rep]
      if (state === undefined || (state === this.#states[rep] && !(moved && state.availableAt !== undefined)))
        continue
      if (state.repId !== this.repIds[rep]) this.#rename(states)
      this.#states[rep] = state
      this.#readState(rep, state)
    }
    this.#readLedger(ledger)
  }

  #resize(count: number): void {
    this.#states = new Array<undefined>(count).fill(undefined)
    this.#columns = Array.from({ length: columnCount }, () => new Float64Array(count))
    this.#inLedger = new Uint8Array(count)
    for (const written of this.#written) written.forget()
    this.#ledger = []
    this.repIds = []
    this.#places = null
  }

  #rename(states: readonly RepState[]): void {
    this.repIds = states.map((state) => state.repId)
    this.#places = null
    this.#ledger = []
  }

  #set(at: number, rep: number, value: number): void {
    const column = this.#column(at)
    if (column[rep] === value) return
    column[rep] = value
    this.#written[at]?.forget()
  }

  #readState(rep: number, state: RepState): void {
    let present = 0
    for (let n = 0; n < gauges; n++) {
      const name = gaugeOrder[n]
      const value = name === undefined ? undefined : state.gauges[name]
      if (value !== undefined) present += 2 ** n
      this.#set(place.firstGauge + n, rep, value ?? 0)
    }
    if (state.availableAt !== undefined) present += 2 ** bit.availableAt
    if (state.trendPermille !== undefined) present += 2 ** bit.trend
    if (this.#inLedger[rep] === 1) present += 2 ** bit.ledger
    this.#set(place.present, rep, present)
    this.#set(place.availability, rep, availabilities.indexOf(state.availability))
    this.#set(
      place.availableAt,
      rep,
      state.availableAt === undefined ? 0 : state.availableAt - this.#decidedAt,
    )
    // A week holds its days: what came before today is the smaller number.
    this.#set(place.today, rep, state.receivedToday)
    this.#set(place.week, rep, state.receivedThisWeek - state.receivedToday)
    this.#set(place.month, rep, state.receivedThisMonth - state.receivedThisWeek)
    this.#set(place.unfollowed, rep, state.unfollowedPermille)
    this.#set(place.trend, rep, state.trendPermille ?? 0)
  }

  #readLedger(ledger: readonly LedgerEntry[]): void {
    const before = this.#inLedger
    const now = new Uint8Array(before.length)
    let next = 0
    for (let at = 0; at < ledger.length; at++) {
      const entry = ledger[at]
      if (entry === undefined) continue
      if (entry === this.#ledger[at]) {
        const same = this.#ledgerReps[at] ?? -1
        if (same >= 0) now[same] = 1
        next = same + 1
        continue
      }
      // Entries mostly stand in roster order.
      while (next < this.repIds.length && this.repIds[next] !== entry.repId) next += 1
      const rep = next < this.repIds.length ? next : (this.placeOf(entry.repId) ?? -1)
      next = rep + 1
      this.#ledgerReps[at] = rep
      if (rep < 0) continue
      now[rep] = 1
      this.#set(place.received, rep, entry.receivedThousandths)
      this.#set(place.calibration, rep, entry.calibrationThousandths)
    }
    this.#ledger = ledger
    const present = this.#column(place.present)
    for (let at = 0; at < now.length; at++) {
      if (now[at] === before[at]) continue
      const has = now[at] === 1
      this.#set(place.present, at, (present[at] ?? 0) + (has ? 1 : -1) * 2 ** bit.ledger)
      if (has) continue
      this.#set(place.received, at, 0)
      this.#set(place.calibration, at, 0)
    }
    this.#inLedger = now
  }

  write(out: ByteWriter): void {
    for (let at = 0; at < columnCount; at++) {
      const written = this.#written[at]
      if (written?.writeTo(out) === true) continue
      const start = out.length
      writeColumn(out, this.#column(at))
      written?.keep(out, start)
    }
  }
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
  const gaugeColumns = gaugeOrder.map((name) => ({ name, values: column() }))
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
    gaugeColumns.forEach(({ name, values }, place) => {
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
