import { randomBytes } from 'node:crypto'
import { record } from '../platform/audit/index.ts'
import type { Platform } from '../platform/context.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { announce } from '../platform/outbox/index.ts'
import { type Actor, systemActor } from './actor.ts'
import { refusing } from './database-problems.ts'
import { slugOf } from './slug.ts'

export interface NewTenant {
  readonly name: string
  /** Made from the name where absent; then a taken one gets a suffix instead of a refusal. */
  readonly slug?: string
  readonly timeZone?: string
  readonly isDemo?: boolean
}

export interface CreatedTenant {
  readonly tenantId: string
  readonly slug: string
}

/** Makes a company. `then` runs in the same transaction, so that a company never exists without its first owner. */
export async function createTenant(
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  input: NewTenant,
  then: (db: TenantWriter, now: number) => Promise<Actor> = async () => systemActor,
): Promise<CreatedTenant> {
  const now = clock.now()
  const tenantId = uuidv7(now)
  const slug = input.slug ?? (await freeSlug(database, slugOf(input.name)))
  await refusing({ tenant_slug_key: 'SLUG_TAKEN' }, () =>
    database.write(tenantId, async (db) => {
      await db.query(
        `insert into tenant (id, slug, name, time_zone, is_demo, created_at) values ($1, $2, $3, $4, $5, $6)`,
        [tenantId, slug, input.name, input.timeZone ?? 'Asia/Shanghai', input.isDemo ?? false, new Date(now)],
      )
      const actor = await then(db, now)
      await record(db, now, {
        ...actor,
        action: 'company.created',
        entityKind: 'company',
        entityId: tenantId,
        detail: { slug },
      })
      await announce(db, now, [
        { type: 'company.created', entityKind: 'company', entityId: tenantId, actorId: actor.actorId },
      ])
    }),
  )
  return { tenantId, slug }
}

async function freeSlug(database: Platform['database'], wanted: string): Promise<string> {
  const { rows } = await database.dispatcher.query<{ id: string | null }>('select tenant_of_slug($1) as id', [
    wanted,
  ])
  return rows[0]?.id == null ? wanted : `${wanted}-${randomBytes(3).toString('hex')}`
}
