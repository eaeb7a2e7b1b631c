/**
 * Seeded hashing with integer arithmetic only, so that every runtime gives the same answer.
 * The mixer is the 32-bit finaliser of MurmurHash3 (Austin Appleby, public domain).
 */
export function mix32(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Hash of a text under a seed: an unsigned 32-bit integer. Works on UTF-16 code units. */
export function hash32(text: string, seed = 0): number {
  let h = mix32(seed ^ 0x9e3779b9)
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
    h = (h << 13) | (h >>> 19)
  }
  return mix32(h ^ text.length)
}

/** Hash of several parts; `['ab','c']` and `['a','bc']` differ because each part is closed by its length. */
export function hashParts(parts: readonly string[], seed = 0): number {
  let h = mix32(seed)
  for (const part of parts) h = mix32(h ^ hash32(part, h))
  return h
}

/** The same as `hashParts` of two, without a list. */
export function hashPair(first: string, second: string, seed: number): number {
  const h = mix32(mix32(seed) ^ hash32(first, mix32(seed)))
  return mix32(h ^ hash32(second, h))
}

/** A hash as an integer in [0, 1 000 000): the draw `u` of a decision, in millionths. Bias < 1 in 4 000. */
export function hashToMillionths(hash: number): number {
  // hash < 2^32 and 2^32 * 10^6 < 2^53: exact in a double.
  return Math.floor((hash * 1_000_000) / 4294967296)
}
