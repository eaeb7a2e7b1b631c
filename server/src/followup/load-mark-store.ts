import type { LoadLevel } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'

export interface LoadMark {
  readonly level: LoadLevel
  readonly onLeave: boolean
}

export async function readMarks(db: TenantReader): Promise<Map<string, LoadMark>> {
  const rows = await db.query<{ repId: string; level: LoadLevel; onLeave: boolean }>(
    'select rep_id as "repId", level, on_leave as "onLeave" from load_mark where tenant_id = $1',
    [db.tenantId],
    'load_marks',
  )
  return new Map(rows.map(({ repId, ...mark }) => [repId, mark]))
}

export async function writeMarks(
  db: TenantWriter,
  now: number,
  marks: readonly { readonly repId: string; readonly level: LoadLevel; readonly onLeave: boolean }[],
): Promise<void> {
  if (marks.length === 0) return
  await db.query(
    `insert into load_mark (tenant_id, rep_id, level, on_leave, marked_at)
     select $1, r, l, o, $2 from unnest($3::uuid[], $4::text[], $5::boolean[]) as m(r, l, o) order by r
     on conflict (tenant_id, rep_id) do update set level = excluded.level, on_leave = excluded.on_leave,
       marked_at = excluded.marked_at`,
    [
      db.tenantId,
      new Date(now),
      marks.map((one) => one.repId),
      marks.map((one) => one.level),
      marks.map((one) => one.onLeave),
    ],
  )
}

/** Takes the lock that keeps two nodes from announcing one crossing twice; false = another has it. */
export async function lockMarks(db: TenantWriter): Promise<boolean> {
  const [row] = await db.query<{ got: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('load_mark ' || $1::text, 0)) as got`,
    [db.tenantId],
  )
  return row?.got === true
}
