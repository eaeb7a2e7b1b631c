const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Lays a partial policy over a base: JSON merge patch (RFC 7396): objects merge key by key, lists are replaced, null
 * takes a key away. One addition: an object whose `kind` differs is another thing and replaces the whole (a rotation
 * must not inherit the weights of the scored strategy). The result is unchecked; `parsePolicy` checks it.
 */
export function mergePolicy(base: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) return patch
  const replaces = isRecord(base) && Object.hasOwn(patch, 'kind') && patch['kind'] !== base['kind']
  const under: Readonly<Record<string, unknown>> = isRecord(base) && !replaces ? base : {}
  const keys = new Set([...Object.keys(under), ...Object.keys(patch)])
  const entries: (readonly [string, unknown])[] = []
  for (const key of keys) {
    if (!Object.hasOwn(patch, key)) entries.push([key, under[key]])
    else if (patch[key] !== null) {
      entries.push([key, mergePolicy(Object.hasOwn(under, key) ? under[key] : undefined, patch[key])])
    }
  }
  // fromEntries defines own properties, so a key named __proto__ stays data.
  return Object.fromEntries(entries)
}
