import { pinyin } from 'pinyin-pro'

const han = /[\u3400-\u9fff]/
const hanRuns = /[\u3400-\u9fff]+/g

/** A text to be found; `spoken` is what of it people pronounce, where that is less (no 有限公司). */
export type SearchPart = string | { readonly written: string; readonly spoken: string }

/**
 * What a search runs over: Chinese characters set apart by blanks, so that a trigram index finds needles of one or
 * two of them; Latin text as it is; then pinyin joined and as initials (`shenzhenhuawei szhw`). Every trigram costs
 * about a microsecond of the database's time at insert, so nothing is in here twice.
 */
export function searchText(parts: readonly SearchPart[]): string {
  const out: string[] = []
  for (const part of new Set(parts)) {
    const { written, spoken } = typeof part === 'string' ? { written: part, spoken: part } : part
    const text = fold(written)
    if (text === '') continue
    out.push(spaced(text))
    if (!han.test(spoken)) continue
    const syllables = syllablesOf(fold(spoken))
    out.push(syllables.join('').replaceAll(' ', ''), syllables.map((s) => s.slice(0, 1)).join(''))
  }
  return out.length === 0 ? '' : ` ${out.join(' ')} `
}

/** How a text is written in a search text, and how it sounds (pinyin joined; Latin as it is). */
export function writtenAndSpoken(text: string): { written: string; spoken: string } {
  const folded = fold(text)
  return {
    written: spaced(folded),
    spoken: syllablesOf(folded).join(''),
  }
}

/** LIKE patterns a search text has to match, all of them; empty where the needle says nothing. */
export function searchPatterns(needle: string): string[] {
  const patterns: string[] = []
  for (const term of fold(needle).split(' ')) {
    for (const run of term.match(/[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g) ?? [])
      patterns.push(han.test(run) ? `% ${[...run].join(' ')} %` : `%${run.replace(/[\\%_]/g, '\\$&')}%`)
  }
  return patterns.slice(0, 8)
}

/** How each character met so far is read; null where that depends on its neighbours (行 hang or xing). */
const readings = new Map<string, string | null>()

/**
 * Syllables of Chinese characters, other text run by run. The dictionary of words is asked only for runs with a
 * character that has several readings, about every second company's name: it is most of what a search text costs.
 */
function syllablesOf(text: string): string[] {
  return (text.match(/[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g) ?? []).flatMap((run) => {
    if (!han.test(run)) return [run.trim()]
    const single = [...run].map(readingOf)
    return single.includes(null) ? pinyin(run, spelling) : (single as string[])
  })
}

const spelling = { toneType: 'none', type: 'array', v: true, toneSandhi: false } as const

function readingOf(character: string): string | null {
  const known = readings.get(character)
  if (known !== undefined) return known
  const all = new Set(pinyin(character, { ...spelling, multiple: true }))
  const [only = null] = all.size === 1 ? all : []
  readings.set(character, only)
  return only
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@._-]+/gu, ' ')
    .trim()
}

function spaced(text: string): string {
  return text
    .replace(hanRuns, (run) => ` ${[...run].join(' ')} `)
    .replace(/ +/g, ' ')
    .trim()
}
