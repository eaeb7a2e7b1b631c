import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import type { PersonalChannel } from './kinds.ts'

export interface PreferenceRow extends Record<string, unknown> {
  /** Only what differs from the defaults. */
  readonly kinds: Readonly<Record<string, readonly PersonalChannel[]>>
  readonly quietFrom: string | null
  readonly quietUntil: string | null
  readonly digestAt: string | null
}

const NOTHING_SAID: PreferenceRow = { kinds: {}, quietFrom: null, quietUntil: null, digestAt: null }

export async function readPreference(db: TenantReader, memberId: string): Promise<PreferenceRow> {
  const [row] = await db.query<PreferenceRow>(
    `select kinds, quiet_from as "quietFrom", quiet_until as "quietUntil", digest_at as "digestAt"
     from notification_preference where tenant_id = $1 and member_id = $2`,
    [db.tenantId, memberId],
  )
  return row ?? NOTHING_SAID
}

export async function savePreference(
  db: TenantWriter,
  now: number,
  memberId: string,
  preference: PreferenceRow,
): Promise<void> {
  await db.query(
    `insert into notification_preference (tenant_id, member_id, kinds, quiet_from, quiet_until, digest_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant_id, member_id) do update set kinds = excluded.kinds, quiet_from = excluded.quiet_from,
       quiet_until = excluded.quiet_until, digest_at = excluded.digest_at, updated_at = excluded.updated_at`,
    [
      db.tenantId,
      memberId,
      JSON.stringify(preference.kinds),
      preference.quietFrom,
      preference.quietUntil,
      preference.digestAt,
      new Date(now),
    ],
  )
}
