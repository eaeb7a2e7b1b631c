import type { Contact } from '@peineng/engine'
import type { TenantReader } from '../platform/database/index.ts'

const CONTACTS_BACK_MS = 90 * 86_400_000

/** What the health of an item is read from, besides its clocks. Times are epoch ms. */
export interface HealthFacts {
  readonly itemId: string
  readonly createdAt: number
  readonly expectedCloseAt: number | null
  readonly nextStepAt: number | null
  readonly lifecycleStage: string | null
  readonly pointsHundredths: number
  readonly contacts: readonly Contact[]
}

interface Row extends Record<string, unknown> {
  itemId: string
  createdAt: Date
  expectedCloseAt: Date | null
  nextStepAt: Date | null
  lifecycleStage: string | null
  pointsHundredths: number
  contacts: { at: number; kind: string }[] | null
}

export async function readHealthFacts(
  db: TenantReader,
  itemIds: readonly string[],
  now: number,
): Promise<Map<string, HealthFacts>> {
  const rows = await db.query<Row>(
    `select n.item_id as "itemId", n.created_at as "createdAt", n.expected_close_at as "expectedCloseAt",
       n.next_step_at as "nextStepAt", n.lifecycle_stage as "lifecycleStage",
       n.points_hundredths as "pointsHundredths", c.contacts
     from item_name n
     left join lateral (
       select json_agg(json_build_object('at', floor(extract(epoch from h.at) * 1000)::bigint, 'kind', h.kind, 'channel', h.channel)) as contacts
       from item_activity h where h.tenant_id = $1 and h.item_id = n.item_id and h.is_contact and h.at >= $3) c on true
     where n.tenant_id = $1 and n.item_id = any($2)`,
    [db.tenantId, itemIds, new Date(now - CONTACTS_BACK_MS)],
    'followup_health_facts',
  )
  return new Map(
    rows.map((row) => [
      row.itemId,
      {
        ...row,
        createdAt: row.createdAt.getTime(),
        expectedCloseAt: row.expectedCloseAt?.getTime() ?? null,
        nextStepAt: row.nextStepAt?.getTime() ?? null,
        contacts: row.contacts ?? [],
      },
    ]),
  )
}

export interface NamedItem {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly company: string
}

export async function itemNames(
  db: TenantReader,
  itemIds: readonly string[],
): Promise<Map<string, NamedItem>> {
  const rows = await db.query<NamedItem & Record<string, unknown>>(
    'select item_id as id, kind, name, company from item_name where tenant_id = $1 and item_id = any($2)',
    [db.tenantId, itemIds],
    'followup_item_names',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** How often everything of an item's customer changed hands from one person to another (H9); without one, the item's own. */
export async function reassignmentsOf(db: TenantReader, itemId: string): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `select coalesce(sum(o.reassignments), 0)::int as n
     from item_name own
     join item_name all_of on all_of.tenant_id = $1
       and (all_of.item_id = own.item_id or all_of.account_id = own.account_id)
     join item_ownership o on o.tenant_id = $1 and o.item_id = all_of.item_id
     where own.tenant_id = $1 and own.item_id = $2`,
    [db.tenantId, itemId],
  )
  return row?.n ?? 0
}
