/** Names are compared trimmed and without regard to case: sheets and people spell them both ways. */
export function normalizeName(text: string): string {
  return text.trim().toLowerCase()
}

/** `华东/上海` → `['华东', '上海']`, normalised, empty parts dropped. */
export function territoryPath(text: string): readonly string[] {
  return text
    .split('/')
    .map(normalizeName)
    .filter((part) => part !== '')
}

/**
 * Does a territory a rep covers contain the place of an item?
 * A single name covers every path it stands in; a path covers what begins with it, and its own last name said alone
 * (`华东/上海` covers `华东/上海/浦东` and a bare `上海`, but not `华北/上海路`).
 */
export function territoryCovers(covered: readonly string[], place: readonly string[]): boolean {
  const [first] = covered
  if (first === undefined) return false
  if (covered.length === 1) return place.includes(first)
  if (place.length === 1) return place[0] === covered[covered.length - 1]
  return covered.length <= place.length && covered.every((part, depth) => part === place[depth])
}
