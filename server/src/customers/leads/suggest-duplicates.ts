import type { TenantReader } from '../../platform/database/index.ts'
import { companyKey } from '../normalise/company.ts'
import { writtenAndSpoken } from '../normalise/search-text.ts'
import type { Visibility } from '../visibility.ts'

/** A lead that looks alike; a guess for a person to judge, never a reason to merge. */
export interface DuplicateSuggestion {
  readonly id: string
  readonly name: string
  readonly company: string
  readonly ownerId: string | null
  /** 0–1, share of the company name's trigrams (or of its pinyin's) found side by side. */
  readonly similarity: number
}

/** The threshold the index operator `<%` works with; below it most of what is found is another company. */
const alike = 0.6

/** Leads whose company reads or sounds like this one, best first. */
export async function suggestDuplicates(
  db: TenantReader,
  visibility: Visibility,
  company: string,
  exceptIds: readonly string[],
  limit = 5,
): Promise<DuplicateSuggestion[]> {
  const { key } = companyKey(company)
  if (key === '') return []
  const { written, spoken } = writtenAndSpoken(key)
  return db.query<DuplicateSuggestion & Record<string, unknown>>(
    `select * from (
       select l.id, l.name, l.company, o.owner_id as "ownerId", l.created_at,
         greatest(word_similarity($2, l.search), word_similarity($3, l.search))::float8 as similarity
       from lead l left join item_ownership o on o.tenant_id = l.tenant_id and o.item_id = l.id
       where l.tenant_id = $1 and ($2 <% l.search or $3 <% l.search) and not l.id = any($4::uuid[])
         and ($5::uuid[] is null or o.owner_id = any($5::uuid[]) or o.owner_id is null)) found
     where similarity >= $6 order by similarity desc, created_at, id limit $7`,
    [db.tenantId, written, spoken, exceptIds, visibility.repIds, alike, limit],
  )
}
