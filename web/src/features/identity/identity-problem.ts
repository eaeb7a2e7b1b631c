import { Problem } from '../../api/problem.ts'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Problem ? error.facts.code : undefined

/** At the door "too many requests" means tries of a password: waiting a moment will not do. */
export function entrySentence(error: unknown): string | undefined {
  if (!error) return undefined
  return codeOf(error) === 'RATE_LIMITED' ? m.identity_too_many() : problemSentence(error)
}
