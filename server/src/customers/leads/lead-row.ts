import type { Facts } from '@peineng/engine'
import type { ScoreTerm } from './score-sheet.ts'

/** Columns of a lead with where it stands: `l` is lead, `o` the published view of ownership. */
export const leadColumns = `l.id, l.version, l.created_at as "createdAt", l.updated_at as "updatedAt",
  l.updated_by as "updatedBy", l.external_id as "externalId", l.name, l.company, l.company_key as "companyKey",
  l.company_place as "companyPlace", l.credit_code as "creditCode", l.phone, l.email, l.wechat, l.source, l.region,
  l.industry, l.product, l.amount_minor as "amountMinor", l.currency, l.value, l.difficulty, l.facts, l.given, l.tags, l.score,
  l.score_terms as "scoreTerms", l.score_sheet as "scoreSheet", l.tier, l.grid_cell as "gridCell", l.task_type as "taskType", l.quadrant,
  l.points_hundredths as "pointsHundredths", l.account_id as "accountId", l.outcome, l.closed_at as "closedAt",
  l.close_reason as "closeReason", l.first_response_at as "firstResponseAt", l.last_activity_at as "lastActivityAt",
  l.next_step_at as "nextStepAt", l.intake, l.import_id as "importId", ${ownershipColumns()}`

export const leadTables =
  "lead l left join item_ownership o on o.tenant_id = l.tenant_id and o.kind = 'lead' and o.item_id = l.id"

export function ownershipColumns(): string {
  return `o.state, o.owner_id as "ownerId", o.pool_id as "poolId", o.waiting_since as "waitingSince",
  o.release, o.release_at as "releaseAt", o.reason_code as "reasonCode", o.reason_params as "reasonParams",
  o.decision_id as "decisionId", o.owned_since as "ownedSince", o.accepted_at as "acceptedAt", o.reassignments, o.pinned,
  o.handover_id as "handoverId", coalesce(o.handover_open, false) as "handoverOpen", o.shadow_rep_id as "shadowRepId",
  o.shadow_until as "shadowUntil",
  case when o.state = 'offered' then (select jsonb_build_object('madeAt', f.made_at, 'until', f.until, 'round', f.round)
    from open_offer f where f.tenant_id = o.tenant_id and f.item_id = o.item_id) end as offer`
}

/** Where an item stands, as assignment publishes it; all null where it was never given to assignment. */
export interface OwnershipRow {
  readonly state: 'owned' | 'pooled' | 'waiting' | 'closed' | 'offered' | null
  readonly ownerId: string | null
  readonly poolId: string | null
  readonly waitingSince: Date | null
  readonly release: Record<string, unknown> | null
  readonly releaseAt: Date | null
  readonly reasonCode: string | null
  readonly reasonParams: Record<string, unknown> | null
  readonly decisionId: string | null
  readonly ownedSince: Date | null
  readonly acceptedAt: Date | null
  readonly reassignments: number | null
  readonly pinned: boolean | null
  /** Until when it is kept for its owner to say yes; null = nobody is asked. */
  readonly offer: { readonly madeAt: string; readonly until: string; readonly round: number } | null
  /** The handover its owner got it by; null = none. */
  readonly handoverId: string | null
  /** The owner has not confirmed reading it yet. */
  readonly handoverOpen: boolean
  /** The former owner, for as long as they may read and log as well. */
  readonly shadowRepId: string | null
  readonly shadowUntil: Date | null
}

export interface LeadRow extends OwnershipRow {
  readonly id: string
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly updatedBy: string | null
  readonly externalId: string | null
  readonly name: string
  readonly company: string
  readonly companyKey: string
  readonly companyPlace: string
  readonly creditCode: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly wechat: string | null
  readonly source: string | null
  readonly region: string | null
  readonly industry: string | null
  readonly product: string | null
  readonly amountMinor: number | null
  readonly currency: string
  readonly value: 'high' | 'mid' | 'low' | null
  readonly difficulty: 'easy' | 'medium' | 'hard' | null
  readonly facts: Facts
  readonly given: Facts
  readonly tags: readonly string[]
  readonly score: number | null
  /** Of leads from before there were sheets; read by `readScoreTerms`. */
  readonly scoreTerms: readonly ScoreTerm[]
  readonly scoreSheet: string | null
  readonly tier: string | null
  readonly gridCell: string | null
  readonly taskType: string | null
  readonly quadrant: string | null
  readonly pointsHundredths: number
  readonly accountId: string | null
  readonly outcome: 'open' | 'won' | 'lost' | 'invalid'
  readonly closedAt: Date | null
  readonly closeReason: string | null
  readonly firstResponseAt: Date | null
  readonly lastActivityAt: Date | null
  readonly nextStepAt: Date | null
  readonly intake: string
  readonly importId: string | null
}
