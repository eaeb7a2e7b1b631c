/** What a bound is computed from: any weights, any capacities; prices per unit of load. */
export interface BoundInput {
  readonly itemCount: number
  readonly repCount: number
  readonly start: Int32Array
  readonly rep: Int32Array
  readonly value: Float64Array
  /** Null = every pair loads 1. */
  readonly load: Int32Array | null
  readonly capacity: Int32Array
  readonly floor: Int32Array | null
}

/**
 * Upper bound by weak duality for any prices p: Σ_j C_j p_j + Σ_i max(wait, max_j (v_ij − w_ij p_j)); a price below
 * zero counts the floor instead of the capacity and is legal only where there is one. `waitValue` is 0, or −∞ where
 * every item with a candidate is placed. O(pairs), independent of the solver that found the prices.
 */
export function dualBound(input: BoundInput, prices: Float64Array, waitValue: number): number {
  const { itemCount, repCount, start, rep, value, load, capacity, floor } = input
  let bound = 0
  for (let j = 0; j < repCount; j++) {
    const price = prices[j] as number
    bound += price * (price >= 0 ? (capacity[j] as number) : floor === null ? 0 : (floor[j] as number))
  }
  for (let i = 0; i < itemCount; i++) {
    const from = start[i] as number
    const to = start[i + 1] as number
    if (from === to) continue
    let best = waitValue
    for (let e = from; e < to; e++) {
      const weight = load === null ? 1 : (load[e] as number)
      const net = (value[e] as number) - weight * (prices[rep[e] as number] as number)
      if (net > best) best = net
    }
    bound += best
  }
  return bound
}
