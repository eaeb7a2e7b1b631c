import type { ProtectionTerms } from '@peineng/engine'
import type { TenantReader } from '../platform/database/index.ts'

/** A pool with all its terms; see the migration for what each means. */
export interface PoolRow {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly position: number
  readonly version: number
  readonly open: boolean
  readonly takesRecalled: boolean
  readonly regions: readonly string[]
  readonly sources: readonly string[]
  readonly tiers: readonly string[]
  readonly mode: 'first_come' | 'sealed'
  readonly windowSeconds: number
  readonly dailyClaims: number | null
  readonly dailyViews: number | null
  readonly holdingLimit: number | null
  readonly holdingExcludedTags: readonly string[]
  readonly shieldMinutes: number
  readonly coolDownDays: number
  readonly mustMatch: boolean
  readonly respectsGauges: boolean
  readonly whenFollowed: 'block' | 'route'
  readonly backlogMinutes: number
  readonly unnoticedHours: number
  readonly protectDays: number
  readonly extendDays: number
  readonly maxDays: number
  readonly classTerms: Readonly<Record<string, Partial<ProtectionTerms>>>
  readonly contractEndKey: string | null
}

/** Field of a pool → its column: what is written and what is read are one list. */
export const poolColumns = {
  name: 'name',
  note: 'note',
  position: 'position',
  open: 'is_open',
  takesRecalled: 'takes_recalled',
  regions: 'regions',
  sources: 'sources',
  tiers: 'tiers',
  mode: 'mode',
  windowSeconds: 'window_seconds',
  dailyClaims: 'daily_claims',
  dailyViews: 'daily_views',
  holdingLimit: 'holding_limit',
  holdingExcludedTags: 'holding_excluded_tags',
  shieldMinutes: 'shield_minutes',
  coolDownDays: 'cool_down_days',
  mustMatch: 'must_match',
  respectsGauges: 'respects_gauges',
  whenFollowed: 'when_followed',
  backlogMinutes: 'backlog_minutes',
  unnoticedHours: 'unnoticed_hours',
  protectDays: 'protect_days',
  extendDays: 'extend_days',
  maxDays: 'max_days',
  classTerms: 'class_terms',
  contractEndKey: 'contract_end_key',
} as const satisfies Record<Exclude<keyof PoolRow, 'id' | 'version'>, string>

export type PoolField = keyof typeof poolColumns

const COLUMNS = [
  'id',
  'version',
  ...Object.entries(poolColumns).map(([field, column]) => `${column} as "${field}"`),
].join(', ')

type Row = PoolRow & Record<string, unknown>

/** In the order managers gave them; the first that fits takes what is called back. */
export function readPools(db: TenantReader): Promise<PoolRow[]> {
  return db.query<Row>(
    `select ${COLUMNS} from pool where tenant_id = $1 order by position, id`,
    [db.tenantId],
    'pools_read',
  )
}

export async function readPool(db: TenantReader, id: string): Promise<PoolRow | null> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from pool where tenant_id = $1 and id = $2`,
    [db.tenantId, id],
    'pool_read',
  )
  return rows[0] ?? null
}
