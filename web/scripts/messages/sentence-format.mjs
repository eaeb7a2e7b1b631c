/**
 * Reads our message files: one JSON per slice and language, `{ key: sentence }`.
 * A sentence is text with `{name}` holes, or `{ "one": …, "other": … }` chosen by the plural of `count`.
 * Written here because the stock file format is fetched from a CDN at build time, and a build must work offline.
 */
const HOLE = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g

export function holesOf(sentence) {
  const texts = typeof sentence === 'string' ? [sentence] : Object.values(sentence)
  const holes = new Set(texts.flatMap((text) => [...text.matchAll(HOLE)].map((match) => match[1])))
  if (typeof sentence !== 'string') holes.add('count')
  return [...holes].sort()
}

function patternOf(text) {
  const pattern = []
  let position = 0
  for (const match of text.matchAll(HOLE)) {
    if (match.index > position) pattern.push({ type: 'text', value: text.slice(position, match.index) })
    pattern.push({ type: 'expression', arg: { type: 'variable-reference', name: match[1] } })
    position = match.index + match[0].length
  }
  if (position < text.length) pattern.push({ type: 'text', value: text.slice(position) })
  return pattern
}

const pluralOfCount = {
  type: 'local-variable',
  name: 'countPlural',
  value: {
    type: 'expression',
    arg: { type: 'variable-reference', name: 'count' },
    annotation: { type: 'function-reference', name: 'plural', options: [] },
  },
}

function matchOf(form) {
  return form === 'other'
    ? { type: 'catchall-match', key: 'countPlural' }
    : { type: 'literal-match', key: 'countPlural', value: form }
}

/** `sentences`: { locale: { key: sentence } } → what the message compiler takes. */
export function toMessageModel(sentences) {
  const model = { bundles: [], messages: [], variants: [] }
  const locales = Object.keys(sentences)
  const keys = new Set(locales.flatMap((locale) => Object.keys(sentences[locale])))
  for (const key of keys) {
    const ofKey = locales.map((locale) => [locale, sentences[locale][key]]).filter(([, s]) => s !== undefined)
    const plural = ofKey.some(([, sentence]) => typeof sentence !== 'string')
    const inputs = new Set(ofKey.flatMap(([, sentence]) => holesOf(sentence)))
    const declarations = [...inputs].map((name) => ({ type: 'input-variable', name }))
    if (plural) declarations.push(pluralOfCount)
    model.bundles.push({ id: key, declarations })
    for (const [locale, sentence] of ofKey) {
      const forms = typeof sentence === 'string' ? { other: sentence } : sentence
      const selects = typeof sentence !== 'string'
      model.messages.push({
        bundleId: key,
        locale,
        selectors: selects ? [{ type: 'variable-reference', name: 'countPlural' }] : [],
      })
      for (const [form, text] of Object.entries(forms)) {
        model.variants.push({
          messageBundleId: key,
          messageLocale: locale,
          matches: selects ? [matchOf(form)] : [],
          pattern: patternOf(text),
        })
      }
    }
  }
  return model
}
