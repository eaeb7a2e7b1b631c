/** Case and width do not matter: `ＷＡＮＧ`, `wang` and `Wang` find the same person. */
const fold = (text: string) => text.normalize('NFKC').toLowerCase()

export function matchesText(query: string, label: string, keywords: readonly string[] = []): boolean {
  const needle = fold(query.trim())
  return needle === '' || [label, ...keywords].some((text) => fold(text).includes(needle))
}
