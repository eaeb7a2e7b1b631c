import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import type { Chooser } from './put-into-use.ts'

/** A person says that a column the detector accused is known when work arrives, or takes that back. */
export async function confirmColumn(
  db: TenantWriter,
  now: number,
  name: string,
  confirmed: boolean,
  who: Chooser,
): Promise<void> {
  if (confirmed)
    await db.query(
      `insert into win_model_column (tenant_id, name, confirmed_by, confirmed_at) values ($1, $2, $3, $4)
       on conflict (tenant_id, name) do nothing`,
      [db.tenantId, name, who.actorId, new Date(now)],
    )
  else await db.query('delete from win_model_column where tenant_id = $1 and name = $2', [db.tenantId, name])
  await record(db, now, {
    actorKind: who.actorKind,
    actorId: who.actorId,
    action: confirmed ? 'win_model.column_confirmed' : 'win_model.column_suspected',
    entityKind: 'win_model_column',
    entityId: null,
    detail: { name },
  })
}
