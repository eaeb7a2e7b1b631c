import type { Slices } from '../compose.ts'
import type { Platform } from '../platform/context.ts'

const HOUR = 3_600_000

/** What happened so far is told to whom it concerns, at the time it happened and not all at the first start. */
export async function hearNotices(slices: Slices): Promise<void> {
  await slices.sweeps
    .find((one) => one.name === 'subscription:notifications')
    ?.run(new AbortController().signal)
}

/** People read what they are told within hours: of the last day the newest of each kind is new to them, nothing older. */
export async function readNotices(platform: Platform, tenantId: string, today: number): Promise<void> {
  await platform.database.write(tenantId, (db) =>
    db.query(
      `update notice n set read_at = least(n.created_at + interval '3 hours', $2)
       from (select id, row_number() over (partition by member_id, kind order by created_at desc, id desc) as place
             from notice where tenant_id = $1) o
       where n.tenant_id = $1 and n.id = o.id and (o.place > 1 or n.created_at < $3)`,
      [tenantId, new Date(today), new Date(today - 20 * HOUR)],
    ),
  )
}
