import type { HandoverServices, Handovers } from './services.ts'
import { handoverSweep } from './sweep-handovers.ts'

/** What one owner tells the next, and the gate that opens when it was read. */
export function createHandovers(services: HandoverServices): Handovers {
  return { services, sweeps: [handoverSweep(services)] }
}
