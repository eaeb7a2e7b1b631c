import { z } from 'zod'
import type { TenantReader } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Language } from '../../platform/http/index.ts'
import type { Customers } from '../create-customers.ts'
import { normaliseEmail } from '../normalise/email.ts'
import { maskContacts } from '../normalise/mask-text.ts'
import { normalisePhone } from '../normalise/phone.ts'
import type { Visibility } from '../visibility.ts'
import { findDuplicates } from './find-duplicates.ts'
import { identitiesOf } from './normalise-lead.ts'
import { leadShape, personShape } from './present-lead.ts'
import { readScoreTerms } from './score-sheet.ts'
import { readLead } from './store.ts'
import { suggestDuplicates } from './suggest-duplicates.ts'

const duplicateShape = z.object({
  id: z.uuid(),
  what: z.enum(['lead', 'account']),
  by: z.array(z.string()).describe('credit_code, phone, email, company; similar = a guess'),
  certain: z.boolean(),
  similarity: z.number(),
  name: z.string(),
  company: z.string(),
  owner: personShape.nullable(),
})

export const detailShape = leadShape.extend({
  scoreTerms: z.array(z.record(z.string(), z.unknown())),
  facts: z.record(z.string(), z.unknown()).describe('everything rules may read of it'),
  account: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  duplicates: z.array(duplicateShape),
})
export type LeadDetail = z.infer<typeof detailShape>

/** One lead with all there is to say about it; refuses what the caller may not see as if it were not there. */
export async function readLeadDetail(
  db: TenantReader,
  customers: Customers,
  visibility: Visibility,
  id: string,
  language: Language,
): Promise<LeadDetail> {
  const row = await readLead(db, visibility, id)
  if (row === null) throw new ProblemError('NOT_FOUND')
  const [lead] = await customers.presentLeads(db, [row], visibility, language)
  if (lead === undefined) throw new ProblemError('NOT_FOUND')
  const identities = identitiesOf({
    phone: row.phone === null ? null : normalisePhone(row.phone),
    email: row.email === null ? null : normaliseEmail(row.email),
    creditCode: row.creditCode,
    company: row.companyKey,
    place: row.companyPlace,
  })
  // Exact twins are shown whoever owns them: that a colleague works on this customer is what one has to know (A6).
  const exact = await findDuplicates(db, [{ ref: id, identities, exceptId: id }])
  const alike = await suggestDuplicates(db, visibility, row.company, [id, ...exact.map((d) => d.id)])
  const names = await customers.people.repNames(
    db,
    [...exact, ...alike].map((d) => d.ownerId).filter((owner) => owner !== null),
  )
  const owner = (ownerId: string | null) =>
    ownerId === null ? null : { id: ownerId, name: names.get(ownerId) ?? '' }
  const { phone, email, ...known } = row.facts
  const facts = lead.masked
    ? Object.fromEntries(
        Object.entries(known).map(([key, value]) => [
          key,
          typeof value === 'string' ? maskContacts(value) : value,
        ]),
      )
    : known
  return {
    ...lead,
    scoreTerms: readScoreTerms(row).map((term) => ({ ...term })),
    facts: {
      ...facts,
      ...(phone === undefined ? {} : { phone: lead.phone }),
      ...(email === undefined ? {} : { email: lead.email }),
    },
    account: row.accountId === null ? null : await accountName(db, row.accountId),
    duplicates: [
      ...exact.slice(0, 20).map((d) => ({
        id: d.id,
        what: d.what,
        by: [...d.by],
        certain: true,
        similarity: 1,
        name: d.name,
        company: d.company,
        owner: owner(d.ownerId),
      })),
      ...alike.map((d) => ({
        id: d.id,
        what: 'lead' as const,
        by: ['similar'],
        certain: false,
        similarity: Math.round(d.similarity * 100) / 100,
        name: d.name,
        company: d.company,
        owner: owner(d.ownerId),
      })),
    ],
  }
}

async function accountName(db: TenantReader, id: string): Promise<{ id: string; name: string } | null> {
  const rows = await db.query<{ id: string; name: string }>(
    'select id, name from account where tenant_id = $1 and id = $2',
    [db.tenantId, id],
  )
  return rows[0] ?? null
}
