import type { RepState } from '../model/index.ts'
import { hash32, mix32 } from '../random/index.ts'
import { gaugeOrder } from '../workload/index.ts'
import type { QueueAccounts } from './fairness-queue.ts'

const availabilities: readonly RepState['availability'][] = [
  'on_duty',
  'off_duty',
  'on_leave',
  'paused',
  'inactive',
]
const seeds = [0x51ed270b, 0x2f6a8d13] as const

/** A pair of 32-bit sums: adding and taking away single reps keeps it current without touching the others. */
export interface HashPair {
  readonly a: number
  readonly b: number
}

function mixNumbers(start: number, values: readonly number[]): number {
  let h = start
  // By place: thousands of short loops run before any is compiled, and an iterator then makes an object a step.
  for (let n = 0; n < values.length; n++) {
    const value = values[n] ?? 0
    // Two words: times and large counts do not fit in 32 bits.
    h = mix32(h ^ (value | 0))
    h = mix32(h ^ Math.floor(value / 4294967296))
  }
  return h
}

/** What the hash of anything about a rep begins with: the same for as long as the roster is. */
export class RepHashes {
  readonly a: Uint32Array
  readonly b: Uint32Array

  constructor(repIds: readonly string[]) {
    this.a = Uint32Array.from(repIds, (id) => hash32(id, seeds[0]))
    this.b = Uint32Array.from(repIds, (id) => hash32(id, seeds[1]))
  }
}

/** What is hashed of one rep's state. Absent gauges equal 0. */
function numbersOf(state: RepState): number[] {
  return [
    availabilities.indexOf(state.availability),
    state.availableAt ?? -1,
    ...gaugeOrder.map((name) => state.gauges[name] ?? 0),
    state.receivedToday,
    state.receivedThisWeek,
    state.receivedThisMonth,
    state.unfollowedPermille,
    state.trendPermille ?? 0,
  ]
}

/** Sum of the hashes of all states, kept current: only who was forgotten is hashed again. */
export class StateHashes {
  readonly #reps: RepHashes
  readonly #parts: readonly [Uint32Array, Uint32Array]
  readonly #isStale: Uint8Array
  #stale: number[]
  #a = 0
  #b = 0

  constructor(reps: RepHashes) {
    const count = reps.a.length
    this.#reps = reps
    this.#parts = [new Uint32Array(count), new Uint32Array(count)]
    this.#isStale = new Uint8Array(count).fill(1)
    this.#stale = Array.from({ length: count }, (_, rep) => rep)
  }

  forget(rep: number): void {
    if (this.#isStale[rep] === 1) return
    this.#isStale[rep] = 1
    this.#stale.push(rep)
  }

  value(states: readonly RepState[]): HashPair {
    const [as, bs] = this.#parts
    for (const rep of this.#stale) {
      const state = states[rep]
      if (state === undefined) continue
      const numbers = numbersOf(state)
      const a = mixNumbers(this.#reps.a[rep] ?? 0, numbers)
      const b = mixNumbers(this.#reps.b[rep] ?? 0, numbers)
      this.#a = (this.#a - (as[rep] ?? 0) + a) >>> 0
      this.#b = (this.#b - (bs[rep] ?? 0) + b) >>> 0
      as[rep] = a
      bs[rep] = b
      this.#isStale[rep] = 0
    }
    this.#stale = []
    return { a: this.#a, b: this.#b }
  }
}

/**
 * Hash of one queue's ledger, kept current: only who was booked on is hashed again. A rep without an entry equals one
 * with zeros, so that a ledger may leave them out.
 */
export class QueueHash {
  readonly #accounts: QueueAccounts
  readonly #reps: RepHashes
  readonly #parts: readonly [Uint32Array, Uint32Array]
  #a = 0
  #b = 0

  constructor(accounts: QueueAccounts, reps: RepHashes) {
    this.#accounts = accounts
    this.#reps = reps
    this.#parts = [new Uint32Array(reps.a.length), new Uint32Array(reps.a.length)]
  }

  value(): HashPair {
    const { received, calibration } = this.#accounts
    for (const rep of this.#accounts.takeTouched()) {
      const values = [received[rep] ?? 0, calibration[rep] ?? 0]
      const empty = values.every((value) => value === 0)
      const a = empty ? 0 : mixNumbers(this.#reps.a[rep] ?? 0, values)
      const b = empty ? 0 : mixNumbers(this.#reps.b[rep] ?? 0, values)
      this.#a = (this.#a - (this.#parts[0][rep] ?? 0) + a) >>> 0
      this.#b = (this.#b - (this.#parts[1][rep] ?? 0) + b) >>> 0
      this.#parts[0][rep] = a
      this.#parts[1][rep] = b
    }
    return { a: this.#a, b: this.#b }
  }
}

/** Roster version, states of all reps and the ledger of the item's queue, as 16 hex digits. */
export function stateHash(
  rosterVersion: string,
  states: HashPair,
  queueName: string,
  queue: HashPair,
): string {
  const half = (part: 'a' | 'b', seed: number): string => {
    let h = hash32(rosterVersion, seed)
    h = mix32(h ^ states[part])
    h = mix32(h ^ hash32(queueName, h))
    h = mix32(h ^ queue[part])
    return h.toString(16).padStart(8, '0')
  }
  return half('a', seeds[0]) + half('b', seeds[1])
}
