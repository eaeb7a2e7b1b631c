import type { People } from '../../people/index.ts'
import type { TenantReader } from '../../platform/database/index.ts'
import type { Language } from '../../platform/http/index.ts'
import { contactHidden, type Visibility } from '../visibility.ts'
import { type LeadRow, leadColumns, leadTables } from './lead-row.ts'
import { type LeadJson, presentLead, type ReasonText } from './present-lead.ts'

/** Rows to JSON, with the names of their owners. */
export async function presentLeads(
  db: TenantReader,
  people: Pick<People, 'repNames'>,
  reasonText: ReasonText,
  rows: readonly LeadRow[],
  visibility: Visibility,
  language: Language,
): Promise<LeadJson[]> {
  const owners = [
    ...new Set(rows.flatMap((row) => [row.ownerId, row.shadowRepId]).filter((id) => id !== null)),
  ]
  const names = await people.repNames(db, owners)
  return rows.map((row) => presentLead(row, contactHidden(visibility, row), { names, language, reasonText }))
}

/** Leads by id whatever the caller's reach, in the order asked: for answers about leads the caller just handed in. */
export async function readLeadRows(db: TenantReader, ids: readonly string[]): Promise<LeadRow[]> {
  const rows = await db.query<LeadRow & Record<string, unknown>>(
    `select ${leadColumns} from ${leadTables} where l.tenant_id = $1 and l.id = any($2::uuid[])`,
    [db.tenantId, ids],
    'customers_read_leads',
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined)
}
