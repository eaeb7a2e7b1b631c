import type { TenantWriter } from '../../platform/database/index.ts'

/**
 * Which share of their open work each rep has not followed up in time, permille: above the policy's limit floors and
 * bonuses are suspended (E14, M5). Rows are locked in id order like every change of them, and only where it changed.
 */
export async function noteUnfollowed(
  db: TenantWriter,
  shares: readonly { readonly repId: string; readonly permille: number }[],
): Promise<void> {
  if (shares.length === 0) return
  const values = [shares.map((one) => one.repId), shares.map((one) => one.permille)]
  await db.query(
    `select 1 from rep_load l join unnest($2::uuid[], $3::int[]) as s(rep, share)
       on l.rep_id = s.rep and l.unfollowed_permille <> s.share
     where l.tenant_id = $1 order by l.rep_id for update of l`,
    [db.tenantId, ...values],
  )
  await db.query(
    `update rep_load l set unfollowed_permille = s.share, version = l.version + 1
     from unnest($2::uuid[], $3::int[]) as s(rep, share)
     where l.tenant_id = $1 and l.rep_id = s.rep and l.unfollowed_permille <> s.share`,
    [db.tenantId, ...values],
  )
}
