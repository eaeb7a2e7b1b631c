import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import type { CapabilityDocument } from './evaluate-capability.ts'

/** Reports kept: the board shows the newest, somebody who doubts it may ask for one before. */
const KEPT = 40

export async function keepCapability(
  db: TenantWriter,
  now: number,
  document: CapabilityDocument,
): Promise<string> {
  const id = uuidv7(now)
  await db.query(
    'insert into capability_report (tenant_id, id, made_at, outcomes, document) values ($1, $2, $3, $4, $5)',
    [db.tenantId, id, new Date(now), document.outcomes, JSON.stringify(document)],
  )
  await db.query(
    `delete from capability_report where tenant_id = $1 and id not in (
       select id from capability_report where tenant_id = $1 order by made_at desc limit $2)`,
    [db.tenantId, KEPT],
  )
  return id
}

/** Marks a report as the one proposals are made of; false where the month has one already. */
export async function markProposed(db: TenantWriter, id: string, month: Date): Promise<boolean> {
  const rows = await db.query(
    `update capability_report set proposed = true where tenant_id = $1 and id = $2 and not exists (
       select 1 from capability_report where tenant_id = $1 and proposed and made_at >= $3) returning id`,
    [db.tenantId, id, month],
  )
  return rows.length > 0
}

export async function latestCapability(db: TenantReader): Promise<CapabilityDocument | null> {
  const [row] = await db.query<{ document: CapabilityDocument }>(
    'select document from capability_report where tenant_id = $1 order by made_at desc limit 1',
    [db.tenantId],
  )
  return row?.document ?? null
}

export type ProposalKind = 'tag' | 'stale_tag' | 'weight'

/** What a proposal rests on. Figures only; sentences are made where they are read. */
export interface ProposalEvidence {
  readonly outcomes: number
  readonly wins: number | null
  readonly rate: number | null
  readonly low: number | null
  readonly high: number | null
  readonly teamRate: number | null
  readonly lastAt: string | null
}

export interface Proposal {
  readonly repId: string
  readonly kind: ProposalKind
  readonly subject: string
  readonly family: string | null
  readonly was: number | null
  readonly proposed: number | null
  readonly evidence: ProposalEvidence
}

export interface ProposalRow extends Proposal, Record<string, unknown> {
  readonly id: string
  readonly madeAt: Date
  readonly state: 'open' | 'accepted' | 'declined' | 'outdated'
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly note: string | null
}

const COLUMNS = `id, rep_id as "repId", kind, subject, family, was, proposed, evidence, made_at as "madeAt", state,
  decided_at as "decidedAt", decided_by as "decidedBy", note`

/** Replaces what is open: this month's proposals stand for all of them. One statement each, whatever their number. */
export async function replaceProposals(
  db: TenantWriter,
  now: number,
  proposals: readonly Proposal[],
): Promise<void> {
  await db.query(
    `update capability_proposal set state = 'outdated', decided_at = $2 where tenant_id = $1 and state = 'open'`,
    [db.tenantId, new Date(now)],
  )
  if (proposals.length === 0) return
  await db.query(
    `insert into capability_proposal (tenant_id, id, rep_id, kind, subject, family, was, proposed, evidence, made_at)
     select $1, p.id, p.rep, p.kind, p.subject, p.family, p.was, p.proposed, p.evidence::jsonb, $2
     from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::int[], $9::int[], $10::text[])
       as p(id, rep, kind, subject, family, was, proposed, evidence)`,
    [
      db.tenantId,
      new Date(now),
      proposals.map(() => uuidv7(now)),
      proposals.map((one) => one.repId),
      proposals.map((one) => one.kind),
      proposals.map((one) => one.subject),
      proposals.map((one) => one.family),
      proposals.map((one) => one.was),
      proposals.map((one) => one.proposed),
      proposals.map((one) => JSON.stringify(one.evidence)),
    ],
  )
}

/** Open ones first, then newest first. `repIds` null = everybody's. */
export async function listProposals(
  db: TenantReader,
  repIds: readonly string[] | null,
  since: Date,
): Promise<ProposalRow[]> {
  return db.query<ProposalRow>(
    `select ${COLUMNS} from capability_proposal where tenant_id = $1 and ($2::uuid[] is null or rep_id = any($2::uuid[]))
       and state <> 'outdated' and (state = 'open' or made_at >= $3)
     order by state <> 'open', made_at desc, id limit 500`,
    [db.tenantId, repIds, since],
  )
}

export async function lockProposal(db: TenantWriter, id: string): Promise<ProposalRow | null> {
  const [row] = await db.query<ProposalRow>(
    `select ${COLUMNS} from capability_proposal where tenant_id = $1 and id = $2 for update`,
    [db.tenantId, id],
  )
  return row ?? null
}

export async function closeProposal(
  db: TenantWriter,
  now: number,
  id: string,
  end: { readonly state: 'accepted' | 'declined'; readonly by: string | null; readonly note: string | null },
): Promise<void> {
  await db.query(
    `update capability_proposal set state = $3, decided_at = $4, decided_by = $5, note = $6 where tenant_id = $1 and id = $2`,
    [db.tenantId, id, end.state, new Date(now), end.by, end.note],
  )
}
