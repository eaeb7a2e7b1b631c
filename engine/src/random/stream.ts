import { mix32 } from './hash.ts'

/** A seeded stream of numbers: the same seed gives the same numbers in every runtime. Not for secrets. */
export interface RandomStream {
  /** Unsigned 32-bit integer. */
  next32(): number
  /** Uniform in [0, 1) with 32 bits. */
  nextUnit(): number
  /** Integer in [0, bound); bound is a positive integer below 2^31. */
  nextInt(bound: number): number
}

/** Counter-based stream (Weyl sequence through the MurmurHash3 finaliser); period 2^32. */
export function stream(seed: number): RandomStream {
  let state = mix32(seed ^ 0x5bd1e995)
  const next32 = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    return mix32(state)
  }
  return {
    next32,
    nextUnit: () => next32() / 4294967296,
    nextInt: (bound) => Math.floor((next32() / 4294967296) * bound),
  }
}
