import { en, type SentenceKey } from './en.ts'
import { titlesZhCn } from './titles-zh-cn.ts'
import { zhCn } from './zh-cn.ts'

export type { SentenceKey }
export { titlesZhCn }

export type Language = 'zh-CN' | 'en'

/** What fills a hole: a text or number as it is, another sentence, or a list of either. */
export type Filling = string | number | { readonly key: SentenceKey } | readonly Filling[]

export interface KeyedSaying {
  readonly key: SentenceKey
  readonly params: Readonly<Record<string, Filling>>
}

/**
 * Something said to whoever was refused, before it has a language: a sentence by its key, one with holes, or words that
 * exist in both languages because a company wrote them.
 */
export type Saying = SentenceKey | KeyedSaying | Readonly<Record<Language, string>>

/** A sentence of the catalogue with its holes filled. */
export const says = (
  key: SentenceKey,
  params: Readonly<Record<string, Filling>> = {},
): SentenceKey | KeyedSaying => (Object.keys(params).length === 0 ? key : { key, params })

/** The same in every language: a value somebody gave, a sentence rendered already. */
export const verbatim = (text: string): Saying => ({ en: text, 'zh-CN': text })

const catalogues: Readonly<Record<Language, Readonly<Record<SentenceKey, string>>>> = { en, 'zh-CN': zhCn }
const separators: Readonly<Record<Language, string>> = { en: ', ', 'zh-CN': '、' }

export const isSentenceKey = (text: string): text is SentenceKey => Object.hasOwn(en, text)

/** Throws for what is no saying: what was stored may have been written by another version. */
export function render(saying: Saying, language: Language): string {
  if (typeof saying === 'string') return sentence(saying, language)
  if (!('key' in saying)) return saying[language]
  return sentence(saying.key, language).replaceAll(/\{(\w+)\}/g, (hole, name: string) => {
    const filling = saying.params[name]
    return filling === undefined ? hole : fill(filling, language)
  })
}

function sentence(key: SentenceKey, language: Language): string {
  if (!isSentenceKey(key)) throw new Error(`there is no sentence ${String(key)}`)
  return catalogues[language][key]
}

function fill(filling: Filling, language: Language): string {
  if (typeof filling === 'string' || typeof filling === 'number') return String(filling)
  if ('key' in filling) return catalogues[language][filling.key]
  return filling.map((one) => fill(one, language)).join(separators[language])
}
