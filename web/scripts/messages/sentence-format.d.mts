import type { Sentence } from './read-sentences.mjs'
export function holesOf(sentence: Sentence): string[]
export function toMessageModel(sentences: Record<string, Record<string, Sentence>>): {
  bundles: unknown[]
  messages: unknown[]
  variants: unknown[]
}
