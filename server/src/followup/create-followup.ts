import type { Sweep } from '../platform/context.ts'
import type { FollowupServices } from './services.ts'
import { sweepEvents, sweepLoads, sweepResyncs, sweepTimers } from './sweeps.ts'

/** Nothing is forgotten: clocks, prompts, relief and health of work somebody owns. */
export interface Followup {
  readonly services: FollowupServices
  readonly sweeps: readonly Sweep[]
}

export function createFollowup(services: FollowupServices): Followup {
  return {
    services,
    sweeps: [sweepEvents(services), sweepTimers(services), sweepResyncs(services), sweepLoads(services)],
  }
}
