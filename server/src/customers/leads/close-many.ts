import type { TenantWriter } from '../../platform/database/index.ts'

/** How a lead of the past ended. */
export interface PastClosing {
  readonly id: string
  readonly outcome: 'won' | 'lost' | 'invalid'
  readonly repId: string | null
  /** Epoch milliseconds. */
  readonly closedAt: number
}

/** Ends any number of leads with one statement, at the time they ended: for history that is brought along. */
export async function closeMany(db: TenantWriter, closings: readonly PastClosing[]): Promise<void> {
  if (closings.length === 0) return
  await db.query(
    `update lead l set outcome = c.outcome, closed_rep_id = c.rep, closed_at = c.at, updated_at = c.at
     from unnest($2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[]) as c(id, outcome, rep, at)
     where l.tenant_id = $1 and l.id = c.id`,
    [
      db.tenantId,
      closings.map((c) => c.id),
      closings.map((c) => c.outcome),
      closings.map((c) => c.repId),
      closings.map((c) => new Date(c.closedAt)),
    ],
  )
}
