import type { TenantWriter } from '../../platform/database/index.ts'

/** What had become of a lead before it was imported. */
export interface LeadHistory {
  readonly id: string
  readonly outcome: 'open' | 'won' | 'lost' | 'invalid'
  readonly closedAt: number | null
  readonly closedRepId: string | null
  readonly lastActivityAt: number | null
  readonly nextStepAt: number | null
}

/** Gives imported leads their past with one statement; nothing is announced, because nothing happened today. */
export async function settleHistory(db: TenantWriter, histories: readonly LeadHistory[]): Promise<void> {
  if (histories.length === 0) return
  const time = (at: number | null): Date | null => (at === null ? null : new Date(at))
  await db.query(
    `update lead l set outcome = h.outcome, closed_at = h.closed_at, closed_rep_id = h.rep,
       last_activity_at = h.last_activity_at, first_response_at = h.last_activity_at, next_step_at = h.next_step_at
     from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::uuid[], $6::timestamptz[], $7::timestamptz[])
       as h(id, outcome, closed_at, rep, last_activity_at, next_step_at)
     where l.tenant_id = $1 and l.id = h.id`,
    [
      db.tenantId,
      histories.map((h) => h.id),
      histories.map((h) => h.outcome),
      histories.map((h) => time(h.closedAt)),
      histories.map((h) => h.closedRepId),
      histories.map((h) => time(h.lastActivityAt)),
      histories.map((h) => time(h.nextStepAt)),
    ],
  )
}
