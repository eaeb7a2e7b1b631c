import type { TenantWriter } from '../../platform/database/index.ts'

export interface Closing {
  readonly kind: 'lead' | 'opportunity'
  readonly id: string
  readonly outcome: 'won' | 'lost' | 'invalid'
  readonly reason?: string | null
  /** Who had it; null where nobody did. */
  readonly repId: string | null
  /** Final amount where it differs from the expected one. */
  readonly amountMinor?: number | null
}

/** Closes an open lead or opportunity; false where there is none or it is closed already. */
export async function markClosed(db: TenantWriter, closing: Closing, now: number): Promise<boolean> {
  const stage = closing.kind === 'opportunity' ? ', stage = $3' : ''
  const rows = await db.query(
    `update ${closing.kind} set outcome = $3, closed_at = $4, close_reason = $5, closed_rep_id = $6,
       amount_minor = coalesce($7, amount_minor), updated_at = $4, next_step_at = null, version = version + 1${stage}
     where tenant_id = $1 and id = $2 and outcome = 'open' returning 1 as one`,
    [
      db.tenantId,
      closing.id,
      closing.outcome,
      new Date(now),
      closing.reason ?? null,
      closing.repId,
      closing.amountMinor ?? null,
    ],
    `customers_close_${closing.kind}`,
  )
  return rows.length === 1
}
