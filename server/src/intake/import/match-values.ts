import { editDistance } from './similarity.ts'

export interface ValueMatch {
  /** The value to be used; null = nothing known comes near. */
  readonly value: string | null
  readonly how: 'same' | 'spelling' | 'typo' | 'chosen' | 'unknown'
}

/** Looks values up in a vocabulary, forgiving spelling; remembers what it was asked. */
export interface ValueMatcher {
  match(given: string): ValueMatch
  /** What was repaired, most frequent first. */
  repairs(): { readonly given: string; readonly used: string; readonly how: string; readonly count: number }[]
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Same letters and digits are the same word (`GTXPro`, `GTX Pro`); one slip in a word of five letters or more, two in
 * ten, is a typo (`technolgy`) as long as only one known word comes that near. `chosen` is what a person decided.
 */
export function valueMatcher(
  known: readonly { readonly name: string; readonly value: string }[],
  chosen: Readonly<Record<string, string | null>> = {},
): ValueMatcher {
  const byBare = new Map<string, { name: string; value: string }>()
  for (const one of known) if (!byBare.has(bare(one.name))) byBare.set(bare(one.name), one)
  const exact = new Map(known.map((one) => [one.name, one]))
  const seen = new Map<string, ValueMatch & { used: string; count: number }>()

  const look = (given: string): ValueMatch & { used: string } => {
    const decided = chosen[given]
    if (decided !== undefined)
      return decided === null
        ? { value: null, how: 'chosen', used: '' }
        : { value: byBare.get(bare(decided))?.value ?? decided, how: 'chosen', used: decided }
    const same = exact.get(given)
    if (same !== undefined) return { value: same.value, how: 'same', used: given }
    const key = bare(given)
    const spelt = byBare.get(key)
    if (spelt !== undefined) return { value: spelt.value, how: 'spelling', used: spelt.name }
    const limit = key.length >= 10 ? 2 : key.length >= 5 ? 1 : 0
    if (limit > 0) {
      const near = new Map<string, { name: string; value: string }>()
      for (const [word, one] of byBare) if (editDistance(key, word, limit) <= limit) near.set(one.value, one)
      const [only] = near.values()
      if (near.size === 1 && only !== undefined) return { value: only.value, how: 'typo', used: only.name }
    }
    return { value: null, how: 'unknown', used: '' }
  }

  return {
    match(given) {
      const before = seen.get(given)
      if (before !== undefined) {
        before.count++
        return before
      }
      const found = { ...look(given), count: 1 }
      seen.set(given, found)
      return found
    },
    repairs: () =>
      [...seen]
        .filter(([given, found]) => found.used !== '' && found.used !== given && found.how !== 'same')
        // Only case differs: nobody wants to be told.
        .filter(([given, found]) => given.toLowerCase() !== found.used.toLowerCase())
        .map(([given, found]) => ({ given, used: found.used, how: found.how, count: found.count }))
        .sort((a, b) => b.count - a.count || (a.given < b.given ? -1 : 1)),
  }
}
