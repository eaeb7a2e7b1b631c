import { randomFillSync } from 'node:crypto'

const pool = new Uint8Array(16 * 256)
let used = pool.length
let lastMs = 0
let counter = 0

/**
 * UUIDv7 (RFC 9562): 48 bits of milliseconds, then a 12-bit counter so ids made within one millisecond by this
 * process sort in the order they were made, then 62 random bits.
 */
export function uuidv7(nowMs: number): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.subarray(used, used + 16)
  used += 16
  let ms = nowMs
  if (ms > lastMs) {
    lastMs = ms
    counter = ((bytes[6]! << 8) | bytes[7]!) & 0x7ff
  } else {
    // Same millisecond, or a clock that went back: stay monotonic.
    ms = lastMs
    counter++
    if (counter > 0xfff) {
      counter = 0
      lastMs++
      ms = lastMs
    }
  }
  const high = Math.floor(ms / 0x10000)
  const hex = (n: number, width: number): string => n.toString(16).padStart(width, '0')
  return `${hex(high, 8)}-${hex(ms % 0x10000, 4)}-7${hex(counter, 3)}-${hex(0x80 | (bytes[8]! & 0x3f), 2)}${hex(bytes[9]!, 2)}-${hex(bytes[10]! * 0x1000000 + (bytes[11]! << 16) + (bytes[12]! << 8) + bytes[13]!, 8)}${hex((bytes[14]! << 8) | bytes[15]!, 4)}`
}
