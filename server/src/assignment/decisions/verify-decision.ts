import { type ReplayResult, replay } from '@peineng/engine'
import type { TenantReader } from '../../platform/database/index.ts'
import { contentHash, type DecisionRow } from '../state/decision-store.ts'
import type { OpenedDecision } from './read-decision.ts'
import { chainHash, GENESIS } from './seal-decisions.ts'

/** What checking one decision found. */
export interface Verification {
  readonly decisionId: string
  /** Content as hashed when it was made; `input_erased` = personal data was erased, the commitment stays. */
  readonly content: 'intact' | 'altered' | 'input_erased'
  /** Its link in the chain; `unsealed` = committed less than a second ago. */
  readonly chain: 'intact' | 'altered' | 'unsealed'
  readonly replay: ReplayResult | { readonly identical: false; readonly inputErased: true }
}

/** Content, chain link and replay of one decision. */
export async function verifyDecision(db: TenantReader, opened: OpenedDecision): Promise<Verification> {
  return {
    decisionId: opened.row.id,
    content: contentOf(opened.row),
    chain: await linkOf(db, opened.row),
    replay: verifyReplay(opened),
  }
}

/** The decision made again from what it saw. */
export function verifyReplay(opened: OpenedDecision): Verification['replay'] {
  return opened.inputs === null
    ? { identical: false, inputErased: true }
    : replay(opened.decoded, opened.inputs)
}

export function contentOf(row: DecisionRow): Verification['content'] {
  if (row.item === null) return 'input_erased'
  const hash = contentHash({ ...row, item: row.item, createdAt: row.createdAt.getTime() }, row.salt)
  return hash.equals(row.contentHash) ? 'intact' : 'altered'
}

async function linkOf(db: TenantReader, row: DecisionRow): Promise<Verification['chain']> {
  const links = await db.query<{
    seq: number
    content_hash: Buffer
    chain_hash: Buffer
    previous: Buffer | null
  }>(
    `select c.seq, c.content_hash, c.chain_hash, p.chain_hash as previous from decision_chain c
     left join decision_chain p on p.tenant_id = c.tenant_id and p.seq = c.seq - 1
     where c.tenant_id = $1 and c.decision_id = $2`,
    [db.tenantId, row.id],
  )
  const [link] = links
  if (link === undefined) return 'unsealed'
  const previous = link.seq === 1 ? GENESIS : link.previous
  const intact =
    previous !== null &&
    link.content_hash.equals(row.contentHash) &&
    chainHash(previous, link.seq, link.content_hash).equals(link.chain_hash)
  return intact ? 'intact' : 'altered'
}

export interface ChainReport {
  readonly links: number
  readonly unsealed: number
  /** Sequence number of the first link that does not fit; null = the chain is whole. */
  readonly brokenAt: number | null
}

const PAGE = 5000

/** Walks the whole chain of a tenant: every link over the one before it, every decision behind its link. */
export async function verifyChain(db: TenantReader): Promise<ChainReport> {
  let previous: Buffer = GENESIS
  let seq = 0
  for (;;) {
    const rows = await db.query<{
      seq: number
      content_hash: Buffer
      chain_hash: Buffer
      decided: Buffer | null
    }>(
      `select c.seq, c.content_hash, c.chain_hash, d.content_hash as decided from decision_chain c
       left join decision d on d.tenant_id = c.tenant_id and d.id = c.decision_id
       where c.tenant_id = $1 and c.seq > $2 order by c.seq limit $3`,
      [db.tenantId, seq, PAGE],
    )
    for (const row of rows) {
      const fits =
        row.seq === seq + 1 &&
        row.decided?.equals(row.content_hash) === true &&
        chainHash(previous, row.seq, row.content_hash).equals(row.chain_hash)
      if (!fits) return { links: seq, unsealed: await unsealed(db), brokenAt: row.seq }
      seq = row.seq
      previous = row.chain_hash
    }
    if (rows.length < PAGE) return { links: seq, unsealed: await unsealed(db), brokenAt: null }
  }
}

async function unsealed(db: TenantReader): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    'select count(*) as n from decision_unsealed where tenant_id = $1',
    [db.tenantId],
  )
  return row?.n ?? 0
}
