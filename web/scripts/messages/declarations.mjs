/**
 * Types of the compiled messages, written here: two small files. The message compiler would have TypeScript derive a
 * file of declarations a message, which took two thirds of a build's time for sentences and slowed every type check.
 */
import { holesOf } from './sentence-format.mjs'

const textOf = (sentences, key) => Object.values(sentences).flatMap((ofLocale) => ofLocale[key] ?? [])

function inputsOf(sentences, key) {
  const names = [...new Set(textOf(sentences, key).flatMap(holesOf))].sort()
  return names.length === 0
    ? 'inputs?: {}'
    : `inputs: { ${names.map((name) => `${name}: NonNullable<unknown>`).join('; ')} }`
}

/** `sentences`: { locale: { key: sentence } } → { file name: text of its declarations }. */
export function declarationsOf(sentences) {
  const keys = [...new Set(Object.values(sentences).flatMap(Object.keys))].sort()
  const locale = Object.keys(sentences)
    .map((each) => `'${each}'`)
    .join(' | ')
  const messages = keys.map(
    (key) => `  readonly ${key}: (${inputsOf(sentences, key)}, options?: { locale?: Locale }) => string`,
  )
  return {
    'runtime.d.ts': `export type Locale = ${locale}\nexport declare function overwriteGetLocale(read: () => Locale): void\n`,
    'messages.d.ts': `import type { Locale } from './runtime.js'\n\nexport declare const m: {\n${messages.join('\n')}\n}\n`,
  }
}
