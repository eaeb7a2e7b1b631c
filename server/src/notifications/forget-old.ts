import type { Platform, Sweep } from '../platform/context.ts'
import { forgettingSweep } from '../platform/jobs/forget.ts'

const DAY = 86_400_000

/**
 * Old notices and finished messages go; what still waits stays. Messages as long as events: one can be replayed as long
 * as its log can be read.
 */
export const forgetSweep = (platform: Platform): Sweep =>
  forgettingSweep(platform, 'notifications.forget', [
    { table: 'notice', since: 'created_at', keptMs: 90 * DAY },
    { table: 'delivery', since: 'finished_at', keptMs: 30 * DAY, and: `state <> 'waiting'` },
  ])
