export type Sentence = string | Readonly<Record<string, string>>
export const messagesDir: string
export const locales: readonly string[]
export function readSentences(locale: string): Record<string, Sentence>
