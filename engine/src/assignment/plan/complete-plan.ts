import type { CanonicalProblem } from './canonical-problem.ts'

/*
 * Indices below are inside their arrays by construction (CSR), hence the `!`.
 */

/**
 * A plan within capacity from a relaxation: items that had one clear rep keep it, dearest regret first, the others
 * go where they are worth most net of price among reps with room. Without `all`, only where they are worth
 * something. O(pairs + items log items).
 */
export function completePlan(
  problem: CanonicalProblem,
  preferred: Int32Array | null,
  prices: Float64Array,
  all: boolean,
): Int32Array {
  const { itemCount: n, start, rep, value, load } = problem
  const weight = (e: number): number => (load === null ? 1 : load[e]!)
  const net = (e: number): number => value[e]! - weight(e) * prices[rep[e]!]!
  const wish = new Int32Array(n).fill(-1)
  const regret = new Float64Array(n)
  const order: number[] = []
  for (let i = 0; i < n; i++) {
    let best = all ? Number.NEGATIVE_INFINITY : 0
    let second = best
    let arc = -1
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const x = net(e)
      if (x > best) {
        second = best
        best = x
        arc = e
      } else if (x > second) second = x
    }
    const kept = preferred === null ? -1 : preferred[i]!
    wish[i] = kept !== -1 ? kept : arc
    // What losing the first choice would cost; an item with a single candidate comes first of all.
    regret[i] = kept !== -1 ? Number.POSITIVE_INFINITY : best - second
    if (start[i] !== start[i + 1]) order.push(i)
  }
  // Equal regrets by item: the order is total.
  order.sort((a, b) => (regret[a] === regret[b] ? a - b : regret[b]! > regret[a]! ? 1 : -1))
  const room = Float64Array.from(problem.capacity)
  const owner = new Int32Array(n).fill(-1)
  const put = (i: number, e: number): void => {
    owner[i] = e
    room[rep[e]!]! -= weight(e)
  }
  const left: number[] = []
  for (const i of order) {
    const e = wish[i]!
    if (
      e !== -1 &&
      room[rep[e]!]! >= weight(e) &&
      (all || value[e]! > 0 || regret[i] === Number.POSITIVE_INFINITY)
    )
      put(i, e)
    else left.push(i)
  }
  for (const i of left) {
    let arc = -1
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      if (room[rep[e]!]! < weight(e) || (!all && value[e]! <= 0)) continue
      if (arc === -1 || net(e) > net(arc)) arc = e
    }
    if (arc !== -1) put(i, arc)
  }
  return owner
}
