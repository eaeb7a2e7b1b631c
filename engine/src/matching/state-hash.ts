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
  for (const value of values) {
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

/** Hash of a queue's ledger; a rep without an entry equals one with zeros. */
export function hashOfQueue(queue: QueueAccounts, repIds: readonly string[]): HashPair {
  let a = 0
  let b = 0
  for (let rep = 0; rep < repIds.length; rep++) {
    const received = queue.received[rep] ?? 0
    const calibration = queue.calibration[rep] ?? 0
    if (received === 0 && calibration === 0) continue
    const values = [received, calibration]
    const id = repIds[rep] ?? ''
    a = (a + mixNumbers(id, values, seeds[0])) >>> 0
    b = (b + mixNumbers(id, values, seeds[1])) >>> 0
  }
  return { a, b }
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
