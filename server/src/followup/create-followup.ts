import type { Sweep } from '../platform/context.ts'
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

export function createFollowup(services: FollowupServices): Followup {
  const hear = sweepEvents(services)
  return {
    services,
    sweeps: [
      hear,
      sweepTimers(services),
      sweepResyncs(services),
      sweepLoads(services),
      sweepUnfollowed(services),
    ],
    async catchUp(tenantId) {
      const never = new AbortController().signal
      await hear.run(never)
      await workOffTimers(services, tenantId)
      await hear.run(never)
    },
  }
}
