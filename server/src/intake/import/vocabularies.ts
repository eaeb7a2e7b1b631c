import { knownValues } from '../../customers/index.ts'
import type { TenantReader } from '../../platform/database/index.ts'
import { commonIndustries } from './industries.ts'
import { fieldsOf, type ImportKind } from './kinds.ts'
import type { ImportMapping } from './mapping-document.ts'
import { type ValueMatcher, valueMatcher } from './match-values.ts'

/** What the values of a file are held against: the company's own products, industries and reps. */
export async function loadMatchers(
  db: TenantReader,
  kind: ImportKind,
  mapping: ImportMapping,
): Promise<Map<string, ValueMatcher>> {
  const known = await knownValues(db)
  const same = (name: string): { name: string; value: string } => ({ name, value: name })
  const matchers = new Map<string, ValueMatcher>()
  for (const { key, vocabulary } of fieldsOf(kind)) {
    if (vocabulary === undefined || vocabulary === 'outcome') continue
    const chosen = mapping.values[key] ?? {}
    if (vocabulary === 'product')
      matchers.set(
        key,
        valueMatcher(
          known.products.map((product) => same(product.name)),
          chosen,
        ),
      )
    // The company's own words first: its 软件 wins over anything we would call it.
    else if (vocabulary === 'industry')
      matchers.set(key, valueMatcher([...known.industries, ...commonIndustries].map(same), chosen))
    else {
      const reps = await db.query<{ id: string; name: string }>(
        'select id, name from rep_place where tenant_id = $1 order by id',
        [db.tenantId],
      )
      const keys = await db.query<{ id: string; key: string }>(
        `select entity_id as id, key from import_key where tenant_id = $1 and kind = 'reps' order by key`,
        [db.tenantId],
      )
      const names = new Map<string, number>()
      for (const { name } of reps) names.set(name, (names.get(name) ?? 0) + 1)
      matchers.set(
        key,
        valueMatcher(
          // A name two reps have names neither: only their keys tell them apart.
          [
            ...reps.filter(({ name }) => names.get(name) === 1).map(({ id, name }) => ({ name, value: id })),
            ...keys.map(({ id, key: name }) => ({ name, value: id })),
          ],
          chosen,
        ),
      )
    }
  }
  return matchers
}
