import type { Customers } from '../customers/index.ts'
import type { People } from '../people/index.ts'
import type { Platform, Sweep } from '../platform/context.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import type { StoredAnswer } from '../platform/http/index.ts'
import type { Policies } from '../policies/index.ts'
import { type Adoption, adoptItems } from './adopt-items.ts'
import { forgetItems } from './forget-items.ts'
import { sealSweep } from './seal-decisions.ts'
import type { Services } from './services.ts'
import { createLeadDoor, type Submission } from './submit-lead.ts'
import { sweepAbsences, sweepLoads, sweepWaiting, sweepWinModel } from './sweeps.ts'
import { createContextCache, type TenantContext } from './tenant-context.ts'

/** Who gets what: the only writer of ownership. */
export interface Assignment {
  readonly services: Services
  /** One lead in, owned or waiting with a reason when this resolves; durable by then. */
  submitLead(tenantId: string, submission: Submission): Promise<StoredAnswer>
  /** Items that come with an owner or wait to be assigned as a second step (imports). Constant statements per call. */
  adopt(db: TenantWriter, now: number, items: readonly Adoption[]): Promise<void>
  /** Takes adopted items out again as if they had never come; returns the ids that are gone (undo of an import). */
  forget(db: TenantWriter, now: number, ids: readonly string[]): Promise<string[]>
  /** Policy, roster and model in force for a tenant. */
  contextOf(db: TenantWriter, now: number): Promise<TenantContext>
  readonly sweeps: readonly Sweep[]
  /** Resolves when everything handed in so far is committed. */
  drained(): Promise<void>
}

export function createAssignment(
  platform: Platform,
  slices: { readonly people: People; readonly customers: Customers; readonly policies: Policies },
): Assignment {
  const contextOf = createContextCache(slices)
  const services: Services = { platform, contextOf, ...slices }
  const door = createLeadDoor(platform, slices.customers, contextOf)
  return {
    services,
    submitLead: door.submit,
    adopt: async (db, now, items) => adoptItems(db, await contextOf(db, now), now, items),
    forget: async (db, now, ids) => forgetItems(db, await contextOf(db, now), now, ids),
    contextOf,
    sweeps: [
      sealSweep(platform),
      sweepWaiting(services),
      sweepLoads(services),
      sweepAbsences(services),
      sweepWinModel(services),
    ],
    drained: door.drained,
  }
}
