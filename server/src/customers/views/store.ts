import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'

export interface SavedView {
  readonly id: string
  readonly memberId: string
  readonly memberName: string
  readonly screen: string
  readonly name: string
  readonly search: Readonly<Record<string, unknown>>
  readonly shared: boolean
}

/** A person's own views of a list and those shared with everybody, by name. */
export function viewsFor(db: TenantReader, memberId: string, screen: string): Promise<SavedView[]> {
  return db.query<SavedView & Record<string, unknown>>(
    `select v.id, v.member_id as "memberId", p.name as "memberName", v.screen, v.name, v.search, v.shared
     from saved_view v join member p on p.tenant_id = v.tenant_id and p.id = v.member_id
     where v.tenant_id = $1 and v.screen = $3 and (v.member_id = $2 or v.shared)
     order by v.name collate "zh-Hans-CN-x-icu", v.id`,
    [db.tenantId, memberId, screen],
  )
}

/** Writes a view unless its owner has `most` already; false then. One statement, so that two at once count each other. */
export async function insertView(
  db: TenantWriter,
  view: Omit<SavedView, 'memberName'>,
  most: number,
  now: number,
): Promise<boolean> {
  // Two calls of one person at the same moment take their turns at the person's row.
  await db.query('select 1 as one from member where tenant_id = $1 and id = $2 for update', [
    db.tenantId,
    view.memberId,
  ])
  const rows = await db.query(
    `insert into saved_view (tenant_id, id, member_id, screen, name, search, shared, created_at)
     select $1, $2, $3, $4, $5, $6, $7, $8
     where (select count(*) from saved_view where tenant_id = $1 and member_id = $3) < $9
     returning 1 as one`,
    [
      db.tenantId,
      view.id,
      view.memberId,
      view.screen,
      view.name,
      JSON.stringify(view.search),
      view.shared,
      new Date(now),
      most,
    ],
  )
  return rows.length === 1
}

/** Only one's own; false where there is none such. */
export async function deleteView(db: TenantWriter, id: string, memberId: string): Promise<boolean> {
  const rows = await db.query(
    'delete from saved_view where tenant_id = $1 and id = $2 and member_id = $3 returning 1 as one',
    [db.tenantId, id, memberId],
  )
  return rows.length === 1
}
