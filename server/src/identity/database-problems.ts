import { type ErrorCode, ProblemError } from '../platform/errors/catalogue.ts'

interface DatabaseError {
  readonly code: string
  readonly constraint: string
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'code' in error && 'constraint' in error
}

/**
 * Rules two requests can only break together (a name taken twice, a row gone in between) live in the database's
 * constraints; this says which refusal a broken one means. Anything else is passed on.
 */
export async function refusing<T>(
  meanings: Readonly<Record<string, ErrorCode | (() => ProblemError)>>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const meaning = isDatabaseError(error) ? meanings[error.constraint] : undefined
    if (meaning === undefined) throw error
    throw typeof meaning === 'string' ? new ProblemError(meaning) : meaning()
  }
}
