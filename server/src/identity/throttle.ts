import { createHash } from 'node:crypto'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { type LoginDoor, normalizeEmail } from './login-store.ts'

/** One window for everything: long enough to make guessing hopeless, short enough for whoever mistyped. */
export const WINDOW_MS = 15 * 60_000

export interface Allowance {
  readonly key: string
  readonly limit: number
}

/** Ten guesses per account and window: 960 a day against 62^10 passwords. Stored hashed: a table of mails is worth stealing. */
export const accountAllowance = (purpose: string, email: string, limit = 10): Allowance => ({
  key: `${purpose}:account:${createHash('sha256').update(normalizeEmail(email)).digest('base64url')}`,
  limit,
})

/** A whole office stands behind one address, so this only stops a flood. */
export const addressAllowance = (purpose: string, ip: string, limit = 100): Allowance => ({
  key: `${purpose}:address:${ip}`,
  limit,
})

/**
 * Counts an attempt before it is looked at, in the database: guesses sent in parallel, or to several nodes, count
 * together. Throws RATE_LIMITED beyond the allowance.
 */
export async function takeAttempt(
  door: LoginDoor,
  now: number,
  allowances: readonly Allowance[],
): Promise<void> {
  // In one order everywhere, so that two attempts cannot deadlock.
  const sorted = [...allowances].sort((a, b) => (a.key < b.key ? -1 : 1))
  const { rows } = await door.query<{ key: string; attempts: number; window_started_at: Date }>(
    `insert into login_throttle as t (key, attempts, window_started_at)
     select unnest($1::text[]), 1, $2
     on conflict (key) do update set
       attempts = case when t.window_started_at <= $3 then 1 else t.attempts + 1 end,
       window_started_at = case when t.window_started_at <= $3 then $2 else t.window_started_at end
     returning key, attempts, window_started_at`,
    [sorted.map((a) => a.key), new Date(now), new Date(now - WINDOW_MS)],
  )
  for (const row of rows) {
    const limit = allowances.find((a) => a.key === row.key)?.limit ?? 0
    if (row.attempts <= limit) continue
    const retryAfterSeconds = Math.ceil((row.window_started_at.getTime() + WINDOW_MS - now) / 1000)
    throw new ProblemError('RATE_LIMITED', { extra: { retryAfterSeconds } })
  }
}

/** A success gives the account a clean slate and takes its own attempt off the address, which others share. */
export async function forgiveAttempt(door: LoginDoor, account: Allowance, address: Allowance): Promise<void> {
  await door.query('delete from login_throttle where key = $1', [account.key])
  await door.query('update login_throttle set attempts = greatest(attempts - 1, 0) where key = $1', [
    address.key,
  ])
}
