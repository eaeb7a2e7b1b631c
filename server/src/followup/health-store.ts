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
