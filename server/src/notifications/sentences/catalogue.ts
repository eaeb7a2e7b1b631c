import type { NoticeKind } from '../kinds.ts'

/** Facts already written in the reader's language. A missing one reads as an empty text. */
export interface Words {
  (key: string): string
  has(key: string): boolean
}

export type Sentence = (words: Words) => string

/** Everything a notice, a mail or a robot says, in one language. The compiler demands every kind in every language. */
export interface NoticeCatalogue {
  /** `title`: one line that says what happened to what. `text`: what to know or do; may be empty. */
  readonly kinds: Readonly<Record<NoticeKind, { readonly title: Sentence; readonly text: Sentence }>>
  /** Lead, opportunity, account, task. */
  readonly nouns: Readonly<Record<string, string>>
  /** In short why somebody got it, by the engine's code. */
  readonly reasons: Readonly<Record<string, string>>
  /** Coded causes and answers of events: recall, decline, blocker, load. */
  readonly codes: Readonly<Record<string, string>>
  readonly untitled: string
  readonly more: Sentence
  readonly open: string
  readonly mailSubject: Sentence
  readonly mailFooter: Sentence
  readonly test: Sentence
  readonly separator: string
  readonly stop: string
}
