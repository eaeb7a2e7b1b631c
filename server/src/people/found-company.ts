import type { TenantWriter } from '../platform/database/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { chinaRegions } from './china-territories.ts'
import { chineseHolidays } from './chinese-holidays.ts'
import { bumpRoster } from './roster-store.ts'

interface SeedNode {
  readonly id: string
  readonly parentId: string | null
  readonly kind: 'country' | 'region' | 'province'
  readonly name: string
  readonly aliases: readonly string[]
}

/** What a new company finds: China's territories, and the public holidays of the years around, to edit as it likes. */
export async function foundCompany(db: TenantWriter, now: number): Promise<void> {
  await seedTerritories(db, now)
  const thisYear = new Date(now).getUTCFullYear()
  for (const year of [thisYear - 1, thisYear, thisYear + 1]) await seedYear(db, year)
  await bumpRoster(db)
}

async function seedTerritories(db: TenantWriter, now: number): Promise<void> {
  const country: SeedNode = {
    id: uuidv7(now),
    parentId: null,
    kind: 'country',
    name: '中国',
    aliases: ['China', '全国'],
  }
  const nodes = [country]
  for (const [name, provinces] of Object.entries(chinaRegions)) {
    const region: SeedNode = { id: uuidv7(now), parentId: country.id, kind: 'region', name, aliases: [] }
    nodes.push(region)
    for (const { name, aliases } of provinces)
      nodes.push({ id: uuidv7(now), parentId: region.id, kind: 'province', name, aliases })
  }
  await db.query(
    `insert into territory (tenant_id, id, parent_id, kind, name, aliases, created_at)
     select $1, n.id, n.parent, n.kind, n.name, coalesce(string_to_array(nullif(n.aliases, ''), '|'), '{}'), $2
     from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[]) as n(id, parent, kind, name, aliases)`,
    [
      db.tenantId,
      new Date(now),
      nodes.map((node) => node.id),
      nodes.map((node) => node.parentId),
      nodes.map((node) => node.kind),
      nodes.map((node) => node.name),
      nodes.map((node) => node.aliases.join('|')),
    ],
  )
}

async function seedYear(db: TenantWriter, year: number): Promise<void> {
  const days = chineseHolidays(year)
  if (days === null) return
  await db.query(
    `insert into calendar_day (tenant_id, day, kind, name)
     select $1, d.day, d.kind, d.name from unnest($2::date[], $3::text[], $4::text[]) as d(day, kind, name)
     on conflict do nothing`,
    [db.tenantId, days.map((d) => d.day), days.map((d) => d.kind), days.map((d) => d.name)],
  )
  await db.query(
    'insert into calendar_year (tenant_id, year, confirmed) values ($1, $2, true) on conflict do nothing',
    [db.tenantId, year],
  )
}
