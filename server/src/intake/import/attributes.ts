import type { AttributeDefinition, AttributeEntity, Customers } from '../../customers/index.ts'
import type { TenantReader } from '../../platform/database/index.ts'
import type { ImportKind } from './kinds.ts'

const entityOf: Readonly<Partial<Record<ImportKind, AttributeEntity>>> = {
  leads: 'lead',
  accounts: 'account',
  opportunities: 'opportunity',
}

/** Custom attributes a kind of file can fill. */
export async function attributesFor(
  db: TenantReader,
  customers: Pick<Customers, 'attributes'>,
  kind: ImportKind,
): Promise<AttributeDefinition[]> {
  const entity = entityOf[kind]
  if (entity === undefined) return []
  return (await customers.attributes(db)).filter((a) => a.archivedAt === null && a.entities.includes(entity))
}
