import type { Platform, Sweep } from '../platform/context.ts'
import { WINDOW_MS } from './throttle.ts'

/** Rows whose time is over already grant nothing; this only keeps the tables small. */
export function sweepExpired({ database, clock }: Pick<Platform, 'database' | 'clock'>): Sweep {
  return {
    name: 'identity.expired',
    everyMs: 10 * 60_000,
    async run() {
      const now = clock.now()
      await database.dispatcher.query('delete from login_session where expires_at <= $1', [new Date(now)])
      await database.dispatcher.query('delete from login_reset where expires_at <= $1', [new Date(now)])
      await database.dispatcher.query('delete from login_throttle where window_started_at <= $1', [
        new Date(now - WINDOW_MS),
      ])
    },
  }
}
