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
  const upper = Math.floor(ms / 0x1000000)
  const lower = ms % 0x1000000
  const time = `${hex(upper >> 16)}${hex(upper >> 8)}${hex(upper)}${hex(lower >> 16)}-${hex(lower >> 8)}${hex(lower)}`
  const count = `${hex(0x70 | (counter >> 8))}${hex(counter)}-${hex(0x80 | (bytes[8]! & 0x3f))}${hex(bytes[9]!)}`
  return `${time}-${count}-${hex(bytes[10]!)}${hex(bytes[11]!)}${hex(bytes[12]!)}${hex(bytes[13]!)}${hex(bytes[14]!)}${hex(bytes[15]!)}`
}

const bytesAsHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Two digits of the lowest byte. */
function hex(n: number): string {
  return bytesAsHex[n & 0xff]!
}
