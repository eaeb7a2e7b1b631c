import { record } from '../platform/audit/index.ts'
import type { Platform } from '../platform/context.ts'
import type { TenantReader } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Principal } from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import { actorOf } from './actor.ts'
import type { Founder } from './founder.ts'

export interface CompanyRow extends Record<string, unknown> {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly time_zone: string
  readonly is_demo: boolean
}

export async function companyOf(db: TenantReader): Promise<CompanyRow> {
  const [row] = await db.query<CompanyRow>(
    'select id, slug, name, time_zone, is_demo from tenant where id = $1',
    [db.tenantId],
    'company',
  )
  if (row === undefined) throw new ProblemError('NOT_FOUND')
  return row
}

/**
 * Name and zone; the zone moves the borders of days, weeks and months of every cap from now on, so `then` lets the
 * slices that count by it know, in the same transaction.
 */
export async function changeCompany(
  { database, clock }: Platform,
  then: Founder,
  by: Principal,
  change: { readonly name?: string | undefined; readonly timeZone?: string | undefined },
): Promise<CompanyRow> {
  return database.write(by.tenantId, async (db) => {
    const now = clock.now()
    await db.query(
      'update tenant set name = coalesce($2, name), time_zone = coalesce($3, time_zone) where id = $1',
      [db.tenantId, change.name ?? null, change.timeZone ?? null],
    )
    await record(db, now, {
      ...actorOf(by),
      action: 'company.updated',
      entityKind: 'company',
      entityId: db.tenantId,
      detail: change,
    })
    await announce(db, now, [
      { type: 'company.updated', entityKind: 'company', entityId: db.tenantId, actorId: by.id },
    ])
    await then(db, now)
    return companyOf(db)
  })
}
