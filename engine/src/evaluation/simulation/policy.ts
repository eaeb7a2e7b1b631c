import type { SimulationAssumptions } from './assumptions.ts'
import type { SimulatedLead } from './market.ts'

/** What a policy sees and may do. It never sees true chances, only beliefs. */
export interface SalesFloor {
  readonly now: number
  readonly assumptions: SimulationAssumptions
  /** Open points per rep. */
  readonly load: Float64Array
  /** Leads received so far, and when last (−1 = never). */
  readonly received: Int32Array
  readonly receivedValue: Float64Array
  readonly lastReceivedAt: Float64Array
  /** Leads nobody has, oldest first. A new lead is in it when `arrive` is called. */
  readonly pool: ReadonlySet<SimulatedLead>
  /** Expected won money if this rep took the lead now: belief × value × decay of the wait so far. */
  expected(lead: SimulatedLead, rep: number): number
  /** Would the rep stay within the cap? */
  hasRoom(lead: SimulatedLead, rep: number): boolean
  assign(lead: SimulatedLead, rep: number): void
  /** The lead leaves for another exit (nurture); it counts as never assigned. */
  dismiss(lead: SimulatedLead): void
}

/** One way of distributing leads; state lives in the closure of its factory, so every run starts fresh. */
export interface SimulationPolicy {
  readonly name: string
  readonly tickMinutes?: number
  /** Mean minutes between looks of each rep; then `look` is called. */
  readonly lookMinutes?: number
  arrive?(floor: SalesFloor, lead: SimulatedLead): void
  freed?(floor: SalesFloor, rep: number): void
  tick?(floor: SalesFloor): void
  look?(floor: SalesFloor, rep: number): void
}

export type PolicyFactory = (assumptions: SimulationAssumptions) => SimulationPolicy
