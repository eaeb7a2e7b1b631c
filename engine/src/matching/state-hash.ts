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

function mixNumbers(key: string, values: readonly number[], seed: number): number {
  let h = hash32(key, seed)
  // By place: thousands of short loops run before any is compiled, and an iterator then makes an object a step.
  for (let n = 0; n < values.length; n++) {
    const value = values[n] ?? 0
    // Two words: times and large counts do not fit in 32 bits.
    h = mix32(h ^ (value | 0))
    h = mix32(h ^ Math.floor(value / 4294967296))
  }
  return h
}

/** Hash of one rep's state. Absent gauges equal 0. */
export function hashOfState(state: RepState): HashPair {
  const values = [
    availabilities.indexOf(state.availability),
    state.availableAt ?? -1,
    ...gaugeOrder.map((name) => state.gauges[name] ?? 0),
    state.receivedToday,
    state.receivedThisWeek,
    state.receivedThisMonth,
    state.unfollowedPermille,
    state.trendPermille ?? 0,
  ]
  return { a: mixNumbers(state.repId, values, seeds[0]), b: mixNumbers(state.repId, values, seeds[1]) }
}

/** Sum of the hashes of all states, kept current: only who was forgotten is hashed again. */
export class StateHashes {
  readonly #parts: readonly [Uint32Array, Uint32Array]
  readonly #isStale: Uint8Array
  #stale: number[]
  #a = 0
  #b = 0

  constructor(reps: number) {
    this.#parts = [new Uint32Array(reps), new Uint32Array(reps)]
    this.#isStale = new Uint8Array(reps).fill(1)
    this.#stale = Array.from({ length: reps }, (_, rep) => rep)
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
      const { a, b } = hashOfState(state)
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
  readonly #repIds: readonly string[]
  readonly #parts: readonly [Uint32Array, Uint32Array]
  #a = 0
  #b = 0

  constructor(accounts: QueueAccounts, repIds: readonly string[]) {
    this.#accounts = accounts
    this.#repIds = repIds
    this.#parts = [new Uint32Array(repIds.length), new Uint32Array(repIds.length)]
  }

  value(): HashPair {
    const { received, calibration } = this.#accounts
    for (const rep of this.#accounts.takeTouched()) {
      const values = [received[rep] ?? 0, calibration[rep] ?? 0]
      const empty = values.every((value) => value === 0)
      const id = this.#repIds[rep] ?? ''
      const a = empty ? 0 : mixNumbers(id, values, seeds[0])
      const b = empty ? 0 : mixNumbers(id, values, seeds[1])
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
