import type { Platform } from '../platform/context.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import type { MarkedActivity, NewActivity } from './activities/mark-activity.ts'
import { markActivity } from './activities/mark-activity.ts'
import { catalogueRevision, type FieldCatalogue, fieldCatalogue } from './attributes/field-catalogue.ts'
import { type Duplicate, type DuplicateCandidate, findDuplicates } from './leads/find-duplicates.ts'
import { insertLeads } from './leads/insert-leads.ts'
import { type Closing, markClosed } from './leads/mark-closed.ts'
import type { NewLead } from './leads/new-lead.ts'
import { type ItemFacts, readItems } from './leads/read-items.ts'
import {
  type HeldIdentity,
  type IdentityClaim,
  moveIdentities,
  reserveIdentities,
} from './leads/reserve-identities.ts'

export {
  type ActivityKind,
  activityKinds,
  type MarkedActivity,
  type NewActivity,
} from './activities/mark-activity.ts'
export type { FieldCatalogue } from './attributes/field-catalogue.ts'
export { toFacts } from './leads/facts.ts'
export type { Duplicate, DuplicateCandidate } from './leads/find-duplicates.ts'
export type { IdentityKey, IdentityKind } from './leads/identity-key.ts'
export { customValue, type LeadInput, leadFields, leadInput } from './leads/lead-input.ts'
export type { Closing } from './leads/mark-closed.ts'
export type { LeadAssessment, NewLead } from './leads/new-lead.ts'
export { type LeadWarning, type NormalisedLead, normaliseLead } from './leads/normalise-lead.ts'
export type { ItemFacts } from './leads/read-items.ts'
export type { HeldIdentity, IdentityClaim } from './leads/reserve-identities.ts'

/** Whom we sell to: what other slices may ask of customers. Functions without a database are exported beside it. */
export interface Customers {
  /** One statement for any number of leads. */
  insertLeads(db: TenantWriter, rows: readonly NewLead[], now: number): Promise<void>
  /** Claims phone, mail, company and credit code for leads; returns what another lead had first. */
  reserveIdentities(db: TenantWriter, claims: readonly IdentityClaim[]): Promise<HeldIdentity[]>
  /** After reserveIdentities: a merged lead's keys go to what it was merged into, a refused one's are given up. */
  moveIdentities(
    db: TenantWriter,
    moves: readonly { readonly from: string; readonly to: string | null }[],
  ): Promise<void>
  /** Exact matches among leads and accounts, with their owners; one statement. */
  findDuplicates(db: TenantReader, candidates: readonly DuplicateCandidate[]): Promise<Duplicate[]>
  readItems(db: TenantReader, ids: readonly string[]): Promise<ItemFacts[]>
  fieldCatalogue(db: TenantReader): Promise<FieldCatalogue>
  /** Moves whenever a custom attribute changes. */
  fieldsRevision(db: TenantReader): Promise<number>
  /** null = there is no such item. */
  markActivity(db: TenantWriter, activity: NewActivity, now: number): Promise<MarkedActivity | null>
  /** false = there is no such open item. */
  markClosed(db: TenantWriter, closing: Closing, now: number): Promise<boolean>
}

export function createCustomers(_platform: Platform): Customers {
  return {
    insertLeads,
    reserveIdentities,
    moveIdentities,
    findDuplicates,
    readItems,
    fieldCatalogue,
    fieldsRevision: catalogueRevision,
    markActivity,
    markClosed,
  }
}
