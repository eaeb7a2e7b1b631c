/**
 * The line on which each part of a pretty-printed document stands, by its path (`rules.0.when`): problems are shown where
 * they are. The text is the one `JSON.stringify(document, null, 2)` writes.
 */
export function linesByPath(document: unknown): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  let line = 1
  const walk = (value: unknown, path: string) => {
    lines.set(path, line)
    if (typeof value !== 'object' || value === null) return
    const entries = Object.entries(value)
    if (entries.length === 0) return
    for (const [key, inner] of entries) {
      line += 1
      walk(inner, path === '' ? key : `${path}.${key}`)
    }
    line += 1
  }
  walk(document, '')
  return lines
}

/** `/rules/0/when`, `rules[0].when` and `rules.0.when` name the same place; a missing part is shown at its parent. */
export function lineOf(lines: ReadonlyMap<string, number>, path: string): number {
  const parts = path
    .replace(/\[(\d+)\]/g, '.$1')
    .replaceAll('/', '.')
    .split('.')
    .filter(Boolean)
  for (let length = parts.length; length > 0; length -= 1) {
    const line = lines.get(parts.slice(0, length).join('.'))
    if (line !== undefined) return line
  }
  return 1
}
