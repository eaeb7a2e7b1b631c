import { type ActivityPolicy, defaultActivities, type Facts } from '@peineng/engine'
import type { People } from '../people/index.ts'
import type { Platform } from '../platform/context.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import type { Language } from '../platform/http/index.ts'
import { type MarkedActivity, markActivity, type NewActivity } from './activities/mark-activity.ts'
import type { AttributeDefinition } from './attributes/check-custom.ts'
import { catalogueRevision, type FieldCatalogue, fieldCatalogue } from './attributes/field-catalogue.ts'
import { listAttributes } from './attributes/store.ts'
import { closeMany, type PastClosing } from './leads/close-many.ts'
import type { LeadAssessor } from './leads/edit-lead.ts'
import { type Duplicate, type DuplicateCandidate, findDuplicates } from './leads/find-duplicates.ts'
import { insertLeads } from './leads/insert-leads.ts'
import { type ItemLabel, labelItems } from './leads/label-items.ts'
import type { LeadRow } from './leads/lead-row.ts'
import { type Closing, markClosed } from './leads/mark-closed.ts'
import { type MatchedAccount, matchAccounts } from './leads/match-accounts.ts'
import type { NewLead } from './leads/new-lead.ts'
import type { LeadJson, ReasonText } from './leads/present-lead.ts'
import { presentLeads, readLeadRows } from './leads/present-leads.ts'
import { type ItemFacts, readItems } from './leads/read-items.ts'
import {
  type HeldIdentity,
  type IdentityClaim,
  moveIdentities,
  reserveIdentities,
} from './leads/reserve-identities.ts'
import { idsOfLeads, type LeadFilter } from './leads/store.ts'
import { readAccountItems } from './records/account-items.ts'
import { describeItems } from './records/describe-items.ts'
import { type Visibility, visibilityOf } from './visibility.ts'
import type { Weigher } from './weigher.ts'

export interface CustomersOptions {
  /** Sentences for coded reasons; without it a reason's text is its code. */
  readonly reasonText?: ReasonText
}

/** Whom we sell to: what other slices may ask of customers. Functions without a database are exported beside it. */
export interface Customers {
  readonly platform: Platform
  readonly people: People
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
  /** The customer each candidate belongs to and who has it; one statement, by `ref`. */
  matchAccounts(
    db: TenantReader,
    candidates: readonly DuplicateCandidate[],
  ): Promise<Map<string, MatchedAccount>>
  readItems(db: TenantReader, ids: readonly string[]): Promise<ItemFacts[]>
  /** Accounts as work items, apart: nobody is given one from the queue. */
  readAccountItems(db: TenantReader, ids: readonly string[]): Promise<ItemFacts[]>
  /** What people call items and whose they are, whatever the caller's reach. */
  labelsOf(db: TenantReader, ids: readonly string[]): Promise<ReadonlyMap<string, ItemLabel>>
  /** Work that is no customer's (tasks) has its facts elsewhere: whoever knows them says so here. */
  itemsAlsoFrom(source: ItemSource): void
  /** Name, class and owner of records of any kind, whatever the caller's reach. */
  describeItems: typeof describeItems
  fieldCatalogue(db: TenantReader): Promise<FieldCatalogue>
  /** Moves whenever a custom attribute changes. */
  fieldsRevision(db: TenantReader): Promise<number>
  /** For `checkCustom`. */
  attributes(db: TenantReader): Promise<readonly AttributeDefinition[]>
  /** null = there is no such item. */
  markActivity(db: TenantWriter, activity: NewActivity, now: number): Promise<MarkedActivity | null>
  /** Ends leads of the past, in one statement. */
  closeMany(db: TenantWriter, closings: readonly PastClosing[]): Promise<void>
  /** false = there is no such open item. */
  markClosed(db: TenantWriter, closing: Closing, now: number): Promise<boolean>
  /** Leads by id in the order asked, whatever the caller's reach. */
  readLeadRows(db: TenantReader, ids: readonly string[]): Promise<LeadRow[]>
  /** The one JSON of leads, contact data masked where the caller may not have it. */
  presentLeads(
    db: TenantReader,
    rows: readonly LeadRow[],
    visibility: Visibility,
    language: Language,
  ): Promise<LeadJson[]>
  /** Everything that matches a filter, oldest first, for actions on "all that match". */
  idsOfLeads(db: TenantReader, visibility: Visibility, filter: LeadFilter, limit: number): Promise<string[]>
  visibilityOf(
    db: TenantReader,
    principal: Parameters<typeof visibilityOf>[2],
    reach: Parameters<typeof visibilityOf>[3],
  ): Promise<Visibility>
  /** How an edited lead is understood anew: policies lie above this slice, so the composition root says it. */
  assessWith(assessor: LeadAssessor): void
  /** What counts as contact and progress is the policy's; nobody said = the default. */
  activitiesBy(policy: ActivityPolicyReader): void
  readonly activityPolicy: ActivityPolicyReader
  readonly assess: LeadAssessor
  /** How what changes about an item changes what it weighs on its owner: assignment lies above this slice. */
  weighWith(weigher: Weigher): void
  /** Nothing weighs anything where nobody said how. */
  readonly weigher: Weigher
  /** How a new opportunity or owned account comes to assignment: it lies above this slice, too. */
  placeWith(placer: Placer): void
  readonly place: Placer
  /** Who counts that somebody opens a record of a pool: pools lie above this slice. */
  watchViewsWith(watcher: ViewWatcher): void
  /** Called before a record with hidden contact data is shown; refuses beyond the pool's daily limit. */
  readonly noteView: ViewWatcher
  readonly reasonText: ReasonText
}

export type ItemSource = (db: TenantReader, ids: readonly string[]) => Promise<ItemFacts[]>

export type ActivityPolicyReader = (db: TenantReader) => Promise<ActivityPolicy>

export type ViewWatcher = (
  tenantId: string,
  view: { readonly itemId: string; readonly repId: string },
) => Promise<void>

/** An item made here that is somebody's, or is to be given to somebody. */
export interface PlacedItem {
  readonly id: string
  readonly kind: 'account' | 'opportunity'
  readonly createdAt: number
  /** null = waits to be assigned. */
  readonly ownerId: string | null
  readonly facts: Facts
}

export type Placer = (
  db: TenantWriter,
  items: readonly PlacedItem[],
  actorId: string | null,
  now: number,
) => Promise<void>

export function createCustomers(
  platform: Platform,
  people: People,
  options: CustomersOptions = {},
): Customers {
  const reasonText: ReasonText = options.reasonText ?? ((code) => code)
  let assessor: LeadAssessor | null = null
  let weigher: Weigher = { lock: async () => {}, reweigh: async () => {} }
  let placer: Placer | null = null
  let watcher: ViewWatcher | null = null
  const sources: ItemSource[] = []
  let activityPolicy: ActivityPolicyReader = async () => defaultActivities
  return {
    platform,
    people,
    insertLeads,
    reserveIdentities,
    moveIdentities,
    findDuplicates,
    matchAccounts,
    readAccountItems,
    labelsOf: labelItems,
    async readItems(db, ids) {
      const items = await readItems(db, ids)
      if (items.length === new Set(ids).size || sources.length === 0) return items
      const found = new Set(items.map((item) => item.id))
      const missing = ids.filter((id) => !found.has(id))
      for (const source of sources) items.push(...(await source(db, missing)))
      return items.sort((a, b) => (a.id < b.id ? -1 : 1))
    },
    describeItems,
    itemsAlsoFrom: (source) => void sources.push(source),
    fieldCatalogue,
    fieldsRevision: catalogueRevision,
    attributes: listAttributes,
    markActivity: async (db, activity, now) => markActivity(db, activity, now, await activityPolicy(db)),
    markClosed,
    closeMany,
    readLeadRows,
    presentLeads: (db, rows, visibility, language) =>
      presentLeads(db, people, reasonText, rows, visibility, language),
    idsOfLeads,
    visibilityOf: (db, principal, reach) => visibilityOf(db, people, principal, reach),
    activitiesBy(given) {
      activityPolicy = given
    },
    activityPolicy: (db) => activityPolicy(db),
    assessWith(given) {
      assessor = given
    },
    async assess(db, facts, now) {
      if (assessor === null) throw new Error('nobody has said how leads are assessed (customers.assessWith)')
      return assessor(db, facts, now)
    },
    weighWith(given) {
      weigher = given
    },
    get weigher() {
      return weigher
    },
    placeWith(given) {
      placer = given
    },
    async place(db, items, actorId, now) {
      if (placer === null) throw new Error('nobody has said how items come to be owned (customers.placeWith)')
      return placer(db, items, actorId, now)
    },
    watchViewsWith(given) {
      watcher = given
    },
    async noteView(tenantId, view) {
      await watcher?.(tenantId, view)
    },
    reasonText,
  }
}
