export interface Difference {
  readonly path: string
  readonly stored: unknown
  readonly replayed: unknown
}

/** The first place where two JSON-like values differ, in the order of the stored one's keys; null = equal. */
export function firstDifference(stored: unknown, replayed: unknown, path = ''): Difference | null {
  if (Object.is(stored, replayed)) return null
  if (!isObject(stored) || !isObject(replayed)) return { path, stored, replayed }
  for (const key of new Set([...Object.keys(stored), ...Object.keys(replayed)])) {
    const inside = path === '' ? key : `${path}.${key}`
    const difference = firstDifference(stored[key], replayed[key], inside)
    if (difference !== null) return difference
  }
  return null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
