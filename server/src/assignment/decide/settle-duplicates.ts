import type { Customers, IdentityKey, IdentityKind } from '../../customers/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'

/** What is to be done with a lead somebody else is known by already. */
export interface Duplicate {
  readonly action: 'merge' | 'link' | 'block'
  /** The lead that was first. */
  readonly heldBy: string
  readonly kind: IdentityKind
  /** Who owns that lead now: owner continuity (A6, X9). */
  readonly ownerId: string | null
  readonly accountId: string | null
}

interface Holder {
  readonly id: string
  readonly ownerId: string | null
  readonly closed: boolean
}

/** A person is the same by phone or mail; a company name alone says "same customer", which links and never merges. */
const SAME_RECORD = new Set(['phone', 'email'])

/**
 * Claims what each lead is known by and says what to do with those that were known before, including twins within
 * the batch and twins created by another process at this moment.
 */
export async function settleDuplicates(
  db: TenantWriter,
  customers: Customers,
  policy: 'merge' | 'link' | 'block' | 'off',
  leads: readonly {
    readonly id: string
    readonly identities: readonly IdentityKey[]
    /** It comes in as closed: imported history. */
    readonly closed?: boolean
  }[],
): Promise<Map<string, Duplicate>> {
  const found = new Map<string, Duplicate>()
  if (policy === 'off') return found
  const claims = leads.flatMap((lead) =>
    lead.identities.map((identity) => ({ ...identity, leadId: lead.id })),
  )
  const held = await customers.reserveIdentities(db, claims)
  if (held.length === 0) return found

  const holders = await readHolders(db, [...new Set(held.map((one) => one.heldBy))])
  const batch = new Map(leads.map((lead) => [lead.id, lead]))
  for (const one of [...held].sort((a, b) => strength(b.kind) - strength(a.kind))) {
    if (found.has(one.leadId)) continue
    const holder = holders.get(one.heldBy)
    // A key claimed by a lead of this very batch that turned out to be known itself points on to who was first.
    const onward = batch.has(one.heldBy) ? found.get(one.heldBy) : undefined
    const heldBy = onward?.action === 'merge' ? onward.heldBy : one.heldBy
    found.set(one.leadId, {
      action: actionFor(policy, one.kind, holder?.closed ?? batch.get(heldBy)?.closed ?? false),
      heldBy,
      kind: one.kind,
      ownerId: holder?.ownerId ?? onward?.ownerId ?? null,
      accountId: null,
    })
  }
  // Keys of a lead that will not exist pass to the lead that has it (merge), or are free again (block).
  await customers.moveIdentities(
    db,
    [...found]
      .filter(([, duplicate]) => duplicate.action !== 'link')
      .map(([from, duplicate]) => ({ from, to: duplicate.action === 'merge' ? duplicate.heldBy : null })),
  )
  return found
}

const strength = (kind: string): number => (SAME_RECORD.has(kind) ? 2 : kind === 'credit_code' ? 1 : 0)

function actionFor(policy: 'merge' | 'link' | 'block', kind: string, closed: boolean): Duplicate['action'] {
  // A new enquiry of somebody whose lead is closed is new work, best done by whoever knew them.
  if (closed) return 'link'
  if (policy === 'merge' && !SAME_RECORD.has(kind)) return 'link'
  return policy
}

async function readHolders(db: TenantWriter, ids: readonly string[]): Promise<Map<string, Holder>> {
  const rows = await db.query<{ id: string; ownerId: string | null; closed: boolean }>(
    `select id, owner_id as "ownerId", state = 'closed' as closed from work_item where tenant_id = $1 and id = any($2)`,
    [db.tenantId, ids],
    'work_item_holders',
  )
  return new Map(rows.map((row) => [row.id, row]))
}
