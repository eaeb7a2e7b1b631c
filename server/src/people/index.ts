import type { Founder, PersonalDataSource } from '../identity/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import type { Principal, Reach } from '../platform/http/index.ts'
import { foundCompany } from './found-company.ts'
import { inheritedThresholds } from './inherited-thresholds.ts'
import { bookLeave } from './leaves.ts'
import { type LoadedRoster, loadRoster } from './load-roster.ts'
import { managersOf } from './managers-of.ts'
import type { CompanyCapacity } from './model.ts'
import { repData } from './personal-data.ts'
import { type PersonalLimit, readPersonalLimits, setPersonalLimits } from './personal-limits.ts'
import { createProductLine } from './product-lines.ts'
import { readTerritoryExpander, repSetups } from './rep-setups.ts'
import { bumpRoster, companyTimeZone, rosterRevision } from './roster-store.ts'
import { assessTag, removeHistoryTag } from './tags.ts'
import { createTeam } from './teams.ts'
import { createTerritory } from './territories.ts'
import { repNames, teamsUnder, visibleRepIds } from './visible-reps.ts'
import { changeRep, createRep, saveRep } from './write-rep.ts'

export interface PeopleOptions {
  /** Of the company's published policy: what reps and teams inherit. */
  readonly companyCapacity?: (db: TenantReader) => Promise<CompanyCapacity>
}

export interface People {
  /** Call again when `rosterRevision` has moved, or a policy was published (its gauges are inherited). */
  loadRoster(db: TenantReader): Promise<LoadedRoster>
  rosterRevision(db: TenantReader): Promise<number>
  bumpRoster(db: TenantWriter): Promise<void>
  visibleRepIds(
    db: TenantReader,
    principal: Pick<Principal, 'repId' | 'teamId'>,
    reach: Reach,
  ): Promise<readonly string[] | null>
  teamsUnder(db: TenantReader, teamId: string | null): Promise<readonly string[]>
  repNames(db: TenantReader, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Who leads each rep, as members: whom a question about their work goes to. */
  managersOf(db: TenantReader, repIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
  companyTimeZone(db: TenantReader): Promise<string>
  readonly companyCapacity: (db: TenantReader) => Promise<CompanyCapacity>
  /** Thresholds that follow a rep's own days, as they hold: none where the policy does not let them. */
  readonly personalLimits: (db: TenantReader) => Promise<ReadonlyMap<string, PersonalLimit>>
  readonly setPersonalLimits: typeof setPersonalLimits
  /** Start values of the gauge that may follow a rep's own days; whoever has one set for them is not among them. */
  inheritedThresholds(db: TenantReader): Promise<ReadonlyMap<string, number>>
  /** For identity's `founders`: territories and the calendar of a new company. */
  readonly foundCompany: Founder
  /** For identity's `personalData`. */
  readonly personalData: PersonalDataSource
  createTeam: typeof createTeam
  createRep: typeof createRep
  /** Imports: changes the rep its source knows by this key, else makes one. */
  saveRep: typeof saveRep
  /** A change of a rep by another slice; checks and records as the route does. */
  changeRep: typeof changeRep
  repSetups: typeof repSetups
  territoryExpander: typeof readTerritoryExpander
  assessTag: typeof assessTag
  /** A tag read from history goes when the history no longer bears it out. */
  removeHistoryTag: typeof removeHistoryTag
  bookLeave: typeof bookLeave
  createTerritory: typeof createTerritory
  createProductLine: typeof createProductLine
}

export function createPeople(options: PeopleOptions = {}): People {
  const companyCapacity = options.companyCapacity ?? (async () => ({ gauges: [], followsDays: false }))
  return {
    loadRoster: async (db) => loadRoster(db, await companyCapacity(db)),
    rosterRevision,
    bumpRoster,
    visibleRepIds,
    teamsUnder,
    repNames,
    managersOf,
    companyTimeZone,
    companyCapacity,
    personalLimits: async (db) =>
      (await companyCapacity(db)).followsDays ? readPersonalLimits(db) : new Map(),
    setPersonalLimits,
    inheritedThresholds: async (db) => inheritedThresholds(db, await companyCapacity(db)),
    foundCompany,
    personalData: repData,
    createTeam,
    createRep,
    saveRep,
    changeRep,
    repSetups,
    territoryExpander: readTerritoryExpander,
    assessTag,
    removeHistoryTag,
    bookLeave,
    createTerritory,
    createProductLine,
  }
}

export type { LoadedRoster } from './load-roster.ts'
export { type RepStatus, repMaxima, repMaximum, type WorkingTime } from './model.ts'
export type { PersonalLimit } from './personal-limits.ts'
export { peopleRoutes } from './routes.ts'
export { type TagFamily, type TagFields, tagFamilies } from './tags.ts'
export { listTeams } from './teams.ts'
export { listTerritories } from './territories.ts'
export { repNames } from './visible-reps.ts'
export type { RepFields, RepInput } from './write-rep.ts'
