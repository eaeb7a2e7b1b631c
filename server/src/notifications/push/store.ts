import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'

export interface PushSubscriptionRow extends Record<string, unknown> {
  readonly id: string
  readonly memberId: string
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

export async function readSubscription(db: TenantReader, id: string): Promise<PushSubscriptionRow | null> {
  const [row] = await db.query<PushSubscriptionRow>(
    'select id, member_id as "memberId", endpoint, p256dh, auth from push_subscription where tenant_id = $1 and id = $2',
    [db.tenantId, id],
    'push_read',
  )
  return row ?? null
}

/** A browser belongs to whoever signed in last. */
export async function saveSubscription(
  db: TenantWriter,
  now: number,
  subscription: PushSubscriptionRow & { readonly userAgent: string },
): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `insert into push_subscription (tenant_id, id, member_id, endpoint, p256dh, auth, user_agent, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant_id, endpoint) do update set member_id = excluded.member_id, p256dh = excluded.p256dh,
       auth = excluded.auth, user_agent = excluded.user_agent
     returning id`,
    [
      db.tenantId,
      subscription.id,
      subscription.memberId,
      subscription.endpoint,
      subscription.p256dh,
      subscription.auth,
      subscription.userAgent,
      new Date(now),
    ],
  )
  return row?.id ?? subscription.id
}

/** Whose it is must be said, unless the push service says it is gone. */
export async function deleteSubscription(
  db: TenantWriter,
  which: { readonly id: string } | { readonly endpoint: string; readonly memberId: string },
): Promise<boolean> {
  const rows =
    'id' in which
      ? await db.query('delete from push_subscription where tenant_id = $1 and id = $2 returning 1 as one', [
          db.tenantId,
          which.id,
        ])
      : await db.query(
          'delete from push_subscription where tenant_id = $1 and endpoint = $2 and member_id = $3 returning 1 as one',
          [db.tenantId, which.endpoint, which.memberId],
        )
  return rows.length > 0
}

export async function countSubscriptions(db: TenantReader, memberId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'select count(*)::int as count from push_subscription where tenant_id = $1 and member_id = $2',
    [db.tenantId, memberId],
  )
  return row?.count ?? 0
}
