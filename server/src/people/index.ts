import type { Gauge } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import type { Principal, Reach } from '../platform/http/index.ts'
import { type LoadedRoster, loadRoster } from './load-roster.ts'
import { bumpRoster, rosterRevision } from './roster-store.ts'
import { repNames, teamsUnder, visibleRepIds } from './visible-reps.ts'

export interface PeopleOptions {
  /** Gauges of the company's published policy: what reps and teams inherit. */
  readonly companyGauges?: (db: TenantReader) => Promise<readonly Gauge[]>
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
}

export function createPeople(options: PeopleOptions = {}): People {
  const companyGauges = options.companyGauges ?? (async () => [])
  return {
    loadRoster: async (db) => loadRoster(db, await companyGauges(db)),
    rosterRevision,
    bumpRoster,
    visibleRepIds,
    teamsUnder,
    repNames,
  }
}

export type { LoadedRoster } from './load-roster.ts'
export type { RepStatus, WorkingTime } from './model.ts'
