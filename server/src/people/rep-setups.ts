import type { TenantReader } from '../platform/database/index.ts'
import { territoryExpander } from './expand-territories.ts'
import type { RepStatus } from './model.ts'
import { readTerritories } from './roster-store.ts'

/** What a plan may change about a rep, as it stands. */
export interface RepSetup {
  readonly repId: string
  readonly territories: readonly string[]
  readonly status: RepStatus
}

export async function repSetups(db: TenantReader, ids: readonly string[]): Promise<RepSetup[]> {
  return db.query<RepSetup & Record<string, unknown>>(
    'select id as "repId", territories, status from rep where tenant_id = $1 and id = any($2::uuid[]) order by id',
    [db.tenantId, ids],
  )
}

/** From what a rep names (names, aliases, ids) to everything covered, as the roster has it. */
export async function readTerritoryExpander(
  db: TenantReader,
): Promise<(named: readonly string[]) => readonly string[]> {
  return territoryExpander(await readTerritories(db))
}
