import type { Clock } from './clock.ts'
import type { Database } from './database/index.ts'
import type { Log } from './log.ts'

/** What the composition root hands to every slice. */
export interface Platform {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** Where people reach this server; links in mails and invitations start with it. No slash at the end. */
  readonly publicUrl: string
  /** Signs and encrypts; 32 bytes or more. */
  readonly secret: string
  /** null = links that would be mailed are shown to copy. */
  readonly smtpUrl: string | null
}

/** Work that time triggers: run every so often on nodes with the `work` role, never twice at once on one node. */
export interface Sweep {
  readonly name: string
  readonly everyMs: number
  run(signal: AbortSignal): Promise<void>
}
