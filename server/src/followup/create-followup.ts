import type { Sweep } from '../platform/context.ts'
import { forgettingSweep } from '../platform/jobs/forget.ts'
import { promptTraces } from './person-traces.ts'
import type { FollowupServices } from './services.ts'
import {
  sweepEvents,
  sweepLoads,
  sweepResyncs,
  sweepTimers,
  sweepUnfollowed,
  workOffTimers,
} from './sweeps.ts'

/** Nothing is forgotten: clocks, prompts, relief and health of work somebody owns. */
export interface Followup {
  readonly services: FollowupServices
  readonly sweeps: readonly Sweep[]
  /**
   * Hears what was announced and does what is due at the platform's clock, without saying that the service is up: for a
   * company that is lived through on a clock of its own.
   */
  catchUp(tenantId: string): Promise<void>
}

/** A year and a little more, so that a week can be held against the same week of the year before. */
const FIRINGS_KEPT_MS = 400 * 86_400_000

export function createFollowup(services: FollowupServices): Followup {
  const hear = sweepEvents(services)
  services.assignment.tracesIn(promptTraces)
  return {
    services,
    sweeps: [
      hear,
      sweepTimers(services),
      sweepResyncs(services),
      sweepLoads(services),
      sweepUnfollowed(services),
      forgettingSweep(services.platform, 'followup.forget', [
        { table: 'timer_firing', since: 'at', keptMs: FIRINGS_KEPT_MS },
        { table: 'trigger_prompt', since: 'at', keptMs: FIRINGS_KEPT_MS, and: `state <> 'open'` },
      ]),
    ],
    async catchUp(tenantId) {
      const never = new AbortController().signal
      await hear.run(never)
      await workOffTimers(services, tenantId)
      await hear.run(never)
    },
  }
}
