import type { TenantReader } from '../../platform/database/index.ts'

export const quadrants = ['strategic', 'potential', 'service', 'routine'] as const

/** What was spent on leads of one quadrant of value and urgency. */
export interface QuadrantEffort {
  readonly quadrant: (typeof quadrants)[number]
  readonly activities: number
  /** Only where somebody said how long it took. */
  readonly minutes: number
  readonly leads: number
  readonly sharePermille: number
}

/** Where the work of a period went (B4), as leads are rated now; one statement. Other records have no quadrant. */
export async function readEffort(
  db: TenantReader,
  repIds: readonly string[] | null,
  period: { readonly from: Date; readonly to: Date },
): Promise<QuadrantEffort[]> {
  const rows = await db.query<Omit<QuadrantEffort, 'sharePermille'> & Record<string, unknown>>(
    `select l.quadrant, count(*)::int as activities, coalesce(sum(a.duration_minutes), 0)::int as minutes,
       count(distinct a.item_id)::int as leads
     from item_activity a join lead l on l.tenant_id = a.tenant_id and l.id = a.item_id
     where a.tenant_id = $1 and a.at >= $2 and a.at < $3 and a.rep_id is not null
       and ($4::uuid[] is null or a.rep_id = any($4)) and l.quadrant is not null
     group by 1`,
    [db.tenantId, period.from, period.to, repIds],
    'customers_read_effort',
  )
  const all = rows.reduce((sum, row) => sum + row.activities, 0)
  return quadrants.map((quadrant) => {
    const { activities, minutes, leads } = rows.find((row) => row.quadrant === quadrant) ?? {
      activities: 0,
      minutes: 0,
      leads: 0,
    }
    return {
      quadrant,
      activities,
      minutes,
      leads,
      sharePermille: all === 0 ? 0 : Math.round((1000 * activities) / all),
    }
  })
}
