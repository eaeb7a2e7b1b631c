/** SQLSTATE of a deadlock and of a serialisation failure: the transaction did nothing and may simply run again. */
const CONFLICTS = new Set(['40P01', '40001'])
const TRIES = 5

/** Runs a transaction again when PostgreSQL chose it as the victim. Lock order makes that rare; nothing makes it never. */
export async function retryOnConflict<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction()
    } catch (error) {
      const code = (error as { code?: unknown }).code
      if (attempt >= TRIES || typeof code !== 'string' || !CONFLICTS.has(code)) throw error
    }
  }
}
