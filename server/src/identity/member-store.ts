import type { TenantReader } from '../platform/database/index.ts'
import { cutPage, decodeCursor, type Page } from '../platform/http/index.ts'
import type { RoleName } from './permissions.ts'

export interface MemberRow extends Record<string, unknown> {
  readonly id: string
  readonly login_id: string
  readonly name: string
  readonly email: string
  readonly role: RoleName
  readonly team_id: string | null
  readonly rep_id: string | null
  readonly status: 'active' | 'inactive'
  readonly created_at: Date
  readonly updated_at: Date
  readonly version: number
}

const COLUMNS = 'id, login_id, name, email, role, team_id, rep_id, status, created_at, updated_at, version'

export async function memberById(db: TenantReader, id: string): Promise<MemberRow | null> {
  const [row] = await db.query<MemberRow>(
    `select ${COLUMNS} from member where tenant_id = $1 and id = $2`,
    [db.tenantId, id],
    'member_by_id',
  )
  return row ?? null
}

export interface MemberFilter {
  /** Only members of these teams, or this one; null = everybody. */
  readonly within: { readonly teamIds: readonly string[]; readonly memberId: string } | null
  readonly status?: 'active' | 'inactive' | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export async function listMembers(db: TenantReader, filter: MemberFilter): Promise<Page<MemberRow>> {
  const [name = null, id = null] = filter.cursor === undefined ? [] : decodeCursor(filter.cursor, 2)
  const rows = await db.query<MemberRow>(
    `select ${COLUMNS} from member
     where tenant_id = $1
       and ($2::text is null or status = $2)
       and ($3::uuid[] is null or team_id = any($3) or id = $4)
       and ($5::text is null or (name, id) > ($5, $6::uuid))
     order by name, id limit $7`,
    [
      db.tenantId,
      filter.status ?? null,
      filter.within?.teamIds ?? null,
      filter.within?.memberId ?? null,
      name,
      id,
      filter.limit + 1,
    ],
  )
  return cutPage(rows, filter.limit, (last) => [last.name, last.id])
}

/** The teams at and below one, by the tree's parent links; `team` belongs to people, which publishes it. */
export async function teamIdsUnder(db: TenantReader, teamId: string | null): Promise<readonly string[]> {
  if (teamId === null) return []
  const rows = await db.query<{ id: string }>(
    'select id from team_ancestry where tenant_id = $1 and ancestor_id = $2',
    [db.tenantId, teamId],
  )
  return rows.map((row) => row.id)
}
