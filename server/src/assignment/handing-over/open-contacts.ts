import type { TenantWriter } from '../../platform/database/index.ts'
import { announce } from '../../platform/outbox/index.ts'

/**
 * The new owner has read a handover: contact data of everything it is about open for them, and the shadow period begins
 * to run out. Items that changed hands since are not theirs to open.
 */
export async function openContacts(
  db: TenantWriter,
  now: number,
  handoverId: string,
  shadowUntil: number | null,
): Promise<void> {
  await db.query(
    `update work_item set handover_read_at = $3, shadow_until = $4, version = version + 1
     where tenant_id = $1 and id in (select item_id from handover_item where tenant_id = $1 and handover_id = $2)
       and handover_id = $2 and handed_to = owner_id and handover_read_at is null`,
    [db.tenantId, handoverId, new Date(now), shadowUntil === null ? null : new Date(shadowUntil)],
    'handover_open_contacts',
  )
}

/** Shadow periods that are over end: the former owner no longer reads or logs. Returns of which handovers. */
export async function endShadows(db: TenantWriter, now: number): Promise<string[]> {
  const rows = await db.query<{
    id: string
    kind: string
    handoverId: string
    fromRepId: string
    owner: boolean
  }>(
    `update work_item w set shadow_until = null, version = w.version + 1
     from (select id from work_item where tenant_id = $1 and shadow_until <= $2
       order by id limit 500 for update skip locked) due
     where w.tenant_id = $1 and w.id = due.id
     returning w.id, w.kind, w.handover_id as "handoverId", w.handed_from as "fromRepId", w.handed_to = w.owner_id as owner`,
    [db.tenantId, new Date(now)],
    'handover_end_shadows',
  )
  await announce(
    db,
    now,
    rows
      .filter((row) => row.owner)
      .map(({ id, kind, handoverId, fromRepId }) => ({
        type: `${kind}.shadow_ended`,
        entityKind: kind,
        entityId: id,
        payload: { handoverId, fromRepId },
      })),
  )
  return [...new Set(rows.map(({ handoverId }) => handoverId))]
}
