import type { ExperienceLevel } from '@peineng/engine'
import type { TenantReader } from '../platform/database/index.ts'
import { cutPage, decodeCursor, type Page } from '../platform/http/index.ts'
import type { OwnCapacity, RepStatus } from './model.ts'

export interface RepRow extends OwnCapacity, Record<string, unknown> {
  readonly id: string
  readonly external_id: string | null
  readonly name: string
  readonly pinyin: string
  readonly team_id: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly hired_on: string | null
  readonly roles: readonly string[]
  readonly level: ExperienceLevel
  readonly status: RepStatus
  readonly weight: number
  readonly territories: readonly string[]
  readonly industries: readonly string[]
  readonly product_lines: readonly string[]
  readonly time_zone: string | null
  readonly working_hours: string | null
  readonly created_at: Date
  readonly updated_at: Date
  readonly version: number
}

const COLUMNS = `id, external_id, name, pinyin, team_id, email, phone, hired_on, roles, level, status, weight, territories,
  industries, product_lines, time_zone, working_hours, gauges, limits, created_at, updated_at, version`

export async function repById(db: TenantReader, id: string): Promise<RepRow | null> {
  const [row] = await db.query<RepRow>(`select ${COLUMNS} from rep where tenant_id = $1 and id = $2`, [
    db.tenantId,
    id,
  ])
  return row ?? null
}

export interface RepFilter {
  readonly q?: string | undefined
  readonly teamIds?: readonly string[] | undefined
  readonly status?: RepStatus | undefined
  readonly level?: ExperienceLevel | undefined
  readonly territory?: string | undefined
  readonly tag?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** By pinyin, so that Chinese names stand in the order people look for them on any database. */
export async function listReps(db: TenantReader, filter: RepFilter): Promise<Page<RepRow>> {
  const [pinyin = null, id = null] = filter.cursor === undefined ? [] : decodeCursor(filter.cursor, 2)
  const needle = filter.q === undefined ? null : `%${filter.q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  const rows = await db.query<RepRow>(
    `select ${COLUMNS} from rep
     where tenant_id = $1
       and ($2::text is null or lower(name) like $2 or pinyin like $2)
       and ($3::uuid[] is null or team_id = any($3))
       and ($4::text is null or status = $4)
       and ($5::text is null or level = $5)
       and ($6::text is null or $6 = any(territories))
       and ($7::text is null or exists (
         select from rep_tag t where t.tenant_id = rep.tenant_id and t.rep_id = rep.id and t.tag = $7))
       and ($8::text is null or (pinyin, id) > ($8, $9::uuid))
     order by pinyin, id limit $10`,
    [
      db.tenantId,
      needle,
      filter.teamIds ?? null,
      filter.status ?? null,
      filter.level ?? null,
      filter.territory ?? null,
      filter.tag ?? null,
      pinyin,
      id,
      filter.limit + 1,
    ],
  )
  return cutPage(rows, filter.limit, (last) => [last.pinyin, last.id])
}
