import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const messagesDir = fileURLToPath(new URL('../../src/i18n/messages', import.meta.url))
export const locales = ['zh-CN', 'en']

/** All slices of one language in one object; a key written in two slices is an error, not a silent winner. */
export function readSentences(locale) {
  const sentences = {}
  for (const file of readdirSync(join(messagesDir, locale))
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const slice = JSON.parse(readFileSync(join(messagesDir, locale, file), 'utf8'))
    for (const [key, sentence] of Object.entries(slice)) {
      if (key in sentences)
        throw new Error(`${locale}/${file}: the key "${key}" already exists in another slice`)
      sentences[key] = sentence
    }
  }
  return sentences
}
