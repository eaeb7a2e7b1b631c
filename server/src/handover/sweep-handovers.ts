import type { Platform, Sweep } from '../platform/context.ts'
import { eachTenant } from '../platform/jobs/each-tenant.ts'
import { announce } from '../platform/outbox/index.ts'
import { noteShadowsEnded, passToManagers } from './handover-store.ts'
import type { HandoverServices } from './services.ts'

const BATCH = 200

/** What time does to handovers: who does not write in time is relieved of it by their manager, and shadows end. */
export function handoverSweep({ platform, assignment }: HandoverServices): Sweep {
  const { database, clock } = platform
  return {
    name: 'handovers',
    everyMs: 10_000,
    async run(signal) {
      const tenants = await tenantsWithDue(platform, clock.now())
      await eachTenant(tenants, signal, (tenantId) =>
        database.write(tenantId, async (db) => {
          const now = clock.now()
          const late = await passToManagers(db, now, BATCH)
          await announce(
            db,
            now,
            late.map(({ id, itemId, fromRepId, toRepId, dueAt }) => ({
              type: 'handover.manager_needed',
              entityKind: 'handover',
              entityId: id,
              payload: { handoverId: id, itemId, fromRepId, toRepId, dueAt: dueAt.toISOString() },
            })),
          )
          await noteShadowsEnded(db, now, await assignment.endShadows(db, now))
        }),
      )
    },
  }
}

async function tenantsWithDue({ database }: Platform, now: number): Promise<string[]> {
  const { rows } = await database.dispatcher.query<{ id: string }>(
    'select tenants_with_due_handovers($1) as id',
    [new Date(now)],
  )
  return rows.map(({ id }) => id)
}
